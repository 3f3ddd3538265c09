"""What samples come to: sums by hour and by local day, counters at fixed ages, and where the count stands at the end. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from operator import sub

from api.analytics.ages import first_step, marks_in, marks_of_first
from api.analytics.counters import (
    BELIEVED,
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
LOSSES = COLUMNS.index("views_loss")  # a loss stands so many places after its gain
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

    def take(self, sample: Sample) -> Belief:
        """Judge the next sample, and go on from it."""
        belief, self.chain = believe(self.chain, sample)
        if belief is not BELIEVED:
            self.odd.append((sample.at_us, belief))
        return belief


def walk_video(samples: Iterable[Sample], chain: Chain, *, published_us: int, calendar: Calendar, sums: Sums) -> Walked:
    """
    Add what samples of a video, in the order of time, come to.

    :param chain: how far it had come before them; empty for a video nobody had seen
    """
    walked = Walked(chain)
    for sample in samples:
        before, belief = walked.chain.last, walked.take(sample)
        number, local = sample.at_us // HOUR_US, calendar.day_of(sample.at_us)
        hour, day = sums.hour(number), sums.day(local)
        if belief is not BELIEVED:
            _count_odd(belief, hour, day)
            continue
        hour[SAMPLES] += 1
        day[SAMPLES] += 1
        if before is None:
            walked.marks.update(marks_of_first(published_us, sample))
            step = first_step(published_us, sample)
        else:
            step = Step(before, sample)
        if step is None:
            continue
        if marks := marks_in(published_us, step):
            walked.marks.update(marks)
        if step.before.at_us >= number * HOUR_US and step.before.at_us >= local.start_us:
            # Nearly half of them stay within the hour and the day they end in.
            _add_change(hour, change := _change_of(step), seen_us := _seen_us(step))
            _add_change(day, change, seen_us)
        else:
            _add_video(step, calendar, sums)
    return walked


def _change_of(step: Step) -> Counters:
    return tuple(map(sub, step.after.counters, step.before.counters))


def _seen_us(step: Step) -> int:
    """Return how long a step was really looked at: as long as it is, or not at all."""
    took = step.after.at_us - step.before.at_us
    return took if took <= INTERPOLATED_AFTER_US else 0


def _count_odd(belief: Belief, hour: list[int], day: list[int]) -> None:
    """Count a sample that adds nothing else: one that is kept apart, or that begins a new count."""
    for totals in (hour, day):
        if belief is Belief.HELD:
            totals[HELD] += 1
        else:
            totals[SAMPLES] += 1
            totals[RESETS] += 1


def walk_account(samples: Iterable[Sample], chain: Chain, *, calendar: Calendar, sums: Sums) -> Walked:
    """Add what samples of an account's own counters, in the order of time, come to."""
    walked = Walked(chain)
    for sample in samples:
        before, belief = walked.chain.last, walked.take(sample)
        if belief is Belief.HELD:
            sums.day(calendar.day_of(sample.at_us))[HELD] += 1
            continue
        if before is not None:
            _add_account(Step(before, sample, belief is Belief.RESET), calendar, sums)
        day = calendar.day_of(sample.at_us)
        sums.day(day)
        sums.ends[day.date] = sample.counters
    return walked


def _add_video(step: Step, calendar: Calendar, sums: Sums) -> None:
    (start, before), (end, after), _ = step
    seen = end - start <= INTERPOLATED_AFTER_US
    change, seen_us = _change_of(step), _seen_us(step)
    day, hour, last = calendar.day_of(start), start // HOUR_US, (end - 1) // HOUR_US
    # Nearly every step stays within a day, and within an hour or two.
    if end <= day.end_us:
        _add_change(sums.day(day), change, seen_us)
    else:
        _add_video_days(step, calendar, sums, seen=seen)
    if hour == last:
        _add_change(sums.hour(hour), change, seen_us)
        return
    told, low = before, start
    for number in range(hour, last):
        edge = (number + 1) * HOUR_US
        reached = read_off(step, edge)
        _add_change(sums.hour(number), tuple(map(sub, reached, told)), edge - low if seen else 0)
        told, low = reached, edge
    _add_change(sums.hour(last), tuple(map(sub, after, told)), end - low if seen else 0)


def _add_video_days(step: Step, calendar: Calendar, sums: Sums, *, seen: bool) -> None:
    (start, told), (end, after), _ = step
    for day in calendar.days_between(start, end):
        low, high = max(start, day.start_us), min(end, day.end_us)
        reached = after if high == end else read_off(step, high)
        _add_change(sums.day(day), tuple(map(sub, reached, told)), high - low if seen else 0)
        told = reached


def _add_change(totals: list[int], change: Counters, seen_us: int) -> None:
    if min(change) >= 0:  # mostly, and then there is no need to look at each
        views, likes, comments, shares = change
        totals[0] += views
        totals[1] += likes
        totals[2] += comments
        totals[3] += shares
    else:
        for place, value in enumerate(change):
            totals[place if value > 0 else place + LOSSES] += abs(value)
    if seen_us:
        totals[COVERED] += seen_us
        if change[0] > 0:
            totals[VIEWS_SEEN] += change[0]


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
