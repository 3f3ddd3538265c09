"""
Which hashtags go with more views than the account is used to. Pure.

A hashtag used twice, once on a lucky post, is no finding. Each one's effect is shrunk towards none by as much as chance alone
could have made it (empirical Bayes), and shown with the band in which it lies four times of five. It goes with the views; it
need not cause them.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from insight.robust import median, spread

BAND = 1.2816  # standard deviations: four fifths lie within
WINSORISED = 2.5  # spreads
LEAST_SPREAD, PRIOR_SPREAD, PRIOR_POSTS = 0.2, 0.9, 8.0
LEAST_BETWEEN = 0.01  # squared logarithms: tags differ at least by something
FEWEST_POSTS = 20  # in all; below that nothing is told


@dataclass(frozen=True, slots=True)
class Tagged:
    """A post: whose, with which hashtags, and ln(1 + views) at an age that is the same for all."""

    account: Hashable
    hashtags: Sequence[str]
    log_views: float


@dataclass(frozen=True, slots=True)
class HashtagEffect:
    """
    How many times an account's usual views a hashtag goes with, 1.0 being none: shrunk, with its band.

    `seen` is the same without shrinking, for comparison. `is_clear` when the band does not contain 1.
    """

    hashtag: str
    posts: int
    accounts: int
    times: float
    low: float
    high: float
    seen: float

    @property
    def is_clear(self) -> bool:
        return self.low > 1 or self.high < 1


def find_effects(posts: Iterable[Tagged]) -> list[HashtagEffect]:
    """Return every hashtag's effect, the strongest first; none at all for fewer than FEWEST_POSTS posts."""
    by_account: dict[Hashable, list[Tagged]] = defaultdict(list)
    for post in posts:
        by_account[post.account].append(post)
    if sum(map(len, by_account.values())) < FEWEST_POSTS:
        return []
    lifts: dict[str, list[tuple[Hashable, float, float]]] = defaultdict(list)
    for account, mine in by_account.items():
        values = [post.log_views for post in mine]
        usual, own = median(values), spread(values)
        scatter = math.sqrt((PRIOR_POSTS * PRIOR_SPREAD**2 + len(mine) * own**2) / (PRIOR_POSTS + len(mine)))
        scatter = max(LEAST_SPREAD, scatter)
        for post in mine:
            off = max(-WINSORISED * scatter, min(WINSORISED * scatter, post.log_views - usual))
            for hashtag in set(post.hashtags):
                lifts[hashtag].append((account, off, scatter**2))
    means = {tag: _pool([(off, noise) for _, off, noise in found]) for tag, found in lifts.items()}
    between = _learn_between(list(means.values()))
    effects = [_shrink(tag, found, means[tag], between) for tag, found in lifts.items()]
    return sorted(effects, key=lambda one: (-one.times, one.hashtag))


def _pool(offs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the weighted mean of what posts lie off, and its variance."""
    weight = sum(1 / noise for _, noise in offs)
    return sum(off / noise for off, noise in offs) / weight, 1 / weight


def _learn_between(means: Sequence[tuple[float, float]]) -> float:
    """Return how much hashtags differ beyond chance, by the moments of DerSimonian and Laird around no effect."""
    weights = [1 / variance for _, variance in means]
    scatter = sum(weight * mean**2 for weight, (mean, _) in zip(weights, means, strict=True))
    room = sum(weights) - sum(weight**2 for weight in weights) / sum(weights)
    return max(LEAST_BETWEEN, (scatter - len(means)) / room) if room > 0 else LEAST_BETWEEN


def _shrink(
    tag: str, found: Sequence[tuple[Hashable, float, float]], mean: tuple[float, float], between: float
) -> HashtagEffect:
    value, variance = mean
    kept = between / (between + variance)
    middle, off = kept * value, BAND * math.sqrt(kept * variance)
    return HashtagEffect(
        tag,
        posts=len(found),
        accounts=len({account for account, _, _ in found}),
        times=math.exp(middle),
        low=math.exp(middle - off),
        high=math.exp(middle + off),
        seen=math.exp(value),
    )
