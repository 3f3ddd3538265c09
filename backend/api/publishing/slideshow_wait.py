"""
A slideshow post whose video is not there yet waits, goes out as soon as it is, and is held when there will be none.

Nothing is asked of TikTok meanwhile. The late limit holds all the same: what becomes ready too late asks a person.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from api.posts.models import PostKind
from api.publishing import protocol, transitions
from api.publishing.claim import Claim
from api.publishing.hints import hint_publish
from api.publishing.line import WAITS_FOR_VIDEO
from api.publishing.models import Publication, State
from api.publishing.outcomes import Stop
from api.publishing.services import release
from api.slideshows.models import Slideshow, SlideshowStatus
from core.tempo import paced_delta

FAILED = "slideshow_failed"
LOOK_AGAIN = timedelta(minutes=5)  # the end of the conversion calls it; this is for when that hint is lost
NO_VIDEO = "The slideshow's video could not be made: {why}"


def wait_for_video(claim: Claim) -> Stop | bool:
    """
    Tell whether the claimed publication has to wait for its video, in which case it is out of the worker's hands.

    :returns: a Stop when there will be no video
    :raises Overtaken: when the claim was lost meanwhile
    """
    if claim.publication.post.kind != PostKind.SLIDESHOW:
        return False
    with transaction.atomic():
        # Locked, as by who ends the conversion: it either finds this one waiting, or has ended before it is looked at.
        slideshow = Slideshow.objects.select_for_update().filter(post_id=claim.publication.post_id).first()
        return _wait_or_stop(claim, slideshow)


def _wait_or_stop(claim: Claim, slideshow: Slideshow | None) -> Stop | bool:
    publication = claim.publication
    if slideshow is None:
        return Stop(State.HELD, FAILED, NO_VIDEO.format(why="it was never asked for. Open the post and save it again."))
    if slideshow.status == SlideshowStatus.READY:
        return False
    if slideshow.status == SlideshowStatus.FAILED:
        return Stop(State.HELD, FAILED, NO_VIDEO.format(why=slideshow.error))
    message = f"The slideshow's video is being made ({slideshow.progress} %). The post goes out as soon as it is ready."
    moved = transitions.move(
        publication.pk,
        protocol.WAIT_FOR_VIDEO,
        actor=claim.worker,
        attempt=claim.attempt,
        detail=message,
        changes={
            "next_try_at": Now() + paced_delta(LOOK_AGAIN),
            "in_line": False,
            "reason_code": WAITS_FOR_VIDEO,
            "reason_message": message,
            "reason_log_id": "",
            **transitions.RELEASED,
        },
    )
    claim.must(moved)
    return True


def go_on_with(slideshow: Slideshow) -> None:
    """The video is there: send what waited for it, and release what was held for want of it."""
    rows = Publication.objects.filter(post_id=slideshow.post_id, post__deleted_at=None)
    waiting = rows.filter(state=State.SCHEDULED, reason_code=WAITS_FOR_VIDEO)
    ids = list(waiting.values_list("pk", flat=True))
    waiting.update(next_try_at=Now(), updated_at=Now(), **transitions.NO_REASON)
    for publication_id in ids:
        hint_publish(publication_id, at=timezone.now())
    release(rows.filter(state=State.HELD, reason_code=FAILED), why="the slideshow's video is ready")


def hold_for_want_of(slideshow: Slideshow) -> None:
    """There will be no video: what waits is claimed at once, and held with the reason."""
    rows = Publication.objects.filter(post_id=slideshow.post_id, state=State.SCHEDULED, reason_code=WAITS_FOR_VIDEO)
    for publication_id in rows.values_list("pk", flat=True):
        hint_publish(publication_id, at=timezone.now())
    rows.update(next_try_at=Now(), updated_at=Now())
