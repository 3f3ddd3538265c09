"""
For how many creators an app posts: TikTok allows one that has not passed its audit five in any 24 h (tiktok-api §5.2). Pure.

TikTok refuses the sixth only when it is sent, so it is counted here before anything is scheduled.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

WINDOW = timedelta(hours=24)
MINUTE = timedelta(minutes=1)
AHEAD = timedelta(days=7)  # how far what is planned has to be known, to find when there is room again


@dataclass(frozen=True, slots=True)
class Planned:
    """A post of one account, out or still to go out."""

    at: datetime
    account_id: UUID


def fullest_window(planned: Iterable[Planned], *, at: datetime) -> frozenset[UUID]:
    """Return the accounts of the fullest 24 h that hold `at`."""
    near = [one for one in planned if at - WINDOW < one.at < at + WINDOW]
    # A window that begins at a post holds no less than one that begins a little before it.
    starts = {one.at for one in near if one.at <= at} | {at}
    windows = (frozenset(one.account_id for one in near if start <= one.at < start + WINDOW) for start in starts)
    return max(windows, key=len)


def fits(account_id: UUID, planned: Sequence[Planned], *, at: datetime, cap: int) -> bool:
    """Tell whether one more post, of `account_id` at `at`, leaves every 24 h within the cap."""
    return len(fullest_window([*planned, Planned(at, account_id)], at=at)) <= cap


def free_from(account_id: UUID, planned: Collection[Planned], *, at: datetime, cap: int) -> datetime | None:
    """Return the first minute from `at` on at which a post of `account_id` fits; None when none is known."""
    others = list(planned)
    ends = sorted(_next_minute(one.at + WINDOW) for one in others if at < one.at + WINDOW < at + AHEAD - WINDOW)
    return next((end for end in (at, *ends) if fits(account_id, others, at=end, cap=cap)), None)


def _next_minute(instant: datetime) -> datetime:
    # People choose whole minutes, and the one an answer names must not be refused.
    whole = instant.replace(second=0, microsecond=0)
    return whole if whole == instant else whole + MINUTE
