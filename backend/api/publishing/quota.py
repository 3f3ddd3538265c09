"""
How many posts fit into a rolling 24 h: counting, and finding the next time one fits. Pure.

A window holds what lies in [start, start + 24 h); a post may go out when no window that holds it has more than the cap.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

WINDOW = timedelta(hours=24)
MINUTE = timedelta(minutes=1)
MOST_STEPS = 400  # a search over many accounts ends, whatever is planned on them


def used_around(times: Iterable[datetime], *, at: datetime) -> int:
    """Return how many of `times` lie in the fullest 24 h that holds `at`."""
    near = sorted(one for one in times if at - WINDOW < one < at + WINDOW)
    # A window that begins at a post holds no less than one that begins a little before it.
    starts = [one for one in near if one <= at] + [at]
    return max(sum(start <= one < start + WINDOW for one in near) for start in starts)


def fits(times: Iterable[datetime], *, at: datetime, cap: int) -> bool:
    """Tell whether one more post at `at` leaves every 24 h within the cap."""
    return used_around(times, at=at) < cap


def free_from(times: Collection[datetime], *, at: datetime, cap: int) -> datetime:
    """Return the first time from `at` on, `at` itself or a whole minute, at which one more post fits; the cap is at least 1."""
    ordered = sorted(times)
    # `cap` posts within 24 h block whatever lies less than 24 h from all of them.
    full = zip(ordered, ordered[cap - 1 :], strict=False)
    found = at
    for first, last in full:
        if last - first < WINDOW and last - WINDOW < found < first + WINDOW:
            found = _next_minute(first + WINDOW)
    return found


def free_together(needs: Iterable[tuple[Collection[datetime], timedelta, int]], *, at: datetime) -> datetime | None:
    """
    Return the first time from `at` on at which all of `needs` fit; None when none is found.

    :param needs: for each account: what it has, how long after the common time its post goes out, and its cap
    """
    wanted, found = list(needs), at
    for _ in range(MOST_STEPS):
        latest = max((free_from(times, at=found + after, cap=cap) - after for times, after, cap in wanted), default=at)
        if latest == found:
            return found
        found = _next_minute(latest)
    return None


def keeps_cap(times: Iterable[datetime], *, cap: int) -> bool:
    """Tell whether no 24 h of `times` hold more than the cap."""
    ordered = sorted(times)
    return all(late - early >= WINDOW for early, late in zip(ordered, ordered[cap:], strict=False))


def _next_minute(instant: datetime) -> datetime:
    # People choose whole minutes, and the one an answer names must not be refused.
    whole = instant.replace(second=0, microsecond=0)
    return whole if whole == instant else whole + MINUTE
