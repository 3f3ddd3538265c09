"""Which posts of an account are to be looked at."""

from collections.abc import Collection
from dataclasses import dataclass
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
    account_id: UUID, *, now: datetime, whole: bool, seen: Collection[UUID], listed_since: datetime | None, most: int
) -> list[Video]:
    """
    Return at most `most` posts to be asked for by their ids, the longest unseen first.

    :param seen: those that TikTok has just told of
    :param listed_since: the list went down to here: a post after it that is not in it is missing
    """
    there = Q(video__gone_at=None) | Q(video__gone_at__gte=now - GONE_FOR)
    rows = (
        VideoState.objects.filter(there, account_id=account_id, published_at__gte=now - NEVER_FROM)
        .exclude(pk__in=seen)
        .order_by("checked_at")
        .values_list("pk", "published_at", "checked_at", "video__gone_at")
    )
    turn = Turn(now, whole, listed_since)
    due = [video_id for video_id, at, checked, gone in rows if turn.has_come(at, checked, gone)][:most]
    videos = Video.objects.in_bulk(due)
    return [videos[video_id] for video_id in due]


@dataclass(frozen=True, slots=True)
class Turn:
    """A look: at what time, at everything or not, and down to when the list went."""

    now: datetime
    whole: bool
    listed_since: datetime | None

    def has_come(self, published_at: datetime, checked_at: datetime | None, gone_at: datetime | None) -> bool:
        """Tell whether a post that the list did not show is to be asked for."""
        if checked_at is None:
            return True
        is_stale = self.now - checked_at >= STALE
        if gone_at is not None:
            return is_stale
        if self.listed_since is not None and published_at >= self.listed_since:
            return True
        look = next_look(published_at=published_at, checked_at=checked_at)
        is_young = self.now - published_at < WEEKLY_FROM
        return (self.whole and is_stale and is_young) or (look is not None and look <= self.now)
