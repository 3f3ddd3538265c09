"""
How fast our own clocks run: 1 in life; a rehearsal may play a day in minutes (CARILLON_TEMPO, development only).

Whatever waits, pauses, leases or times out by a length of ours goes through here, so that a rehearsal keeps every ratio.
What TikTok counts (lifetimes it tells us, its windows) and what people choose (due times, late limits) does not.
"""

from datetime import timedelta

from django.conf import settings


def paced(seconds: float) -> float:
    """Return how long `seconds` of ours last at this tempo."""
    tempo: float = settings.TEMPO
    return seconds / tempo


def paced_delta(length: timedelta) -> timedelta:
    """Return how long `length` lasts at this tempo."""
    return timedelta(seconds=paced(length.total_seconds()))
