"""Saved groups of hashtags, as the API gives and takes them."""

from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.posts.models import HashtagGroup
from core.text import Text


class HashtagGroupIn(Schema):
    """A name of its own in the workspace, and 1 to 30 hashtags in their order, with or without the `#`."""

    name: Text = Field(max_length=200)
    tags: list[Text] = Field(max_length=200)


class HashtagGroupOut(Schema):
    """A group; `tags` are without the `#`."""

    id: UUID
    name: str
    tags: list[str]

    @classmethod
    def of(cls, group: HashtagGroup) -> "HashtagGroupOut":
        return cls(id=group.pk, name=group.name, tags=group.tags)
