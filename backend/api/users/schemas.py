"""What signing in and staying signed in say and take."""

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.users.models import Session
from api.users.services import SignedIn
from api.users.tokens import ACCESS_LIFETIME
from core.sentences.answer import Language
from core.text import Text


class SessionOut(Schema):
    """
    A session's tokens; lifetimes in seconds. For the web server only: it never hands them to a page.

    `language` is the person's own, which a browser new to them has yet to learn.
    """

    access_token: str = Field(repr=False)
    access_expires_in: int
    refresh_token: str = Field(repr=False)
    refresh_expires_in: int
    language: Language

    @classmethod
    def of(cls, signed_in: SignedIn) -> "SessionOut":
        session = signed_in.session
        return cls(
            access_token=signed_in.access_token,
            access_expires_in=int(ACCESS_LIFETIME.total_seconds()),
            refresh_token=signed_in.refresh_token,
            refresh_expires_in=int((session.idle_until - session.rotated_at).total_seconds()),
            language=session.user.language,  # type: ignore[arg-type]  # only these are ever stored
        )


class LoginIn(Schema):
    email: Text = Field(max_length=254)
    password: str = Field(max_length=1024, repr=False)


class RefreshIn(Schema):
    refresh_token: str = Field(max_length=200, repr=False)


class PasswordIn(Schema):
    current_password: str = Field(max_length=1024, repr=False)
    new_password: str = Field(max_length=1024, repr=False)


class DeviceOut(Schema):
    """A signed-in browser; `is_current` marks the one that asks."""

    id: UUID
    user_agent: str
    created_at: datetime
    last_used_at: datetime
    is_current: bool

    @classmethod
    def of(cls, session: Session, *, current: Session) -> "DeviceOut":
        return cls(
            id=session.pk,
            user_agent=session.user_agent,
            created_at=session.created_at,
            last_used_at=session.rotated_at,
            is_current=session.pk == current.pk,
        )
