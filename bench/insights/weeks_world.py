"""Made-up accounts with known best hours: a pattern they share, peaks of their own, and habits of posting that hide both."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

SLOTS = 168
Values = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Habit:
    """One account: the true ln views an hour of the week brings above its average, and what it posted when."""

    truth: Values
    slots: Values
    log_views: Values


def make_habits(seed: int, *, accounts: int, posts: int) -> list[Habit]:
    """Draw accounts that post at a few habitual hours, now and then at others."""
    draw = np.random.default_rng(seed)
    hour, day = np.arange(SLOTS) % 24, np.arange(SLOTS) // 24
    weekend = day >= 5
    common = (
        0.38 * _bump(hour, 19.5, 2.4) + 0.2 * _bump(hour, 12.5, 1.6) - 0.45 * _bump(hour, 4.0, 3.0)
        + weekend * (0.16 * _bump(hour, 11.0, 2.5) - 0.1 * _bump(hour, 19.5, 2.4)) + 0.05 * np.cos(2 * np.pi * (day - 4) / 7)
    )  # fmt: skip
    return [_draw_habit(draw, hour, day, weekend, common, posts) for _ in range(accounts)]


def _draw_habit(
    draw: np.random.Generator, hour: Values, day: Values, weekend: Values, common: Values, posts: int
) -> Habit:
    own = np.zeros(SLOTS)
    for _ in range(draw.integers(1, 4)):
        where = (np.ones(SLOTS, bool), weekend, ~weekend, day == draw.integers(0, 7))[draw.integers(0, 4)]
        own += where * draw.normal(0.15, 0.3) * _bump(hour, draw.uniform(0, 24), draw.uniform(1.0, 3.5))
    truth = common + own
    truth = truth - truth.mean()
    habits = draw.integers(0, SLOTS, draw.integers(3, 9))
    liked = np.exp(draw.normal(0, 1, len(habits)))
    habitual = habits[draw.choice(len(habits), posts, p=liked / liked.sum())]
    shifted = (habitual + draw.integers(-1, 2, posts)) % SLOTS
    waking = np.where((hour >= 7) & (hour <= 23), 1.0, 0.05)
    slots = np.where(draw.random(posts) < 0.7, shifted, draw.choice(SLOTS, posts, p=waking / waking.sum()))
    noise = draw.uniform(0.5, 1.2) * draw.standard_t(4, posts) / np.sqrt(2)
    return Habit(truth, slots, draw.normal(8, 1.5) + truth[slots] + noise)


def _bump(hour: Values, middle: float, width: float) -> Values:
    off = np.minimum(np.abs(hour - middle), 24 - np.abs(hour - middle))
    return np.asarray(np.exp(-0.5 * (off / width) ** 2))
