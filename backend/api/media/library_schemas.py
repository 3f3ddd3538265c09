"""What is asked of a library, and what many files at once are told to be."""

from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.media.models import MediaAsset
from api.media.selectors import Fitness, Sort, Wish
from core.text import Text

MOST_AT_ONCE = 1_000
TagText = Annotated[Text, Field(max_length=200)]
Ids = Annotated[list[UUID], Field(min_length=1, max_length=MOST_AT_ONCE)]


class WishIn(Schema):
    """Which files: every word of `q` in name or tags, one kind, what TikTok says to them (`verdict`), one `tag`, in no post."""

    q: Text = ""
    status: str = Field("", pattern="^(checking|ready|rejected)?$")
    kind: str = Field("", pattern="^(video|image|audio)?$")
    verdict: Fitness = ""
    unused: bool = False
    tag: Text = ""

    def to_wish(self) -> Wish:
        return Wish(self.status, self.kind, self.q[:100], self.verdict, unused=self.unused, tag=self.tag[:100])


class SortIn(Schema):
    sort: Sort = "newest"


class CountOut(Schema):
    count: int


class RenameIn(Schema):
    file_name: Text = Field(max_length=255)


class TagsIn(Schema):
    """A file's tags: at most 20 of at most 40 characters."""

    tags: list[TagText] = Field(max_length=100)


class TagOut(Schema):
    """A tag of the workspace, and how many files have it."""

    name: str
    count: int


class TagsOut(Schema):
    items: list[TagOut]

    @classmethod
    def of(cls, counts: list[tuple[str, int]]) -> Self:
        return cls(items=[TagOut(name=name, count=count) for name, count in counts])


class ManyIn(Schema):
    """Files, by their ids."""

    ids: Ids


class ChangeTagsIn(ManyIn):
    """Tags that many files get, and others they lose."""

    add: list[TagText] = Field([], max_length=20)
    remove: list[TagText] = Field([], max_length=100)


class ChangedOut(Schema):
    """Which files were changed."""

    changed: list[UUID]

    @classmethod
    def of(cls, rows: list[MediaAsset]) -> Self:
        return cls(changed=[row.pk for row in rows])
