"""
What a fleet's samples come to, worked out for many accounts at once: the sums of `replay.py`'s walks, in arrays. Pure; numpy.

The product takes a sample at a time as they come; ten million of them would take it an hour. That both come to the same is not
taken on trust: the benchmark has the product recompute some accounts from their samples (`rebuild_services.verify_account`).
Instants are whole seconds, so the straight lines between samples are the same whole numbers as in the product's microseconds.
"""

from dataclasses import dataclass, field

import numpy as np

from api.analytics.ages import AGES_H, LEAST_GAP_US, NEAR, SEEN_FROM_BIRTH_US
from api.analytics.counters import FALLS_BY, FALLS_FROM, INTERPOLATED_AFTER_US
from api.analytics.replay import COLUMNS
from bench.analytics.clock import US, LocalDays
from bench.analytics.fleet import HOUR_S, Bools, Fleet, Floats, Ints, Samples

PLACES = {name: place for place, name in enumerate(COLUMNS)}
OF_VIDEOS = ("views", "likes", "comments", "shares")
UNKNOWN = -1
LOOKED_AT_S = INTERPOLATED_AFTER_US // US
FAR = np.int64(1 << 40)  # seconds; more than any instant


@dataclass(frozen=True, slots=True)
class Steps:
    """From one believed sample to the next; a video's first step begins with nothing, when it was published."""

    subject: Ints
    start: Ints
    end: Ints
    before: Ints
    after: Ints

    @property
    def seen(self) -> Bools:
        return np.asarray(self.end - self.start <= LOOKED_AT_S)

    def reached(self, which: Ints, at: Ints) -> Ints:
        """Return the counters on these steps' straight lines, rounded down towards the earlier sample."""
        before, change = self.before[which], self.after[which] - self.before[which]
        done, whole = at - self.start[which], (self.end - self.start)[which]
        told: Ints = before + np.sign(change) * (np.abs(change) * done[:, None] // whole[:, None])
        return told


@dataclass(slots=True)
class Tally:
    """Sums by account and stretch of time; stretch n goes from the n-th edge to the next. `touched`: something fell into it."""

    accounts: int
    edges: Ints
    sums: Ints = field(init=False)
    touched: Bools = field(init=False)

    def __post_init__(self) -> None:
        self.sums = np.zeros((len(COLUMNS), self.accounts * self.width), np.int64)
        self.touched = np.zeros(self.accounts * self.width, np.bool_)

    @property
    def width(self) -> int:
        return len(self.edges) - 1

    def place(self, at: Ints) -> Ints:
        """Return the stretch each instant lies in; negative before the first."""
        return np.searchsorted(self.edges, at, side="right") - 1

    def add(self, name: str, keys: Ints, values: Ints | None = None) -> None:
        weights = None if values is None else values.astype(np.float64)  # whole numbers below 2^53: exact
        self.sums[PLACES[name]] += np.bincount(keys, weights, len(self.touched)).astype(np.int64)

    def touch(self, keys: Ints) -> None:
        self.touched[keys] = True


@dataclass(frozen=True, slots=True)
class Pieces:
    """Steps divided at the edges of stretches: of which step each piece is, its key in the tally, and what it changed."""

    step: Ints
    key: Ints
    low: Ints
    high: Ints
    change: Ints


def steps_of(samples: Samples, published: Ints | None, first: int) -> Steps:
    """
    Return the steps between samples that are believed.

    :param published: when the first video and those after it were published; None for accounts, whose first step nobody saw
    """
    kept = ~samples.odd
    subject, at, counters = samples.subject[kept], samples.at[kept], samples.counters[kept]
    opens = np.ones(len(subject), np.bool_)
    opens[1:] = subject[1:] != subject[:-1]
    start, before = np.roll(at, 1), np.roll(counters, 1, axis=0)
    if published is None:
        steps = Steps(*(one[~opens] for one in (subject, start, at, before, counters)))
    else:
        start[opens], before[opens] = published[subject[opens] - first], 0
        assert (at[opens] - start[opens] <= SEEN_FROM_BIRTH_US // US).all()
        steps = Steps(subject, start, at, before, counters)
    assert not _is_odd(steps).any()
    return steps


def _is_odd(steps: Steps) -> Bools:
    falls = (steps.before >= FALLS_FROM) & (steps.after * FALLS_BY < steps.before)
    vanish = steps.before.any(axis=1) & ~steps.after.any(axis=1)
    return np.asarray(falls.any(axis=1) | vanish)


def divide(steps: Steps, tally: Tally, account: Ints) -> Pieces:
    """Divide steps at the tally's edges; what lies before its first is left out."""
    first, last = np.maximum(tally.place(steps.start), 0), tally.place(steps.end - 1)
    number = np.maximum(last - first + 1, 0)
    step = np.repeat(np.arange(len(first)), number)
    stretch = first[step] + np.arange(len(step)) - np.repeat(np.cumsum(number) - number, number)
    low, high = (
        np.maximum(steps.start[step], tally.edges[stretch]),
        np.minimum(steps.end[step], tally.edges[stretch + 1]),
    )
    return Pieces(step, account[step] * tally.width + stretch, low, high, _change(steps, step, low, high))


def _change(steps: Steps, step: Ints, low: Ints, high: Ints) -> Ints:
    """Return what each piece changed: from where the one before it came to, or from where its step begins."""
    after = steps.reached(step, high)
    before, opens = np.roll(after, 1, axis=0), np.ones(len(step), np.bool_)
    opens[1:] = step[1:] != step[:-1]
    before[opens] = steps.reached(step[opens], low[opens])
    return after - before


def add_videos(tally: Tally, samples: Samples, steps: Steps, account_of_sample: Ints, account_of_step: Ints) -> None:
    """Add what videos' samples come to."""
    pieces = divide(steps, tally, account_of_step)
    for place, name in enumerate(OF_VIDEOS):
        tally.add(f"{name}_gain", pieces.key, np.maximum(pieces.change[:, place], 0))
        tally.add(f"{name}_loss", pieces.key, np.maximum(-pieces.change[:, place], 0))
    seen = steps.seen[pieces.step]
    tally.add("covered_us", pieces.key[seen], (pieces.high - pieces.low)[seen] * US)
    tally.add("views_seen", pieces.key[seen], np.maximum(pieces.change[:, 0], 0)[seen])
    tally.touch(pieces.key)
    stretch = tally.place(samples.at)
    inside = stretch >= 0
    keys, odd = (account_of_sample * tally.width + stretch)[inside], samples.odd[inside]
    tally.add("samples", keys[~odd])
    tally.add("held", keys[odd])
    tally.touch(keys)


def add_accounts(tally: Tally, steps: Steps, account: Ints) -> Pieces:
    """Add what accounts' own samples come to; return the pieces, in the order of time."""
    pieces = divide(steps, tally, account)
    for name, place in (("followers", 0), ("profile_likes", 2)):
        tally.add(f"{name}_gain", pieces.key, np.maximum(pieces.change[:, place], 0))
        tally.add(f"{name}_loss", pieces.key, np.maximum(-pieces.change[:, place], 0))
    seen = steps.seen[pieces.step]
    tally.add("own_covered_us", pieces.key[seen], (pieces.high - pieces.low)[seen] * US)
    tally.touch(pieces.key)
    return pieces


def add_held(days: Tally, samples: Samples, account: Ints) -> None:
    """Count the accounts' samples that are kept apart; they are counted by day only."""
    keys = account * days.width + days.place(samples.at)
    days.add("held", keys[samples.odd])
    days.touch(keys)


def ends_of(days: Tally, samples: Samples, steps: Steps, pieces: Pieces, account: Ints) -> Ints:
    """Return what accounts' own counters stood at when each day ended, or last; UNKNOWN where nobody looked."""
    ends = np.full((len(days.touched), samples.counters.shape[1]), UNKNOWN, np.int64)
    kept = ~samples.odd
    ends[(account * days.width + days.place(samples.at))[kept]] = samples.counters[kept]
    # In the order of time, so that of several steps through a day the last one stays. A line's last point is its sample.
    day_ends = np.minimum(days.edges[pieces.key % days.width + 1], steps.end[pieces.step])
    ends[pieces.key] = steps.reached(pieces.step, day_ends)
    return ends


def marks_of(steps: Steps, published: Ints, first: int) -> Ints:
    """Return the counters of each video at each age of AGES_H; UNKNOWN where no step near enough tells them."""
    marks = np.full((len(published), len(AGES_H), 4), UNKNOWN, np.int64)
    video = steps.subject - first
    start, end = steps.start - published[video], steps.end - published[video]
    for place, hours in enumerate(AGES_H):
        age = hours * HOUR_S
        over = (start < age) & (age <= end)
        near = np.minimum(age - start, end - age) <= age // NEAR
        which = np.flatnonzero(over & (near | (end - start <= max(age // 2, LEAST_GAP_US // US))))
        marks[video[which], place] = steps.reached(which, published[video[which]] + age)
    return marks


def gains_of(samples: Samples, fleet: Fleet, videos: slice, ago_s: int) -> Ints:
    """Return what each video's views grew by since then, read off the straight lines between its believed samples."""
    kept = ~samples.odd
    video, at, views = samples.subject[kept] - videos.start, samples.at[kept], samples.counters[kept, 0]
    count, then = videos.stop - videos.start, fleet.end - ago_s
    key = video * FAR + at
    after = np.searchsorted(key, np.arange(count) * FAR + then, side="right")
    last = np.searchsorted(video, np.arange(count), side="right") - 1
    has_before = (after > 0) & (video[after - 1] == np.arange(count))
    has_after = after <= last
    left, right = after - 1, np.minimum(after, len(at) - 1)
    whole = np.maximum(at[right] - at[left], 1)
    line: Floats = views[left] + np.floor((views[right] - views[left]) * ((then - at[left]) / whole) + 0.5)
    was = np.where(has_before, np.where(has_after, line, views[left]), 0)
    gains: Ints = views[last] - was.astype(np.int64)
    return gains


def day_tally(days: LocalDays, accounts: int) -> Tally:
    return Tally(accounts, days.begins)


def hour_tally(since: int, until: int, accounts: int) -> Tally:
    """Return sums by hour, UTC, from the one `since` lies in."""
    return Tally(accounts, np.arange(since // HOUR_S, until // HOUR_S + 2) * HOUR_S)
