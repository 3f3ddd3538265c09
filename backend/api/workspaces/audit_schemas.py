"""The audit log as it looks from outside."""

from datetime import datetime
from uuid import UUID

from ninja import Schema

from api.workspaces.models import AuditEntry
from core.sentences.answer import Sentence


class AuditEntryOut(Schema):
    """
    One deed: `sentence` goes on from who did it ("nora@… called the post off on @north").

    `post_id` is the post it was about, whichever row of it was touched; null where there is none.
    """

    id: UUID
    at: datetime
    actor: str
    action: str
    subject_kind: str
    subject_id: UUID
    sentence: Sentence
    post_id: UUID | None

    @classmethod
    def of(cls, entry: AuditEntry) -> "AuditEntryOut":
        names = ("action", "subject_kind", "subject_id", "sentence")
        fields: dict[str, object] = {name: getattr(entry, name) for name in names}
        post_id = entry.subject_id if entry.subject_kind == "post" else entry.detail.get("post_id")
        told = {"id": entry.pk, "at": entry.created_at, "actor": entry.actor_email, "post_id": post_id}
        return cls.model_validate(fields | told)


class AuditPage(Schema):
    items: list[AuditEntryOut]
    next_cursor: str | None
