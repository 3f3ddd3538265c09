"""When a report is due, by the workspace's clock, and which days it is about. Pure."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LOOKED_BACK = 32  # days in which every rhythm comes round


@dataclass(frozen=True, slots=True)
class Timing:
    """Weekly on a weekday (0 is Monday) or, with `month_day`, monthly; on the last day of a month that is shorter."""

    weekday: int | None
    month_day: int | None
    local_hour: int
    zone: str

    def falls_on(self, day: date) -> bool:
        if self.month_day is None:
            return day.weekday() == self.weekday
        return day.day == min(self.month_day, monthrange(day.year, day.month)[1])

    def due_at(self, day: date) -> datetime:
        """Return the instant on that day; an hour that the clocks skip is when they do, of one that comes twice the first."""
        return datetime.combine(day, time(self.local_hour), ZoneInfo(self.zone)).astimezone(UTC)


def last_due(timing: Timing, *, now: datetime) -> date:
    """Return the day on which it became due last."""
    today = now.astimezone(ZoneInfo(timing.zone)).date()
    days = (today - number * DAY for number in range(LOOKED_BACK + 1))
    return next(day for day in days if timing.falls_on(day) and timing.due_at(day) <= now)


def next_due(timing: Timing, *, now: datetime) -> datetime:
    """Return when it becomes due next."""
    today = now.astimezone(ZoneInfo(timing.zone)).date()
    days = (today + number * DAY for number in range(LOOKED_BACK + 1))
    return next(timing.due_at(day) for day in days if timing.falls_on(day) and timing.due_at(day) > now)


def days_told(timing: Timing, due: date) -> tuple[date, date]:
    """Return the days a report due on that day tells of: the seven before it, or the month before its own."""
    if timing.month_day is None:
        return due - WEEK, due - DAY
    last = due.replace(day=1) - DAY
    return last.replace(day=1), last
