"""
How many views a post will have at seven days, from its first hours. Pure; numpy.

What a post has gained between each of its checkpoints says more than its latest count, and what its account is used to says
most of all while the post is young. A ridge regression for each age puts them together; how far off it was on posts it had not
seen is its band. Before six hours the band is all that should be shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from insight.robust import median

AGES_H = (1, 3, 6, 12, 24, 48, 72, 168)
TARGET = len(AGES_H) - 1
FEWEST_EXAMPLES = 200
HELD_OUT = 3  # one in so many
RIDGE = 1.0
COVERED = 0.8
NEXT_TO_NOTHING = 1e-9
BASELINE_POSTS, PRIOR_POSTS = 50, 3.0

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AgeModel:
    """One age's regression over standardised features, and how far off four fifths were, in logarithms."""

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    intercept: float
    band: float


@dataclass(frozen=True, slots=True)
class EarlyModel:
    """By the index of the age in AGES_H."""

    ages: Mapping[int, AgeModel]
    examples: int


@dataclass(frozen=True, slots=True)
class Expected:
    """Views at seven days: the middle, and the band in which four fifths of such posts end."""

    middle: float
    low: float
    high: float
    age_h: int


def usual_before(log_views: Matrix, followers_level: float) -> Matrix:
    """
    Return what an account was used to before each of its posts, at each age.

    :param log_views: ln(1 + views), shape (posts, ages), oldest post first
    :param followers_level: what an account of its size is expected to have at seven days, for as long as it has no posts
    """
    usual = np.empty_like(log_views)
    growth = log_views[:, -1:] - log_views
    for place in range(len(log_views)):
        before = log_views[max(0, place - BASELINE_POSTS) : place]
        count = len(before)
        level = median(before[:, -1].tolist()) if count else followers_level
        shrunk = (count * level + PRIOR_POSTS * followers_level) / (count + PRIOR_POSTS)
        typical = (
            np.median(growth[max(0, place - BASELINE_POSTS) : place], axis=0) if count else np.zeros(log_views.shape[1])
        )
        usual[place] = shrunk - typical
    return usual


def learn_early(log_views: Matrix, usual: Matrix) -> EarlyModel | None:
    """
    Learn from finished posts; None for fewer than FEWEST_EXAMPLES.

    :param log_views: ln(1 + views), shape (posts, ages)
    :param usual: what the account was used to before the post, as `usual_before` tells, the same shape
    """
    if len(log_views) < FEWEST_EXAMPLES:
        return None
    held = np.arange(len(log_views)) % HELD_OUT == 0
    models = {}
    for age in range(TARGET):
        features = _features(log_views[:, : age + 1], usual, age)
        target = log_views[:, TARGET] - log_views[:, age]
        mean, scale, weights, intercept = _ridge(features[~held], target[~held])
        expected = ((features[held] - mean) / scale) @ weights + intercept
        band = float(np.quantile(np.abs(np.maximum(expected, 0) - target[held]), COVERED))
        models[age] = AgeModel(tuple(mean), tuple(scale), tuple(weights), intercept, band)
    return EarlyModel(models, len(log_views))


def expect_views(model: EarlyModel, log_views: Sequence[float], usual: Sequence[float]) -> Expected:
    """
    Return what a post is to be expected to have at seven days.

    :param log_views: ln(1 + views) at the ages it has reached, of AGES_H
    :param usual: what its account is used to, at all ages
    """
    age = min(len(log_views), TARGET) - 1
    one = model.ages[age]
    features = _features(np.array([log_views[: age + 1]]), np.array([usual]), age)
    growth = float(((features - one.mean) / one.scale)[0] @ np.array(one.weights)) + one.intercept
    now = log_views[age]
    middle = now + max(growth, 0.0)  # views do not go away again
    low, high = max(now, middle - one.band), middle + one.band
    return Expected(float(np.expm1(middle)), float(np.expm1(low)), float(np.expm1(high)), AGES_H[age])


def _features(seen: Matrix, usual: Matrix, age: int) -> Matrix:
    """The latest count, each gain before it, the account's usual end and how far ahead of it the post is; with curvature."""
    now = seen[:, -1:]
    gains = np.diff(seen, axis=1)
    ahead = now - usual[:, age : age + 1]
    to_come = usual[:, TARGET : TARGET + 1] - now
    last = gains[:, -1:] if age else np.zeros_like(now)
    return np.hstack([now, gains, ahead, to_come, np.maximum(to_come, 0), last**2])


def _ridge(features: Matrix, target: Matrix) -> tuple[Matrix, Matrix, Matrix, float]:
    mean, scale = features.mean(axis=0), features.std(axis=0)
    scale = np.where(scale < NEXT_TO_NOTHING, 1.0, scale)
    scaled = (features - mean) / scale
    middle = float(target.mean())
    penalty = RIDGE * np.eye(scaled.shape[1])
    weights = np.linalg.solve(scaled.T @ scaled + penalty, scaled.T @ (target - middle))
    return mean, scale, weights, middle
