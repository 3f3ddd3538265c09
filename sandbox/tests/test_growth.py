"""An account's counts grow as its audience comes and goes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carillon_sandbox.world.rhythm import Audience, audience_of, grow, rhythm_at

HOUR, DAY = 3600, 86400
NOON = 1_795_348_800.0


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

    @given(st.text(max_size=20), st.floats(0, 2e9))
    def test_liveliness_is_how_fast_attention_goes_by(self, handle: str, instant: float) -> None:
        audience = audience_of(handle)

        gained = audience.attention(instant + 60) - audience.attention(instant)

        assert gained / 60 == pytest.approx(audience.liveliness(instant + 30), abs=0.01)


class TestAccounts:
    def test_never_shrink(self) -> None:
        audience = audience_of("x")
        counts = [
            grow(5000, "followers", "x", audience=audience, born=NOON, now=NOON + hours * HOUR) for hours in range(100)
        ]

        assert counts[0] == 5000
        assert all(earlier <= later for earlier, later in pairwise(counts))
        assert counts[-1] > counts[0]
