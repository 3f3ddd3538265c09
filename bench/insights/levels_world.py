"""
Made-up followers, a value a day. Synthetic: real ones that may be passed on were not to be had.

A gain a day that wanders, more at weekends; now and then a hit that brings many at once and less every day after; some days on
which more leave than come; large accounts known only to the hundred, as TikTok's pages show them.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[Any]
ROUNDED_FROM, ROUNDED_TO = 1_000_000, 100


def make_followers(seed: int, *, accounts: int, days: int) -> list[Values]:
    """Draw a series for each account."""
    draw = np.random.default_rng(seed)
    return [_draw_followers(draw, days) for _ in range(accounts)]


def _draw_followers(draw: np.random.Generator, days: int) -> Values:
    start = np.exp(draw.normal(8.5, 1.8))
    rate = draw.normal(0.002, 0.003) + np.cumsum(draw.normal(0, 0.0002, days))
    weekend = 1 + 0.3 * (np.arange(days) % 7 >= 5)
    gains = start * rate * weekend + np.sqrt(start) * draw.normal(0, 0.5, days)
    for day in np.flatnonzero(draw.random(days) < 0.01):
        after = np.arange(days - day)
        gains[day:] += start * draw.exponential(0.03) * np.exp(-after / draw.uniform(1, 8))
    followers = np.maximum(np.round(start + np.cumsum(gains)), 0)
    rounded = np.round(followers / ROUNDED_TO) * ROUNDED_TO
    return np.asarray(np.where(followers >= ROUNDED_FROM, rounded, followers), np.float64)
