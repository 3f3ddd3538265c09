"""
A fleet of accounts made of random numbers: what they post, and how its counters grow. Pure; numpy.

Lifetime views are lognormal with a Pareto tail and grow along a lognormal's distribution function. Likes, comments and shares
waver, so they fall now and then as real ones do. Looks follow the product's own cadence, stretched until there are as many as
are wanted, with one near each of the ages that are kept and, of the newest posts, one in the last hour: posts, what is known of
them, and days are the same whatever the number of samples. Now and then TikTok tells zeros. The same seed makes the same fleet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
import numpy.typing as npt

from api.analytics.ages import AGES_H
from api.analytics.cadence import interval_at
from bench.analytics.clock import local_days

SEED = 20261126
DAYS = 150
HOUR_S, DAY_S = 3_600, 86_400
# Of an account: in the middle, at most, at least. More of them could not each be seen at every age in a million samples.
POSTS, MOST_POSTS, FEWEST_POSTS = 46, 160, 20
YOUNGEST_S = 4 * HOUR_S
SHORTEST_GAP_S, NEVER_S = 60, 10 * DAYS * DAY_S
LISTED = 20  # posts on a page of TikTok's list
ACCOUNTS_AT_ONCE = 40
ONE_LOOK_IN = 2_000  # tells zeros
MOST_VIEWS = 50_000_000

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

KNOWN_S: Ints = np.array(AGES_H, np.int64) * HOUR_S


@dataclass(frozen=True, slots=True)
class Team:
    """A workspace: how many accounts it has, and by which clock its days begin."""

    name: str
    zone: str
    accounts: int


# The large one is what everything is asked about; the small one, how much its size matters; the others, that they are in the way.
TEAMS = (
    Team("large", "Europe/Berlin", 1_000),
    Team("small", "Europe/Berlin", 10),
    Team("west", "America/New_York", 12),
    Team("east", "Asia/Kathmandu", 12),
)


@dataclass(frozen=True, slots=True)
class Fleet:
    """All accounts by number, and all videos, account by account and oldest first; instants are seconds since 1970."""

    end: int
    team: Ints
    followers: Floats
    account: Ints
    published: Ints
    lifetime: Floats
    middle: Floats  # ln of hours until half of the views are there
    width: Floats
    rates: Floats  # likes, comments and shares for each view

    @property
    def begin(self) -> int:
        """Return an instant before everything."""
        return self.end - (DAYS + 1) * DAY_S


@dataclass(frozen=True, slots=True)
class Samples:
    """Looks at videos or accounts, one subject after the other, in the order of time; `odd` ones tell nonsense."""

    subject: Ints
    at: Ints
    counters: Ints
    odd: Bools

    def __len__(self) -> int:
        return len(self.at)


def make_fleet(end: int) -> Fleet:
    rng = np.random.default_rng(SEED)
    team = np.repeat(np.arange(len(TEAMS)), [one.accounts for one in TEAMS])
    count = len(team)
    followers = np.clip(rng.lognormal(np.log(20_000), 1.4, count), 50, 2e7)
    posts = np.clip(rng.lognormal(np.log(POSTS), 0.4, count), FEWEST_POSTS, MOST_POSTS).astype(np.int64)
    account = np.repeat(np.arange(count), posts)
    published = _publish(rng, end, team, account)
    level = np.log(followers) * 0.8 + rng.normal(0.0, 0.5, count)
    lucky = np.where(rng.random(len(account)) < 0.03, rng.pareto(1.2, len(account)) + 1.0, 1.0)
    lifetime = np.minimum(np.exp(level[account] + rng.normal(0.0, 0.8, len(account))) * lucky, MOST_VIEWS)
    own = np.stack([rng.lognormal(np.log(rate), 0.4, count) for rate in (0.08, 0.004, 0.006)], axis=1)
    rates = own[account] * rng.lognormal(0.0, 0.25, (len(account), 3))
    return Fleet(
        end,
        team,
        followers,
        account,
        published,
        lifetime,
        rng.normal(np.log(18.0), 0.4, len(account)),
        np.clip(rng.normal(1.4, 0.2, len(account)), 0.8, 2.0),
        np.minimum(rates, 0.5),
    )


def _publish(rng: np.random.Generator, end: int, team: Ints, account: Ints) -> Ints:
    """Return when each video was published: mostly at one of its account's three habitual hours, by its own clock."""
    habits = rng.integers(7, 23, (len(team), 3))
    usual = habits[account, rng.integers(0, 3, len(account))]
    hour = np.where(rng.random(len(account)) < 0.7, usual, rng.integers(0, 24, len(account)))
    day, within = rng.integers(0, DAYS, len(account)), rng.integers(0, HOUR_S, len(account))
    published = np.zeros(len(account), np.int64)
    for number, one in enumerate(TEAMS):
        mine = team[account] == number
        begins = local_days(one.zone, end - DAYS * DAY_S, end).begins
        published[mine] = begins[day[mine]] + hour[mine] * HOUR_S + within[mine]
    published = np.minimum(published, end - YOUNGEST_S - rng.integers(0, DAY_S, len(account)))
    return published[np.lexsort((published, account))]


def stretch_for(fleet: Fleet, wanted: int) -> float:
    """Return by how much the cadence's intervals are to be longer, so that there are as many looks as wanted."""
    ages = fleet.end - fleet.published
    low, high = 0.5, 64.0
    while high - low > 0.001:
        middle = (low + high) / 2
        looks = sum(np.searchsorted(times, ages).sum() for times in (_schedule(middle), KNOWN_S))
        low, high = (middle, high) if looks > wanted else (low, middle)
    return low


