"""Small statistics that one odd value cannot spoil. Pure."""

import math
from collections.abc import Sequence

MAD_TO_SD = 1.4826  # of a normal distribution
MEDIAN_VARIANCE = 1.57  # of the median, times n / variance: pi / 2


def median(values: Sequence[float]) -> float:
    """
    Return the middle value.

    :raises ValueError: for none at all
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(values: Sequence[float]) -> float:
    """Return a standard deviation by the median distance from the median; 0 for none."""
    if not values:
        return 0.0
    middle = median(values)
    return MAD_TO_SD * median([abs(value - middle) for value in values])


def normal_share_below(z: float) -> float:
    """Return the share of a normal distribution below `z` standard deviations."""
    return 0.5 * math.erfc(-z / math.sqrt(2))
