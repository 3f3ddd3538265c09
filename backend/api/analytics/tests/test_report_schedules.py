"""Reports that are mailed by themselves: to members, once each time, by the workspace's clock; told of when they cannot be."""

import io
import smtplib
import threading
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from api.analytics.models import ReportSchedule
from api.analytics.report_mail import send_waiting
from api.analytics.report_schedule_services import write_due
from api.analytics.report_times import Timing, days_told, last_due, next_due
from api.analytics.tasks import send_reports
from api.analytics.tests.makers import add_tracked, add_video, tell, utc
from api.notifications.models import Notification
from api.workspaces.models import AuditEntry, Membership, Role
from conftest import Caller
from core.models import OutboxMessage

pytestmark = pytest.mark.django_db

PATH = "/analytics/report-schedules"
WEEKLY = {"rhythm": "weekly", "weekday": 0, "local_hour": 8, "recipients": ["alice@example.com"]}
SUNDAY, MONDAY = utc(2026, 11, 22, 12), utc(2026, 11, 23, 7, 15)  # a quarter past eight in Berlin


class Refusing(EmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, _: object) -> int:
        raise smtplib.SMTPServerDisconnected("full")


def add(caller: Caller, **changes: object) -> dict[str, Any]:
    answer = caller.post(PATH, WEEKLY | changes)
    assert answer.status_code == 201, answer.content
    ReportSchedule.objects.update(active_from=SUNDAY)  # as if it had been asked for then
    return dict(answer.json())


def join(caller: Caller, other: Caller, role: Role = Role.VIEWER) -> None:
    """Have somebody belong to another's workspace instead of their own."""
    Membership.objects.filter(user=other.member.user).update(workspace=caller.member.workspace, role=role)


def due_now() -> None:
    """Let the outbox's messages be due, whatever the clock of the database says."""
    OutboxMessage.objects.filter(sent_at=None, next_try_at__isnull=False).update(
        next_try_at=timezone.now() - timedelta(days=900)
    )


def pdf_text(content: bytes) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(io.BytesIO(content)))


class TestKeeping:
    def test_shows_when_it_is_due_next(self, alice: Caller) -> None:
        account = add_tracked(alice)

        made = add(alice, account_id=str(account.pk))

        assert made["account"] == "@account.0"
        assert (made["time_zone"], made["recipients"]) == ("Europe/Berlin", ["alice@example.com"])
        due = datetime.fromisoformat(made["next_due_at"]).astimezone(ZoneInfo("Europe/Berlin"))
        assert (due.weekday(), due.hour, due > timezone.now(), made["last_sent_for"]) == (0, 8, True, None)
        assert alice.get(PATH).json() == [made]

    def test_changes_and_ends(self, alice: Caller) -> None:
        made = add(alice)

        changed = alice.put(f"{PATH}/{made['id']}", WEEKLY | {"rhythm": "monthly", "month_day": 31, "local_hour": 20})

        assert changed.status_code == 200
        assert (changed.json()["rhythm"], changed.json()["month_day"], changed.json()["weekday"]) == (
            "monthly",
            31,
            None,
        )
        assert alice.delete(f"{PATH}/{made['id']}").status_code == 204
        assert alice.get(PATH).json() == []
        deeds = (
            AuditEntry.objects.filter(subject_kind="report_schedule").order_by("pk").values_list("action", flat=True)
        )
        assert list(deeds) == ["report.added", "report.changed", "report.removed"]

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"recipients": ["alice@example.com", "mallory@example.com"]}, "recipients.1"),
            ({"recipients": ["a stranger"]}, "recipients.0"),
            ({"recipients": []}, "recipients"),
            ({"weekday": 7}, "weekday"),
            ({"weekday": None}, "weekday"),
            ({"rhythm": "monthly", "month_day": 32}, "month_day"),
            ({"rhythm": "monthly"}, "month_day"),
            ({"local_hour": 24}, "local_hour"),
        ],
    )
    def test_refuses_naming_the_field(
        self, alice: Caller, mallory: Caller, change: dict[str, object], field: str
    ) -> None:
        answer = alice.post(PATH, WEEKLY | change)

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == field
        assert ReportSchedule.objects.count() == 0

    def test_of_somebody_elses_account_is_not_found(self, alice: Caller, mallory: Caller) -> None:
        account = add_tracked(alice)

        answer = mallory.post(PATH, WEEKLY | {"account_id": str(account.pk), "recipients": ["mallory@example.com"]})

        assert answer.status_code == 404

    @pytest.mark.parametrize(("role", "status"), [(Role.EDITOR, 201), (Role.APPROVER, 403), (Role.VIEWER, 403)])
    def test_is_for_who_can_act(self, alice: Caller, role: Role, status: int) -> None:
        Membership.objects.update(role=role)

        assert alice.post(PATH, WEEKLY).status_code == status
        assert alice.get(PATH).status_code == 200

    def test_is_listed_in_as_many_queries_as_thirty(self, alice: Caller, django_assert_max_num_queries: Any) -> None:
        for _ in range(30):
            add(alice)

        with django_assert_max_num_queries(4):
            assert len(alice.get(PATH).json()) == 30


