"""A publication that stops is told of, in its own transaction; many that stop for one cause are told of once."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone
from tests.conftest import add_accounts, add_asset, add_post

from api.accounts.models import Account, AccountStatus
from api.accounts.news import warn_of_ends
from api.accounts.removal_services import note_removal
from api.accounts.signals import account_connected
from api.accounts.token_signs import note_app_accepted, note_app_refused
from api.notifications.digest import write_digests
from api.notifications.models import Notification
from api.notifications.tests.mornings import next_nine
from api.publishing import services, transitions
from api.publishing.models import Publication, State
from api.workspaces.models import Membership, Role
from conftest import Caller
from core.models import OutboxMessage

pytestmark = pytest.mark.django_db
STANDING = [State.FAILED, State.HELD, State.NEEDS_YOU, State.MISSED]


def schedule(caller: Caller, count: int) -> list[Publication]:
    post = add_post(caller, add_accounts(caller, count), add_asset(caller, Publication.objects.count()))
    return list(Publication.objects.filter(post_id=post["id"]).order_by("pk"))


def stop(publication: Publication, state: State, code: str = "spam_risk", message: str = "TikTok said no.") -> None:
    reason = {"reason_code": code, "reason_message": message, "reason_log_id": ""}
    before = Publication.objects.values_list("state", flat=True).get(pk=publication.pk)
    with transaction.atomic():
        Publication.objects.filter(pk=publication.pk).update(state=state, **reason)
        transitions.add_event(publication.pk, from_state=before, to_state=state, actor="test", detail=message)


def told(caller: Caller, **query: object) -> list[dict[str, Any]]:
    page: dict[str, Any] = caller.get("/notifications").json()
    return [item for item in page["items"] if not item["is_read"]]


class TestAPublicationThatStops:
    @pytest.mark.parametrize("state", STANDING)
    def test_is_told_of_with_its_reason_and_its_place(self, alice: Caller, state: State) -> None:
        [publication] = schedule(alice, 1)

        stop(publication, state)

        [news] = told(alice)
        assert news["kind"] == f"publication.{state}"
        assert publication.account.handle in news["title"]
        assert (news["body"], news["link"]) == ("TikTok said no.", f"/posts/{publication.post_id}")
        assert (news["urgency"], news["count"]) == ("now", 1)
        assert OutboxMessage.objects.filter(sent_at=None).count() == 1

    def test_is_not_told_of_when_the_change_is_rolled_back(self, alice: Caller) -> None:
        [publication] = schedule(alice, 1)

        with transaction.atomic():
            stop(publication, State.FAILED)
            assert Notification.objects.count() == 1
            transaction.set_rollback(True)

        assert Notification.objects.count() == OutboxMessage.objects.count() == 0

    def test_is_told_of_to_those_who_can_act_and_to_nobody_else(self, alice: Caller, mallory: Caller) -> None:
        Membership.objects.create(user=mallory.member.user, workspace=alice.member.workspace, role=Role.VIEWER)
        [publication] = schedule(alice, 1)

        stop(publication, State.FAILED)

        assert {row.user_id for row in Notification.objects.all()} == {alice.member.user.pk}
        assert told(mallory) == []

    def test_calls_nobody_when_somebody_did_it_on_purpose(self, alice: Caller) -> None:
        [publication] = schedule(alice, 1)

        services.hold_for(publication.account)

        assert told(alice)[0]["urgency"] == "soon"
        assert OutboxMessage.objects.count() == 0


class TestManyThatStopForOneCause:
    def test_are_one_piece_of_news_with_a_count(self, alice: Caller) -> None:
        for publication in schedule(alice, 40):
            stop(publication, State.HELD, code="tiktok_down")

        [news] = told(alice)
        assert news["title"] == "40 posts are on hold: @account.0, @account.1 and 38 more"
        assert (news["count"], news["link"]) == (40, "/posts?status=held")
        assert news["body"] == "TikTok said no."
        assert Notification.objects.count() == OutboxMessage.objects.count() == 1

    def test_become_fewer_as_they_come_right_and_settle_by_themselves(self, alice: Caller) -> None:
        publications = schedule(alice, 3)
        for publication in publications:
            stop(publication, State.FAILED)

        services.retry(publication=fresh(publications[0]), actor="test", now=timezone.now())
        two = told(alice)[0]
        services.retry(publication=fresh(publications[1]), actor="test", now=timezone.now())
        one = told(alice)[0]
        services.retry(publication=fresh(publications[2]), actor="test", now=timezone.now())

        assert two["title"].startswith("2 posts were not posted")
        assert one["title"] == f"Not posted on {publications[2].account.handle}"
        assert one["link"] == f"/posts/{publications[2].post_id}"
        page = alice.get("/notifications").json()
        assert page["unread"] == 0
        assert [item["is_settled"] for item in page["items"]] == [True]

    def test_say_no_sentence_that_is_true_of_one_of_them_only(self, alice: Caller) -> None:
        for publication in schedule(alice, 2):
            services.hold_for(publication.account)

        assert told(alice)[0]["body"] == ""

    def test_are_told_of_anew_once_the_first_news_was_read(self, alice: Caller) -> None:
        one, other = schedule(alice, 2)
        stop(one, State.FAILED)
        assert alice.post("/notifications/read").status_code == 204

        stop(other, State.FAILED)

        assert [news["title"] for news in told(alice)] == [f"Not posted on {other.account.handle}"]


def fresh(publication: Publication) -> Publication:
    return Publication.objects.get(pk=publication.pk)


class TestAnAccount:
    def test_that_has_to_be_connected_again_is_told_of_until_it_is(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 3)
        for account in accounts:
            assert note_removal(account, reason="1", at=timezone.now())
        [news] = told(alice)
        assert news["title"] == "3 accounts have to be connected again: @account.0, @account.1 and 1 more"

        for account in accounts:
            account_connected.send(Account, account=account)

        assert told(alice) == []

    @pytest.mark.parametrize(("hours", "kind", "urgency"), [(100, "ends_soon", "soon"), (20, "ends_today", "now")])
    def test_whose_permission_ends_is_told_of_once(self, alice: Caller, hours: int, kind: str, urgency: str) -> None:
        [account] = add_accounts(alice, 1)
        set_end(account.pk, hours)

        assert [warn_of_ends(now=timezone.now()) for _ in range(2)] == [1, 0]

        [news] = told(alice)
        assert (news["kind"], news["urgency"]) == (f"account.{kind}", urgency)
        alice.post("/notifications/read")
        assert warn_of_ends(now=timezone.now()) == 0

    def test_is_told_of_again_on_the_last_day_in_place_of_the_week(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        set_end(account.pk, 100)
        warn_of_ends(now=timezone.now())
        set_end(account.pk, 20)

        warn_of_ends(now=timezone.now())

        assert [news["kind"] for news in told(alice)] == ["account.ends_today"]

    def test_is_not_told_of_while_its_permission_lasts(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        set_end(account.pk, 24 * 30)

        assert warn_of_ends(now=timezone.now()) == 0


def set_end(account_id: UUID, hours: int) -> None:
    account = Account.objects.get(pk=account_id)
    account.token.refresh_expires_at = timezone.now() + timedelta(hours=hours)
    account.token.save()
    assert account.status == AccountStatus.CONNECTED


class TestAnAppThatTikTokRefuses:
    def test_is_told_of_once_and_taken_back(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        app = account.app
        for _ in range(3):
            note_app_refused(app, code="invalid_client", now=timezone.now())
        [news] = told(alice)
        assert news["kind"] == "app.refused"

        note_app_accepted(app)

        assert told(alice) == []


class TestTheDigest:
    def test_says_what_went_out_and_what_did_not(self, alice: Caller) -> None:
        one, other = schedule(alice, 2)
        stop(one, State.FAILED)
        stop(other, State.FAILED)
        in_the_morning = next_nine(timezone.now())

        assert write_digests(now=in_the_morning) == 1

        text = OutboxMessage.objects.get(kind="mail.digest").payload["text"]
        assert "2 posts failed." in text
