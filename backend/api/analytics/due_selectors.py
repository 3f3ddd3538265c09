"""Which posts of an account are to be looked at."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from api.analytics.cadence import NEVER_FROM, WEEKLY_FROM, next_look
from api.analytics.models import Video, VideoState

STALE = timedelta(hours=20)  # at night, whatever is not older than this was looked at today
GONE_FOR = timedelta(days=30)  # what is gone may come back; after that nobody asks


def list_looks(account_id: UUID) -> list[tuple[datetime, datetime]]:
    """Return when each post that is still there was published and last looked at; of posts that are looked at at all."""
    rows = VideoState.objects.filter(account_id=account_id, checked_at__isnull=False, video__gone_at=None)
    return [(published, checked) for published, checked in rows.values_list("published_at", "checked_at") if checked]


def list_due_videos(
    account_id: UUID, *, now: datetime, whole: bool, seen: Collection[UUID], listed_since: datetime | None
) -> list[Video]:
    """
    Return the posts to be asked for by their ids, the longest unseen first.

    :param seen: those that TikTok has just told of
    :param listed_since: the list went down to here: a post after it that is not in it is missing
    """
    there = Q(gone_at=None) | Q(gone_at__gte=now - GONE_FOR)
    rows = (
        Video.objects.filter(there, account_id=account_id, published_at__gte=now - NEVER_FROM)
        .exclude(pk__in=seen)
        .select_related("state")
        .order_by("state__checked_at")
    )
    return [video for video in rows if _is_due(video, now=now, whole=whole, listed_since=listed_since)]


def _is_due(video: Video, *, now: datetime, whole: bool, listed_since: datetime | None) -> bool:
    checked_at = video.state.checked_at
    if checked_at is None:
        return True
    if video.gone_at is not None:
        return now - checked_at >= STALE
    if listed_since is not None and video.published_at >= listed_since:
        return True
    look = next_look(published_at=video.published_at, checked_at=checked_at)
    is_stale = whole and now - checked_at >= STALE and now - video.published_at < WEEKLY_FROM
    return is_stale or (look is not None and look <= now)
