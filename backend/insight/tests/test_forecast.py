"""Forecasts: what they know of weeks and trends, how honest their bands are, and when they say nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight.forecast import FEWEST_DAYS, TooShort, forecast_daily, forecast_level, forecast_total

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
    widths = np.log1p(seen.high) - np.log1p(seen.low)  # the scale on which bands are made

    assert all(low <= middle <= high for low, middle, high in zip(seen.low, seen.middle, seen.high, strict=True))
    assert np.all(np.diff(widths) > -1e-9)
    assert widths[-1] > widths[0]
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


@settings(deadline=None, max_examples=50)
@given(values=st.lists(st.floats(0, 1e9), min_size=FEWEST_DAYS, max_size=90), days=st.integers(1, 60))
def test_whatever_it_is_given_is_answered_in_order_and_never_below_nothing(values: list[float], days: int) -> None:
    for forecast in (forecast_daily, forecast_level, forecast_total):
        seen = forecast(values, days)
        assert len(seen.low) == len(seen.middle) == len(seen.high) == days
        for low, middle, high in zip(seen.low, seen.middle, seen.high, strict=True):
            assert 0 <= low <= middle <= high


@settings(deadline=None, max_examples=50)
@given(gains=st.lists(st.integers(0, 10**6), min_size=FEWEST_DAYS, max_size=90), days=st.integers(1, 60))
def test_a_total_never_falls_below_what_it_is_nor_below_the_day_before(gains: list[int], days: int) -> None:
    totals = np.cumsum(gains).tolist()

    seen = forecast_total(totals, days)

    for line in (seen.low, seen.middle, seen.high):
        assert list(line) == sorted(line)
        assert line[0] >= totals[-1]


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10**6), times=st.floats(1, 1_000))
def test_an_account_ten_times_as_large_is_foretold_ten_times_as_much(seed: int, times: float) -> None:
    draw = np.random.default_rng(seed)
    values = 1e6 * np.exp(np.cumsum(draw.normal(0, 0.03, 60)) + draw.normal(0, 0.1, 60))

    for forecast in (forecast_daily, forecast_level):
        seen, larger = forecast(values.tolist(), 14), forecast((times * values).tolist(), 14)
        for name in ("low", "middle", "high"):
            assert np.allclose(np.array(getattr(larger, name)), times * np.array(getattr(seen, name)), rtol=1e-3)


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10**6), shift=st.integers(1, 6))
def test_which_weekday_a_history_begins_on_does_not_matter(seed: int, shift: int) -> None:
    """A weekly pattern is read off the last days, so a history cut anywhere foretells the same pattern."""
    draw = np.random.default_rng(seed)
    week = draw.uniform(100, 1_000, 7)
    values = np.tile(week, 20)

    seen = forecast_daily(values[shift:].tolist(), 7)

    assert np.allclose(seen.middle, week, rtol=0.05)
