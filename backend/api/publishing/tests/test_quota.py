"""The caps of a rolling day: planned before anything is scheduled, and counted again before anything is sent."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test import Client, override_settings
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account, PostMode
from api.notifications.models import Notification
from api.posts.models import Post
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.quota import MINUTE, WINDOW, fits, free_from, free_together, keeps_cap
from api.publishing.quota_services import room_at
from api.publishing.sending import send
from api.publishing.tests.conftest import Schedule, run
from api.publishing.tests.test_creator_caps import HOUR, body, schedule
from conftest import NOON, Caller, Sandbox

minutes = st.integers(0, 4 * 24 * 60).map(lambda minute: NOON + minute * MINUTE)


class TestRollingDays:
    @settings(deadline=None)
    @given(st.lists(minutes, max_size=40), st.integers(1, 6))
    def test_never_hold_more_than_the_cap(self, wanted: list[datetime], cap: int) -> None:
        planned: list[datetime] = []
        for at in wanted:
            planned.append(free_from(planned, at=at, cap=cap))

        assert keeps_cap(planned, cap=cap)
        assert all(sum(start <= one < start + WINDOW for one in planned) <= cap for start in planned)

    @settings(deadline=None, max_examples=40)
    @given(st.lists(minutes, max_size=25), minutes, st.integers(1, 6))
    def test_are_free_at_the_first_minute_that_fits_and_no_earlier(
        self, wanted: list[datetime], at: datetime, cap: int
    ) -> None:
        planned: list[datetime] = []
        for one in wanted:
            planned.append(free_from(planned, at=one, cap=cap))

        found = free_from(planned, at=at, cap=cap)

        assert fits(planned, at=found, cap=cap)
        assert found == at or not any(
            fits(planned, at=at + step * MINUTE, cap=cap) for step in range((found - at) // MINUTE)
        )

    def test_are_free_for_several_accounts_at_the_same_time(self) -> None:
        full = [NOON + number * HOUR for number in range(3)]
        later = [NOON + 25 * HOUR] * 3

        together = free_together([(full, 0 * HOUR, 3), (later, 0 * HOUR, 3)], at=NOON)

        assert together == NOON + 49 * HOUR


@pytest.fixture
def few() -> Iterator[None]:
    """Let TikTok take three posts and two drafts a day."""
    with override_settings(TIKTOK_POSTS_A_DAY=3, TIKTOK_DRAFTS_A_DAY=2):
        yield


def fill(caller: Caller, account: Account, *, hours: tuple[float, ...] = (5, 6, 7)) -> None:
    for number, hour in enumerate(hours, start=50 + 10 * Post.objects.count()):
        assert schedule(caller, [account], hours=hour, number=number).status_code == 201


def opened(publication: Publication, *, hours_ago: float, count: int, verdict: Verdict = Verdict.PUBLISHED) -> None:
    """Have sessions of other posts of the account opened at TikTok, as its history has them."""
    for number in range(count):
        post = Post.objects.create(workspace=publication.workspace, kind="video", due_at=timezone.now())
        other = Publication.objects.create(
            workspace=publication.workspace,
            post=post,
            account=publication.account,
            state=State.PUBLISHED,
            due_at=timezone.now(),
        )
        at = timezone.now() - hours_ago * HOUR + timedelta(minutes=number)
        committed = None if verdict == Verdict.NEVER_COMMITTED else at
        PublishHistory.objects.create(
            publication=other,
            attempt=1,
            publish_id=f"v_pub_{other.pk}",
            size_bytes=1,
            opened_at=at,
            url_expires_at=at + HOUR,
            committed_at=committed,
            closed_at=at,
            verdict=verdict,
        )


@pytest.mark.django_db
@pytest.mark.usefixtures("few")
class TestScheduling:
    def test_refuses_what_does_not_fit_and_names_day_account_and_next_free_time(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        fill(alice, account)

        answer = schedule(alice, [account], hours=8)

        problem = answer.json()
        assert (answer.status_code, problem["code"]) == (422, "daily_cap")
        assert problem["errors"][0]["field"] == "publications.0"
        first = Publication.objects.order_by("due_at")[0].due_at
        assert first is not None
        assert (
            f"@account.0 has 3 posts in the 24 hours around {timezone.now() + 8 * HOUR:%a %d %b}" in problem["detail"]
        )
        assert "TikTok takes about 3 posts in 24 hours" in problem["detail"]
        assert f"next free time is {first + WINDOW:%a %d %b, %H:%M} (UTC)" in problem["detail"]
        assert Post.objects.count() == 3

    def test_takes_what_is_a_day_away(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        fill(alice, account)

        assert schedule(alice, [account], hours=5 + 24.1).status_code == 201
        assert schedule(alice, [account], hours=16, number=2).status_code == 422

    def test_names_every_account_that_is_full(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 3)
        fill(alice, accounts[0])
        fill(alice, accounts[2])

        answer = schedule(alice, accounts, hours=8)

        assert [error["field"] for error in answer.json()["errors"]] == ["publications.0", "publications.2"]

    def test_moves_only_the_full_accounts_when_asked_to(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 2)
        fill(alice, accounts[0])
        content = body(accounts, hours=8) | {"media_ids": [str(add_asset(alice).pk)]}
        content["timing"]["when_full"] = "next_free"

        answer = alice.post("/posts", content)

        due = {
            row["account"]["username"]: datetime.fromisoformat(row["due_at"]) for row in answer.json()["publications"]
        }
        first = Publication.objects.order_by("due_at")[0].due_at
        assert first is not None
        assert due["account.1"] < due["account.0"] == first + WINDOW

    def test_counts_a_post_that_is_changed_once(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        fill(alice, account)
        post = alice.get("/posts").json()["items"][0]

        changed = body([account], hours=9) | {"media_ids": [post["media"][0]["id"]]}

        assert alice.put(f"/posts/{post['id']}", changed).status_code == 200

    def test_counts_what_is_out_by_when_its_session_was_opened(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        schedule(alice, [account], hours=30)
        publication = Publication.objects.get()
        opened(publication, hours_ago=23, count=2)
        opened(publication, hours_ago=2, count=2, verdict=Verdict.REMOTE_FAILED)
        opened(publication, hours_ago=2, count=2, verdict=Verdict.NEVER_COMMITTED)

        room = room_at(account, timezone.now())

        assert (room.used, room.left) == (2, 1)

    def test_counts_drafts_apart(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        fill(alice, account, hours=(5, 6))
        Publication.objects.update(post_mode=PostMode.MEDIA_UPLOAD)
        at = timezone.now() + 7 * HOUR

        assert room_at(account, at, mode=PostMode.MEDIA_UPLOAD).left == 0
        assert room_at(account, at).left == 3

    def test_counts_nothing_where_the_setting_is_0(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        with override_settings(TIKTOK_POSTS_A_DAY=0):
            fill(alice, account, hours=(5, 5, 5, 5, 5))

            assert room_at(account, timezone.now() + 5 * HOUR).left is None


@pytest.mark.django_db
@pytest.mark.usefixtures("few")
class TestMoving:
    def test_asks_for_a_posts_own_accounts(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 2)
        fill(alice, accounts[0], hours=(29, 30))
        schedule(alice, accounts, hours=5, number=9)
        post = Post.objects.latest("pk")
        at = timezone.now() + 30.5 * HOUR

        answer = alice.post("/quota", {"post_id": str(post.pk), "at": at.isoformat()}).json()

        first, second = sorted(answer["accounts"], key=lambda one: str(one["account_id"]))
        taken = Publication.objects.filter(account=accounts[0]).exclude(post=post).latest("due_at")
        assert (first["account_id"], first["used"], first["left"]) == (str(accounts[0].pk), 2, 1)
        assert datetime.fromisoformat(first["close_to"]) == taken.due_at
        assert (second["account_id"], second["used"], second["close_to"]) == (str(accounts[1].pk), 0, None)

    def test_says_when_a_day_is_full(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        fill(alice, account, hours=(53, 54, 55))
        schedule(alice, [account], hours=5, number=9)
        post = Post.objects.latest("pk")

        answer = alice.post("/quota", {"post_id": str(post.pk), "at": (timezone.now() + 56 * HOUR).isoformat()}).json()

        assert (answer["fits"], answer["accounts"][0]["left"]) == (False, 0)

    def test_knows_no_post_of_others(self, alice: Caller, mallory: Caller) -> None:
        schedule(alice, add_accounts(alice, 1), hours=5)
        question = {"post_id": str(Post.objects.get().pk), "at": timezone.now().isoformat()}

        assert mallory.post("/quota", question).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("few")
class TestTwoAtOnce:
    def test_do_not_both_take_the_last_place(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        fill(alice, account, hours=(5, 6))
        assets = [str(add_asset(alice, number).pk) for number in (1, 2)]
        start = Barrier(2)

        def take(number: int) -> int:
            try:
                start.wait()
                content = body([account], hours=7) | {"media_ids": [assets[number]]}
                return int(Caller(alice.member, alice.token, Client()).post("/posts", content).status_code)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            statuses = sorted(pool.map(take, (0, 1)))

        assert statuses == [201, 422]


@pytest.mark.django_db
@pytest.mark.usefixtures("few")
class TestQuestion:
    def ask(self, caller: Caller, accounts: list[Account], *, hours: float, **more: object) -> Any:
        at = (timezone.now() + hours * HOUR).replace(second=0, microsecond=0)
        targets = [{"account_id": str(account.pk)} for account in accounts]
        return caller.post("/quota", {"targets": targets, "at": at.isoformat(), **more}).json()

    def test_tells_slots_left_and_the_next_free_time(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 2)
        fill(alice, accounts[0])
        fill(alice, accounts[1], hours=(4,))

        told = self.ask(alice, accounts, hours=8)

        first = Publication.objects.filter(account=accounts[0]).order_by("due_at")[0].due_at
        assert first is not None
        assert [(one["left"], one["fits"]) for one in told["accounts"]] == [(0, False), (2, True)]
        assert told["fits"] is False
        assert datetime.fromisoformat(told["free_for_all"]) == first + WINDOW
        assert self.ask(alice, accounts[1:], hours=8)["fits"] is True

    def test_tells_the_same_of_one_account(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        fill(alice, account)

        told = alice.get(f"/accounts/{account.pk}/quota?at=2126-01-01T10:00:00Z")
        now = alice.get(f"/accounts/{account.pk}/quota").json()

        assert (told.status_code, told.json()["code"]) == (422, "time_invalid")
        assert (now["used"], now["cap"], now["left"]) == (3, 3, 0)

    def test_says_first_and_last_when_spread(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 10)

        told = self.ask(alice, accounts, hours=3, stagger_min=60)

        length = datetime.fromisoformat(told["last_at"]) - datetime.fromisoformat(told["first_at"])
        assert timedelta(minutes=54) <= length < timedelta(minutes=60)

    def test_tells_nothing_of_others(self, alice: Caller, mallory: Caller) -> None:
        [account] = add_accounts(alice, 1)

        assert self.ask(mallory, [account], hours=3)["accounts"] == []
        assert mallory.get(f"/accounts/{account.pk}/quota").status_code == 404


@pytest.mark.django_db
@pytest.mark.usefixtures("few")
class TestSending:
    def test_waits_for_the_slot_and_tells(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        opened(publication, hours_ago=22, count=3)

        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert (publication.state, publication.reason_code) == (State.SCHEDULED, "daily_cap")
        assert publication.next_try_at is not None
        assert 1.9 * HOUR < publication.next_try_at - timezone.now() < 2.1 * HOUR
        assert "3 posts went to @studio.nord in the last 24 hours" in publication.reason_message
        assert publication.lease_until is None
        assert Notification.objects.get().title == "Later than planned: a post on @studio.nord"
        assert sandbox.ledger(after=mark, event="init") == []

    def test_goes_out_by_itself_then(self, sandbox: Sandbox, publication: Publication) -> None:
        opened(publication, hours_ago=22, count=3)
        send(publication.pk, worker="w")
        PublishHistory.objects.update(opened_at=Now() - 25 * HOUR)

        done = run_now(publication)

        assert (done.state, done.reason_code) == (State.PUBLISHED, "")

    def test_is_held_where_that_is_later_than_allowed(self, sandbox: Sandbox, publication: Publication) -> None:
        opened(publication, hours_ago=2, count=3)

        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert (publication.state, publication.reason_code) == (State.HELD, "daily_cap")
        assert publication.reason_message.endswith("which is later than you allow.")

    def test_waits_however_long_where_that_was_chosen(self, sandbox: Sandbox, publication: Publication) -> None:
        Post.objects.update(late_limit_min=None)
        opened(publication, hours_ago=2, count=3)

        send(publication.pk, worker="w")

        publication.refresh_from_db()
        assert publication.state == State.SCHEDULED

    def test_counts_the_creators_of_an_unaudited_app_again(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        mine = schedule(alice.connect(sandbox, "studio.nord"))
        others = add_accounts(alice, 5)
        Account.objects.filter(pk__in=[other.pk for other in others]).update(app=mine.account.app)
        for hours_ago, other in enumerate(others, start=19):
            opened(Publication(workspace=mine.workspace, account=other), hours_ago=hours_ago, count=1)
        make_unaudited_app(mine)
        mark = sandbox.mark()

        send(mine.pk, worker="w")

        mine.refresh_from_db()
        assert (mine.state, mine.reason_code) == (State.SCHEDULED, "app_creator_cap")
        assert mine.next_try_at is not None
        assert 0.9 * HOUR < mine.next_try_at - timezone.now() < 1.1 * HOUR
        assert sandbox.ledger(after=mark, event="init") == []


def run_now(publication: Publication) -> Publication:
    Publication.objects.filter(pk=publication.pk).update(next_try_at=Now())
    return run(publication)


def make_unaudited_app(publication: Publication) -> None:
    """The account belongs to somebody's own app, whose audit the environment says nothing about."""
    app = publication.account.app
    app.client_key, app.audited = "somebody-elses", False
    app.save()
