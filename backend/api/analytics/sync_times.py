"""When an account is synced: daily in the hour after 02:00 of its workspace's zone, each at its own second. Pure."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

NIGHT = time(2, 0)
SPREAD_S = 3600


def last_night(zone: ZoneInfo, *, now: datetime) -> tuple[str, datetime]:
    """
    Return the latest 02:00 of that zone that has come: its local date, and the instant.

    A 02:00 that the clocks skip is where it would have been by the old offset; of one that comes twice, the first counts.
    So every local date has exactly one.
    """
    today = now.astimezone(zone).date()
    for date in (today, today - timedelta(days=1)):
        instant = datetime.combine(date, NIGHT, zone).astimezone(UTC)
        if instant <= now:
            return date.isoformat(), instant
    raise AssertionError("yesterday's 02:00 has always come")


def offset_of(account_id: UUID) -> timedelta:
    """Return how long after 02:00 this account's turn is: always the same, and spread over an hour."""
    return timedelta(seconds=account_id.int % SPREAD_S)
