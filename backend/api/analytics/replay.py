"""What samples come to: sums by hour and by local day, counters at fixed ages, and where the count stands at the end. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from api.analytics.ages import first_step, marks_in, marks_of_first
from api.analytics.counters import (
    HOUR_US,
    INTERPOLATED_AFTER_US,
    Belief,
    Chain,
    Sample,
    Step,
    believe,
    divide,
    read_off,
)
from api.analytics.days import Calendar, Day

# A roll-up's columns, in this order everywhere (`rollup_models.Rollup`).
COLUMNS = (
    "views_gain", "likes_gain", "comments_gain", "shares_gain",
    "views_loss", "likes_loss", "comments_loss", "shares_loss",
    "followers_gain", "followers_loss", "profile_likes_gain", "profile_likes_loss",
    "samples", "held", "resets", "views_seen", "covered_us", "own_covered_us",
)  # fmt: skip
SAMPLES, HELD, RESETS = (COLUMNS.index(name) for name in ("samples", "held", "resets"))
VIEWS_SEEN, COVERED, OWN_COVERED = (COLUMNS.index(name) for name in ("views_seen", "covered_us", "own_covered_us"))
FOLLOWERS_GAIN, FOLLOWERS_LOSS = COLUMNS.index("followers_gain"), COLUMNS.index("followers_loss")
LIKES_GAIN, LIKES_LOSS = COLUMNS.index("profile_likes_gain"), COLUMNS.index("profile_likes_loss")
FOLLOWERS, PROFILE_LIKES = 0, 2  # places in an account's counters

Counters = tuple[int, ...]


@dataclass(slots=True)
class Sums:
    """What is added to an account's hours (by their number since 1970) and days; `zones` and `ends` are the days' own."""

    hours: dict[int, list[int]] = field(default_factory=dict)
    days: dict[date, list[int]] = field(default_factory=dict)
    zones: dict[date, str] = field(default_factory=dict)
    ends: dict[date, Counters] = field(default_factory=dict)

    def hour(self, number: int) -> list[int]:
        found = self.hours.get(number)
        if found is None:
            found = self.hours[number] = [0] * len(COLUMNS)
        return found

    def day(self, day: Day) -> list[int]:
        found = self.days.get(day.date)
        if found is None:
            found = self.days[day.date] = [0] * len(COLUMNS)
            self.zones[day.date] = day.zone
        return found

    def add(self, other: "Sums") -> None:
        """Add what `other` adds; its ends hold."""
        self._combine(other, sign=1)
        self.ends.update(other.ends)

    def take_away(self, other: "Sums") -> None:
        """Subtract what `other` adds; ends stay."""
        self._combine(other, sign=-1)

    def _combine(self, other: "Sums", *, sign: int) -> None:
        for number, values in other.hours.items():
            _add_to(self.hour(number), values, sign)
        for day, values in other.days.items():
            _add_to(self.days.setdefault(day, [0] * len(COLUMNS)), values, sign)
            self.zones.setdefault(day, other.zones[day])


def _add_to(totals: list[int], values: list[int], sign: int) -> None:
    for place, value in enumerate(values):
        totals[place] += sign * value


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sample, what became of it, and the step that ends at it; the first step of a post begins with its publication."""

    sample: Sample
    belief: Belief
    step: Step | None


@dataclass(slots=True)
class Walked:
    """
    What a video's or an account's samples came to.

    `odd` are those that are not simply believed; `undone` the marks that an earlier walk had made.
    """

    chain: Chain
    marks: dict[int, Counters] = field(default_factory=dict)
    odd: list[tuple[int, Belief]] = field(default_factory=list)
    undone: frozenset[int] = frozenset()


def walk_video(samples: Iterable[Sample], chain: Chain, *, published_us: int, calendar: Calendar, sums: Sums) -> Walked:
    """
    Add what samples of a video, in the order of time, come to.

    :param chain: how far it had come before them; empty for a video nobody had seen
    """
    walked = Walked(chain)
    for outcome in _follow(samples, walked, published_us=published_us):
        _count(outcome, calendar, sums)
        if outcome.step is not None:
            walked.marks.update(marks_in(published_us, outcome.step))
            if not outcome.step.is_reset:
                _add_video(outcome.step, calendar, sums)
    return walked


