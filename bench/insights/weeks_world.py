"""
Made-up accounts with known best hours: a pattern they share, peaks of their own, and habits of posting that hide both.

All of it is synthetic, and tuned to nobody's method. There are two kinds: the bars are about the first, with smooth bumps; of
the second, with sharp edges and now and then a hit, the figures are printed beside.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

SLOTS = 168
HOUR, DAY = np.arange(SLOTS) % 24, np.arange(SLOTS) // 24
WEEKEND = DAY >= 5
Values = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Habit:
    """One account: the true ln views an hour of the week brings above its average, and what it posted when."""

    truth: Values
    slots: Values
    log_views: Values


def make_habits(seed: int, *, accounts: int, posts: int, sharp: bool = False) -> list[Habit]:
    """Draw accounts that post at a few habitual hours, now and then at others; `sharp` is the second kind."""
    draw = np.random.default_rng(seed)
    if sharp:
        return [_draw_sharp(draw, posts) for _ in range(accounts)]
    common = (
        0.38 * _bump(19.5, 2.4) + 0.2 * _bump(12.5, 1.6) - 0.45 * _bump(4.0, 3.0)
        + WEEKEND * (0.16 * _bump(11.0, 2.5) - 0.1 * _bump(19.5, 2.4)) + 0.05 * np.cos(2 * np.pi * (DAY - 4) / 7)
    )  # fmt: skip
    return [_draw_smooth(draw, common, posts) for _ in range(accounts)]


def _draw_smooth(draw: np.random.Generator, common: Values, posts: int) -> Habit:
    own = np.zeros(SLOTS)
    for _ in range(draw.integers(1, 4)):
        where = (np.ones(SLOTS, bool), WEEKEND, ~WEEKEND, draw.integers(0, 7) == DAY)[draw.integers(0, 4)]
        own += where * draw.normal(0.15, 0.3) * _bump(draw.uniform(0, 24), draw.uniform(1.0, 3.5))
    truth = common + own
    truth = truth - truth.mean()
    habits = draw.integers(0, SLOTS, draw.integers(3, 9))
    liked = np.exp(draw.normal(0, 1, len(habits)))
    habitual = habits[draw.choice(len(habits), posts, p=liked / liked.sum())]
    shifted = (habitual + draw.integers(-1, 2, posts)) % SLOTS
    waking = np.where((HOUR >= 7) & (HOUR <= 23), 1.0, 0.05)
    slots = np.where(draw.random(posts) < 0.7, shifted, draw.choice(SLOTS, posts, p=waking / waking.sum()))
    noise = draw.uniform(0.5, 1.2) * draw.standard_t(4, posts) / np.sqrt(2)
    return Habit(truth, slots, draw.normal(8, 1.5) + truth[slots] + noise)


def _draw_sharp(draw: np.random.Generator, posts: int) -> Habit:
    truth = 0.3 * _block(17, 5, range(7)) + 0.15 * _block(12, 2, range(5)) + 0.15 * _block(10, 4, (5, 6))
    truth = truth - 0.35 * _block(1, 6, range(7))
    for _ in range(draw.integers(1, 4)):
        days = draw.choice(7, draw.integers(1, 8), replace=False)
        truth += draw.laplace(0.05, 0.15) * _block(int(draw.integers(0, 24)), int(draw.integers(2, 9)), days)
    truth = truth - truth.mean()
    liked = np.where(HOUR >= 7, 1.0, 0.1) * np.exp(draw.normal(0, 1, SLOTS))
    slots = draw.choice(SLOTS, posts, p=liked / liked.sum())
    hits = np.where(draw.random(posts) < 0.06, draw.exponential(1.2, posts), 0.0)
    noise = draw.uniform(0.4, 0.9) * draw.normal(0, 1, posts) + hits
    return Habit(truth, slots, draw.normal(8, 1.5) + truth[slots] + noise)


def _bump(middle: float, width: float) -> Values:
    off = np.minimum(np.abs(HOUR - middle), 24 - np.abs(HOUR - middle))
    return np.asarray(np.exp(-0.5 * (off / width) ** 2))


def _block(first: int, length: int, days: Any) -> Values:
    return np.asarray((((HOUR - first) % 24) < length) & np.isin(DAY, list(days)), np.float64)
