"""From the time a person chose to the instant it means. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from api.posts.models import TimingMode
from api.posts.services import Timing
from core.domain_error import Invalid

LATEST = timedelta(days=366)
MIN_YEAR, MAX_YEAR = 1970, 9000  # converting a year at the end of time overflows
TOLERANCE = timedelta(seconds=60)  # a minute that has just begun, picked while filling the form in, still counts


def to_instant(local_time: datetime, zone: ZoneInfo) -> datetime:
    """
    Return the UTC instant of a wall-clock time.

    A time that the clocks skip moves forward by what they skip; of a time that comes twice the first is meant: both are what
    fold=0 says (PEP 495).
    """
    return local_time.replace(tzinfo=zone, fold=0).astimezone(UTC)


Clock = Literal["plain", "skipped", "twice"]


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What a wall-clock time means on its day: `plain`, `skipped` by the clocks or shown `twice`.

    `instant` is what it means; `shown` is what the clock shows then, other than the time itself only where that is skipped.
    """

    clock: Clock
    instant: datetime
    shown: datetime


def read_clock(local_time: datetime, zone: ZoneInfo) -> Reading:
    """Return what a wall-clock time means; the web app says the same before anything is saved (lib/clock-changes.ts)."""
    instant = to_instant(local_time, zone)
    shown = instant.astimezone(zone).replace(tzinfo=None, fold=0)
    if shown != local_time:
        return Reading("skipped", instant, shown)
    second = local_time.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return Reading("plain" if second == instant else "twice", instant, shown)


def decide_timing(*, mode: TimingMode, local_time: str, time_zone: str, now: datetime) -> Timing:
    """
    Return when a post goes out. A draft keeps the time that was typed, if it is one.

    :raises Invalid: `due_in_past`, `due_too_far` or `time_invalid`, at `timing.local_time`
    """
    chosen = read_local_time(local_time)
    written = chosen.strftime("%Y-%m-%dT%H:%M") if chosen else ""
    if mode == TimingMode.DRAFT:
        return Timing(mode, None, written, time_zone)
    if mode == TimingMode.NOW:
        return Timing(mode, now, "", time_zone)
    if chosen is None:
        raise Invalid.at("timing.local_time", "Choose a day and a time.", code="time_invalid")
    due_at = to_instant(chosen, ZoneInfo(time_zone))
    if due_at < now - TOLERANCE:
        raise Invalid.at(
            "timing.local_time", "This time has passed. Choose a later one, or publish now.", code="due_in_past"
        )
    if due_at > now + LATEST:
        raise Invalid.at("timing.local_time", "Choose a time within the next year.", code="due_too_far")
    return Timing(mode, due_at, written, time_zone)


def read_local_time(text: str) -> datetime | None:
    """Return a wall-clock time; None for anything else, one with an offset too: that would be another hour."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is None and MIN_YEAR <= found.year <= MAX_YEAR else None
