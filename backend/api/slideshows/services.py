"""
A slideshow's video: asked for, called off, asked for again. The row is the queue; messages are hints.

The worker's side, claiming and settling, is in `conversion.py`.
"""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from api.media.bin_services import take_out
from api.media.models import MediaAsset
from api.media.services import MediaInUse, delete_asset
from api.notifications import services as notifications
from api.posts.models import MediaType, Post, PostMedia
from api.slideshows.looks import Look, SlideshowChoice, read_look, write_look
from api.slideshows.models import Slideshow, SlideshowStatus, SlideshowVideo
from api.slideshows.models.slideshow_model import CANCELLED, LIVE
from api.slideshows.signals import slideshow_failed, slideshow_ready
from api.users.models import User
from core.domain_error import DomainError
from core.hints import hint
from core.live import announce
from core.undo import UNDO_FOR
from video.picture import FORMATS
from video.slideshow.run import name_choices
from video.slideshow.spec import MAX_IMAGES, Encoder, Music, Show, Slide
from video.sound_file import find_demuxer

CALLED_OFF = "The video was called off. Make it again whenever you like."
KEPT_UNUSED = timedelta(days=7)
TASK = "slideshows.convert_slideshow"
RESULT_PLACE = MAX_IMAGES  # the video's place in its post, behind every image
FRESH = {
    "progress": 0, "error_code": "", "error": "", "crashes": 0, "losses": 0, "next_try_at": None, "lease_until": None,
    "result": None, "finished_at": None, "encoder": "",
}  # fmt: skip


class NothingToRetry(DomainError):
    code, status, title = "nothing_to_retry", 409, "Nothing to try again"


class NothingToCancel(DomainError):
    code, status, title = "nothing_to_cancel", 409, "Nothing to call off"


class NotReady(DomainError):
    code, status, title = "slideshow_not_ready", 409, "There is no video yet"


def why_not_ready(slideshow: Slideshow) -> str:
    """Return the sentence for whoever wants to see a video that is not there."""
    if slideshow.status == SlideshowStatus.FAILED:
        return slideshow.error
    return f"The video is being made ({slideshow.progress} %)."


def request_video(
    *, post: Post, choice: SlideshowChoice, assets: Mapping[UUID, MediaAsset], requested_by: User, encoder: Encoder
) -> Slideshow:
    """
    Have the video of a slideshow post made, or find it made already; call it in the transaction that saved the post.

    A choice that was made before in this workspace is that same video. Asked for again unchanged, nothing is made anew.

    :param assets: the files of the choice, by id
    """
    look = choice.look
    images = [(assets[image.media_id], image.duration_ms) for image in choice.in_order]
    music = assets[look.music.media_id] if look.music else None
    named = name_video(look, images, music, encoder=encoder)
    slideshow = Slideshow.objects.select_for_update().filter(post=post).first()
    is_same = slideshow is not None and slideshow.choices_hash == named and slideshow.status != SlideshowStatus.FAILED
    if slideshow and is_same and (slideshow.result_id or slideshow.status in LIVE):
        keep_result(slideshow)
        return slideshow
    slideshow = slideshow or Slideshow(post=post, workspace=post.workspace)
    for name, value in FRESH.items():
        setattr(slideshow, name, value)
    slideshow.look, slideshow.music, slideshow.choices_hash = write_look(look), music, named
    slideshow.requested_by, slideshow.status = requested_by, SlideshowStatus.PENDING
    slideshow.attempt += 1  # whoever is at the old choice is overtaken
    slideshow.save()
    if made := find_made(slideshow):
        take_made(slideshow, made)
    else:
        line_up(slideshow)
    return slideshow


def cancel(slideshow: Slideshow) -> Slideshow:
    """
    Call a conversion off; a worker that is at it stops at once, and leaves nothing.

    :raises NothingToCancel: when it has ended already
    """
    with transaction.atomic():
        rows = Slideshow.objects.filter(pk=slideshow.pk, status__in=LIVE)
        ended = {"lease_until": None, "next_try_at": None, "finished_at": Now(), "updated_at": Now()}
        said = {"error_code": CANCELLED, "error": CALLED_OFF}
        if not rows.update(status=SlideshowStatus.FAILED, **said, **ended):
            raise NothingToCancel("This video has been made, or has failed, already.")
        announce(slideshow.workspace_id, "post", slideshow.post_id, slideshow=SlideshowStatus.FAILED)
        slideshow.refresh_from_db()
        slideshow_failed.send(Slideshow, slideshow=slideshow)
    return slideshow


