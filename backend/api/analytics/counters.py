"""
A counter's samples, one after the other: which of them are believed, and what each step adds to which hour or day. Pure.

TikTok tells lifetime totals, and sometimes nonsense: zeros, negatives, half of what it said before. Totals also fall for good
reasons, so a fall is a loss and no reset; only what is believed twice, an hour apart, is taken for a new beginning. What a step
adds to a day is read off the straight line between its two samples at local midnight, in whole numbers, so that days add up to
the step.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from operator import ge
from typing import NamedTuple

HOUR_US = 3_600_000_000
AGREES_AFTER_US = HOUR_US
FALLS_BY = 2  # a counter that is less than half of what it was
FALLS_FROM = 20  # from this many on; three comments that become one are nothing odd
NEVER_US = -1 << 63
INTERPOLATED_AFTER_US = 26 * HOUR_US  # a longer step was not looked at daily


class Belief(StrEnum):
    """What becomes of a sample: taken, kept apart, or taken as the beginning of a new count."""

    BELIEVED = "believed"
    HELD = "held"
    RESET = "reset"


BELIEVED = (
    Belief.BELIEVED
)  # what nearly every sample is; asking the class for it each time takes longer than the judging


# Tuples, since the write path makes several for each sample that comes in, and a tuple is made three times as fast.
class Sample(NamedTuple):
    """Counters at an instant, in microseconds since 1970; which counters they are is the caller's affair."""

    at_us: int
    counters: tuple[int, ...]


class Chain(NamedTuple):
    """The last sample that is believed, and the odd one since that waits for another to agree."""

    last: Sample | None = None
    held: Sample | None = None

    @property
    def end_us(self) -> int:
        """Return the instant of the latest sample in it; one that is held is later than the last that is believed."""
        latest = self.held or self.last
        return NEVER_US if latest is None else latest.at_us


NOTHING = Chain()


class Step(NamedTuple):
    """From one believed sample to the next. A reset adds nothing: nobody knows what happened."""

    before: Sample
    after: Sample
    is_reset: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What a step adds to the time from `start_us` on: gains and losses apart, and for how long it was really looked at."""

    start_us: int
    gains: tuple[int, ...]
    losses: tuple[int, ...]
    covered_us: int
    resets: int = 0


def believe(chain: Chain, sample: Sample) -> tuple[Belief, Chain]:
    """Judge the next sample, later than all before; return the verdict and how the chain goes on."""
    if min(sample.counters) < 0:
        return Belief.HELD, chain
    if chain.last is None or not is_odd(chain.last, sample):
        return BELIEVED, Chain(sample)
    agrees = chain.held is not None and not is_odd(chain.held, sample) and not is_odd(sample, chain.held)
    if chain.held is None or not agrees:
        return Belief.HELD, Chain(chain.last, sample)
    if sample.at_us - chain.held.at_us < AGREES_AFTER_US:
        return Belief.HELD, chain
    return Belief.RESET, Chain(sample)


def is_odd(before: Sample, after: Sample) -> bool:
    """Tell whether counters fell as they do not fall by themselves."""
    if all(map(ge, after.counters, before.counters)):  # nearly always
        return False
    fell = False
    for one, other in zip(before.counters, after.counters, strict=True):
        if other < one:
            if one >= FALLS_FROM and other * FALLS_BY < one:
                return True
            fell = True
    # All of them at zero is odd too, where one was not; it has fallen then.
    return fell and not any(after.counters)


def walk(samples: Iterable[Sample], chain: Chain = NOTHING) -> Iterator[tuple[Sample, Belief, Step | None]]:
    """Judge samples in the order of time; with each, the step that ends at it."""
    for sample in samples:
        before = chain.last
        belief, chain = believe(chain, sample)
        taken = belief != Belief.HELD and before is not None
        yield sample, belief, Step(before, sample, belief == Belief.RESET) if taken and before else None


def divide(step: Step, bounds: Sequence[int]) -> list[Share]:
    """
    Divide a step among the stretches of time it goes through.

    :param bounds: where stretches begin, ascending, in microseconds; the first at or before the step's beginning, the last after
        its end
    """
    start, end = step.before.at_us, step.after.at_us
    looked_at = end - start <= INTERPOLATED_AFTER_US
    shares, told = list[Share](), step.before.counters
    for low, high in pairwise(bounds):
        if high <= start or low >= end:
            continue
        reached = step.after.counters if high >= end else read_off(step, high)
        covered = min(high, end) - max(low, start) if looked_at else 0
        is_last = high >= end
        if step.is_reset:
            zeros = (0,) * len(told)
            shares.append(Share(low, zeros, zeros, covered, int(is_last)))
        else:
            changes = [after - before for before, after in zip(told, reached, strict=True)]
            gains = tuple(max(change, 0) for change in changes)
            shares.append(Share(low, gains, tuple(max(-change, 0) for change in changes), covered))
        told = reached
    return shares


def read_off(step: Step, at_us: int) -> tuple[int, ...]:
    """Return the counters on the straight line between the two samples, rounded down towards the earlier one."""
    (start, before), (end, after), _ = step
    done, whole = at_us - start, end - start
    # A list on the way: a generator would take three times as long, and a step over days is read off at every hour.
    return tuple(
        [
            one + (two - one) * done // whole if two >= one else one - (one - two) * done // whole
            for one, two in zip(before, after, strict=True)
        ]
    )
