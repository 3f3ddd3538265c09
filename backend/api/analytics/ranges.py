"""Which days a question is about, and how they are grouped. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.domain_error import Invalid

DAY = timedelta(days=1)
MOST_DAYS = 3_660
EARLIEST = date(2016, 1, 1)  # TikTok's own beginning
WEEKLY_ABOVE = 400  # points: more than a chart has pixels for
MOST_HOURLY_DAYS = 14


class TimeRange(StrEnum):
    """Days up to and with today, or `custom` from `since` until `until`."""

    LAST_7 = "7d"
    LAST_28 = "28d"
    LAST_90 = "90d"
    LAST_365 = "365d"
    CUSTOM = "custom"


class Granularity(StrEnum):
    AUTO = "auto"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class WeekStart(StrEnum):
    MONDAY = "monday"
    SUNDAY = "sunday"


LENGTHS = {TimeRange.LAST_7: 7, TimeRange.LAST_28: 28, TimeRange.LAST_90: 90, TimeRange.LAST_365: 365}


@dataclass(frozen=True, slots=True)
class Days:
    """Local days from `since` to `until`, both included, by the clock of `zone`."""

    since: date
    until: date
    zone: str

    @property
    def count(self) -> int:
        return (self.until - self.since).days + 1

    def before(self) -> "Days":
        """Return as many days before these: what a change is measured against."""
        return Days(self.since - self.count * DAY, self.since - DAY, self.zone)

    def __iter__(self) -> Iterator[date]:
        for place in range(self.count):
            yield self.since + place * DAY


def read_zone(name: str, *, fallback: str) -> str:
    """
    Return a zone's name.

    :raises Invalid: for one that does not exist
    """
    if not name:
        return fallback
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid.at("time_zone", f"There is no time zone called {name[:60]}.", code="zone_unknown") from error
    return name


def read_range(
    wanted: TimeRange, *, since: date | None, until: date | None, zone: str, now: datetime, most_days: int = MOST_DAYS
) -> Days:
    """
    Return the days meant.

    :raises Invalid: for a range that is reversed, absurd, or not said whole
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    if wanted != TimeRange.CUSTOM:
        if since is not None or until is not None:
            raise Invalid.at("range", "Say range=custom together with since and until.", code="range_ambiguous")
        return Days(today - (LENGTHS[wanted] - 1) * DAY, today, zone)
    if since is None or until is None:
        missing = "since" if since is None else "until"
        raise Invalid.at(missing, "A custom range needs since and until.", code="range_incomplete")
    if since > until:
        raise Invalid.at("until", "The range ends before it begins.", code="range_reversed")
    if since < EARLIEST:
        raise Invalid.at("since", f"There is nothing before {EARLIEST.isoformat()}.", code="range_too_early")
    if since > today:
        raise Invalid.at("since", "The range begins in the future.", code="range_in_the_future")
    days = Days(since, min(until, today), zone)
    if days.count > most_days:
        raise Invalid.at(
            "since", f"A range may have {most_days} days; this one has {days.count}.", code="range_too_long"
        )
    return days


def choose_granularity(wanted: Granularity, days: Days) -> Granularity:
    """
    Return how to group the days: as wanted, by week where single days would be too many.

    :raises Invalid: for hours over too long a range
    """
    if wanted == Granularity.HOUR and days.count > MOST_HOURLY_DAYS:
        message = f"Hours are told for {MOST_HOURLY_DAYS} days at most."
        raise Invalid.at("granularity", message, code="range_too_long")
    if wanted == Granularity.AUTO:
        return Granularity.DAY if days.count <= WEEKLY_ABOVE else Granularity.WEEK
    if wanted == Granularity.DAY and days.count > WEEKLY_ABOVE:
        return Granularity.WEEK
    return wanted


def group_of(day: date, granularity: Granularity, week_start: WeekStart) -> date:
    """Return the first day of the week or month a day belongs to; itself for days."""
    if granularity == Granularity.WEEK:
        ahead = day.weekday() if week_start == WeekStart.MONDAY else (day.weekday() + 1) % 7
        return day - ahead * DAY
    return day.replace(day=1) if granularity == Granularity.MONTH else day
