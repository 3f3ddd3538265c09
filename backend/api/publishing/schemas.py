"""What publications look like from outside."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from ninja import Schema
from pydantic import Field

from api.accounts.models import PostMode
from api.accounts.schemas import AccountBrief, ReasonOut
from api.publishing import drafts
from api.publishing.deed_services import Bulk
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State, Verdict
from api.publishing.models.publication_model import CANCELLABLE, RETRYABLE
from api.publishing.remedies import Remedy, is_agreed, remedy_for
from core.sentences.answer import Sentence
from core.text import Text

CHOICES = (
    "allow_comment",
    "allow_duet",
    "allow_stitch",
    "disclosure",
    "your_brand",
    "branded_content",
    "is_aigc",
    "auto_add_music",
)


class PublicationOut(Schema):
    """
    One post on one account; `bytes_sent` of `bytes_total` while the media are on their way, null before.

    With `post_mode` MEDIA_UPLOAD it is a draft: `published` means that it is in the inbox in TikTok, `finished_at` is when its
    person posted it there, and `tiktok_post_ids` are the posts that came of it, which may be several. `own_caption` is what this
    account says in place of the post's caption; null when it says the same.
    """

    id: UUID
    account: AccountBrief
    state: State
    due_at: datetime | None
    post_mode: PostMode
    privacy_level: str | None
    allow_comment: bool
    allow_duet: bool
    allow_stitch: bool
    disclosure: bool
    your_brand: bool
    branded_content: bool
    is_aigc: bool
    auto_add_music: bool
    own_caption: str | None
    bytes_sent: int | None
    bytes_total: int | None
    reason: ReasonOut | None
    tiktok_post_id: str | None
    tiktok_post_ids: list[str]
    finished_at: datetime | None
    tiktok_url: str | None
    published_at: datetime | None
    can_retry: bool
    can_cancel: bool
    can_settle: bool
    remedy: Remedy | None = Field(description="the one thing that helps now; null when there is nothing to do")

    @staticmethod
    def fields_of(publication: Publication) -> dict[str, object]:
        session = next((attempt for attempt in publication.attempts.all() if attempt.closed_at is None), None)
        out = next((row for row in publication.attempts.all() if row.verdict == Verdict.PUBLISHED), None)
        reason = {
            "code": publication.reason_code,
            "message": publication.reason_message,
            "log_id": publication.reason_log_id or None,
        }
        names = ("state", "due_at", "published_at", "post_mode", "own_caption", *CHOICES)
        url = find_url(publication)
        return {name: getattr(publication, name) for name in names} | {
            "id": publication.pk,
            "remedy": remedy_for(publication, url=url),
            "account": AccountBrief.fields_of(publication.account),
            "privacy_level": publication.privacy_level or None,
            "bytes_sent": session.acked_bytes if session else None,
            "bytes_total": session.size_bytes if session else None,
            "reason": reason if publication.reason_code else None,
            "tiktok_post_id": publication.tiktok_post_id or None,
            "tiktok_post_ids": out.tiktok_post_ids if out else [],
            "finished_at": find_finish(publication),
            "tiktok_url": url,
            "can_retry": publication.state in RETRYABLE and is_agreed(publication),
            "can_cancel": publication.state in CANCELLABLE and publication.state != State.DRAFT,
            "can_settle": publication.state == State.NEEDS_YOU,
        }

    @classmethod
    def of(cls, publication: Publication) -> "PublicationOut":
        return cls.model_validate(cls.fields_of(publication))


class AttemptOut(Schema):
    """One session opened at TikTok; `no_longer_public_at` is when its post was taken down or made private there."""

    id: UUID
    attempt: int
    publish_id: str
    opened_at: datetime
    committed_at: datetime | None
    closed_at: datetime | None
    verdict: Verdict | None
    error_code: str | None
    log_id: str | None
    no_longer_public_at: datetime | None

    @classmethod
    def of(cls, row: PublishHistory) -> "AttemptOut":
        names = ("attempt", "publish_id", "opened_at", "committed_at", "closed_at", "no_longer_public_at")
        fields: dict[str, object] = {name: getattr(row, name) for name in names}
        optional = {name: getattr(row, name) or None for name in ("verdict", "error_code", "log_id")}
        return cls.model_validate(fields | optional | {"id": row.pk})


class EventOut(Schema):
    """One change of state; `told` is `detail`, the journal's own words, for a person to read."""

    seq: int
    at: datetime
    actor: str
    attempt: int
    from_state: State | None
    to_state: State
    detail: str
    told: Sentence

    @classmethod
    def of(cls, row: PublicationEvent) -> "EventOut":
        fields: dict[str, object] = {
            name: getattr(row, name) for name in ("seq", "at", "actor", "attempt", "to_state", "detail")
        }
        return cls.model_validate(fields | {"from_state": row.from_state or None, "told": row.detail})


