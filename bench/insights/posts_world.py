"""
A made-up fleet whose remarkable posts are known, because they were planted. Tuned to nobody's method.

All of it is synthetic. There are two laws, so that nothing rests on one: figures under the first are what the bars are about,
those under the second are printed beside them.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

AGES_H = (1, 3, 6, 12, 24, 48, 72, 168, 336, 720)
PLANTED = 0.03
MOST_VIEWS = 1e12
LATE, LATE_H = 0.15, (40.0, 150.0)  # of the second law's posts: found by the feed days later

Values = npt.NDArray[Any]
Draw = np.random.Generator


@dataclass(frozen=True, slots=True)
class World:
    """Posts in the order of time, account by account; arrays over all posts, counters at all ages: (posts, ages)."""

    account: Values
    followers: Values
    views: Values
    likes: Values
    comments: Values
    shares: Values
    outlier: Values
    age_index: Values  # at which each post is looked at


def make_world(seed: int, *, accounts: int, with_share_lift: bool = True, second_law: bool = False) -> World:
    """
    Draw accounts of 4 to 300 posts; a few posts in a hundred reach many times as far as their account is used to.

    First law: views lognormal around the account's level with heavy-tailed noise on either side, growing with age as a
    lognormal's distribution does. Second law: views with a Pareto tail, growing by a power of age, some of them late.
    """
    draw = np.random.default_rng(seed)
    counts = np.clip(np.round(np.exp(draw.normal(3.2, 1.0, accounts))), 4, 300).astype(int)
    owner = np.repeat(np.arange(accounts), counts)
    followers = np.round(np.exp(draw.normal(8.5, 1.8, accounts))).astype(int)
    level = 0.62 * np.log1p(followers) + 2.0 + draw.normal(0, 0.8, accounts)
    outlier = draw.random(len(owner)) < PLANTED
    noise, boost, grown = (_second_law if second_law else _first_law)(draw, owner, accounts)
    final = np.exp(level[owner] + noise + np.where(outlier, boost, 0.0))
    views = np.maximum.accumulate(draw.poisson(np.minimum(final[:, None] * grown, MOST_VIEWS)), axis=1)
    lift = np.where(outlier & with_share_lift, draw.uniform(1.2, 3.5, len(owner)), 1.0)
    likes = _count(draw, views, owner, accounts, mean=0.07, among=0.5, within=0.35)
    comments = _count(draw, views, owner, accounts, mean=0.006, among=0.6, within=0.5)
    shares = _count(draw, views, owner, accounts, mean=0.005, among=0.7, within=0.5, lift=lift)
    age_index = draw.integers(0, len(AGES_H), len(owner))
    return World(owner, followers, views, likes, comments, shares, outlier, age_index)


def _first_law(draw: Draw, owner: Values, accounts: int) -> tuple[Values, Values, Values]:
    """Return each post's noise, what it gains if it is planted (4 to 60 times), and its growth; in logarithms but for that."""
    size = len(owner)
    scatter = np.clip(draw.gamma(12, 0.85 / 12, accounts), 0.3, 1.8)
    noise = scatter[owner] * draw.standard_t(4, size) / np.sqrt(2)
    middle, width = draw.normal(3.0, 0.6, (size, 1)), draw.uniform(0.9, 1.6, (size, 1))
    z = (np.log(np.array(AGES_H))[None, :] - middle) / width
    normal_below = 0.5 * (1 + np.tanh(0.7978845608 * (z + 0.044715 * z**3)))
    return noise, draw.uniform(np.log(4), np.log(60), size), normal_below


def _second_law(draw: Draw, owner: Values, accounts: int) -> tuple[Values, Values, Values]:
    """Return the same under the second law: what is planted gains 3 to 20 times, about."""
    size = len(owner)
    scatter = draw.uniform(0.3, 0.7, accounts)
    noise = scatter[owner] * draw.normal(0, 1, size) + draw.exponential(scatter[owner])
    ages = np.array(AGES_H)[None, :]
    grown = 1 - (1 + ages / np.exp(draw.normal(1.8, 0.7, (size, 1)))) ** -draw.uniform(0.5, 1.3, (size, 1))
    late, start = draw.random((size, 1)) < LATE, draw.uniform(*LATE_H, (size, 1))
    grown = np.where(late, 0.3 * grown + 0.7 * np.clip((ages - start) / 100, 0, 1), grown)
    return noise - noise.mean(), draw.normal(2.1, 0.6, size), grown


def _count(
    draw: Draw,
    views: Values,
    owner: Values,
    accounts: int,
    *,
    mean: float,
    among: float,
    within: float,
    lift: Any = 1.0,
) -> Values:
    """Draw how many views became something, at a rate of the account's and the post's own."""
    own = mean * np.exp(draw.normal(0, among, accounts))
    rate = np.clip(own[owner] * np.exp(draw.normal(0, within, len(owner))) * lift, 1e-5, 0.6)
    return np.maximum.accumulate(draw.binomial(np.minimum(views, 2**31), rate[:, None]), axis=1)