def walk_account(samples: Iterable[Sample], chain: Chain, *, calendar: Calendar, sums: Sums) -> Walked:
    """Add what samples of an account's own counters, in the order of time, come to."""
    walked = Walked(chain)
    for outcome in _follow(samples, walked, published_us=None):
        if outcome.belief == Belief.HELD:
            sums.day(calendar.day_of(outcome.sample.at_us))[HELD] += 1
            continue
        if outcome.step is not None:
            _add_account(outcome.step, calendar, sums)
        sums.ends[calendar.day_of(outcome.sample.at_us).date] = outcome.sample.counters
        sums.day(calendar.day_of(outcome.sample.at_us))
    return walked


def _follow(samples: Iterable[Sample], walked: Walked, *, published_us: int | None) -> Iterator[Outcome]:
    for sample in samples:
        before = walked.chain.last
        belief, walked.chain = believe(walked.chain, sample)
        if belief != Belief.BELIEVED:
            walked.odd.append((sample.at_us, belief))
        if belief == Belief.HELD:
            yield Outcome(sample, belief, None)
        elif before is not None:
            yield Outcome(sample, belief, Step(before, sample, belief == Belief.RESET))
        else:
            if published_us is not None:
                walked.marks.update(marks_of_first(published_us, sample))
            yield Outcome(sample, belief, None if published_us is None else first_step(published_us, sample))


def _count(outcome: Outcome, calendar: Calendar, sums: Sums) -> None:
    at_us = outcome.sample.at_us
    for totals in (sums.hour(at_us // HOUR_US), sums.day(calendar.day_of(at_us))):
        if outcome.belief == Belief.HELD:
            totals[HELD] += 1
            continue
        totals[SAMPLES] += 1
        totals[RESETS] += outcome.belief == Belief.RESET


def _add_video(step: Step, calendar: Calendar, sums: Sums) -> None:
    start, end = step.before.at_us, step.after.at_us
    seen = end - start <= INTERPOLATED_AFTER_US
    hour, day = start // HOUR_US, calendar.day_of(start)
    if (end - 1) // HOUR_US == hour and end <= day.end_us:  # nearly all of them
        _add_change(sums.hour(hour), step.before.counters, step.after.counters, end - start, seen=seen)
        _add_change(sums.day(day), step.before.counters, step.after.counters, end - start, seen=seen)
        return
    hours = range(hour, (end - 1) // HOUR_US + 1)
    told = step.before.counters
    for number in hours:
        low, high = max(start, number * HOUR_US), min(end, (number + 1) * HOUR_US)
        reached = step.after.counters if high == end else read_off(step, high)
        _add_change(sums.hour(number), told, reached, high - low, seen=seen)
        told = reached
    told = step.before.counters
    for day in calendar.days_between(start, end):
        low, high = max(start, day.start_us), min(end, day.end_us)
        reached = step.after.counters if high == end else read_off(step, high)
        _add_change(sums.day(day), told, reached, high - low, seen=seen)
        told = reached


def _add_change(totals: list[int], before: Counters, after: Counters, length_us: int, *, seen: bool) -> None:
    for place, (one, two) in enumerate(zip(before, after, strict=True)):
        if two > one:
            totals[place] += two - one
        elif two < one:
            totals[place + 4] += one - two
    if seen:
        totals[COVERED] += length_us
        if after[0] > before[0]:
            totals[VIEWS_SEEN] += after[0] - before[0]


def _add_account(step: Step, calendar: Calendar, sums: Sums) -> None:
    start, end = step.before.at_us, step.after.at_us
    seen = end - start <= INTERPOLATED_AFTER_US
    for share in divide(step, [hour * HOUR_US for hour in range(start // HOUR_US, (end - 1) // HOUR_US + 2)]):
        _add_own(sums.hour(share.start_us // HOUR_US), share.gains, share.losses, share.covered_us if seen else 0)
    days = list(calendar.days_between(start, end))
    bounds = [*(day.start_us for day in days), days[-1].end_us]
    for day, share in zip(days, divide(step, bounds), strict=True):
        _add_own(sums.day(day), share.gains, share.losses, share.covered_us)
        if not step.is_reset:
            sums.ends[day.date] = step.after.counters if day.end_us >= end else read_off(step, day.end_us)
    if step.is_reset:
        sums.day(calendar.day_of(end))[RESETS] += 1


def _add_own(totals: list[int], gains: Counters, losses: Counters, covered_us: int) -> None:
    totals[FOLLOWERS_GAIN] += gains[FOLLOWERS]
    totals[FOLLOWERS_LOSS] += losses[FOLLOWERS]
    totals[LIKES_GAIN] += gains[PROFILE_LIKES]
    totals[LIKES_LOSS] += losses[PROFILE_LIKES]
    totals[OWN_COVERED] += covered_us