def _schedule(stretch: float) -> Ints:
    """Return the ages at which a post is looked at, in seconds, until the fleet's beginning."""
    ages = [min(600 * stretch, 2.0 * HOUR_S)]
    while ages[-1] < DAYS * DAY_S:
        interval = interval_at(timedelta(seconds=ages[-1]))
        assert interval is not None
        ages.append(ages[-1] + interval.total_seconds() * stretch)
    return np.array(ages[:-1], np.int64)


def chunks(fleet: Fleet) -> Iterator[tuple[int, slice]]:
    """Yield some accounts of one workspace at a time: its number, and which."""
    for number in range(len(TEAMS)):
        places = np.flatnonzero(fleet.team == number)
        for start in range(int(places[0]), int(places[-1]) + 1, ACCOUNTS_AT_ONCE):
            yield number, slice(start, min(start + ACCOUNTS_AT_ONCE, int(places[-1]) + 1))


def videos_of(fleet: Fleet, accounts: slice) -> slice:
    first, last = np.searchsorted(fleet.account, [accounts.start, accounts.stop])
    return slice(int(first), int(last))


def watch_videos(fleet: Fleet, videos: slice, stretch: float) -> Samples:
    """Return what looks at these videos tell."""
    rng = np.random.default_rng([SEED, 1, videos.start])
    published, count = fleet.published[videos], videos.stop - videos.start
    schedule = _schedule(stretch)
    ages = schedule[None, :] * rng.uniform(0.97, 1.03, (count, 1)) + rng.uniform(0, 30, (count, len(schedule)))
    near_ages = KNOWN_S[None, :] * rng.uniform(0.985, 1.015, (count, len(KNOWN_S)))
    lately = np.where(_is_listed(fleet, videos), fleet.end - published, NEVER_S) - rng.uniform(0, HOUR_S, count)
    looks: Ints = np.sort(np.column_stack([ages, near_ages, lately]).astype(np.int64), axis=1)
    apart = np.diff(looks, axis=1, prepend=-SHORTEST_GAP_S) >= SHORTEST_GAP_S
    subject, place = np.nonzero(apart & (looks <= (fleet.end - published)[:, None]))
    age = looks[subject, place]
    counters = _count(rng, fleet, subject + videos.start, age / HOUR_S)
    found = Samples(subject + videos.start, published[subject] + age, counters, np.zeros(len(age), np.bool_))
    return _tell_nonsense(rng, found)


def _is_listed(fleet: Fleet, videos: slice) -> Bools:
    """Tell which of these videos are among their accounts' newest, which a look at the account tells of every time."""
    account = fleet.account[videos]
    last = np.searchsorted(account, account, side="right")
    return np.asarray(last - np.arange(len(account)) <= LISTED)


def _count(rng: np.random.Generator, fleet: Fleet, video: Ints, age_h: Floats) -> Ints:
    grown = (np.log(age_h) - fleet.middle[video]) / fleet.width[video]
    share = 0.5 * (1 + np.tanh(0.7978845608 * (grown + 0.044715 * grown**3)))  # the normal distribution, to 3e-4
    views = np.floor(fleet.lifetime[video] * share)
    taken_back = (rng.random(len(video)) < 0.002) & (views > 1)  # not the only one: that would be nonsense told
    views = np.where(taken_back, views - np.ceil(views * 0.001), views)
    rest = views[:, None] * fleet.rates[video]
    rest = np.floor(rest + 0.3 * np.sqrt(rest) * np.clip(rng.normal(0, 1, rest.shape), -2, 2))
    counted: Ints = np.maximum(np.column_stack([views, rest]), 0).astype(np.int64)
    return counted


def _tell_nonsense(rng: np.random.Generator, samples: Samples) -> Samples:
    """Have a few samples tell zeros: none that is a subject's first or last, and no two in a row."""
    subject, odd = samples.subject, rng.random(len(samples)) < 1 / ONE_LOOK_IN
    inside = np.zeros(len(samples), np.bool_)
    inside[1:-1] = (subject[1:-1] == subject[:-2]) & (subject[1:-1] == subject[2:])
    odd &= inside & (np.roll(samples.counters[:, 0], 1) > 0)
    odd[1:] &= ~odd[:-1]
    return replace(samples, counters=np.where(odd[:, None], 0, samples.counters), odd=odd)


def watch_accounts(fleet: Fleet, accounts: slice, looks: int) -> Samples:
    """Return what so many looks at each of these accounts tell, the first when the fleet begins."""
    rng = np.random.default_rng([SEED, 2, accounts.start])
    count = accounts.stop - accounts.start
    times = np.linspace(0, fleet.end - fleet.begin - HOUR_S, looks)[None, :] + rng.integers(
        0, HOUR_S // 2, (count, looks)
    )
    at = fleet.begin + times.astype(np.int64)
    wavering = np.cumsum(rng.normal(0.0, 1.0, (count, looks)), axis=1) * np.sqrt(DAYS / looks)
    followers = fleet.followers[accounts, None] * (1 + 0.0015 * (wavering + np.linspace(0, 40, looks)[None, :]))
    likes = followers * 9 * (1 + np.linspace(0, 0.3, looks)[None, :])
    rest = [np.broadcast_to(fleet.followers[accounts, None] ** 0.5, followers.shape), likes]
    posts = np.broadcast_to(np.arange(looks)[None, :] * POSTS / looks, followers.shape)
    counters = np.stack([followers, *rest, posts], axis=2).reshape(-1, 4)
    subject = np.repeat(np.arange(accounts.start, accounts.stop), looks)
    found = Samples(subject, at.ravel(), np.maximum(counters, 0).astype(np.int64), np.zeros(len(subject), np.bool_))
    return _tell_nonsense(rng, found)
