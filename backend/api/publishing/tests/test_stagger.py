"""The accounts of a post, spread over some minutes."""

from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import add_accounts, add_asset

from api.publishing.stagger import spread
from api.publishing.tests.test_creator_caps import body
from conftest import NOON, Caller

POST = UUID(int=7)
FORTY = [UUID(int=number) for number in range(1, 41)]


class TestSpread:
    def test_gives_forty_accounts_forty_times(self) -> None:
        times = spread(POST, FORTY, due_at=NOON, minutes=60)

        assert len(set(times.values())) == 40
        assert min(times.values()) == NOON
        assert max(times.values()) < NOON + timedelta(minutes=60)

    def test_is_the_same_however_the_accounts_are_listed(self) -> None:
        assert spread(POST, FORTY, due_at=NOON, minutes=60) == spread(POST, FORTY[::-1], due_at=NOON, minutes=60)

    def test_has_another_order_for_another_post(self) -> None:
        one, other = (spread(UUID(int=post), FORTY, due_at=NOON, minutes=60) for post in (1, 2))

        assert sorted(FORTY, key=one.__getitem__) != sorted(FORTY, key=other.__getitem__)
        assert sorted(FORTY, key=one.__getitem__) != FORTY

    def test_has_no_even_beat(self) -> None:
        times = sorted(spread(POST, FORTY, due_at=NOON, minutes=60).values())

        assert len({late - early for early, late in pairwise(times)}) > 20

    @given(st.integers(1, 60), st.integers(0, 1440))
    def test_stays_within_its_minutes(self, count: int, minutes: int) -> None:
        times = spread(POST, [UUID(int=number) for number in range(count)], due_at=NOON, minutes=minutes)

        assert all(NOON <= at <= NOON + timedelta(minutes=minutes) for at in times.values())


@pytest.mark.django_db
class TestPost:
    def schedule(self, alice: Caller) -> dict[str, object]:
        content = body(add_accounts(alice, 8), hours=3) | {"media_ids": [str(add_asset(alice).pk)]}
        content["timing"] |= {"stagger_min": 40, "late_limit_min": None}
        return content

    def times(self, post: object) -> dict[str, datetime]:
        assert isinstance(post, dict)
        return {row["account"]["id"]: datetime.fromisoformat(row["due_at"]) for row in post["publications"]}

    def test_goes_out_spread_and_says_so(self, alice: Caller) -> None:
        post = alice.post("/posts", self.schedule(alice)).json()

        times = self.times(post)
        assert len(set(times.values())) == 8
        assert min(times.values()) == datetime.fromisoformat(post["due_at"])
        assert (post["stagger_min"], post["late_limit_min"]) == (40, None)

    def test_keeps_its_times_when_only_the_caption_changes(self, alice: Caller) -> None:
        content = self.schedule(alice)
        post = alice.post("/posts", content).json()

        changed = alice.put(f"/posts/{post['id']}", content | {"caption": "Another"}).json()

        assert self.times(changed) == self.times(post)

    @pytest.mark.parametrize(
        "change", [{"stagger_min": -1}, {"stagger_min": 1441}, {"late_limit_min": 0}, {"late_limit_min": 100_000}]
    )
    def test_says_which_length_is_wrong(self, alice: Caller, change: dict[str, int]) -> None:
        content = self.schedule(alice)
        assert isinstance(content["timing"], dict)
        content["timing"] |= change

        answer = alice.post("/posts", content)

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == f"timing.{next(iter(change))}"