class PublicationDetailOut(PublicationOut):
    """A publication with its whole history; `caption` is what this account says, to be copied where TikTok did not take it."""

    caption: str
    attempts: list[AttemptOut]
    events: list[EventOut]

    @classmethod
    def of(cls, publication: Publication) -> "PublicationDetailOut":
        fields = PublicationOut.fields_of(publication) | {"caption": publication.caption}
        fields["attempts"] = [AttemptOut.of(row) for row in publication.attempts.all()]
        fields["events"] = [EventOut.of(row) for row in publication.events.all()]
        return cls.model_validate(fields)


class SettleIn(Schema):
    """
    What a person found at TikTok for a post whose outcome is unknown.

    With `is_there`, `link` may be the address of the post there. Without, it is sent again: only when `confirmed`, after the
    warning that it may be there all the same, and can then be posted twice.
    """

    is_there: bool = Field(description="true: it is out; false: it is not, send it again")
    link: Text = Field("", max_length=500, description="the post's address at TikTok, no short link")
    confirmed: bool = Field(default=False, description="the person has read the warning, and wants it sent again")


class LeftOut(Schema):
    """A publication that was left as it was, and why."""

    publication_id: UUID
    sentence: Sentence


class PostDeedOut(Schema):
    """What was done to a post: which of its publications changed, and which were left although they could be meant."""

    changed: list[UUID]
    left: list[LeftOut]

    @classmethod
    def of(cls, bulk: Bulk) -> "PostDeedOut":
        left = [LeftOut(publication_id=row.pk, sentence=sentence) for row, sentence in bulk.left]
        return cls(changed=[row.pk for row in bulk.changed], left=left)


class DraftsOut(Schema):
    """How many drafts wait in the inbox, of at most so many; `free_from` is when one more fits, null when one fits now."""

    pending: int
    most: int
    free_from: datetime | None

    @classmethod
    def of(cls, times: list[datetime], *, at: datetime) -> "DraftsOut":
        pending = drafts.fullest(times, at=at)
        is_full = pending >= drafts.MOST_PENDING
        return cls(
            pending=pending, most=drafts.MOST_PENDING, free_from=drafts.free_from(times, at=at) if is_full else None
        )


def find_finish(publication: Publication) -> datetime | None:
    """Return when the person posted the draft that Carillon brought into their inbox; no query with attempts fetched."""
    return next((row.finished_at for row in publication.attempts.all() if row.verdict == Verdict.PUBLISHED), None)


def find_url(publication: Publication) -> str | None:
    """Return where the post can be seen; None before TikTok gave it an id, or without a username to build it from."""
    username, post_id = publication.account.username, publication.tiktok_post_id
    if not (username and post_id):
        return None
    if settings.TIKTOK.is_sandbox:
        parts = urlsplit(settings.TIKTOK.authorize_url)
        return f"{parts.scheme}://{parts.netloc}/accounts/{username}#post-{post_id}"
    folder = "photo" if "photos" in (publication.payload or {}) else "video"
    return f"https://www.tiktok.com/@{username}/{folder}/{post_id}"
