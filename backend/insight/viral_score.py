"""
How far a post stands out, against what its own account is used to at the same age. 0 to 100; 50 is the account's normal. Pure.

Three parts: reach (views), how readily it is shared, how readily it is liked and commented. Each is a distance in standard
deviations, and every estimate leans on the fleet (all accounts of the installation) as long as the account's own posts are few.
A formula over raw counts cannot tell a large account's ordinary post from a small one's great one; this one can.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from insight.robust import MEDIAN_VARIANCE, median, normal_share_below, spread

WEIGHTS = {"reach": 0.7, "shares": 0.2, "engagement": 0.1}  # the best of those that hold with and without more shares
FARTHEST = 4.0  # standard deviations; more says nothing more
FEWEST_VIEWS = 30
BASELINE_POSTS = 50
LOW, MEDIUM = 5, 20  # posts in the baseline
MOST_USUAL = 0.95  # of the views: a rate, whatever a glitch says
PRIOR_POSTS = 8.0  # how many posts' worth of certainty the fleet's spread has


class Confidence(StrEnum):
    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Counts:
    """A post's counters at one age."""

    views: int
    likes: int = 0
    comments: int = 0
    shares: int = 0

    @property
    def engaged(self) -> int:
        return self.likes + self.comments

    @property
    def log_views(self) -> float:
        return math.log1p(max(self.views, 0))


@dataclass(frozen=True, slots=True)
class RatePrior:
    """
    How often a view becomes something, over the fleet: beta distributions around `rate`.

    `accounts` is how concentrated the accounts' rates are around it, `posts` how an account's posts are around its own, both in
    views' worth of certainty.
    """

    rate: float
    accounts: float
    posts: float


@dataclass(frozen=True, slots=True)
class Fleet:
    """
    What is usual at one age over all accounts: ln(1 + views) is `intercept + slope · ln(1 + followers)`.

    `spread` is how an account's posts scatter around its level, `between` how accounts scatter around the line. `tail` is how
    much farther out the weakest twentieth of all posts lie than a normal distribution's would; the strongest are looked for.
    """

    intercept: float
    slope: float
    spread: float
    between: float
    shares: RatePrior
    engagement: RatePrior
    tail: float = 1.0
    accounts: int = 0

    def level(self, followers: int) -> float:
        return self.intercept + self.slope * math.log1p(max(followers, 0))


# Where there is no fleet yet: accounts at the median reach a tenth of their followers, and scatter widely.
UNKNOWN_FLEET = Fleet(
    intercept=1.6, slope=0.7, spread=1.1, between=1.2,
    shares=RatePrior(0.004, 300.0, 1_000.0), engagement=RatePrior(0.06, 60.0, 120.0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: how many standard deviations from the account's normal, and its share of the sum."""

    z: float
    weighted: float


@dataclass(frozen=True, slots=True)
class ViralScore:
    """`score` is None where there are too few views to tell; `baseline_posts` is how many posts it was compared with."""

    score: float | None
    parts: dict[str, Part]
    baseline_posts: int
    confidence: Confidence


def score_post(post: Counts, baseline: Sequence[Counts], *, followers: int, fleet: Fleet) -> ViralScore:
    """
    Score a post against its account's own earlier posts.

    :param baseline: at most the last BASELINE_POSTS before it, never itself or later ones, all at the age the post has now
    :param fleet: what is usual at that age
    """
    baseline = baseline[-BASELINE_POSTS:]
    if post.views < FEWEST_VIEWS:
        return ViralScore(None, {}, len(baseline), Confidence.NONE)
    found = find_distances(post, baseline, followers=followers, fleet=fleet)
    parts = {name: Part(round(z, 3), round(WEIGHTS[name] * z, 3)) for name, z in found.items()}
    score = 100 * normal_share_below(add_up(found) / fleet.tail)
    return ViralScore(round(score, 1), parts, len(baseline), confidence_of(len(baseline)))


def find_distances(post: Counts, baseline: Sequence[Counts], *, followers: int, fleet: Fleet) -> dict[str, float]:
    """Return the parts' distances from the account's normal, in standard deviations, FARTHEST at most."""
    found = {
        "reach": _reach(post, baseline, followers, fleet),
        "shares": _lift(post.shares, post.views, [(one.shares, one.views) for one in baseline], fleet.shares),
        "engagement": _lift(post.engaged, post.views, [(one.engaged, one.views) for one in baseline], fleet.engagement),
    }
    return {name: max(-FARTHEST, min(FARTHEST, z)) for name, z in found.items()}


def add_up(distances: Mapping[str, float]) -> float:
    """Return the parts' weighted sum, in standard deviations of it if they are independent."""
    norm = math.sqrt(sum(weight**2 for weight in WEIGHTS.values()))
    return sum(WEIGHTS[name] * z for name, z in distances.items()) / norm


def confidence_of(baseline_posts: int) -> Confidence:
    if baseline_posts < LOW:
        return Confidence.LOW
    return Confidence.MEDIUM if baseline_posts < MEDIUM else Confidence.HIGH


def _reach(post: Counts, baseline: Sequence[Counts], followers: int, fleet: Fleet) -> float:
    values, count = [one.log_views for one in baseline], len(baseline)
    own = spread(values)
    variance = (PRIOR_POSTS * fleet.spread**2 + count * own**2) / (PRIOR_POSTS + count)
    usual, unsure = fleet.level(followers), fleet.between**2
    if count:
        of_median = MEDIAN_VARIANCE * variance / count
        weight = unsure / (unsure + of_median)
        usual, unsure = weight * median(values) + (1 - weight) * usual, weight * of_median
    return (post.log_views - usual) / math.sqrt(variance + unsure)


def _lift(hits: int, views: int, before: Iterable[tuple[int, int]], prior: RatePrior) -> float:
    """Return how much more often than the account is used to a view became something, in standard deviations."""
    seen, all_hits = 0.0, 0.0
    for one_hits, one_views in before:
        # A post of millions of views says little more of the account than one of thousands: its own rate is one draw.
        worth = one_views * prior.posts / (one_views + prior.posts)
        if one_views > 0:
            seen += worth
            all_hits += worth * one_hits / one_views
    usual = min(MOST_USUAL, (all_hits + prior.accounts * prior.rate) / (seen + prior.accounts))
    shrunk = (hits + prior.posts * usual) / (views + prior.posts)
    # The variance of a beta-binomial's share, shrunk as the post's own is, and of what the account is used to.
    shrinks = views / (views + prior.posts)
    drawn = (1 - usual) / (usual * views) * (1 + (views - 1) / (prior.posts + 1))
    known = (1 - usual) / (usual * (seen + prior.accounts))
    return math.log(shrunk / usual) / math.sqrt(shrinks**2 * (drawn + known))
