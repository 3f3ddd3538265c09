"""Files of the library with the posts that have them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from api.media.models import MediaAsset
from api.posts.models import Post, PostKind
from api.publishing.selectors import summarize
from api.scheduling.schemas import PostStatus

CAPTION_SHOWN = 120


class HolderOut(Schema):
    """A post that has a file: the beginning of its caption, and how it stands."""

    id: UUID
    kind: PostKind
    title: str
    caption: str
    status: PostStatus
    due_at: datetime | None

    @classmethod
    def of(cls, post: Post) -> Self:
        states = [publication.state for publication in post.publications.all()]
        fields: dict[str, object] = {
            "id": post.pk,
            "kind": post.kind,
            "title": post.title,
            "caption": post.caption[:CAPTION_SHOWN],
            "status": summarize(states),
            "due_at": post.due_at,
        }
        return cls.model_validate(fields)


class HolderPage(Schema):
    items: list[HolderOut]
    next_cursor: str | None


class NamedFileOut(Schema):
    id: UUID
    file_name: str


class NeededFileOut(NamedFileOut):
    """A file that stays: some of the posts that have it, and how many there are."""

    posts: list[HolderOut]
    post_count: int


class DeletionOut(Schema):
    """What can go, or went, and what posts still need."""

    deleted: list[NamedFileOut]
    kept: list[NeededFileOut]

    @classmethod
    def of(
        cls,
        free: Sequence[MediaAsset],
        needed: Sequence[MediaAsset],
        *,
        holders: Mapping[UUID, list[UUID]],
        posts: Mapping[UUID, Post],
    ) -> Self:
        kept = [
            NeededFileOut(
                id=asset.pk,
                file_name=asset.file_name,
                posts=[HolderOut.of(posts[pk]) for pk in holders.get(asset.pk, []) if pk in posts],
                post_count=len(holders.get(asset.pk, [])),
            )
            for asset in needed
        ]
        return cls(deleted=[NamedFileOut(id=asset.pk, file_name=asset.file_name) for asset in free], kept=kept)
