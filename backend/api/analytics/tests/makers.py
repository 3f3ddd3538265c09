"""Accounts, videos and samples without TikTok, for tests of what is made of them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tests.conftest import add_accounts, add_video

from api.accounts.models import Account
from api.analytics.ingest_services import Reading, record_accounts, record_videos
from api.analytics.models import AccountState, Video, VideoState
from api.analytics.video_services import open_state
from conftest import Caller


def add_tracked(caller: Caller, *, zone: str = "UTC") -> Account:
    """Put an account into a workspace whose days begin in `zone`."""
    (account,) = add_accounts(caller, 1)
    open_state(account)
    AccountState.objects.filter(pk=account.pk).update(zones=[[None, zone]])
    return account


def tell(video: Video, *samples: tuple[datetime, Sequence[int]]) -> None:
    """Record samples of a video: views, likes, comments, shares; what is missing is zero."""
    record_videos([Reading(video.pk, at, fill(counters)) for at, counters in samples])


def tell_account(account: Account, *samples: tuple[datetime, Sequence[int]]) -> None:
    record_accounts([Reading(account.pk, at, fill(counters)) for at, counters in samples])


def fill(counters: Sequence[int]) -> tuple[int, int, int, int]:
    one, two, three, four = [*counters, 0, 0, 0, 0][:4]
    return one, two, three, four


def state_of(video: Video) -> VideoState:
    return VideoState.objects.get(pk=video.pk)


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


__all__ = ["add_tracked", "add_video", "fill", "hours", "state_of", "tell", "tell_account", "utc"]
