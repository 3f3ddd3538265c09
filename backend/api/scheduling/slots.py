"""Posting slots as instants: which come next, and which of them are free. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from api.scheduling.timing import to_instant

HORIZON = timedelta(days=90)  # further ahead nobody plans by slots


@dataclass(frozen=True, slots=True)
class WeekTime:
    """A weekday (0 is Monday) and a time on the wall."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class SlotTime:
    """A slot on a day: the time its owner reads, and the instant it means."""

    local: datetime
    instant: datetime


def slots_after(week: Collection[WeekTime], *, zone: ZoneInfo, after: datetime) -> Iterator[SlotTime]:
    """
    Yield the slots later than `after`, in order, as far as HORIZON.

    Where the clocks skip an hour, a slot in it moves forward; when that is where another slot is, they are one.
    """
    last: datetime | None = None
    start = after.astimezone(zone).date() - timedelta(days=1)
    for ahead in range(HORIZON.days + 2):
        day = start + timedelta(days=ahead)
        for slot in sorted(_on(day, week, zone), key=lambda slot: slot.instant):
            if slot.instant > after and slot.instant != last:
                last = slot.instant
                yield slot


def _on(day: date, week: Collection[WeekTime], zone: ZoneInfo) -> Iterator[SlotTime]:
    for time_of_week in week:
        if time_of_week.weekday == day.weekday():
            instant = to_instant(datetime.combine(day, time_of_week.at), zone)
            # Written as the clock will show it, so that a moved slot reads as what it has become.
            yield SlotTime(instant.astimezone(zone).replace(tzinfo=None), instant)


def minute_of(instant: datetime) -> datetime:
    """Return the minute an instant lies in: two posts in one are one too many for a slot."""
    return instant.astimezone(UTC).replace(second=0, microsecond=0)
