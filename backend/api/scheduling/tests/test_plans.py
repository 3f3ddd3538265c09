"""What is told before an account is paused or disconnected."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.conftest import RULE, add_accounts, add_asset

from api.accounts.models import Account
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import compose_body
from conftest import Caller

pytestmark = pytest.mark.django_db


def add(alice: Caller, accounts: list[Account], caption: str, *, days: int) -> Post:
    local = f"{datetime.now() + timedelta(days=days):%Y-%m-%dT18:00}"  # noqa: DTZ005 - a clock on the wall
    timing = {"mode": "at", "local_time": local, "time_zone": "Europe/Berlin"}
    body = compose_body(add_asset(alice, Post.objects.count()), *accounts) | {"caption": caption, "timing": timing}
    answer = alice.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return Post.objects.get(pk=answer.json()["id"])


def test_tells_what_is_scheduled_on_its_way_and_repeated(
    alice: Caller, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    accounts = add_accounts(alice, 2)
    for number in range(7):
        add(alice, accounts, f"number {number}", days=20 - number)
    other = add(alice, accounts[1:], "of the other", days=3)
    sending = add(alice, accounts, "on its way", days=2)
    Publication.objects.filter(post=sending).update(state=State.UPLOADING)
    alice.delete(f"/posts/{add(alice, accounts, 'deleted', days=4).pk}")
    assert alice.post("/series", {"post_id": str(other.pk), "rule": RULE, "consent": True}).status_code == 201

    with django_assert_num_queries(7):  # two are of who asks
        first = alice.get(f"/accounts/{accounts[0].pk}/plans").json()
    second = alice.get(f"/accounts/{accounts[1].pk}/plans").json()

    assert (first["scheduled"], first["on_its_way"], first["series"]) == (7, 1, 0)
    assert [post["caption"] for post in first["next"]] == [f"number {number}" for number in (6, 5, 4, 3, 2)]
    assert (second["scheduled"], second["series"], second["next"][0]["id"]) == (8, 1, str(other.pk))


def test_knows_no_account_of_others(alice: Caller, mallory: Caller) -> None:
    [account] = add_accounts(alice, 1)

    assert mallory.get(f"/accounts/{account.pk}/plans").status_code == 404
    assert alice.get(f"/accounts/{uuid4()}/plans").status_code == 404
