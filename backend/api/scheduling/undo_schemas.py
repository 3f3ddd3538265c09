"""Deleting many posts and taking it back, as the API gives and takes it."""

from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.publishing.undo_schemas import say_undone
from api.scheduling.delete_services import BUSY, Deletion, Restoration
from core.sentences.answer import Sentence

OVER = "This post was deleted more than 10 minutes ago, so it cannot be brought back."
UNKNOWN = "There is no such post in this workspace."


class ManyPostsIn(Schema):
    """Posts, at most 200 at once."""

    post_ids: list[UUID] = Field(min_length=1, max_length=200)


class KeptPostOut(Schema):
    """A post that stays, and why."""

    post_id: UUID
    caption: str
    sentence: Sentence


class PostsDeletedOut(Schema):
    """Which posts are deleted, and which stay; unknown ones are in neither."""

    deleted: list[UUID]
    kept: list[KeptPostOut]

    @classmethod
    def of(cls, done: Deletion) -> "PostsDeletedOut":
        kept = [KeptPostOut(post_id=post.pk, caption=post.caption, sentence=BUSY) for post in done.kept]
        return cls(deleted=[post.pk for post in done.deleted], kept=kept)


class PostRestoredOut(Schema):
    """
    What came back of a post: on how many accounts it is scheduled again, is a draft, or stays called off.

    `sentence` says so with the reasons. `is_back` is false for one that is unknown or was deleted too long ago.
    """

    post_id: UUID
    is_back: bool
    scheduled: int
    drafts: int
    called_off: int
    sentence: Sentence

    @classmethod
    def of(cls, post_id: UUID, done: Restoration) -> "PostRestoredOut":
        undone = done.undone.get(post_id)
        if undone is None:
            sentence = OVER if post_id in done.over else UNKNOWN
            return cls(post_id=post_id, is_back=False, scheduled=0, drafts=0, called_off=0, sentence=sentence)
        counts = {"scheduled": undone.scheduled, "drafts": undone.drafts, "called_off": undone.called_off}
        return cls(post_id=post_id, is_back=True, **counts, sentence=say_undone(undone, post="The post"))


class PostsRestoredOut(Schema):
    """What came back of each post, in the order they were asked for."""

    items: list[PostRestoredOut]
