"""What a post says: made, changed, deleted. Where and when it goes out is the business of publishing and scheduling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from api.media.models import AssetStatus, MediaAsset
from api.posts.caption import check_caption
from api.posts.models import MediaType, Post, PostKind, PostMedia, TimingMode
from api.users.models import User
from api.workspaces.models import Workspace
from core.domain_error import Invalid

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


def save_post(
    *,
    post: Post | None,
    workspace: Workspace,
    author: User,
    caption: str,
    media: Sequence[MediaAsset],
    timing: Timing,
) -> Post:
    """
    Write a new post, or change `post`; call it inside a transaction.

    :raises Invalid: for a caption TikTok does not take or media that cannot go out
    """
    post = post or Post(workspace=workspace, author=author)
    post.kind, post.caption = PostKind.VIDEO, check_caption(caption)
    _check_media(media, is_draft=timing.mode == TimingMode.DRAFT)
    post.timing_mode, post.due_at = timing.mode, timing.due_at
    post.local_time, post.time_zone = timing.local_time, timing.time_zone
    post.late_limit_min, post.stagger_min = timing.late_limit_min, timing.stagger_min
    post.save()
    PostMedia.objects.filter(post=post).delete()
    PostMedia.objects.bulk_create(
        PostMedia(post=post, asset=asset, order=order, media_type=MediaType.VIDEO) for order, asset in enumerate(media)
    )
    return post


def record_consent(*, post: Post, person: User, snapshot: object, now: datetime) -> None:
    """Keep who agreed to send exactly this, and when (tiktok-api §6): consent for one choice is none for another."""
    post.consent_at, post.consent_by, post.consent_snapshot = now, person, snapshot
    post.save(update_fields=["consent_at", "consent_by", "consent_snapshot", "updated_at"])


def _check_media(media: Sequence[MediaAsset], *, is_draft: bool) -> None:
    if len(media) > 1:
        raise Invalid.at("media_ids.1", "A video post has one video.", code="too_many_media")
    if not media and not is_draft:
        raise Invalid.at("media_ids", "Choose the video this post is to show.", code="media_missing")
    for index, asset in enumerate(media):
        if asset.status == AssetStatus.REJECTED:
            raise Invalid.at(f"media_ids.{index}", asset.rejection_message, code="media_rejected")
        if asset.status == AssetStatus.CHECKING and not is_draft:
            raise Invalid.at(
                f"media_ids.{index}",
                f"{asset.file_name} is still being checked. It takes a moment.",
                code="media_not_ready",
            )
