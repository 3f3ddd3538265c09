"""The hour a person chose is the truth: when a zone's rules change, the instant is derived anew."""

import logging
from datetime import timedelta
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
    for post in waiting.only("pk", "local_time", "time_zone", "due_at").iterator(chunk_size=500):
        local = read_local_time(post.local_time)
        meant = to_instant(local, ZoneInfo(post.time_zone)) if local else None
        if meant and post.due_at and meant != post.due_at and meant > now + SOON:
            shift_due(post, by=meant - post.due_at)
            moved += 1
    if moved:
        logger.warning("the clocks of a zone changed: %d posts keep their hour at another instant", moved)


def shift_due(post: Post, *, by: timedelta) -> None:
    """Shift the post's due time, and of its publications those that still wait; each keeps its distance to the post."""
    with transaction.atomic():
        rows = Publication.objects.select_for_update().filter(post=post, state__in=(State.SCHEDULED, State.HELD))
        for row in rows:
            if row.due_at is None:
                continue
            if row.next_try_at == row.due_at:
                row.next_try_at = row.due_at + by
            row.due_at += by
            row.save(update_fields=["due_at", "next_try_at", "updated_at"])
        if post.due_at:
            Post.objects.filter(pk=post.pk).update(due_at=post.due_at + by, updated_at=timezone.now())