class TestSending:
    def test_mails_the_week_before_with_the_report(self, alice: Caller) -> None:
        account = add_tracked(alice)
        video = add_video(account, at=utc(2026, 11, 17, 12), caption="A rabbit")
        tell(video, *[(utc(2026, 11, 17, 12) + timedelta(hours=age), [age * 100]) for age in (1, 20, 40, 60)])
        add(alice, account_id=str(account.pk))
        assert write_due(now=SUNDAY) == 0

        assert write_due(now=MONDAY) == 1
        due_now()
        send_reports()

        [letter] = mail.outbox
        assert (letter.to, letter.subject) == (["alice@example.com"], "@account.0, 16 – 22 Nov 2026")
        assert "Views: 6\u202f000" in letter.body
        [(name, content, kind)] = letter.attachments
        assert (name, kind) == ("carillon-report-account.0-2026-11-16-to-2026-11-22.pdf", "application/pdf")
        assert "A rabbit" in pdf_text(content)
        assert alice.get(PATH).json()[0]["last_sent_for"] == "2026-11-23"
        message = OutboxMessage.objects.get()
        assert letter.extra_headers["Message-ID"] == f"<{message.pk}@localhost>"
        assert message.next_try_at is None

    def test_happens_once_though_two_clocks_ask_again_and_again(self, alice: Caller, mallory: Caller) -> None:
        join(alice, mallory)
        add(alice, recipients=["alice@example.com", "Mallory@example.com"])

        counts = []
        for minutes in range(0, 600, 15):
            now = MONDAY + timedelta(minutes=minutes)
            counts.append(write_due(now=now) + write_due(now=now))
            ReportSchedule.objects.update(last_sent_for=None)  # a clock that read the row before the other wrote it
            due_now()
            send_waiting()

        assert counts == [1] + [0] * 39
        assert sorted(letter.to[0] for letter in mail.outbox) == ["alice@example.com", "mallory@example.com"]

    def test_is_never_made_up_for(self, alice: Caller) -> None:
        made = add(alice, weekday=6, local_hour=9)
        assert write_due(now=SUNDAY) == 0  # at nine it was not there yet
        assert write_due(now=SUNDAY + timedelta(days=7)) == 1

        alice.put(f"{PATH}/{made['id']}", WEEKLY | {"weekday": 5})

        active_from = ReportSchedule.objects.get().active_from
        assert timezone.now() - active_from < timedelta(minutes=1)
        assert write_due(now=active_from) == 0
        assert write_due(now=active_from + timedelta(days=14)) == 1

    def test_that_nobody_asked_for_in_time_goes_out_late(self, alice: Caller) -> None:
        add(alice)

        assert write_due(now=MONDAY + timedelta(days=5)) == 1
        assert OutboxMessage.objects.get().payload["since"] == "2026-11-16"

    def test_goes_to_nobody_who_left(self, alice: Caller, mallory: Caller) -> None:
        join(alice, mallory)
        add(alice, recipients=["mallory@example.com"])
        write_due(now=MONDAY)
        Membership.objects.filter(user=mallory.member.user).delete()
        due_now()

        assert send_waiting() == 0
        assert mail.outbox == []
        assert write_due(now=MONDAY + timedelta(days=7)) == 1
        [news] = Notification.objects.all()
        assert news.title.startswith("A report has nobody to go to")

    def test_ends_with_its_schedule(self, alice: Caller) -> None:
        made = add(alice)
        write_due(now=MONDAY)
        alice.delete(f"{PATH}/{made['id']}")
        due_now()

        assert send_waiting() == 0
        assert not OutboxMessage.objects.filter(next_try_at__isnull=False).exists()


