"""From the time a person chose to the instant it means. Pure."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from api.posts.models import TimingMode
from api.posts.services import Timing
from core.domain_error import Invalid

LATEST = timedelta(days=366)
TOLERANCE = timedelta(seconds=60)  # a minute that has just begun, picked while filling the form in, still counts


def to_instant(local_time: datetime, zone: ZoneInfo) -> datetime:
    """
    Return the UTC instant of a wall-clock time.

    A time that the clocks skip moves forward by what they skip; of a time that comes twice the first is meant: both are what
    fold=0 says (PEP 495).
    """
    return local_time.replace(tzinfo=zone, fold=0).astimezone(UTC)


def decide_timing(*, mode: TimingMode, local_time: str, time_zone: str, now: datetime) -> Timing:
    """
    Return when a post goes out.

    :raises Invalid: `due_in_past`, `due_too_far` or `time_invalid`, at `timing.local_time`
    """
    if mode == TimingMode.DRAFT:
        return Timing(mode, None, local_time, time_zone)
    if mode == TimingMode.NOW:
        return Timing(mode, now, "", time_zone)
    try:
        chosen = datetime.fromisoformat(local_time).replace(tzinfo=None)
    except ValueError as error:
        raise Invalid.at("timing.local_time", "Choose a day and a time.", code="time_invalid") from error
    due_at = to_instant(chosen, ZoneInfo(time_zone))
    if due_at < now - TOLERANCE:
        raise Invalid.at(
            "timing.local_time",
            "This time has passed. Choose a later one, or publish now.",
            code="due_in_past",
        )
    if due_at > now + LATEST:
        raise Invalid.at("timing.local_time", "Choose a time within the next year.", code="due_too_far")
    return Timing(mode, due_at, chosen.strftime("%Y-%m-%dT%H:%M"), time_zone)
