"""E-mails: at once, gathered, daily; through a real server that may be down."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from django.test import override_settings
from django.utils import timezone

from api.notifications.digest import morning_of, write_digests
from api.notifications.mail_sending import send_waiting
from api.notifications.models import Notification, Urgency
from api.notifications.services import News, settle, tell
from api.notifications.tests.mornings import next_nine
from api.notifications.tests.smtp_sink import MailServer, mail_server
from config.mail import CONSOLE, read_email_url
from conftest import Caller
from core.ids import uuid7
from core.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def news(key: str, urgency: Urgency = Urgency.NOW, title: str = "") -> News:
    said = title or f"News of {key}"
    return News("test", urgency, key=key, title=said, body="Do this.", link="/posts", about=uuid7(), label=key)


def tell_alice(alice: Caller, *keys: str, urgency: Urgency = Urgency.NOW) -> None:
    for key in keys:
        tell(alice.member.workspace.pk, news(key, urgency))


def let_pass(**length: float) -> None:
    """Let time go by for the outbox."""
    gone = timedelta(**length)
    for message in OutboxMessage.objects.all():
        message.created_at -= gone
        for name in ("sent_at", "next_try_at"):
            if getattr(message, name):
                setattr(message, name, getattr(message, name) - gone)
        OutboxMessage.objects.filter(pk=message.pk).update(
            created_at=message.created_at, sent_at=message.sent_at, next_try_at=message.next_try_at
        )


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


class TestUrgentNews:
    def test_goes_out_at_once_in_words_and_html_with_a_way_out(self, alice: Caller, server: MailServer) -> None:
        tell_alice(alice, "one")

        assert send_waiting() == 1

        [mail] = server.taken
        assert (mail["To"], mail["Subject"]) == ("alice@example.com", "News of one")
        assert "/settings#mail" in mail["List-Unsubscribe"]
        assert mail["Auto-Submitted"] == "auto-generated"
        assert "Do this." in text_of(mail)
        assert "/posts" in text_of(mail)
        html = mail.get_body(("html",))
        assert html is not None
        assert "<strong>News of one</strong>" in html.get_content()

    def test_that_follows_within_a_quarter_of_an_hour_is_gathered_in_one_more(
        self, alice: Caller, server: MailServer
    ) -> None:
        tell_alice(alice, "one")
        send_waiting()
        tell_alice(alice, "two", "three", "four")
        early = send_waiting()

        let_pass(minutes=16)
        late = send_waiting()

        assert (early, late) == (0, 1)
        assert server.taken[1]["Subject"].startswith("3 things need you: ")
        assert "News of one" not in text_of(server.taken[1])
        assert send_waiting() == 0

    def test_that_was_read_or_settled_meanwhile_is_not_mailed(self, alice: Caller, server: MailServer) -> None:
        tell_alice(alice, "read")
        alice.post("/notifications/read")
        settled = news("settled")
        tell(alice.member.workspace.pk, settled)
        assert settled.about
        settle(settled.about)

        assert send_waiting() == 0
        assert server.taken == []

    def test_is_not_mailed_to_who_wants_none(self, alice: Caller, server: MailServer) -> None:
        chosen = {"now": "never", "soon": "never", "fyi": "never"}
        assert alice.put("/notifications/preferences", chosen).json() == chosen

        tell_alice(alice, "one")

        assert OutboxMessage.objects.count() == 0
        assert alice.get("/notifications").json()["unread"] == 1

    def test_cannot_put_a_header_or_a_tag_into_the_mail(self, alice: Caller, server: MailServer) -> None:
        tell(alice.member.workspace.pk, news("bad", title="Hello\r\nBcc: all@example.com <script>alert(1)</script>"))

        send_waiting()

        [mail] = server.taken
        assert mail["Bcc"] is None
        html = mail.get_body(("html",))
        assert html is not None
        assert "<script>" not in html.get_content()


class TestAServerThatIsDown:
    def test_loses_nothing_and_gets_the_same_message_later(self, alice: Caller, server: MailServer) -> None:
        server.refuses = True
        tell_alice(alice, "one")
        assert send_waiting() == 0
        waiting = OutboxMessage.objects.get()
        assert waiting.next_try_at is not None
        assert waiting.next_try_at > timezone.now()
        assert "451" in waiting.last_error

        let_pass(minutes=1)
        server.refuses = False
        assert send_waiting() == 1

        [mail] = server.taken
        assert mail["Message-ID"].startswith(f"<{waiting.pk}@")

    def test_keeps_the_next_one_waiting_too(self, alice: Caller, mallory: Caller) -> None:
        tell_alice(alice, "one")
        tell(mallory.member.workspace.pk, news("two"))

        with override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=1):
            assert send_waiting() == 0

        assert OutboxMessage.objects.filter(sent_at=None, next_try_at__isnull=False).count() == 2
        with mail_server() as server:
            let_pass(minutes=3)
            assert send_waiting() == 2
        assert {mail["To"] for mail in server.taken} == {"alice@example.com", "mallory@example.com"}

    def test_is_given_up_after_three_days(self, alice: Caller, server: MailServer) -> None:
        server.refuses = True
        tell_alice(alice, "one")
        send_waiting()
        let_pass(days=4)

        send_waiting()

        assert OutboxMessage.objects.get().next_try_at is None


class TestTheDigest:
    def test_comes_once_a_day_with_what_was_not_mailed_at_once(self, alice: Caller, server: MailServer) -> None:
        tell_alice(alice, "soon", urgency=Urgency.SOON)
        tell_alice(alice, "urgent")
        send_waiting()
        nine = next_nine(timezone.now())

        assert [write_digests(now=nine) for _ in range(2)] == [1, 0]
        assert send_waiting() == 1

        mail = server.taken[-1]
        assert mail["Subject"] == "Your day in Carillon: 1 thing waits for you"
        assert "News of soon" in text_of(mail)
        assert "News of urgent" not in text_of(mail)
        assert write_digests(now=nine + timedelta(days=1)) == 0

    def test_waits_for_eight_in_the_persons_own_morning(self) -> None:
        seven_utc = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)

        assert morning_of("Europe/London", now=seven_utc) is None
        berlin = morning_of("Europe/Berlin", now=seven_utc)
        assert berlin is not None
        assert berlin.astimezone(UTC) == datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


class TestEmailUrl:
    def test_names_a_server_or_the_console(self) -> None:
        assert read_email_url("") == {"EMAIL_BACKEND": CONSOLE}
        found = read_email_url("smtp+tls://us%40er:pa%2Fss@mail.example.org")
        assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example.org", 587)
        assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("us@er", "pa/ss")
        assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (True, False)

    @pytest.mark.parametrize("url", ["http://x", "smtp://:secret@", "mail.example.org", "smtp://u:secret@host:port"])
    def test_that_is_none_stops_the_process_without_showing_it(self, url: str) -> None:
        with pytest.raises(Exception, match="EMAIL_URL is not") as refused:
            read_email_url(url)

        assert "secret" not in str(refused.value)


class TestTheList:
    def test_is_cut_into_pages_with_the_last_told_on_top(self, alice: Caller) -> None:
        tell_alice(alice, "a", "b", "c")
        first = Notification.objects.get(key="a")
        Notification.objects.filter(pk=first.pk).update(last_at=timezone.now() + timedelta(minutes=1))

        page = alice.get("/notifications?limit=2").json()
        rest = alice.get(f"/notifications?limit=2&cursor={page['next_cursor']}").json()

        assert page["items"][0]["title"] == "News of a"
        assert page["unread"] == 3
        assert len({item["id"] for item in page["items"] + rest["items"]}) == 3
        assert rest["next_cursor"] is None
        assert alice.get("/notifications?cursor=nonsense").status_code == 422

    def test_reading_all_leaves_what_came_after_the_last_seen(self, alice: Caller) -> None:
        tell_alice(alice, "seen")
        seen = alice.get("/notifications").json()["items"][0]["last_at"]
        tell_alice(alice, "unseen")
        Notification.objects.filter(key="unseen").update(last_at=timezone.now() + timedelta(minutes=1))

        alice.post("/notifications/read", {"until": seen})

        assert alice.get("/notifications?unread=true").json()["items"][0]["title"] == "News of unseen"

    def test_shows_nobody_elses(self, alice: Caller, mallory: Caller) -> None:
        tell_alice(alice, "one")
        row = Notification.objects.get()

        assert mallory.get("/notifications").json()["items"] == []
        assert mallory.post(f"/notifications/{row.pk}/read").status_code == 404
        assert alice.post(f"/notifications/{row.pk}/read").json()["is_read"]
