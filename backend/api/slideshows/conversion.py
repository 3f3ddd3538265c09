"""
The worker's side of a slideshow: claimed by one worker at a time, converted, settled. Every write is fenced by the attempt.

A worker that is killed loses its lease and another begins again; the same choices give the same bytes, so nothing is there twice.
A child that crashed is tried again after a while; a photo that cannot be opened is not, for it would not open then either.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from api.media.models import MediaAsset
from api.media.verdicts import judge
from api.notifications import services as notifications
from api.notifications.models import Urgency
from api.notifications.services import News
from api.slideshows.models import Slideshow, SlideshowStatus, SlideshowVideo
from api.slideshows.models.slideshow_model import LEASE, MOST_CRASHES, MOST_LOSSES
from api.slideshows.services import TASK, find_made, take_made
from api.slideshows.signals import slideshow_failed
from core.hints import hint
from core.live import announce
from core.tempo import paced_delta

logger = logging.getLogger(__name__)

RENEWED_EVERY = timedelta(seconds=3)
FIRST_PAUSE = timedelta(seconds=2)
TWIN_PAUSE = timedelta(seconds=1)
LOST = timedelta(seconds=15)  # after which a message counts as lost
GIVEN_UP = "Making the video broke off {count} times. Make it again; if that does not help, choose other photos."
FAILED = "slideshow.failed"


def claim(slideshow_id: UUID) -> Slideshow | None:
    """Take a slideshow that waits, or whose worker is gone; None when there is nothing to do, or it is done by this."""
    with transaction.atomic():
        row = (
            _claimable(timezone.now()).filter(pk=slideshow_id).select_for_update(skip_locked=True, of=("self",)).first()
        )
        if row is None:
            return None
        if made := find_made(row):
            take_made(row, made)
            return None
        if _has_twin(row):  # the same choice is being made for another post: its video will do
            wait_again(row, TWIN_PAUSE)
            return None
        row.losses += int(row.status == SlideshowStatus.CONVERTING)
        if row.losses >= MOST_LOSSES:
            _fail(row, "broke_off", GIVEN_UP.format(count=row.losses))
            return None
        row.status, row.progress, row.attempt = SlideshowStatus.CONVERTING, 0, row.attempt + 1
        row.lease_until, row.next_try_at = timezone.now() + paced_delta(LEASE), None
        row.save()
        announce(row.workspace_id, "post", row.post_id, slideshow=row.status, progress="0")
    return row


def keep(slideshow: Slideshow, percent: int) -> bool:
    """Write how far it is and renew the lease, when there is something to write; False when it is no longer this worker's."""
    now = timezone.now()
    renewed = (slideshow.lease_until or now) - paced_delta(LEASE)
    if percent == slideshow.progress and now - renewed < paced_delta(RENEWED_EVERY):
        return _mine(slideshow).exists()
    with transaction.atomic():
        lease = now + paced_delta(LEASE)
        kept = _mine(slideshow).update(progress=percent, lease_until=lease, updated_at=Now())
        if kept and percent != slideshow.progress:
            words = {"slideshow": SlideshowStatus.CONVERTING, "progress": str(percent)}
            announce(slideshow.workspace_id, "post", slideshow.post_id, **words)
    slideshow.progress, slideshow.lease_until = percent, lease
    return kept == 1


def settle(slideshow: Slideshow, result: MediaAsset, *, encoder: str) -> bool:
    """
    End a conversion with its video, whose row is made here too; False when it was no longer this worker's.

    :param result: measured, its bytes stored, not saved unless the workspace had the same bytes before
    """
    with transaction.atomic():
        row = _mine(slideshow).select_for_update().first()
        if row is None:
            return False
        same = MediaAsset.objects.filter(workspace_id=row.workspace_id, sha256=result.sha256).first()
        if same is None:
            result.worst = judge(result).worst
            result.save(force_insert=True)
        made, _ = SlideshowVideo.objects.update_or_create(
            workspace_id=row.workspace_id,
            choices_hash=row.choices_hash,
            defaults={"asset": same or result, "encoder": encoder},
        )
        take_made(row, made)
    return True


def fail(slideshow: Slideshow, *, code: str, message: str) -> bool:
    """End a conversion with the sentence why; False when it was no longer this worker's."""
    with transaction.atomic():
        row = _mine(slideshow).select_for_update().first()
        if row is None:
            return False
        _fail(row, code, message)
    return True


def crashed(slideshow: Slideshow) -> bool:
    """Note that the child broke off: tried again later, each time later, and given up at last."""
    with transaction.atomic():
        row = _mine(slideshow).select_for_update().first()
        if row is None:
            return False
        row.crashes += 1
        if row.crashes >= MOST_CRASHES:
            _fail(row, "broke_off", GIVEN_UP.format(count=row.crashes))
        else:
            wait_again(row, FIRST_PAUSE * 2 ** (row.crashes - 1))
    return True


def wait_again(row: Slideshow, pause: timedelta) -> None:
    """Put it back in the line, not before `pause` is over."""
    row.status, row.lease_until = SlideshowStatus.PENDING, None
    row.next_try_at = timezone.now() + paced_delta(pause)
    row.save()
    hint(TASK, at=row.next_try_at, slideshow_id=str(row.pk))
    announce(row.workspace_id, "post", row.post_id, slideshow=row.status)


def list_overdue(*, now: datetime) -> list[UUID]:
    """Return the slideshows whose message was lost, or whose worker is gone."""
    waited = Q(status=SlideshowStatus.CONVERTING) | Q(updated_at__lt=now - paced_delta(LOST))
    return list(_claimable(now).filter(waited).values_list("pk", flat=True)[:100])


def _claimable(now: datetime) -> "QuerySet[Slideshow]":
    due = Q(next_try_at=None) | Q(next_try_at__lte=now)
    waiting = Q(status=SlideshowStatus.PENDING) & due
    return Slideshow.objects.filter(waiting | Q(status=SlideshowStatus.CONVERTING, lease_until__lt=now))


def _has_twin(row: Slideshow) -> bool:
    same = Slideshow.objects.filter(workspace_id=row.workspace_id, choices_hash=row.choices_hash).exclude(pk=row.pk)
    return same.filter(status=SlideshowStatus.CONVERTING, lease_until__gte=timezone.now()).exists()


def _mine(slideshow: Slideshow) -> "QuerySet[Slideshow]":
    return Slideshow.objects.filter(pk=slideshow.pk, status=SlideshowStatus.CONVERTING, attempt=slideshow.attempt)


def _fail(row: Slideshow, code: str, message: str) -> None:
    row.status, row.lease_until, row.next_try_at = SlideshowStatus.FAILED, None, None
    row.error_code, row.error, row.finished_at = code, message[:400], timezone.now()
    row.save()
    news = News(
        kind=FAILED,
        urgency=Urgency.NOW,
        key=f"slideshow_failed:{row.pk}",
        title="A slideshow's video could not be made",
        body=row.error,
        link=f"/posts/{row.post_id}",
        about=row.pk,
    )
    notifications.tell(row.workspace_id, news)
    announce(row.workspace_id, "post", row.post_id, slideshow=row.status)
    slideshow_failed.send(Slideshow, slideshow=row)
