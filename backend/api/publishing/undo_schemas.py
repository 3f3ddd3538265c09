"""Taking a cancellation back, as the API gives and takes it."""

from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.publishing.undo_services import Undone, say_undone


class UndoCancelIn(Schema):
    """Publications that were called off, at most 300: those of one post."""

    publication_ids: list[UUID] = Field(min_length=1, max_length=300)


class UndoneOut(Schema):
    """How many are scheduled again, are drafts, or stay called off; `sentence` says so with the reasons."""

    scheduled: int
    drafts: int
    called_off: int
    sentence: str

    @classmethod
    def of(cls, undone: Undone) -> "UndoneOut":
        counts = {"scheduled": undone.scheduled, "drafts": undone.drafts, "called_off": undone.called_off}
        return cls(**counts, sentence=say_undone(undone))
