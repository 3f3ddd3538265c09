"""What the composer sends, and posts with what became of them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.media.schemas import MediaAssetOut
from api.posts.models import Post, PostKind, TimingMode
from api.publishing.models.publication_model import EDITABLE, State
from api.publishing.schemas import CHOICES, PublicationOut
from api.publishing.selectors import summarize
from api.publishing.services import Choices
from api.scheduling.services import Composition
from tiktok.wire import PrivacyLevel

PostStatus = Literal[
    "draft", "scheduled", "publishing", "published", "failed", "held", "needs_you", "missed", "cancelled"
]
IN_TIKTOKS_HANDS = (State.COMMITTING, State.SUBMITTED)


class TimingIn(Schema):
    """When: not yet, now, or at a wall-clock time (`YYYY-MM-DDTHH:MM`) in an IANA zone."""

    mode: TimingMode
    local_time: str = Field("", max_length=32)
    time_zone: str = Field("UTC", max_length=64)


class TargetIn(Schema):
    """One account and what was chosen for it; everything but the privacy level is off unless chosen."""

    account_id: UUID
    privacy_level: PrivacyLevel | None = None
    allow_comment: bool = False
    allow_duet: bool = False
    allow_stitch: bool = False
    disclosure: bool = False
    your_brand: bool = False
    branded_content: bool = False
    is_aigc: bool = False


class PostIn(Schema):
    """
    A post as the composer sends it. The caption is at most 2,200 UTF-16 units.

    `override_media`: send it although TikTok will refuse the media; without it that is `media_will_be_refused`.
    """

    kind: Literal["video"] = "video"
    caption: str = Field("", max_length=20_000)
    media_ids: list[UUID] = Field([], max_length=35)
    timing: TimingIn
    publications: list[TargetIn] = Field([], max_length=300)
    consent: bool = False
    override_media: bool = False

    def to_composition(self) -> Composition:
        choices = [
            (
                target.account_id,
                Choices(target.privacy_level or "", **{name: getattr(target, name) for name in CHOICES}),
            )
            for target in self.publications
        ]
        timing = self.timing
        return Composition(
            self.caption,
            self.media_ids,
            choices,
            timing.mode,
            timing.local_time,
            timing.time_zone,
            self.consent,
            self.override_media,
        )


class PostOut(Schema):
    """A post with its media, and what became of it on each account; `status` is the most urgent of them."""

    id: UUID
    kind: PostKind
    caption: str
    media: list[MediaAssetOut]
    status: PostStatus
    timing_mode: TimingMode
    due_at: datetime | None
    local_time: str | None
    time_zone: str
    created_at: datetime
    updated_at: datetime
    can_edit: bool
    can_delete: bool
    publications: list[PublicationOut]

    @classmethod
    def of(cls, post: Post) -> "PostOut":
        publications = list(post.publications.all())
        states = [publication.state for publication in publications]
        names = ("kind", "caption", "timing_mode", "due_at", "time_zone", "created_at", "updated_at")
        fields: dict[str, object] = {name: getattr(post, name) for name in names} | {
            "id": post.pk,
            "local_time": post.local_time or None,
            "media": [MediaAssetOut.of(place.asset) for place in post.places.all()],
            "status": summarize(states),
            "can_edit": all(state in EDITABLE for state in states),
            "can_delete": not any(state in IN_TIKTOKS_HANDS for state in states),
            "publications": [PublicationOut.of(publication) for publication in publications],
        }
        return cls.model_validate(fields)


class PostPage(Schema):
    items: list[PostOut]
    next_cursor: str | None
