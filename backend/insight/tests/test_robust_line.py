"""Lines that odd examples pull at only a little."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from insight.robust_line import fit_line


def test_a_tenth_of_wild_examples_hardly_moves_the_line() -> None:
    draw = np.random.default_rng(8)
    features = draw.normal(0, 1, (500, 2))
    target = 3 + features @ np.array([2.0, -1.0]) + draw.normal(0, 0.1, 500)
    target[::10] += 100

    line = fit_line(features, target)

    assert np.allclose(line.at(np.array([[0.0, 0.0], [1.0, 1.0]])), [3.0, 4.0], atol=0.15)


def test_a_feature_that_never_changes_is_borne() -> None:
    features = np.column_stack([np.arange(50.0), np.full(50, 7.0)])

    assert np.allclose(fit_line(features, 2 * features[:, 0]).at(features), 2 * features[:, 0], atol=3)


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10**6), shift=st.floats(-100, 100))
def test_what_is_added_to_all_targets_is_added_to_the_line(seed: int, shift: float) -> None:
    draw = np.random.default_rng(seed)
    features, target = draw.normal(0, 1, (60, 3)), draw.normal(0, 1, 60)

    one, other = fit_line(features, target), fit_line(features, target + shift)

    assert np.allclose(one.at(features) + shift, other.at(features), atol=1e-6)
