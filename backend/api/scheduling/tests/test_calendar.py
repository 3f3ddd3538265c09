"""The calendar and moving a post on it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.posts.models import Post
from api.publishing import transitions
from api.publishing.models import Publication, State, Verdict
from api.publishing.tests.conftest import compose_body
from api.scheduling.calendar_schemas import CalendarOut
from api.workspaces.models import AuditEntry
from conftest import Caller

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")


def day(ahead: int) -> str:
    return f"{datetime.now(BERLIN) + timedelta(days=ahead):%Y-%m-%d}"


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


@pytest.fixture
def post(alice: Caller, accounts: list[Account]) -> dict[str, Any]:
    return add_at(alice, accounts, f"{day(3)}T18:00")


def add_at(alice: Caller, accounts: list[Account], local: str, *, mode: str = "at") -> dict[str, Any]:
    timing = {"mode": mode, "local_time": local, "time_zone": "Europe/Berlin"}
    number = Post.objects.count()
    body = compose_body(add_asset(alice, number), *accounts, allow_comment=True) | {"timing": timing}
    answer = alice.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def move(alice: Caller, post: dict[str, Any], local: str, zone: str = "Europe/Berlin") -> Any:
    return alice.post(f"/posts/{post['id']}/move", {"local_time": local, "time_zone": zone})


class TestCalendar:
    def test_shows_a_post_on_its_day_and_no_other(self, alice: Caller, post: dict[str, Any]) -> None:
        shown = alice.get(f"/calendar?from={day(3)}&to={day(3)}").json()
        before = alice.get(f"/calendar?from={day(1)}&to={day(2)}").json()

        [item] = shown["items"]
        assert (shown["time_zone"], shown["left_out"], before["items"]) == ("Europe/Berlin", False, [])
        assert (item["id"], item["status"], item["account_count"], item["can_move"]) == (
            post["id"],
            "scheduled",
            2,
            True,
        )
        assert item["local_time"] == f"{day(3)}T18:00"
        assert item["thumbnail_url"]

    def test_a_day_begins_and_ends_by_the_persons_clock(self, alice: Caller, accounts: list[Account]) -> None:
        add_at(alice, accounts, f"{day(3)}T00:00")
        add_at(alice, accounts, f"{day(3)}T23:59")
        add_at(alice, accounts, f"{day(4)}T00:00")

        assert len(alice.get(f"/calendar?from={day(3)}&to={day(3)}").json()["items"]) == 2

    def test_shows_a_draft_on_the_day_its_author_thought_of(self, alice: Caller, accounts: list[Account]) -> None:
        add_at(alice, accounts, f"{day(5)}T09:00", mode="draft")

        [item] = alice.get(f"/calendar?from={day(5)}&to={day(5)}").json()["items"]

        assert (item["status"], item["due_at"], item["local_time"]) == ("draft", None, f"{day(5)}T09:00")

    def test_shows_one_account_only(self, alice: Caller, accounts: list[Account]) -> None:
        add_at(alice, accounts[:1], f"{day(3)}T10:00")
        add_at(alice, accounts[1:], f"{day(3)}T11:00")

        [item] = alice.get(f"/calendar?from={day(3)}&to={day(3)}&account={accounts[1].pk}").json()["items"]

        assert item["local_time"].endswith("11:00")

    def test_shows_one_group_of_accounts_only(self, alice: Caller, mallory: Caller, accounts: list[Account]) -> None:
        [other] = add_accounts(alice, 1)
        group = {"name": "Brand DE", "account_ids": [str(account.pk) for account in accounts]}
        group_id = alice.post("/account-groups", group).json()["id"]
        for number, some in enumerate((accounts, accounts[1:], [other])):
            add_at(alice, some, f"{day(3)}T1{number}:00")
        path = f"/calendar?from={day(3)}&to={day(3)}&group={group_id}"

        shown = alice.get(path).json()

        assert [item["local_time"][-5:] for item in shown["items"]] == ["10:00", "11:00"]
        assert shown["days"][0]["posts"] == 2
        assert mallory.get(path).json()["items"] == []

    def test_cuts_each_day_and_says_what_it_comes_to(self, alice: Caller, accounts: list[Account]) -> None:
        for minute in range(4):
            add_at(alice, accounts, f"{day(3)}T10:0{3 - minute}")
        add_at(alice, accounts, f"{day(3)}T09:00", mode="draft")
        add_at(alice, accounts[:1], f"{day(4)}T23:59")

        shown = alice.get(f"/calendar?from={day(2)}&to={day(5)}&per_day=2").json()
        whole = alice.get(f"/calendar?from={day(2)}&to={day(5)}").json()

        times = [item["local_time"] for item in shown["items"]]
        assert times == [f"{day(3)}T10:00", f"{day(3)}T10:01", f"{day(4)}T23:59"]
        assert shown["days"] == [
            {"day": day(3), "posts": 5, "drafts": 1},
            {"day": day(4), "posts": 1, "drafts": 0},
        ]
        assert (shown["left_out"], whole["left_out"], len(whole["items"]), whole["days"]) == (
            True,
            False,
            6,
            shown["days"],
        )
        assert shown["items"][0]["account_ids"] == [str(account.pk) for account in accounts]

    def test_is_what_the_schema_says(self, alice: Caller, accounts: list[Account], post: dict[str, Any]) -> None:
        add_at(alice, accounts[:1], f"{day(3)}T09:00", mode="draft")

        answer = alice.get(f"/calendar?from={day(2)}&to={day(5)}")

        read = CalendarOut.model_validate_json(answer.content)
        assert read.model_dump(mode="json") == answer.json()
        assert (answer["Content-Type"], len(read.items)) == ("application/json", 2)

    def test_cuts_the_days_of_one_account(self, alice: Caller, accounts: list[Account]) -> None:
        for minute in range(3):
            add_at(alice, accounts[minute % 2 :][:1], f"{day(3)}T10:0{minute}")

        shown = alice.get(f"/calendar?from={day(3)}&to={day(3)}&per_day=1&account={accounts[0].pk}").json()

        assert (len(shown["items"]), shown["days"][0]["posts"]) == (1, 2)

    def test_asks_as_much_for_many_posts_as_for_one(
        self, alice: Caller, accounts: list[Account], django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for minute in range(10):
            add_at(alice, accounts, f"{day(3)}T10:0{minute}")
            if minute not in (0, 9):
                continue
            with django_assert_num_queries(6):  # two are of who asks
                alice.get(f"/calendar?from={day(0)}&to={day(40)}&per_day=4")

    @pytest.mark.parametrize(("first", "last", "code"), [(3, 2, "range_backwards"), (0, 63, "range_too_long")])
    def test_refuses_ranges_that_make_no_sense(self, alice: Caller, first: int, last: int, code: str) -> None:
        answer = alice.get(f"/calendar?from={day(first)}&to={day(last)}")

        assert (answer.status_code, answer.json()["code"]) == (422, code)

    def test_refuses_the_end_of_time(self, alice: Caller) -> None:
        for query in ("from=9999-12-01&to=9999-12-31", "from=0001-01-01&to=0001-01-02"):
            assert alice.get(f"/calendar?{query}").json()["code"] == "range_too_far"

    def test_shows_nothing_of_others(self, alice: Caller, mallory: Caller, post: dict[str, Any]) -> None:
        assert mallory.get(f"/calendar?from={day(0)}&to={day(9)}").json()["items"] == []


class TestMove:
    def test_changes_the_time_and_nothing_else(self, alice: Caller, post: dict[str, Any]) -> None:
        answer = move(alice, post, f"{day(5)}T09:30")

        due = datetime.fromisoformat(f"{day(5)}T09:30").replace(tzinfo=BERLIN).astimezone(UTC)
        moved = answer.json()
        changing = {"due_at", "local_time", "updated_at", "publications"}
        assert answer.status_code == 200
        assert datetime.fromisoformat(moved["due_at"]) == due
        assert {k: v for k, v in moved.items() if k not in changing} == {
            k: v for k, v in post.items() if k not in changing
        }
        for now, then in zip(moved["publications"], post["publications"], strict=True):
            assert now == then | {"due_at": now["due_at"]}
        assert {row.next_try_at for row in Publication.objects.all()} == {due}
        assert Post.objects.get().consent_at is not None
        assert AuditEntry.objects.get(action="post.moved").subject_id == Post.objects.get().pk

    def test_a_draft_stays_a_draft(self, alice: Caller, accounts: list[Account]) -> None:
        draft = add_at(alice, accounts, f"{day(3)}T18:00", mode="draft")

        moved = move(alice, draft, f"{day(4)}T18:00").json()

        assert (moved["status"], moved["due_at"], moved["local_time"]) == ("draft", None, f"{day(4)}T18:00")

    def test_a_held_one_stays_held_and_a_missed_one_is_scheduled_again(
        self, alice: Caller, post: dict[str, Any]
    ) -> None:
        held, missed = Publication.objects.order_by("pk")
        Publication.objects.filter(pk=held.pk).update(state=State.HELD, next_try_at=None, reason_code="paused")
        Publication.objects.filter(pk=missed.pk).update(state=State.MISSED, next_try_at=None, reason_code="missed")

        move(alice, post, f"{day(5)}T09:30")

        held, missed = Publication.objects.order_by("pk")
        assert (held.state, held.next_try_at, held.reason_code) == (State.HELD, None, "paused")
        assert (missed.state, missed.next_try_at, missed.reason_code) == (State.SCHEDULED, missed.due_at, "")
        assert held.due_at == missed.due_at

    @pytest.mark.parametrize("state", [State.COMMITTING, State.SUBMITTED, State.PUBLISHED, State.NEEDS_YOU])
    def test_is_refused_when_one_account_has_it_or_may_have_it(
        self, alice: Caller, post: dict[str, Any], state: State
    ) -> None:
        first = Publication.objects.order_by("pk")[0]
        Publication.objects.filter(pk=first.pk).update(state=state)
        before = list(Publication.objects.order_by("pk").values("due_at", "state"))

        answer = move(alice, post, f"{day(5)}T09:30")

        assert (answer.status_code, answer.json()["title"]) == (409, "TikTok already has it")
        assert list(Publication.objects.order_by("pk").values("due_at", "state")) == before
        assert Post.objects.get().local_time == f"{day(3)}T18:00"
        assert not alice.get(f"/calendar?from={day(3)}&to={day(3)}").json()["items"][0]["can_move"]

    def test_takes_an_upload_from_its_worker_before_the_commit_point(self, alice: Caller, post: dict[str, Any]) -> None:
        row = Publication.objects.order_by("pk")[0]
        Publication.objects.filter(pk=row.pk).update(
            due_at=datetime.now(UTC) - timedelta(minutes=1), next_try_at=datetime.now(UTC) - timedelta(minutes=1)
        )
        claimed = transitions.claim(row.pk, owner="worker")
        assert claimed is not None
        opened = {
            "publish_id": "v_pub.1",
            "upload_url_sealed": "x",
            "size_bytes": 10,
        }
        session = transitions.open_session(claimed, actor="worker", payload={}, session=opened)
        assert session is not None

        assert move(alice, post, f"{day(5)}T09:30").status_code == 200

        row.refresh_from_db()
        session.refresh_from_db()
        assert (row.state, row.payload, row.lease_owner) == (State.SCHEDULED, None, "")
        assert not transitions.renew_lease(row.pk, attempt=claimed.attempt)
        assert session.verdict == Verdict.NEVER_COMMITTED
        assert not transitions.begin_commit(session, attempt=claimed.attempt, actor="worker")

    def test_refuses_the_past_and_what_has_ended(self, alice: Caller, post: dict[str, Any]) -> None:
        past = move(alice, post, "2020-01-01T10:00")
        Publication.objects.update(state=State.FAILED)
        ended = move(alice, post, f"{day(5)}T09:30")

        assert (past.status_code, past.json()["code"]) == (422, "due_in_past")
        assert past.json()["errors"][0]["field"] == "local_time"
        assert (ended.status_code, ended.json()["code"]) == (409, "nothing_to_move")
