"""Small statistics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight.robust import median, normal_share_below, spread


def test_one_odd_value_spoils_nothing() -> None:
    usual = [float(value) for value in range(99)]

    assert abs(median([*usual, 1e12]) - median(usual)) <= 1
    assert abs(spread([*usual, 1e12]) - spread(usual)) <= 2


def test_the_normal_distribution() -> None:
    assert [round(normal_share_below(z), 3) for z in (-4, 0, 1, 1.645)] == [0.0, 0.5, 0.841, 0.95]


def test_of_nothing_there_is_no_middle() -> None:
    with pytest.raises(ValueError, match="no values"):
        median([])
    assert spread([3.0]) == 0


@given(values=st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=50), shift=st.floats(-1e6, 1e6))
def test_moving_all_moves_the_middle(values: list[float], shift: float) -> None:
    assert median([value + shift for value in values]) == pytest.approx(median(values) + shift, abs=1e-3)
