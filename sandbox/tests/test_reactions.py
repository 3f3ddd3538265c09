"""What becomes of a video, and what was planted in it to be found."""

from statistics import geometric_mean, mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.world.reactions import count_reactions, hour_factor, is_breakout, reach_factor
from carillon_sandbox.world.rhythm import Audience, audience_of

HOUR, DAY = 3600, 86400
NOON = 1_795_348_800.0
MANY = [str(7_711_130_914_144_767_670 + number) for number in range(3000)]
BREAKOUTS = [video for video in MANY if is_breakout(video)]
OTHERS = [video for video in MANY if not is_breakout(video)]


def reactions(age: float, video: str = MANY[0], handle: str = "studio.nord") -> dict[str, int]:
    return count_reactions(video, handle=handle, followers=48_210, created=NOON, now=NOON + age)


def reach_of(video: str, handle: str = "studio.nord", created: float = NOON) -> float:
    return reach_factor(video, handle=handle, created=created)


class TestGrowth:
    def test_is_fast_at_first_and_then_slow(self) -> None:
        views = [reactions(days * DAY)["view_count"] for days in range(31)]

        assert views[0] == 0
        assert views[1] - views[0] > 10 * (views[30] - views[29])

    @given(st.sampled_from(MANY[:200]), st.floats(0, 1e7), st.floats(0.001, 1e5))
    def test_never_turns_back_and_is_always_the_same(self, video: str, age: float, later: float) -> None:
        before, after = reactions(age, video), reactions(age + later, video)

        assert all(after[name] >= count for name, count in before.items())
        assert before == reactions(age, video)

    def test_stays_within_what_tiktoks_counters_hold(self) -> None:
        views = [
            count_reactions(video, handle="x", followers=900_000, created=NOON, now=NOON + 400 * DAY)["view_count"]
            for video in BREAKOUTS
        ]

        assert max(views) < 2**31


class TestHours:
    def test_the_liveliest_reaches_twice_as_many_as_the_deadest(self) -> None:
        factors = [hour_factor(Audience(((0, 1.0),)), NOON - 12 * HOUR + hour * HOUR) for hour in range(24)]

        assert max(factors) / min(factors) == pytest.approx(2.0, rel=0.03)
        assert mean(factors) == pytest.approx(1.0, abs=0.05)
        assert 20 <= factors.index(max(factors)) <= 23
        assert 6 <= factors.index(min(factors)) <= 8

    @given(st.text(max_size=20))
    def test_an_audience_in_two_zones_feels_less_of_it(self, handle: str) -> None:
        factors = [hour_factor(audience_of(handle), NOON + hour * HOUR) for hour in range(24)]

        assert 1.2 < max(factors) / min(factors) < 2.05

    def test_are_found_in_the_figures(self) -> None:
        hours = sorted(range(24), key=lambda hour: audience_of("studio.nord").liveliness(NOON + hour * HOUR))
        dead, lively = (
            geometric_mean(reach_of(video, created=NOON + hour * HOUR) for video in OTHERS[:400] for hour in some)
            for some in (hours[:4], hours[-4:])
        )

        assert 1.6 < lively / dead < 2.0


class TestAccounts:
    def test_differ_by_more_than_their_followers(self) -> None:
        handles = [f"account {number}" for number in range(200)]
        reached = [reach_of(MANY[0], handle) for handle in handles]

        assert 2 < max(reached) / geometric_mean(reached) < 6


class TestBreakouts:
    def test_are_three_in_a_hundred(self) -> None:
        assert 0.02 < len(BREAKOUTS) / len(MANY) < 0.04

    def test_reach_five_to_twenty_times_as_many(self) -> None:
        usual, beyond = (geometric_mean(reach_of(video) for video in some) for some in (OTHERS, BREAKOUTS))

        assert 7 < beyond / usual < 14

    def test_are_passed_on_more_often(self) -> None:
        def share_rate(videos: list[str]) -> float:
            totals = [reactions(30 * DAY, video) for video in videos]
            return mean(total["share_count"] / total["like_count"] for total in totals)

        assert 2.4 < share_rate(BREAKOUTS) / share_rate(OTHERS) < 3.6
