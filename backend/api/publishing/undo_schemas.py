"""Taking a cancellation back, as the API gives and takes it."""

from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.publishing.undo_services import Undone
from core.sentences.answer import Sentence
from core.text import count_of


class UndoCancelIn(Schema):
    """Publications that were called off, at most 300: those of one post."""

    publication_ids: list[UUID] = Field(min_length=1, max_length=300)


class UndoneOut(Schema):
    """How many are scheduled again, are drafts, or stay called off; `sentence` says so with the reasons."""

    scheduled: int
    drafts: int
    called_off: int
    sentence: Sentence

    @classmethod
    def of(cls, undone: Undone) -> "UndoneOut":
        counts = {"scheduled": undone.scheduled, "drafts": undone.drafts, "called_off": undone.called_off}
        return cls(**counts, sentence=say_undone(undone))


def say_undone(undone: Undone, *, post: str = "") -> str:
    """Say what came back: "The post is back, and scheduled on 2 accounts." With `post` empty it was never away."""
    where = f"scheduled on {count_of(undone.scheduled, 'account')}"
    if undone.scheduled:
        told = f"{post} is back, and {where}." if post else f"It is {where} again."
    elif undone.drafts:
        told = f"{post} is back, as a draft." if post else "It is a draft again."
    else:
        told = f"{post} is back." if post else ""
    left = f"On {count_of(undone.called_off, 'account')} it stays called off." if undone.called_off else ""
    return " ".join(part for part in (told, left, *undone.why) if part) or "It is not called off any more."
