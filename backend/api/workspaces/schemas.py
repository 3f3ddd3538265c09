"""What signing up and a person's own page say and take."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.workspaces.auth import Member
from core.sentences.answer import Language
from core.text import Text

SlideshowEncoder = Literal["authored", "x264"]


class WorkspaceOut(Schema):
    """`role` is the signed-in person's in it; by `time_zone` go its posting slots and its nightly sync."""

    id: UUID
    name: str
    time_zone: str
    role: str
    slideshow_encoder: SlideshowEncoder

    @classmethod
    def of(cls, member: Member) -> "WorkspaceOut":
        workspace = member.workspace
        return cls(
            id=workspace.pk,
            name=workspace.name,
            time_zone=workspace.time_zone,
            role=member.role,
            slideshow_encoder=workspace.slideshow_encoder,  # type: ignore[arg-type]  # the column's own choices
        )


class MeOut(Schema):
    """The signed-in person, the language of their mail, and the workspace they are in."""

    id: UUID
    email: str
    name: str
    time_zone: str
    language: Language
    workspace: WorkspaceOut
    created_at: datetime

    @classmethod
    def of(cls, member: Member) -> "MeOut":
        user = member.user
        return cls(
            id=user.pk,
            email=user.email,
            name=user.name,
            time_zone=user.time_zone,
            language=user.language,  # type: ignore[arg-type]  # only these are ever stored
            workspace=WorkspaceOut.of(member),
            created_at=user.created_at,
        )


class RegisterIn(Schema):
    email: Text = Field(max_length=254)
    password: str = Field(max_length=1024, repr=False)
    name: Text = Field("", max_length=80)
    time_zone: Text = Field("UTC", max_length=64)


class MeIn(Schema):
    """A person's own settings; `language`, that of their mail, stays as it is where null."""

    name: Text = Field(min_length=1, max_length=80)
    time_zone: Text = Field(max_length=64)
    language: Language | None = None


class WorkspaceIn(Schema):
    """
    The workspace's settings; `slideshow_encoder` null leaves it as it is.

    "x264" encodes every picture of a slideshow: slower, for the day something does not take the authored ones.
    """

    name: Text = Field(min_length=1, max_length=80)
    time_zone: Text = Field(max_length=64)
    slideshow_encoder: SlideshowEncoder | None = None
