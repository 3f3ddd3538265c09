"""
When an account's posts reach farthest: the 168 hours of its week, local time. Pure; numpy.

A mean an hour never learns: most hours hold a post or none, and the best of 168 is whichever had the one lucky post. Here hours
that are alike tell of one another (the same hour on other days, the hours beside it), and the account leans on the fleet's own
curve until it has enough posts to differ from it: a Gaussian process around a learnt prior.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from insight.least import TIMES_ACCOUNTS, TIMES_POSTS, WEEK_SLOTS
from insight.robust import median, spread

SLOTS, DAY_HOURS, DAYS = WEEK_SLOTS, 24, 7  # slot 0 is Monday, midnight to one
FIRST_OF_WEEKEND = 5
LEVEL_VARIANCE = 4.0  # what an account's own level may be off; it says nothing of hours
WINSORISED = 2.5  # spreads from the account's middle
PRIOR_POSTS, PRIOR_SPREAD = 8.0, 0.9
RECOMMENDED, APART = 3, 2  # slots, and hours between them
BAND = 1.2816  # standard deviations: four fifths lie within
MOSTLY_FLEET, MOSTLY_OWN = 0.15, 0.6  # of the doubt the account's own posts took away

Curve = npt.NDArray[np.float64]


class Source(StrEnum):
    """Where a recommendation comes from: other accounts of the installation, the account's own posts, or both."""

    FLEET = "fleet"
    MIXED = "mixed"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Shape:
    """
    How hours are alike: variances of what they share, in squared log views; and over how many hours.

    `hour`: the same hour of any day; `weekend`: of the same part of the week; `day`: the whole day. `noise` is by what the
    accounts' own estimates of their posts' scatter are to be multiplied.
    """

    hour: float = 0.03
    weekend: float = 0.015
    day: float = 0.005
    width_h: float = 2.5
    noise: float = 1.0


@dataclass(frozen=True, slots=True)
class Week:
    """An account's posts by hour of the week: how many, and how far above its middle on average; `noise`: a post's variance."""

    counts: Curve
    means: Curve
    noise: float

    @property
    def posts(self) -> int:
        return int(self.counts.sum())


@dataclass(frozen=True, slots=True)
class FleetWeek:
    """What the fleet has in common: its curve and how sure it is, how accounts differ from it, and what bands are widened by."""

    curve: Curve
    covariance: Curve
    shape: Shape
    widening: float
    accounts: int


@dataclass(frozen=True, slots=True)
class GoodTime:
    """
    An hour of the local week, Monday 0; `uplift`: views against the account's average hour, 0.2 is a fifth more.

    Four fifths of the time the truth lies within `low` and `high`. `posts_nearby` is how many of the account's posts tell of it.
    """

    slot: int
    uplift: float
    low: float
    high: float
    posts_nearby: float


@dataclass(frozen=True, slots=True)
class BestTimes:
    """The best hours, best first; the whole week's uplift; and where it comes from. No `times`: not enough data."""

    times: tuple[GoodTime, ...]
    uplift: tuple[float, ...]
    source: Source | None
    own_share: float
    posts: int


def gather(slots: Sequence[int], log_views: Sequence[float]) -> Week:
    """
    Return an account's week.

    :param slots: each post's hour of the local week
    :param log_views: ln(1 + views) of each post, all at the same age
    """
    counts, sums = np.zeros(SLOTS), np.zeros(SLOTS)
    if not slots:
        return Week(counts, sums, PRIOR_SPREAD**2)
    middle = median(log_views)
    most = WINSORISED * math.sqrt(_shrunk(spread(log_views) ** 2, len(slots)))
    values = np.clip(np.asarray(log_views, np.float64) - middle, -most, most)
    np.add.at(counts, slots, 1)
    np.add.at(sums, slots, values)
    # Of the values that are used, tails and all: a median's spread would call half of what chance does a habit.
    return Week(counts, sums / np.maximum(counts, 1), _shrunk(float(values.var()), len(slots)))


