"""What the composer sends, and posts with what became of them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.accounts.models import PostMode
from api.media.schemas import MediaAssetOut
from api.posts.models import MediaType, Post, PostKind, TimingMode
from api.posts.services import LATE_LIMIT_MIN, PhotoTexts
from api.publishing.models.publication_model import EDITABLE, State
from api.publishing.quota_services import WhenFull
from api.publishing.schemas import CHOICES, PublicationOut
from api.publishing.selectors import summarize
from api.publishing.services import Choices
from api.scheduling.services import Composition
from api.slideshows.models import Slideshow
from api.slideshows.schemas import SlideshowOut
from tiktok.wire import PrivacyLevel

PostStatus = Literal[
    "draft", "scheduled", "publishing", "published", "failed", "held", "needs_you", "missed", "cancelled"
]
PostFilter = PostStatus | Literal["waiting"]  # those of several states that wait for a person
LONGEST_TEXT = 20_000  # more than TikTok takes, so that what is wrong with it can be said
LONGEST_COVER_MS = 2**31 - 1
LONGEST_LATE_MIN = 7 * 24 * 60
LONGEST_STAGGER_MIN = 24 * 60
AS_POSTED = ("late_limit_min", "stagger_min", "created_at", "updated_at")
IN_TIKTOKS_HANDS = (State.COMMITTING, State.SUBMITTED)


class TimingIn(Schema):
    """
    When: not yet, now, or at a wall-clock time (`YYYY-MM-DDTHH:MM`) in an IANA zone.

    `late_limit_min`: when it cannot go out in time, it asks after so many minutes; null sends it however late.
    `stagger_min`: the accounts are spread over so many minutes. `when_full`: what happens on an account that has as many
    posts as TikTok takes in 24 hours: the post is refused, or waits there for the next free time.
    """

    mode: TimingMode
    local_time: str = Field("", max_length=32)
    time_zone: str = Field("UTC", max_length=64)
    late_limit_min: int | None = Field(LATE_LIMIT_MIN, ge=5, le=LONGEST_LATE_MIN)
    stagger_min: int = Field(0, ge=0, le=LONGEST_STAGGER_MIN)
    when_full: WhenFull = "refuse"


class TargetIn(Schema):
    """
    One account and what was chosen for it; everything but the privacy level is off unless chosen. Music is for photos.

    `own_caption` is what this account says in place of the post's caption, under the same limits; "" is no words at all.
    """

    account_id: UUID
    privacy_level: PrivacyLevel | None = None
    allow_comment: bool = False
    allow_duet: bool = False
    allow_stitch: bool = False
    disclosure: bool = False
    your_brand: bool = False
    branded_content: bool = False
    is_aigc: bool = False
    auto_add_music: bool = False
    post_mode: PostMode | None = Field(None, description="null: as the account has it")
    own_caption: str | None = Field(None, max_length=LONGEST_TEXT, description="null: the post's caption")


class PostBaseIn(Schema):
    """What every kind of post has: a caption, when it goes out, and the accounts with their choices."""

    caption: str = Field("", max_length=LONGEST_TEXT)
    timing: TimingIn
    publications: list[TargetIn] = Field([], max_length=300)
    consent: bool = False

    def to_choices(self) -> list[tuple[UUID, Choices]]:
        """Return what was chosen for each account."""
        return [
            (
                target.account_id,
                Choices(
                    target.privacy_level or "",
                    **{name: getattr(target, name) for name in CHOICES},
                    post_mode=target.post_mode or "",
                    own_caption=target.own_caption,
                ),
            )
            for target in self.publications
        ]


class PostIn(PostBaseIn):
    """
    A post as the composer sends it. The caption is at most 2,200 UTF-16 units, of photos 4,000.

    `override_media`: send it although TikTok will refuse the media; without it that is `media_will_be_refused`.

    `title` (90 units) and `cover_index` (from 0) are for photos, which stand in the order of `media_ids`. `cover_ms` is for
    videos: the moment whose picture is the cover, within the video.
    """

    kind: Literal[PostKind.VIDEO, PostKind.PHOTO] = PostKind.VIDEO
    title: str = Field("", max_length=1_000)
    cover_index: int = Field(0, ge=0, le=1_000)
    cover_ms: int = Field(0, ge=0, le=LONGEST_COVER_MS)
    media_ids: list[UUID] = Field([], max_length=35)
    override_media: bool = False

    def to_composition(self) -> Composition:
        timing = self.timing
        return Composition(
            self.caption,
            self.media_ids,
            self.to_choices(),
            timing.mode,
            timing.local_time,
            timing.time_zone,
            self.consent,
            PostKind(self.kind),
            PhotoTexts(self.title, self.cover_index),
            late_limit_min=timing.late_limit_min,
            stagger_min=timing.stagger_min,
            when_full=timing.when_full,
            override_media=self.override_media,
            cover_ms=self.cover_ms,
        )


class PostOut(Schema):
    """A post with its media, and what became of it on each account; `status` is the most urgent of them."""

    id: UUID
    kind: PostKind
    title: str
    caption: str
    cover_index: int
    cover_ms: int
    media: list[MediaAssetOut]
    status: PostStatus
    timing_mode: TimingMode
    due_at: datetime | None
    local_time: str | None
    time_zone: str
    late_limit_min: int | None
    stagger_min: int
    created_at: datetime
    updated_at: datetime
    can_edit: bool
    can_delete: bool
    publications: list[PublicationOut]
    slideshow: SlideshowOut | None

    @classmethod
    def of(cls, post: Post) -> "PostOut":
        publications = list(post.publications.all())
        states = [publication.state for publication in publications]
        chosen = [place for place in post.places.all() if place.media_type != MediaType.SLIDESHOW_VIDEO]
        slideshow: Slideshow | None = getattr(post, "slideshow", None)
        names = ("kind", "title", "caption", "cover_index", "cover_ms", "timing_mode", "due_at", "time_zone")
        fields: dict[str, object] = {name: getattr(post, name) for name in (*names, *AS_POSTED)} | {
            "id": post.pk,
            "local_time": post.local_time or None,
            "media": [MediaAssetOut.of(place.asset) for place in chosen],
            "slideshow": SlideshowOut.of(slideshow, [(one.asset_id, one.duration_ms or 0) for one in chosen])
            if slideshow
            else None,
            "status": summarize(states),
            "can_edit": all(state in EDITABLE for state in states),
            "can_delete": not any(state in IN_TIKTOKS_HANDS for state in states),
            "publications": [PublicationOut.of(publication) for publication in publications],
        }
        return cls.model_validate(fields)


class PostPage(Schema):
    items: list[PostOut]
    next_cursor: str | None
