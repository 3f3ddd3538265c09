"""
How many views a post will have at seven days, from its first hours. Pure; numpy.

What a post has gained between each of its checkpoints says more than its latest count, and what its account is used to says
most of all while the post is young. A regression for each age puts them together; how far off it was on posts it had not seen,
among those with about as many views, is its band. Before six hours the band is all that should be shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from insight.robust import median
from insight.robust_line import Line, fit_line

AGES_H = (1, 3, 6, 12, 24, 48, 72, 168)
TARGET = len(AGES_H) - 1
FEWEST_EXAMPLES = 200
HELD_OUT = 3  # one in so many
COVERED = 0.8
MOST_BANDS, POSTS_A_BAND = 5, 40
BASELINE_POSTS, PRIOR_POSTS = 50, 3.0

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AgeModel(Line):
    """
    One age's regression of what is to come, and how far off four fifths were; in logarithms.

    There is a band more than there are edges: the second is for posts of at least `edges[0]` ln views so far, and so on. Few
    views are mostly chance; one band for all would be too narrow for a fifth of the posts and too wide for the rest.
    """

    edges: tuple[float, ...]
    bands: tuple[float, ...]

    def band(self, log_views: float) -> float:
        return self.bands[int(np.searchsorted(self.edges, log_views, side="right"))]


@dataclass(frozen=True, slots=True)
class EarlyModel:
    """For posts whose counters are known from the age at `since` in AGES_H on; `ages` counts from there."""

    ages: Mapping[int, AgeModel]
    examples: int
    since: int = 0


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
        first = max(0, place - BASELINE_POSTS)
        count = place - first
        level = median(log_views[first:place, -1].tolist()) if count else followers_level
        shrunk = (count * level + PRIOR_POSTS * followers_level) / (count + PRIOR_POSTS)
        usual[place] = shrunk - (np.median(growth[first:place], axis=0) if count else 0.0)
    return usual


def learn_early(log_views: Matrix, usual: Matrix, *, since: int = 0) -> EarlyModel | None:
    """
    Learn from finished posts; None for fewer than FEWEST_EXAMPLES.

    :param log_views: ln(1 + views), shape (posts, ages)
    :param since: the place in AGES_H of the first of these ages: what nobody saw the first hours of has a model of its own
    :param usual: what the account was used to before the post, as `usual_before` tells, the same shape
    """
    if len(log_views) < FEWEST_EXAMPLES:
        return None
    models = {age: _learn_age(log_views, usual, age) for age in range(TARGET - since)}
    return EarlyModel(models, len(log_views), since)


def expect_views(model: EarlyModel, log_views: Sequence[float], usual: Sequence[float]) -> Expected:
    """
    Return what a post is to be expected to have at seven days.

    :param log_views: ln(1 + views) at the ages it has reached, of those the model is for
    :param usual: what its account is used to, at all of the model's ages
    :raises ValueError: for a post that has reached none of them
    """
    if not log_views:
        raise ValueError(f"a post of less than {AGES_H[model.since]} h")
    age = min(len(log_views), TARGET - model.since) - 1
    one = model.ages[age]
    growth = one.at(_features(np.array([log_views[: age + 1]]), np.array([usual]), age))
    now = log_views[age]
    middle, band = now + max(float(growth[0]), 0.0), one.band(now)  # views do not go away again
    low, high = max(now, middle - band), middle + band
    return Expected(float(np.expm1(middle)), float(np.expm1(low)), float(np.expm1(high)), AGES_H[model.since + age])


def _learn_age(log_views: Matrix, usual: Matrix, age: int) -> AgeModel:
    held = np.arange(len(log_views)) % HELD_OUT == 0
    features = _features(log_views[:, : age + 1], usual, age)
    target = log_views[:, -1] - log_views[:, age]
    line = fit_line(features[~held], target[~held])
    off = np.abs(np.maximum(line.at(features[held]), 0) - target[held])
    now = log_views[held, age]
    count = max(1, min(MOST_BANDS, len(off) // POSTS_A_BAND))
    edges = np.unique(np.quantile(now, np.arange(1, count) / count))
    which = np.searchsorted(edges, now, side="right")
    bands = [_width(off[which == one], off) for one in range(len(edges) + 1)]
    return AgeModel(**asdict(line), edges=tuple(edges.tolist()), bands=tuple(bands))


def _width(off: Matrix, of_all: Matrix) -> float:
    """Return how far off COVERED of them were; of all where many posts with the same views leave a band next to none."""
    return float(np.quantile(off if len(off) >= POSTS_A_BAND // 2 else of_all, COVERED))


def _features(seen: Matrix, usual: Matrix, age: int) -> Matrix:
    """
    The latest count, each gain before it, the account's usual end and how far ahead of it the post is; with curvature.

    And all that matters less, the fewer views there are: a count is off by about its square root.
    """
    now = seen[:, -1:]
    gains = np.diff(seen, axis=1)
    ahead = now - usual[:, age : age + 1]
    to_come = usual[:, -1:] - now
    last = gains[:, -1:] if age else np.zeros_like(now)
    doubt = np.exp(-now / 2)
    return np.hstack(
        [now, gains, ahead, to_come, np.maximum(to_come, 0), last**2, doubt, doubt * ahead, doubt * to_come]
    )
