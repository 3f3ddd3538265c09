"""The first page: what waits for a person, today, and what comes next."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import compose_body
from api.scheduling.home_router import HomeOut
from conftest import Caller

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")  # alice's


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


def add(alice: Caller, accounts: list[Account], caption: str, *, state: State, due_at: datetime) -> Post:
    """Put a post there as it is after a while: its publications in a state, at a time that may be over."""
    body = compose_body(add_asset(alice, Post.objects.count()), *accounts) | {"caption": caption}
    answer = alice.post("/posts", body)
    assert answer.status_code == 201, answer.content
    post = Post.objects.get(pk=answer.json()["id"])
    Post.objects.filter(pk=post.pk).update(due_at=due_at)
    stopped = {"reason_code": "spam_risk", "reason_message": "TikTok said no."} if state == State.FAILED else {}
    Publication.objects.filter(post=post).update(state=state, due_at=due_at, next_try_at=None, **stopped)
    return post


def captions(posts: list[dict[str, Any]]) -> list[str]:
    return [post["caption"] for post in posts]


def at(hour: int, *, days: int = 0) -> datetime:
    """Return an hour of a day by alice's clock."""
    day = datetime.now(BERLIN).date() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, 30, tzinfo=BERLIN)


def test_sorts_posts_by_what_they_ask_of_a_person(alice: Caller, accounts: list[Account]) -> None:
    add(alice, accounts, "out", state=State.PUBLISHED, due_at=at(0))
    add(alice, accounts, "tonight", state=State.SCHEDULED, due_at=at(23))
    add(alice, accounts, "tomorrow", state=State.SCHEDULED, due_at=at(0, days=1))
    add(alice, accounts, "out yesterday", state=State.PUBLISHED, due_at=at(23, days=-1))
    add(alice, accounts, "refused", state=State.FAILED, due_at=at(12, days=-9))
    add(alice, accounts, "missed today", state=State.MISSED, due_at=at(1))
    add(alice, accounts, "called off", state=State.CANCELLED, due_at=at(2))

    answer = alice.get("/home")
    home = answer.json()

    assert HomeOut.model_validate_json(answer.content).model_dump(mode="json") == home
    assert captions(home["waiting"]) == ["missed today", "refused"]
    assert captions(home["today"]) == ["out", "tonight"]
    assert captions(home["next"]) == ["tomorrow"]
    assert (home["waiting_count"], home["today_count"]) == (2, 2)
    [_, refused] = home["waiting"]
    assert (refused["status"], refused["reason"]) == ("failed", "TikTok said no.")
    assert (refused["account_count"], refused["accounts"]) == (2, ["Account 0", "Account 1"])
    assert refused["thumbnail_url"]


def test_a_post_that_failed_on_one_account_waits_and_is_not_of_today(alice: Caller, accounts: list[Account]) -> None:
    post = add(alice, accounts, "half out", state=State.PUBLISHED, due_at=at(3))
    Publication.objects.filter(post=post, account=accounts[0]).update(state=State.FAILED)

    home = alice.get("/home").json()

    assert (captions(home["waiting"]), home["today"]) == (["half out"], [])


def test_a_draft_in_the_inbox_says_so(alice: Caller, accounts: list[Account]) -> None:
    post = add(alice, accounts, "in the inbox", state=State.PUBLISHED, due_at=at(3))
    Publication.objects.filter(post=post, account=accounts[0]).update(post_mode="MEDIA_UPLOAD")

    assert [one["in_inbox"] for one in alice.get("/home").json()["today"]] == [True]


def test_shows_no_deleted_post_and_nothing_of_others(alice: Caller, mallory: Caller, accounts: list[Account]) -> None:
    post = add(alice, accounts, "refused", state=State.FAILED, due_at=at(3))
    empty = {"waiting": [], "waiting_count": 0, "today": [], "today_count": 0, "next": []}

    assert mallory.get("/home").json() == empty
    alice.delete(f"/posts/{post.pk}")
    assert alice.get("/home").json() == empty


def test_asks_as_much_for_many_posts_as_for_one(
    alice: Caller, accounts: list[Account], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    states = (State.FAILED, State.PUBLISHED, State.SCHEDULED, State.MISSED)
    for number in range(12):
        add(alice, accounts, f"{number}", state=states[number % 4], due_at=at(12, days=number // 6))
        if number not in (3, 11):
            continue
        with django_assert_num_queries(8):  # two are of who asks
            alice.get("/home")
