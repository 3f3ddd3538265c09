"""A made-up fleet whose remarkable posts are known, because they were planted. Tuned to nobody's method."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

AGES_H = (1, 3, 6, 12, 24, 48, 72, 168, 336, 720)
PLANTED = 0.03

Values = npt.NDArray[Any]


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


def make_world(seed: int, *, accounts: int = 1_500, with_share_lift: bool = True) -> World:
    """
    Draw accounts of 4 to 300 posts; a few posts in a hundred reach 4 to 60 times as far as their account is used to.

    Views are lognormal around the account's level with heavy-tailed noise, grow with age as a lognormal's distribution does, and
    are counted as whole numbers; likes, comments and shares are drawn from them at rates of the account's and the post's own.
    """
    draw = np.random.default_rng(seed)
    counts = np.clip(np.round(np.exp(draw.normal(3.2, 1.0, accounts))), 4, 300).astype(int)
    owner = np.repeat(np.arange(accounts), counts)
    size = len(owner)
    followers = np.round(np.exp(draw.normal(8.5, 1.8, accounts))).astype(int)
    level = 0.62 * np.log1p(followers) + 2.0 + draw.normal(0, 0.8, accounts)
    scatter = np.clip(draw.gamma(12, 0.85 / 12, accounts), 0.3, 1.8)
    outlier = draw.random(size) < PLANTED
    boost = np.where(outlier, draw.uniform(np.log(4), np.log(60), size), 0.0)
    final = level[owner] + scatter[owner] * draw.standard_t(4, size) / np.sqrt(2) + boost
    middle, width = draw.normal(3.0, 0.6, size), draw.uniform(0.9, 1.6, size)
    grown = _share_grown(np.log(np.array(AGES_H))[None, :], middle[:, None], width[:, None])
    views = np.maximum.accumulate(draw.poisson(np.minimum(np.exp(final)[:, None] * grown, 1e12)), axis=1)
    lift = np.where(outlier, draw.uniform(1.2, 3.5, size), 1.0) if with_share_lift else np.ones(size)
    rates = {
        "likes": (0.07, 0.5, 0.35, np.ones(size)),
        "comments": (0.006, 0.6, 0.5, np.ones(size)),
        "shares": (0.005, 0.7, 0.5, lift),
    }
    counters = {}
    for name, (mean, among, within, factor) in rates.items():
        own = mean * np.exp(draw.normal(0, among, accounts))
        rate = np.clip(own[owner] * np.exp(draw.normal(0, within, size)) * factor, 1e-5, 0.6)
        counters[name] = np.maximum.accumulate(draw.binomial(np.minimum(views, 2**31), rate[:, None]), axis=1)
    age_index = draw.integers(0, len(AGES_H), size)
    return World(owner, followers, views, **counters, outlier=outlier, age_index=age_index)


def _share_grown(log_age: Values, middle: Values, width: Values) -> Values:
    """The distribution function of a lognormal: how much of its views a post has at an age."""
    z = (log_age - middle) / width
    return 0.5 * (1 + np.tanh(0.7978845608 * (z + 0.044715 * z**3)))
