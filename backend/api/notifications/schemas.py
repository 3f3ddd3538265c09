"""What the API says and takes about notifications."""

from datetime import datetime
from typing import Literal, cast
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.notifications.models import MailPreference, Notification
from core.sentences.answer import Sentence

Timing = Literal["now", "digest", "never"]


class NotificationOut(Schema):
    """One thing the person was told; `count` says of how many, `is_settled` that they all came right by themselves."""

    id: UUID
    kind: str
    urgency: Literal["now", "soon", "fyi"]
    title: Sentence
    body: Sentence
    link: str
    count: int
    last_at: datetime
    is_read: bool
    is_settled: bool

    @classmethod
    def of(cls, row: Notification) -> "NotificationOut":
        return cls(
            id=row.pk,
            kind=row.kind,
            urgency=cast("Literal['now', 'soon', 'fyi']", row.urgency),
            title=row.title,
            body=row.body,
            link=row.link,
            count=row.count,
            last_at=row.last_at,
            is_read=row.read_at is not None,
            is_settled=row.settled_at is not None,
        )


class NotificationPage(Schema):
    """A page of them, the last told first; `unread` counts all that are."""

    items: list[NotificationOut]
    next_cursor: str | None
    unread: int


class ReadAllIn(Schema):
    """`until` is the `last_at` of the newest that was seen; what came later stays unread."""

    until: datetime | None = None


class MailPreferenceIn(Schema):
    """When the person is mailed about what is urgent, soon due, or good to know."""

    now: Timing
    soon: Timing
    fyi: Timing


class MailPreferenceOut(MailPreferenceIn):
    @classmethod
    def of(cls, preference: MailPreference) -> "MailPreferenceOut":
        return cls.model_validate({name: getattr(preference, name) for name in ("now", "soon", "fyi")})


class CursorIn(Schema):
    """Which page of the list to return."""

    cursor: str | None = Field(None, max_length=120, description="`next_cursor` of the page before")
    limit: int = Field(20, ge=1, le=100, description="how many rows at most")
    unread: bool = Field(default=False, description="only what is unread")