class TestRefusedByTheServer:
    def test_is_tried_again_and_then_told(self, alice: Caller) -> None:
        add(alice)
        write_due(now=MONDAY)
        due_now()
        with refusing():
            assert send_waiting() == 0
        waiting = OutboxMessage.objects.get()
        assert waiting.last_error == "SMTPServerDisconnected: full"
        assert waiting.next_try_at is not None
        assert Notification.objects.count() == 0

        OutboxMessage.objects.update(created_at=timezone.now() - timedelta(days=2))
        due_now()
        assert send_waiting() == 0

        [news] = Notification.objects.all()
        assert (news.kind, news.urgency) == ("report.unsent", "soon")
        assert news.title.startswith("A report could not be mailed")
        assert OutboxMessage.objects.get(kind="mail.report").next_try_at is None

    def test_goes_out_once_it_takes_it(self, alice: Caller) -> None:
        add(alice)
        write_due(now=MONDAY)
        due_now()
        with refusing():
            send_waiting()
        due_now()

        assert send_waiting() == 1
        assert len(mail.outbox) == 1


def refusing() -> Any:
    return override_settings(EMAIL_BACKEND="api.analytics.tests.test_report_schedules.Refusing")


@pytest.mark.django_db(transaction=True)
class TestTwoClocks:
    def test_at_the_very_same_time_write_one(self, alice: Caller) -> None:
        add(alice)
        counts: list[int] = []
        begin = threading.Barrier(4)

        def ask() -> None:
            begin.wait()
            try:
                counts.append(write_due(now=MONDAY))
            finally:
                connection.close()

        clocks = [threading.Thread(target=ask) for _ in range(4)]
        for clock in clocks:
            clock.start()
        for clock in clocks:
            clock.join()

        assert sorted(counts) == [0, 0, 0, 1]
        assert OutboxMessage.objects.filter(kind="mail.report").count() == 1


class TestTimes:
    def test_follow_the_clock_of_the_workspace_through_its_changes(self) -> None:
        timing = Timing(weekday=6, month_day=None, local_hour=2, zone="Europe/Berlin")

        # At two in the night of 29 March the clocks skip to three; on 25 October two comes twice, and the first counts.
        assert timing.due_at(date(2026, 3, 29)) == utc(2026, 3, 29, 1)
        assert timing.due_at(date(2026, 10, 25)) == utc(2026, 10, 25, 0)
        assert timing.due_at(date(2026, 11, 1)) == utc(2026, 11, 1, 1)

    @pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Asia/Beirut"])
    @pytest.mark.parametrize("hour", [0, 2, 23])
    def test_come_once_a_week_all_through_the_year(self, zone: str, hour: int) -> None:
        timing = Timing(weekday=6, month_day=None, local_hour=hour, zone=zone)
        asked = [utc(2026, 1, 5) + timedelta(minutes=15 * step) for step in range(0, 52 * 7 * 96, 3)]

        days = sorted({last_due(timing, now=now) for now in asked})

        assert {(later - day).days for day, later in pairwise(days)} == {7}
        assert all(timing.due_at(last_due(timing, now=now)) <= now < next_due(timing, now=now) for now in asked[::500])

    def test_of_a_month_are_its_last_day_where_it_is_short(self) -> None:
        timing = Timing(weekday=None, month_day=31, local_hour=8, zone="UTC")

        assert last_due(timing, now=utc(2026, 3, 1)) == date(2026, 2, 28)
        assert next_due(timing, now=utc(2028, 2, 1)) == datetime(2028, 2, 29, 8, tzinfo=UTC)
        assert days_told(timing, date(2026, 2, 28)) == (date(2026, 1, 1), date(2026, 1, 31))
        assert days_told(Timing(0, None, 8, "UTC"), date(2026, 11, 23)) == (date(2026, 11, 16), date(2026, 11, 22))