def retry(slideshow: Slideshow) -> Slideshow:
    """
    Make a failed video again, from the start; what came of the last time is deleted.

    :raises NothingToRetry: while it has not failed
    """
    with transaction.atomic():
        rows = Slideshow.objects.select_related("result", "post").select_for_update(of=("self",))
        locked = rows.get(pk=slideshow.pk)
        if locked.status != SlideshowStatus.FAILED:
            raise NothingToRetry("Only a video that failed can be made again.")
        _drop_result(locked)
        for name, value in FRESH.items():
            setattr(locked, name, value)
        locked.status, locked.attempt = SlideshowStatus.PENDING, locked.attempt + 1
        locked.save()
        line_up(locked)
    return locked


def line_up(slideshow: Slideshow) -> None:
    """Tell a worker, and whoever looks at it."""
    hint(TASK, slideshow_id=str(slideshow.pk))
    announce(slideshow.workspace_id, "post", slideshow.post_id, slideshow=SlideshowStatus.PENDING)


def name_video(
    look: Look, images: Sequence[tuple[MediaAsset, int]], music: MediaAsset | None, *, encoder: Encoder
) -> str:
    """Return the hash of a choice: the files' own hashes stand in it for their paths."""
    files = [asset for asset, _ in images] + ([music] if music else [])
    show = describe(look, images, music, encoder=encoder, paths={asset.pk: asset.sha256 for asset in files})
    return name_choices(show, {asset.sha256: asset.sha256 for asset in files})


def describe(
    look: Look,
    images: Sequence[tuple[MediaAsset, int]],
    music: MediaAsset | None,
    *,
    encoder: Encoder,
    paths: Mapping[UUID, str],
) -> Show:
    """
    Return what the renderer gets.

    :param images: each with its time in milliseconds, in their order
    :param paths: where each file is, by its id
    """
    decoders = {kind.mime_type: kind.decoder for kind in FORMATS}
    slides = tuple(
        Slide(
            path=paths[asset.pk],
            decoder=decoders[asset.mime_type],
            duration_ms=duration_ms,
            **{name: getattr(one, name) for name in one.__dataclass_fields__},
        )
        for (asset, duration_ms), one in zip(images, look.images, strict=True)
    )
    piece = None
    if look.music and music:
        piece = Music(
            paths[music.pk],
            find_demuxer(music.mime_type),
            look.music.start_ms,
            look.music.fade_in_ms,
            look.music.fade_out_ms,
        )
    return Show(slides, look.format, look.transition, look.transition_ms, piece, encoder)


def find_made(slideshow: Slideshow) -> SlideshowVideo | None:
    """Return the video that was made of the same choice in this workspace."""
    same = SlideshowVideo.objects.filter(workspace_id=slideshow.workspace_id, choices_hash=slideshow.choices_hash)
    return same.select_related("asset").first()


def take_made(slideshow: Slideshow, made: SlideshowVideo) -> None:
    """End the conversion with a video that is there; call it in the transaction that holds the slideshow's row."""
    slideshow.result, slideshow.encoder, slideshow.progress = made.asset, made.encoder, 100
    slideshow.status, slideshow.error_code, slideshow.error = SlideshowStatus.READY, "", ""
    slideshow.lease_until, slideshow.next_try_at, slideshow.finished_at = None, None, timezone.now()
    slideshow.save()
    keep_result(slideshow)
    notifications.settle(slideshow.pk)
    announce(slideshow.workspace_id, "post", slideshow.post_id, slideshow=SlideshowStatus.READY)
    slideshow_ready.send(Slideshow, slideshow=slideshow)


def drop_unused_videos(*, now: datetime) -> int:
    """Delete the videos that have been in no post for a week; return how many."""
    old = SlideshowVideo.objects.filter(created_at__lt=now - KEPT_UNUSED).select_related("asset")
    unused = old.exclude(asset__places__post__deleted_at=None, asset__places__isnull=False)
    unused = unused.exclude(asset__places__post__deleted_at__gt=now - UNDO_FOR)  # it may come back yet
    dropped = 0
    for video in unused[:500]:
        try:
            delete_asset(video.asset)
            dropped += 1
        except MediaInUse:
            continue
    return dropped


def keep_result(slideshow: Slideshow) -> None:
    """Give the video its place in the post, behind the images."""
    if slideshow.result_id is None:
        return
    PostMedia.objects.update_or_create(
        post_id=slideshow.post_id,
        order=RESULT_PLACE,
        defaults={"asset_id": slideshow.result_id, "media_type": MediaType.SLIDESHOW_VIDEO},
    )
    take_out([slideshow.result_id])


def _drop_result(slideshow: Slideshow) -> None:
    PostMedia.objects.filter(post_id=slideshow.post_id, media_type=MediaType.SLIDESHOW_VIDEO).delete()
    if slideshow.result is None:
        return
    result, slideshow.result = slideshow.result, None
    slideshow.save(update_fields=["result", "updated_at"])
    with contextlib.suppress(MediaInUse):  # another post is the same choice, and keeps it
        delete_asset(result)


def look_of(slideshow: Slideshow) -> Look:
    return read_look(slideshow.look)
