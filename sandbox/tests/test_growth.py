"""Counts that grow as an audience comes and goes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.world.rhythm import Audience, audience_of, count_reactions, grow, rhythm_at

HOUR, DAY = 3600, 86400
NOON = 1_795_348_800.0


def reactions(now: float) -> dict[str, int]:
    audience = audience_of("studio.nord")
    return count_reactions("7711130914144767670", followers=48_210, audience=audience, created=NOON, now=now)


class TestRhythm:
    @given(st.text(max_size=20), st.floats(0, 2e9), st.floats(1, 1e6))
    def test_attention_only_grows(self, handle: str, instant: float, later: float) -> None:
        audience = audience_of(handle)

        assert audience.attention(instant + later) > audience.attention(instant)

    def test_evenings_are_lively_and_mornings_are_not(self) -> None:
        assert rhythm_at(20) > 1.3
        assert rhythm_at(6) < 0.5

    def test_an_audience_elsewhere_is_lively_at_another_hour(self) -> None:
        here, there = Audience(((0, 1.0),)), Audience(((12, 1.0),))
        evening = NOON - NOON % DAY + 20 * HOUR

        gained = [audience.attention(evening + HOUR) - audience.attention(evening) for audience in (here, there)]

        assert gained[0] > 2 * gained[1]


class TestReactions:
    def test_grow_fast_at_first_and_then_slowly(self) -> None:
        views = [reactions(NOON + days * DAY)["view_count"] for days in range(31)]

        assert views[0] == 0
        assert views[1] - views[0] > 10 * (views[30] - views[29])

    @given(st.floats(0, 1e7), st.floats(0.001, 1e5))
    def test_never_shrink_and_are_always_the_same(self, age: float, later: float) -> None:
        before, after = reactions(NOON + age), reactions(NOON + age + later)

        assert all(after[name] >= count for name, count in before.items())
        assert before == reactions(NOON + age)

    def test_an_account_never_shrinks(self) -> None:
        audience = audience_of("x")
        counts = [
            grow(5000, "followers", "x", audience=audience, born=NOON, now=NOON + hours * HOUR) for hours in range(100)
        ]

        assert counts[0] == 5000
        assert all(earlier <= later for earlier, later in pairwise(counts))
        assert counts[-1] > counts[0]
