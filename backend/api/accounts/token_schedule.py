"""When a token pair is renewed, and when it is tried again after a failure. Decisions only, no input or output."""

from datetime import datetime, timedelta

from core.tempo import paced

SHARE_OF_LIFE = 0.6
JITTER = 0.1
# After a lost answer the same refresh token is presented once more, and then ever more rarely (publishing §2.5, 6).
LOST_PAUSES_S = (30, 60, 120, 300, 900)
UNSENT_PAUSES_S = (5, 15, 30, 60, 300)  # nothing left this machine, so asking again costs nothing
REFUSED_APP_PAUSES_S = (60, 120, 300, 900)  # a person has to act first


def next_renewal(*, now: datetime, expires_in: int, chance: float) -> datetime:
    """
    Return when the keeper renews a pair just received: after 60 % of its life, ± 10 %, so that not all come at once.

    :param chance: a random number from 0 to 1
    """
    share = SHARE_OF_LIFE * (1 + JITTER * (2 * chance - 1))
    return now + timedelta(seconds=expires_in * share)


def pause_after(pauses: tuple[int, ...], *, tries: int) -> timedelta:
    """Return how long to wait after the try number `tries` (from 0) has failed."""
    return timedelta(seconds=paced(pauses[min(tries, len(pauses) - 1)]))
