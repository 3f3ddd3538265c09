"""Posting slots, the next free one, and drafts spread over them."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import compose_body
from conftest import Caller

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")


def day(ahead: int) -> datetime:
    return datetime.now(BERLIN).replace(tzinfo=None) + timedelta(days=ahead)


def at(ahead: int, hour: str) -> str:
    return f"{day(ahead):%Y-%m-%d}T{hour}"


def slot(ahead: int, hour: str) -> dict[str, Any]:
    return {"weekday": day(ahead).weekday(), "local_time": hour}


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


def set_slots(alice: Caller, account: Account, *slots: dict[str, Any]) -> Any:
    return alice.put(f"/accounts/{account.pk}/slots", {"slots": list(slots)})


def next_slots(alice: Caller, *accounts: Account) -> Any:
    return alice.get("/slots/next?" + "&".join(f"accounts={account.pk}" for account in accounts)).json()


def add_draft(alice: Caller, accounts: list[Account], caption: str, **choices: object) -> str:
    body = compose_body(add_asset(alice, Post.objects.count()), *accounts, **choices)
    answer = alice.post("/posts", body | {"caption": caption, "timing": {"mode": "draft"}, "consent": False})
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


class TestSlots:
    def test_are_kept_in_order_and_once(self, alice: Caller, accounts: list[Account]) -> None:
        late, early = {"weekday": 3, "local_time": "18:00"}, {"weekday": 0, "local_time": "09:15"}

        answer = set_slots(alice, accounts[0], late, early, late)

        assert answer.json() == {"time_zone": "Europe/Berlin", "slots": [early, late]}
        assert alice.get(f"/accounts/{accounts[0].pk}/slots").json() == answer.json()
        assert alice.get(f"/accounts/{accounts[1].pk}/slots").json()["slots"] == []

    def test_replace_those_before(self, alice: Caller, accounts: list[Account]) -> None:
        set_slots(alice, accounts[0], slot(1, "09:00"))

        assert set_slots(alice, accounts[0]).json()["slots"] == []

    def test_are_times_on_the_wall(self, alice: Caller, accounts: list[Account]) -> None:
        assert set_slots(alice, accounts[0], {"weekday": 1, "local_time": "09:00+05:00"}).status_code == 422

    def test_have_a_weekday(self, alice: Caller, accounts: list[Account]) -> None:
        assert set_slots(alice, accounts[0], {"weekday": 7, "local_time": "09:00"}).status_code == 422


class TestNextSlot:
    def test_is_the_first_with_no_post_in_its_minute(self, alice: Caller, accounts: list[Account]) -> None:
        set_slots(alice, accounts[0], slot(1, "09:00"), slot(2, "09:00"))
        timing = {"mode": "at", "local_time": at(1, "09:00"), "time_zone": "Europe/Berlin"}
        alice.post("/posts", compose_body(add_asset(alice), accounts[0]) | {"timing": timing})

        [found] = next_slots(alice, accounts[0])["accounts"]

        assert found["slot"]["local_time"] == at(2, "09:00")

    def test_is_free_again_when_the_post_was_cancelled(self, alice: Caller, accounts: list[Account]) -> None:
        set_slots(alice, accounts[0], slot(1, "09:00"))
        timing = {"mode": "at", "local_time": at(1, "09:00"), "time_zone": "Europe/Berlin"}
        alice.post("/posts", compose_body(add_asset(alice), accounts[0]) | {"timing": timing})
        Publication.objects.update(state=State.CANCELLED)

        assert next_slots(alice, accounts[0])["accounts"][0]["slot"]["local_time"] == at(1, "09:00")

    def test_together_is_one_that_all_have_free(self, alice: Caller, accounts: list[Account]) -> None:
        set_slots(alice, accounts[0], slot(1, "09:00"), slot(3, "12:00"))
        set_slots(alice, accounts[1], slot(2, "09:00"), slot(3, "12:00"))

        found = next_slots(alice, *accounts)

        assert found["together"]["local_time"] == at(3, "12:00")
        assert [one["slot"]["local_time"] for one in found["accounts"]] == [at(1, "09:00"), at(2, "09:00")]

    def test_says_who_has_no_slots(self, alice: Caller, accounts: list[Account]) -> None:
        found = next_slots(alice, *accounts)

        assert found["together"] is None
        assert [(one["has_slots"], one["slot"]) for one in found["accounts"]] == [(False, None), (False, None)]

    def test_is_asked_within_a_year(self, alice: Caller, accounts: list[Account]) -> None:
        for after in ("9999-12-31T23:59:59Z", "2026-12-24T18:00:00"):
            assert alice.get(f"/slots/next?accounts={accounts[0].pk}&after={after}").status_code == 422

    def test_is_not_told_of_anothers_account(self, mallory: Caller, accounts: list[Account]) -> None:
        assert mallory.get(f"/slots/next?accounts={accounts[0].pk}").status_code == 404


class TestBulkSchedule:
    def bulk(self, alice: Caller, posts: list[str], **more: object) -> Any:
        body = {"post_ids": posts, "time_zone": "Europe/Berlin", "consent": True, **more}
        return alice.post("/posts/bulk/schedule", body)

    def test_every_so_many_hours(self, alice: Caller, accounts: list[Account]) -> None:
        drafts = [add_draft(alice, accounts, f"Draft {number}") for number in range(3)]

        answer = self.bulk(alice, drafts, spread="every", start=at(1, "18:00"), every_hours=24)

        assert answer.json()["scheduled"] == 3
        assert [item["local_time"] for item in answer.json()["items"]] == [at(n, "18:00") for n in (1, 2, 3)]
        assert Publication.objects.filter(state=State.SCHEDULED).count() == 6
        assert Post.objects.filter(consent_at=None).count() == 0

    def test_over_the_slots(self, alice: Caller, accounts: list[Account]) -> None:
        set_slots(alice, accounts[0], slot(1, "09:00"), slot(2, "10:00"))
        set_slots(alice, accounts[1], slot(2, "10:00"))
        drafts = [
            add_draft(alice, [accounts[0]], "One"),
            add_draft(alice, accounts, "Two"),
            add_draft(alice, accounts, "3"),
        ]

        answer = self.bulk(alice, drafts, spread="slots", start=at(0, "00:00"))

        times = [item["local_time"] for item in answer.json()["items"]]
        assert times == [at(1, "09:00"), at(2, "10:00"), at(9, "10:00")]

    def test_at_given_times(self, alice: Caller, accounts: list[Account]) -> None:
        drafts = [add_draft(alice, accounts, "One"), add_draft(alice, accounts, "Two")]

        answer = self.bulk(alice, drafts, spread="times", local_times=[at(4, "07:00"), at(2, "08:00")])

        assert [item["local_time"] for item in answer.json()["items"]] == [at(4, "07:00"), at(2, "08:00")]

    def test_shows_first_what_it_would_do(self, alice: Caller, accounts: list[Account]) -> None:
        drafts = [add_draft(alice, accounts, "One"), add_draft(alice, accounts, "Two", privacy_level=None)]
        plan = {"spread": "every", "start": at(1, "18:00"), "consent": False}

        shown = self.bulk(alice, drafts, dry_run=True, **plan).json()

        assert (shown["dry_run"], shown["scheduled"]) == (True, 0)
        assert [item["problem"] and item["problem"]["code"] for item in shown["items"]] == [None, "privacy_missing"]
        assert Publication.objects.exclude(state=State.DRAFT).count() == 0
        assert Post.objects.filter(due_at=None, local_time="").count() == 2

    def test_one_that_cannot_leaves_the_others_alone(self, alice: Caller, accounts: list[Account]) -> None:
        good, bad = add_draft(alice, accounts, "Good"), add_draft(alice, accounts, "Bad", privacy_level=None)
        last = add_draft(alice, accounts, "Last")

        answer = self.bulk(alice, [good, bad, last], spread="every", start=at(1, "18:00")).json()

        assert answer["scheduled"] == 2
        assert answer["items"][2]["local_time"] == at(2, "18:00")  # the place of the one that failed
        assert {row.state for row in Publication.objects.filter(post_id=bad)} == {State.DRAFT}
        assert Post.objects.get(pk=bad).due_at is None

    def test_leaves_what_has_a_time_and_what_is_not_ours(
        self, alice: Caller, mallory: Caller, accounts: list[Account]
    ) -> None:
        draft = add_draft(alice, accounts, "One")
        first = self.bulk(alice, [draft], spread="every", start=at(1, "18:00")).json()
        again = self.bulk(alice, [draft], spread="every", start=at(2, "18:00")).json()
        theirs = self.bulk(mallory, [draft], spread="every", start=at(2, "18:00")).json()

        assert first["scheduled"] == 1
        assert again["items"][0]["problem"]["code"] == "not_a_draft"
        assert theirs["items"][0] == theirs["items"][0] | {"caption": "", "due_at": None}
        assert theirs["items"][0]["problem"]["code"] == "not_found"
        assert Post.objects.get(pk=draft).local_time == at(1, "18:00")

    def test_needs_consent(self, alice: Caller, accounts: list[Account]) -> None:
        draft = add_draft(alice, accounts, "One")

        answer = self.bulk(alice, [draft], spread="every", start=at(1, "18:00"), consent=False).json()

        assert answer["items"][0]["problem"]["code"] == "consent_missing"
