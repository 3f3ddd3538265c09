"""
Local days: where each begins, in the zone an account had at that time. Pure.

A change of zone leaves the days before it as they were. The last old day then lasts until the first new one begins, so that no
instant belongs to two days or to none.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
ALWAYS = -1 << 63
MOST_MIDNIGHTS = 20_000  # a few zones over fifty years


# `to_us` and `to_instant` as PostgreSQL has them: whole numbers are read ten times as fast as instants with a zone. Both go by
# way of seconds as a double and round; until the year 2106 that is exact.
SQL_US = "(date_part('epoch', {}) * 1000000)::bigint"
SQL_INSTANT = "to_timestamp({} / 1000000::float8)"


def to_us(instant: datetime) -> int:
    """Return microseconds since 1970, exactly."""
    return (instant - EPOCH) // MICROSECOND


def to_instant(at_us: int) -> datetime:
    return EPOCH + timedelta(microseconds=at_us)


@lru_cache(maxsize=MOST_MIDNIGHTS)
def begin_of(zone: str, day: date) -> int:
    """Return where a local day begins, in microseconds since 1970; where the clocks skip midnight, it is when they do."""
    return to_us(datetime.combine(day, datetime.min.time(), ZoneInfo(zone)))


def day_in(zone: str, at_us: int) -> date:
    return to_instant(at_us).astimezone(ZoneInfo(zone)).date()


def slot_of(instant: datetime, zone: ZoneInfo) -> int:
    """Return the hour of the local week an instant lies in; 0 is Monday, midnight to one."""
    local = instant.astimezone(zone)
    return local.weekday() * 24 + local.hour


@dataclass(frozen=True, slots=True)
class Day:
    """A local day, from `start_us` until before `end_us`, by the clock of `zone`."""

    date: date
    zone: str
    start_us: int
    end_us: int


@dataclass(slots=True)
class Calendar:
    """
    An account's days.

    :param zones: from which instant on which zone holds, ascending; the first is None, for always
    """

    zones: Sequence[tuple[int | None, str]]
    # The two days asked for last: of samples around midnight every other one is of the day before.
    _last: Day | None = field(default=None, repr=False)
    _other: Day | None = field(default=None, repr=False)

    def day_of(self, at_us: int) -> Day:
        """Return the day an instant lies in."""
        last, other = self._last, self._other
        if last is not None and last.start_us <= at_us < last.end_us:
            return last
        if other is None or not other.start_us <= at_us < other.end_us:
            other = self._find(at_us)
        self._last, self._other = other, last
        return other

    def days_between(self, start_us: int, end_us: int) -> Iterator[Day]:
        """Yield the days from the one `start_us` lies in to the one in which the last moment before `end_us` does."""
        day = self.day_of(start_us)
        yield day
        while day.end_us < end_us:
            day = self.day_of(day.end_us)
            yield day

    def _find(self, at_us: int) -> Day:
        place = bisect_right([_since(zone) for zone in self.zones], at_us) - 1
        zone = self.zones[place][1]
        day = day_in(zone, at_us)
        if place + 1 == len(self.zones):
            return Day(day, zone, begin_of(zone, day), begin_of(zone, day + DAY))
        until, next_zone = _since(self.zones[place + 1]), self.zones[place + 1][1]
        # An old day that has begun when the first new one begins under the same date belongs to the day before.
        day = min(day, day_in(next_zone, until) - DAY)
        end = begin_of(zone, day + DAY) if day + DAY < day_in(next_zone, until) else until
        return Day(day, zone, begin_of(zone, day), min(end, until))


def _since(zone: tuple[int | None, str]) -> int:
    return ALWAYS if zone[0] is None else zone[0]


def change_zone(zones: Sequence[tuple[int | None, str]], zone: str, *, since: date) -> list[tuple[int | None, str]]:
    """Return the zones when from a day on another one holds; what was to hold from later on is forgotten."""
    at_us = begin_of(zone, since)
    return [(start, name) for start, name in zones if start is None or start < at_us] + [(at_us, zone)]