def similarity(shape: Shape) -> Curve:
    """Return how an account's difference from the fleet goes together over the week's hours: (168, 168)."""
    slot = np.arange(SLOTS)
    hour, day = slot % DAY_HOURS, slot // DAY_HOURS
    turn = 2 * np.sin(np.pi * (hour[:, None] - hour[None, :]) / DAY_HOURS) ** 2
    near = np.exp(-turn / (2 * np.pi * shape.width_h / DAY_HOURS) ** 2)
    weekend = day >= FIRST_OF_WEEKEND
    of_day = np.exp(-2 * np.sin(np.pi * (day[:, None] - day[None, :]) / DAYS) ** 2)
    together = weekend[:, None] == weekend[None, :]
    return np.asarray(shape.hour * near + shape.weekend * near * together + shape.day * of_day, np.float64)


def find_best_times(week: Week, fleet: FleetWeek | None) -> BestTimes:
    """Return the hours at which the account's posts are to be expected to reach farthest."""
    if fleet is None or (fleet.accounts < TIMES_ACCOUNTS and week.posts < TIMES_POSTS):
        return BestTimes((), (), None, 0.0, week.posts)
    alike = similarity(fleet.shape)
    before = centred(fleet.curve, alike + fleet.covariance)
    curve, sure = centred(*learn_from(week, fleet.curve, alike + fleet.covariance, noise=fleet.shape.noise))
    sd = np.sqrt(np.maximum(np.diag(sure), 1e-12)) * fleet.widening
    nearby = (alike / alike[0, 0]) @ week.counts
    times = tuple(
        GoodTime(
            slot,
            math.expm1(curve[slot]),
            math.expm1(curve[slot] - BAND * sd[slot]),
            math.expm1(curve[slot] + BAND * sd[slot]),
            round(float(nearby[slot]), 1),
        )
        for slot in pick(curve)
    )
    own = 1 - float(np.trace(sure) / np.trace(before[1]))
    return BestTimes(times, tuple(np.expm1(curve).tolist()), _source_of(own), round(own, 3), week.posts)


def learn_from(week: Week, prior: Curve, covariance: Curve, *, noise: float = 1.0) -> tuple[Curve, Curve]:
    """Return a curve and its covariance after an account's posts were seen."""
    seen = np.flatnonzero(week.counts)
    if not len(seen):
        return prior, covariance
    level = covariance + LEVEL_VARIANCE
    by_chance = np.diag(noise * week.noise / week.counts[seen])
    gain = np.linalg.solve(level[np.ix_(seen, seen)] + by_chance, level[seen]).T
    curve = prior + gain @ (week.means[seen] - prior[seen])
    return curve, level - gain @ level[seen]


def pick(curve: Curve, count: int = RECOMMENDED) -> list[int]:
    """Return the highest hours that lie APART, highest first; the week goes round."""
    chosen = list[int]()
    for slot in np.argsort(-curve, kind="stable").tolist():
        if all(min((slot - one) % SLOTS, (one - slot) % SLOTS) >= APART for one in chosen):
            chosen.append(slot)
            if len(chosen) == count:
                break
    return chosen


def _shrunk(variance: float, posts: int) -> float:
    """Return a post's variance, leaning on the usual one while there are few posts."""
    return (PRIOR_POSTS * PRIOR_SPREAD**2 + posts * variance) / (PRIOR_POSTS + posts)


def centred(curve: Curve, covariance: Curve) -> tuple[Curve, Curve]:
    """Take the week's average out: what is asked is which hours are better than others."""
    half = covariance - covariance.mean(axis=0)
    return curve - curve.mean(), half - half.mean(axis=1, keepdims=True)


def _source_of(own_share: float) -> Source:
    if own_share < MOSTLY_FLEET:
        return Source.FLEET
    return Source.MIXED if own_share < MOSTLY_OWN else Source.ACCOUNT
