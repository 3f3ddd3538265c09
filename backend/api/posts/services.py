"""What a post says: made, changed, deleted. Where and when it goes out is the business of publishing and scheduling."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from api.media.bin_services import take_out
from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.posts.caption import check_caption, check_title, most_units
from api.posts.models import MediaType, Post, PostKind, PostMedia, TimingMode
from api.users.models import User
from api.workspaces.models import Workspace
from core.domain_error import Invalid
from tiktok.bodies import MAX_PHOTOS

LATE_LIMIT_MIN = 360


@dataclass(frozen=True, slots=True)
class Timing:
    """
    When a post goes out; `due_at` is None for a draft. `local_time` is what the person chose, `YYYY-MM-DDTHH:MM`.

    `late_limit_min`: how late it may go out without asking, None for however late. `stagger_min`: its accounts are spread
    over so many minutes.
    """

    mode: TimingMode
    due_at: datetime | None
    local_time: str
    time_zone: str
    late_limit_min: int | None = LATE_LIMIT_MIN
    stagger_min: int = 0


@dataclass(frozen=True, slots=True)
class PhotoTexts:
    """What a photo post has besides its caption; `cover_index` counts from 0."""

    title: str = ""
    cover_index: int = 0


NO_TEXTS = PhotoTexts()
NO_TIMES: Sequence[int] = ()


def save_post(
    *,
    post: Post | None,
    workspace: Workspace,
    author: User,
    caption: str,
    media: Sequence[MediaAsset],
    timing: Timing,
    kind: PostKind = PostKind.VIDEO,
    texts: PhotoTexts = NO_TEXTS,
    durations_ms: Sequence[int] = NO_TIMES,
    cover_ms: int = 0,
    beside: Collection[UUID] = (),
) -> Post:
    """
    Write a new post, or change `post`; call it inside a transaction. The order of `media` is the order of the photos.

    :param durations_ms: how long each image of a slideshow is to be seen
    :param beside: files it needs beside its media: a slideshow's music
    :param cover_ms: the moment of the video whose picture is its cover; photos have none
    :raises Invalid: for texts TikTok does not take or media that cannot go out
    """
    post = post or Post(workspace=workspace, author=author)
    is_photo = kind == PostKind.PHOTO
    post.kind, post.caption = kind, check_caption(caption, most=most_units(is_photo=is_photo))
    post.title, post.cover_index = (check_title(texts.title), texts.cover_index) if is_photo else ("", 0)
    is_draft = timing.mode == TimingMode.DRAFT
    CHECKS[kind](media, is_draft=is_draft)
    post.cover_ms = 0 if is_photo else _check_cover(cover_ms, sum(durations_ms) or _length_of(media))
    if is_photo and not 0 <= post.cover_index < max(len(media), 1):
        raise Invalid.at("cover_index", "The cover is not among the photos. Choose another.", code="cover_unfit")
    _check_ready(media, is_draft=is_draft)
    post.timing_mode, post.due_at = timing.mode, timing.due_at
    post.local_time, post.time_zone = timing.local_time, timing.time_zone
    post.late_limit_min, post.stagger_min = timing.late_limit_min, timing.stagger_min
    post.save()
    PostMedia.objects.filter(post=post).delete()
    media_type = MediaType.VIDEO if kind == PostKind.VIDEO else MediaType.IMAGE
    PostMedia.objects.bulk_create(
        PostMedia(
            post=post,
            asset=asset,
            order=order,
            media_type=media_type,
            duration_ms=durations_ms[order] if durations_ms else None,
            is_slideshow_source=kind == PostKind.SLIDESHOW,
        )
        for order, asset in enumerate(media)
    )
    take_out({asset.pk for asset in media} | {*beside})
    return post


def record_consent(*, post: Post, person: User, snapshot: object, now: datetime) -> None:
    """Keep who agreed to send exactly this, and when (tiktok-api §6): consent for one choice is none for another."""
    post.consent_at, post.consent_by, post.consent_snapshot = now, person, snapshot
    post.save(update_fields=["consent_at", "consent_by", "consent_snapshot", "updated_at"])


def _length_of(media: Sequence[MediaAsset]) -> int | None:
    return media[0].duration_ms if media else 0


def _check_cover(cover_ms: int, duration_ms: int | None) -> int:
    """Accept a moment within the video; of one that is still being looked at, the length is not known yet."""
    if cover_ms and duration_ms is not None and cover_ms >= duration_ms:
        raise Invalid.at("cover_ms", "The video is not that long. Choose its cover again.", code="cover_unfit")
    return cover_ms


def _check_photos(media: Sequence[MediaAsset], *, is_draft: bool) -> None:
    if len(media) > MAX_PHOTOS:
        message = f"TikTok takes {MAX_PHOTOS} photos in a post."
        raise Invalid.at(f"media_ids.{MAX_PHOTOS}", message, code="too_many_media")
    if not media and not is_draft:
        raise Invalid.at("media_ids", "Choose the photos this post is to show.", code="media_missing")
    if len({asset.pk for asset in media}) != len(media):
        raise Invalid.at("media_ids", "Each photo can be in the post once.", code="media_twice")
    for index, asset in enumerate(media):
        if asset.kind != MediaKind.IMAGE:
            message = f"{asset.file_name} is a video. TikTok does not mix videos and photos."
            raise Invalid.at(f"media_ids.{index}", message, code="media_unfit")


def _check_video(media: Sequence[MediaAsset], *, is_draft: bool) -> None:
    if len(media) > 1:
        raise Invalid.at("media_ids.1", "A video post has one video.", code="too_many_media")
    if not media and not is_draft:
        raise Invalid.at("media_ids", "Choose the video this post is to show.", code="media_missing")
    if media and media[0].kind != MediaKind.VIDEO:
        message = f"{media[0].file_name} is a picture. Make it a photo post."
        raise Invalid.at("media_ids.0", message, code="media_unfit")


def _check_slideshow(media: Sequence[MediaAsset], *, is_draft: bool) -> None:  # noqa: ARG001 - as the others
    for index, asset in enumerate(media):
        if asset.kind != MediaKind.IMAGE:
            message = f"{asset.file_name} is no picture. A slideshow is made of pictures."
            raise Invalid.at(f"images.{index}.media_id", message, code="media_unfit")


CHECKS = {PostKind.VIDEO: _check_video, PostKind.PHOTO: _check_photos, PostKind.SLIDESHOW: _check_slideshow}


def _check_ready(media: Sequence[MediaAsset], *, is_draft: bool) -> None:
    for index, asset in enumerate(media):
        if asset.status == AssetStatus.REJECTED:
            raise Invalid.at(f"media_ids.{index}", asset.rejection_message, code="media_rejected")
        if asset.status == AssetStatus.CHECKING and not is_draft:
            raise Invalid.at(
                f"media_ids.{index}",
                f"{asset.file_name} is still being checked. It takes a moment.",
                code="media_not_ready",
            )
