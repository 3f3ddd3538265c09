"""When each account of a post gets it, if it is spread over some minutes. Pure: the same post and accounts, the same times."""

from collections.abc import Collection
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

JITTER = 0.8  # of an account's share of the time; the rest keeps two neighbours apart


def spread(post_id: UUID, account_ids: Collection[UUID], *, due_at: datetime, minutes: int) -> dict[UUID, datetime]:
    """
    Return when each account's post goes out: at `due_at`, or shuffled over the `minutes` after it, to the second.

    The first in the order goes out at `due_at` itself, so that the time the person chose means something.
    """
    if minutes <= 0 or len(account_ids) <= 1:
        return dict.fromkeys(account_ids, due_at)
    ordered = sorted(account_ids, key=lambda account_id: _chance(post_id, account_id, "order"))
    share = timedelta(minutes=minutes) / len(ordered)
    times = {}
    for place, account_id in enumerate(ordered):
        jitter = JITTER * _chance(post_id, account_id, "jitter") if place else 0.0
        seconds = (share * (place + jitter)).total_seconds()
        times[account_id] = due_at + timedelta(seconds=int(seconds))
    return times


def _chance(post_id: UUID, account_id: UUID, what: str) -> float:
    """Return a number from 0 to 1 that is always the same for these three."""
    digest = sha256(f"{post_id}|{account_id}|{what}".encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48
