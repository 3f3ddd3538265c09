"""
How a post stood at the same age as every other: its counters at fixed ages, read off its samples once. Pure.

Viral score, best times and early views all compare posts at equal age. Kept with the post, that is one row each; looked up in
the samples it would be a search for each of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from api.analytics.counters import HOUR_US, Sample, Step, read_off

AGES_H: Final = (1, 2, 3, 4, 6, 9, 12, 18, 24, 36, 48, 72, 120, 168, 336, 720)
AGES_US: Final = tuple(hours * HOUR_US for hours in AGES_H)
DAY_PLACE: Final = AGES_H.index(24)
LAST_PLACE: Final = len(AGES_H) - 1
SEEN_FROM_BIRTH_US = 26 * HOUR_US  # a post first seen this young was at zero when it was published
LEAST_GAP_US = 3 * HOUR_US // 2
NEAR = 24  # a sample within a twenty-fourth of an age is as good as one at it

Mark = tuple[int, tuple[int, ...]]  # the place in AGES_H, and the counters at that age


def first_step(published_us: int, sample: Sample) -> Step | None:
    """Return the step from nothing to a post's first believed sample; None where it had a past nobody saw."""
    age = sample.at_us - published_us
    if not 0 < age <= SEEN_FROM_BIRTH_US:
        return None
    return Step(Sample(published_us, (0,) * len(sample.counters)), sample)


def marks_of_first(published_us: int, sample: Sample) -> Iterator[Mark]:
    """Yield the last mark for a post that was first seen when its counters had long settled: what it had then."""
    if sample.at_us - published_us > AGES_US[LAST_PLACE]:
        yield LAST_PLACE, sample.counters


def marks_in(published_us: int, step: Step) -> list[Mark]:
    """
    Return the ages that a step reaches, with the counters on its straight line.

    An age is left out where the step is long beside it, unless one of its ends is near: a line over a night says nothing of the
    third hour.
    """
    start, end = step.before.at_us - published_us, step.after.at_us - published_us
    reached = AGES_US[bisect_right(AGES_US, start) : bisect_right(AGES_US, end)]
    if step.is_reset or not reached:
        return []
    first, length = AGES_US.index(reached[0]), end - start
    return [
        (place, read_off(step, published_us + age))
        for place, age in enumerate(reached, first)
        if min(age - start, end - age) <= age // NEAR or length <= max(age // 2, LEAST_GAP_US)
    ]


def place_reached(age_us: int) -> int | None:
    """Return the place of the last age a post has reached; None in its first hour."""
    place = bisect_right(AGES_US, age_us) - 1
    return place if place >= 0 else None


def place_at(hours: int) -> int:
    """
    Return the place of one of AGES_H.

    :raises ValueError: for any other age
    """
    place = bisect_left(AGES_H, hours)
    if place > LAST_PLACE or AGES_H[place] != hours:
        raise ValueError(hours)
    return place


def with_marks(values: Sequence[int | None], marks: Sequence[tuple[int, int]]) -> list[int | None]:
    """Return one counter's values at all ages, with some filled in."""
    filled = list(values) or [None] * len(AGES_H)
    for place, value in marks:
        filled[place] = value
    return filled
