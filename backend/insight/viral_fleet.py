"""What is usual over a whole installation at one age, learnt from its posts: what `viral_score` leans on. Pure."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from insight.least import VIRAL_ACCOUNTS
from insight.robust import MEDIAN_VARIANCE, median, spread
from insight.viral_score import (
    BASELINE_POSTS,
    FEWEST_VIEWS,
    UNKNOWN_FLEET,
    Counts,
    Fleet,
    RatePrior,
    add_up,
    find_distances,
)

FEWEST_ACCOUNTS = VIRAL_ACCOUNTS
FEWEST_POSTS = 5  # of an account, before its scatter says anything
LEAST_SPREAD, LEAST_BETWEEN = 0.2, 0.2
TAIL_OF_EACH, TAIL_VALUES = 10, 200  # posts of an account; and in all, before a twentieth of them means anything
NORMAL_TAIL, LEAST_TAIL, MOST_TAIL = 1.645, 0.7, 1.6
LEAST_CERTAIN, MOST_CERTAIN = 20.0, 1e6  # views' worth
NEXT_TO_NOTHING = 1e-9
MOST_WEIGHT = 2_000  # views: beyond that the post's own rate is known well enough


@dataclass(frozen=True, slots=True)
class AccountPosts:
    """An account's posts, all at the same age."""

    followers: int
    posts: Sequence[Counts]


def learn_fleet(accounts: Sequence[AccountPosts]) -> Fleet:
    """Return what is usual; UNKNOWN_FLEET while there are fewer than FEWEST_ACCOUNTS with posts."""
    known = [one for one in accounts if one.posts]
    if len(known) < FEWEST_ACCOUNTS:
        return UNKNOWN_FLEET
    scatter = _learn_spread(known)
    intercept, slope, between = _learn_line(known, scatter)
    fleet = Fleet(
        intercept,
        slope,
        scatter,
        between,
        _learn_rate(known, lambda one: one.shares, UNKNOWN_FLEET.shares),
        _learn_rate(known, lambda one: one.engaged, UNKNOWN_FLEET.engagement),
        accounts=len(known),
    )
    return replace(fleet, tail=_learn_tail(known, fleet))


def _learn_spread(accounts: Sequence[AccountPosts]) -> float:
    found = [
        (len(one.posts), spread([post.log_views for post in one.posts]))
        for one in accounts
        if len(one.posts) >= FEWEST_POSTS
    ]
    if not found:
        return UNKNOWN_FLEET.spread
    total = sum(count for count, _ in found)
    return max(LEAST_SPREAD, math.sqrt(sum(count * value**2 for count, value in found) / total))


def _learn_tail(accounts: Sequence[AccountPosts], fleet: Fleet) -> float:
    """Score what is there, a few posts of each account, and see how far out the weakest lie."""
    off = list[float]()
    for one in accounts:
        for place in range(len(one.posts) - 1, 0, -max(1, len(one.posts) // TAIL_OF_EACH)):
            post, before = one.posts[place], one.posts[:place][-BASELINE_POSTS:]
            if post.views >= FEWEST_VIEWS:
                off.append(add_up(find_distances(post, before, followers=one.followers, fleet=fleet)))
    if len(off) < TAIL_VALUES:
        return 1.0
    return min(MOST_TAIL, max(LEAST_TAIL, float(-np.quantile(off, 0.05)) / NORMAL_TAIL))


def _learn_line(accounts: Sequence[AccountPosts], scatter: float) -> tuple[float, float, float]:
    """Return the line of the accounts' levels over ln(1 + followers), and how they scatter around it beyond chance."""
    sizes = np.log1p([max(one.followers, 0) for one in accounts])
    levels = np.array([median([post.log_views for post in one.posts]) for one in accounts])
    by_chance = MEDIAN_VARIANCE * scatter**2 / np.array([len(one.posts) for one in accounts])
    between = UNKNOWN_FLEET.between**2
    for _ in range(3):  # the weights depend on what is learnt; it settles at once
        weights = 1 / (between + by_chance)
        middle = float(np.average(sizes, weights=weights))
        across = float(np.sum(weights * (sizes - middle) ** 2))
        level = float(np.average(levels, weights=weights))
        slope = (
            float(np.sum(weights * (sizes - middle) * (levels - level)) / across) if across > NEXT_TO_NOTHING else 0.0
        )
        off = levels - level - slope * (sizes - middle)
        between = max(LEAST_BETWEEN**2, spread(off.tolist()) ** 2 - float(np.median(by_chance)))
    return level - slope * middle, slope, math.sqrt(between)


def _learn_rate(accounts: Sequence[AccountPosts], hits_of: Callable[[Counts], int], fallback: RatePrior) -> RatePrior:
    own, within = list[float](), list[tuple[int, float]]()
    for one in accounts:
        seen = [post for post in one.posts if post.views >= FEWEST_VIEWS]
        if not seen:
            continue
        rate = sum(hits_of(post) / post.views for post in seen) / len(seen)
        own.append(rate)
        if len(seen) >= FEWEST_POSTS and 0 < rate < 1:
            scale = rate * (1 - rate) * (1 - 1 / len(seen))
            for post in seen:
                weight = min(post.views, MOST_WEIGHT)
                within.append((weight, (hits_of(post) / post.views - rate) ** 2 / scale - 1 / post.views))
    if len(own) < FEWEST_ACCOUNTS or not 0 < (mean := sum(own) / len(own)) < 1:
        return fallback
    weighed = sum(weight for weight, _ in within)
    return RatePrior(
        mean,
        _certainty(float(np.var(own)) / (mean * (1 - mean))),
        _certainty(sum(weight * value for weight, value in within) / weighed) if weighed else fallback.posts,
    )


def _certainty(overdispersion: float) -> float:
    """Turn a variance, as a share of the largest a rate could have, into views' worth of certainty."""
    return min(MOST_CERTAIN, max(LEAST_CERTAIN, 1 / overdispersion - 1)) if overdispersion > 0 else MOST_CERTAIN
