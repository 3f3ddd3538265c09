"""The whole fleet watched and added up, some accounts at a time. Pure; numpy."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from api.analytics.ages import AGES_H
from bench.analytics import fleet as fleets
from bench.analytics import rollups
from bench.analytics.clock import local_days
from bench.analytics.fleet import DAY_S, HOUR_S, TEAMS, Fleet, Ints, Samples
from bench.analytics.rollups import Tally

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Size:
    """How many samples of videos there are to be, and for how many days hours are kept; accounts' samples are a tenth."""

    name: str
    samples: int
    hour_days: int


SIZES = {"1m": Size("1m", 1_060_000, 7), "10m": Size("10m", 10_300_000, 30)}


@dataclass(frozen=True, slots=True)
class Rows:
    """Roll-ups of one kind: whose, which stretch (days or hours since 1970), and the sums; days have counters at their end."""

    account: Ints
    stretch: Ints
    sums: Ints
    ends: Ints
    posts: Ints


@dataclass(slots=True)
class Worked:
    """Everything there is to write, samples apart from what they come to. By video: `marks`, `last`, `at` and gains."""

    marks: Ints
    last: Ints
    at: Ints
    gain_24h: Ints
    gain_7d: Ints
    own: Ints
    own_at: Ints
    videos: list[Samples] = field(default_factory=list)
    accounts: list[Samples] = field(default_factory=list)
    days: list[Rows] = field(default_factory=list)
    hours: list[Rows] = field(default_factory=list)


def work_out(fleet: Fleet, size: Size) -> Worked:
    """Watch the fleet, and add up what is seen."""
    stretch = fleets.stretch_for(fleet, size.samples)
    looks = size.samples // 10 // len(fleet.team)
    videos, accounts = len(fleet.account), len(fleet.team)
    worked = Worked(
        marks=np.zeros((videos, len(AGES_H), 4), np.int64),
        last=np.zeros((videos, 4), np.int64),
        own=np.zeros((accounts, 4), np.int64),
        own_at=np.zeros(accounts, np.int64),
        at=np.zeros(videos, np.int64),
        gain_24h=np.zeros(videos, np.int64),
        gain_7d=np.zeros(videos, np.int64),
    )
    for team, some in fleets.chunks(fleet):
        _Chunk(fleet, size, TEAMS[team].zone, some, worked).work(stretch, looks)
    return worked


class _Chunk:
    def __init__(self, fleet: Fleet, size: Size, zone: str, accounts: slice, worked: Worked) -> None:
        self._fleet, self._accounts, self._worked = fleet, accounts, worked
        self._videos = fleets.videos_of(fleet, accounts)
        self._local = local_days(zone, fleet.begin, fleet.end)
        self._days = rollups.day_tally(self._local, accounts.stop - accounts.start)
        since = fleet.end - size.hour_days * DAY_S
        self._hours = rollups.hour_tally(since, fleet.end, accounts.stop - accounts.start)

    def work(self, stretch: float, looks: int) -> None:
        self._watch_videos(fleets.watch_videos(self._fleet, self._videos, stretch))
        ends = self._watch_accounts(fleets.watch_accounts(self._fleet, self._accounts, looks))
        posts = self._count_posts()
        first = (self._local.first - EPOCH).days
        self._worked.days.append(self._rows(self._days, first, ends, posts))
        nothing = np.zeros((len(self._hours.touched), 4), np.int64)
        self._worked.hours.append(self._rows(self._hours, int(self._hours.edges[0]) // HOUR_S, nothing, nothing[:, 0]))

    def _watch_videos(self, samples: Samples) -> None:
        fleet, videos, worked = self._fleet, self._videos, self._worked
        published = fleet.published[videos]
        steps = rollups.steps_of(samples, published, videos.start)
        of_sample, of_step = (fleet.account[one] - self._accounts.start for one in (samples.subject, steps.subject))
        for tally in (self._days, self._hours):
            rollups.add_videos(tally, samples, steps, of_sample, of_step)
        worked.marks[videos] = rollups.marks_of(steps, published, videos.start)
        worked.at[steps.subject], worked.last[steps.subject] = (
            steps.end,
            steps.after,
        )  # in the order of time: the last stays
        worked.gain_24h[videos] = rollups.gains_of(samples, fleet, videos, DAY_S)
        worked.gain_7d[videos] = rollups.gains_of(samples, fleet, videos, 7 * DAY_S)
        worked.videos.append(samples)

    def _watch_accounts(self, samples: Samples) -> Ints:
        worked, first = self._worked, self._accounts.start
        steps = rollups.steps_of(samples, None, first)
        rollups.add_accounts(self._hours, steps, steps.subject - first)
        pieces = rollups.add_accounts(self._days, steps, steps.subject - first)
        rollups.add_held(self._days, samples, samples.subject - first)
        worked.own_at[steps.subject], worked.own[steps.subject] = steps.end, steps.after
        worked.accounts.append(samples)
        return rollups.ends_of(self._days, samples, steps, pieces, samples.subject - first)

    def _count_posts(self) -> Ints:
        fleet = self._fleet
        account = fleet.account[self._videos] - self._accounts.start
        keys = account * self._days.width + self._days.place(fleet.published[self._videos])
        self._days.touch(keys)
        return np.bincount(keys, minlength=len(self._days.touched)).astype(np.int64)

    def _rows(self, tally: Tally, first: int, ends: Ints, posts: Ints) -> Rows:
        keys = np.flatnonzero(tally.touched)
        account = keys // tally.width + self._accounts.start
        return Rows(account, keys % tally.width + first, tally.sums[:, keys].T, ends[keys], posts[keys])
