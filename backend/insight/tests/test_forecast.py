"""Forecasts: what they know of weeks and trends, how honest their bands are, and when they say nothing."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight.forecast import FEWEST_DAYS, TooShort, forecast_daily, forecast_level

WEEK = [100, 120, 90, 110, 300, 500, 450]


def test_a_week_that_always_repeats_is_foretold() -> None:
    seen = forecast_daily([float(value) for value in WEEK * 12], 14)

    assert np.allclose(seen.middle, WEEK * 2, rtol=0.03)


def test_followers_go_on_as_they_went_but_not_for_ever() -> None:
    values = [10_000 + 50 * day for day in range(120)]

    seen = forecast_level([float(value) for value in values], 30)

    assert values[-1] < seen.middle[0] < seen.middle[-1] < values[-1] + 30 * 50


def test_bands_widen_and_hold_the_middle() -> None:
    draw = np.random.default_rng(1)
    seen = forecast_daily((1_000 * np.exp(draw.normal(0, 0.3, 150))).tolist(), 14)
    widths = [math.log(high / low) for low, high in zip(seen.low, seen.high, strict=True)]

    assert all(low <= middle <= high for low, middle, high in zip(seen.low, seen.middle, seen.high, strict=True))
    assert widths == sorted(widths)
    assert seen.tried > 1


def test_four_fifths_lie_within() -> None:
    draw, held = np.random.default_rng(2), []
    for _ in range(40):
        values = 1_000 * np.exp(np.cumsum(draw.normal(0, 0.05, 194)))
        seen = forecast_daily(values[:180].tolist(), 14)
        held.append(np.mean((values[180:] >= seen.low) & (values[180:] <= seen.high)))

    assert 0.7 <= np.mean(held) <= 0.92


def test_too_few_days_are_refused() -> None:
    with pytest.raises(TooShort, match="27 days are too few; 28 are the least"):
        forecast_daily([5.0] * (FEWEST_DAYS - 1), 14)


@given(values=st.lists(st.floats(0, 1e9), min_size=FEWEST_DAYS, max_size=90), days=st.integers(1, 60))
def test_whatever_it_is_given_is_answered_in_order_and_never_below_nothing(values: list[float], days: int) -> None:
    for forecast in (forecast_daily, forecast_level):
        seen = forecast(values, days)
        assert len(seen.low) == len(seen.middle) == len(seen.high) == days
        for low, middle, high in zip(seen.low, seen.middle, seen.high, strict=True):
            assert 0 <= low <= middle <= high
