"""The hour a person chose is the truth: when a zone's rules change, the instant is derived anew."""

import logging
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from api.posts.models import Post, TimingMode
from api.publishing.models import Publication, State
from api.scheduling.timing import read_local_time, to_instant

logger = logging.getLogger(__name__)

SOON = timedelta(minutes=10)  # what is about to go out is left alone: a worker may have it


@shared_task(name="scheduling.keep_hours", ignore_result=True)
def keep_hours(**_: object) -> None:
    """Give scheduled posts whose local time means another instant than before that instant (a new tzdata does this)."""
    now = timezone.now()
    waiting = Post.objects.filter(timing_mode=TimingMode.AT, due_at__gt=now + SOON, deleted_at=None)
    moved = 0
    for post in waiting.only("pk", "timing_mode", "local_time", "time_zone", "due_at").iterator(chunk_size=500):
        if _means_another_instant(post, after=now + SOON):
            moved += keep_hour(post.pk, after=now + SOON)
    if moved:
        logger.warning("the clocks of a zone changed: %d posts keep their hour at another instant", moved)


def keep_hour(post_id: UUID, *, after: datetime) -> bool:
    """
    Give the post, and those of its publications that still wait, the instant its local time means now.

    Each publication keeps its distance to the post. The post is locked and looked at again: somebody may just be moving it.
    """
    with transaction.atomic():
        post = Post.objects.select_for_update().get(pk=post_id)
        by = _means_another_instant(post, after=after)
        if not by or not post.due_at:
            return False
        rows = Publication.objects.select_for_update().filter(post=post, state__in=(State.SCHEDULED, State.HELD))
        for row in rows.exclude(due_at=None):
            due_at, is_next = row.due_at, row.next_try_at == row.due_at
            row.due_at = due_at + by if due_at else None
            row.next_try_at = row.due_at if is_next else row.next_try_at
            row.save(update_fields=["due_at", "next_try_at", "updated_at"])
        post.due_at += by
        post.save(update_fields=["due_at", "updated_at"])
    return True


def _means_another_instant(post: Post, *, after: datetime) -> timedelta | None:
    """Return by how much the post's instant is off; None when it is right, or is to come too soon to be touched."""
    local = read_local_time(post.local_time)
    if local is None or post.due_at is None or post.timing_mode != TimingMode.AT:
        return None
    meant = to_instant(local, ZoneInfo(post.time_zone))
    return meant - post.due_at if meant != post.due_at and min(meant, post.due_at) > after else None
