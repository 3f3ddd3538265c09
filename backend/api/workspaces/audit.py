"""The audit log: what people did that others will ask about, written in the transaction of the deed itself."""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from api.users.models import User
from api.workspaces.models import AuditEntry, Workspace


class Doer(Protocol):
    """Who does something, and where: a member, or whoever something is done in the name of."""

    @property
    def user(self) -> User: ...

    @property
    def workspace(self) -> Workspace: ...


def record(member: Doer, action: str, *, kind: str, subject_id: UUID, sentence: str, **detail: object) -> AuditEntry:
    """
    Note what `member` did to a row of `kind`; call it inside the transaction that does it.

    :param action: `publication.sent_again`: the row's kind, a dot, the deed in the past tense
    :param sentence: what happened, for people: "sent the post again on @north, after the warning that it may be there"
    :param detail: what a sentence cannot carry, as JSON values; no text a person did not mean to show
    """
    return AuditEntry.objects.create(**_entry(member, action, kind, subject_id, sentence, detail))


def record_many(
    member: Doer,
    action: str,
    *,
    kind: str,
    sentences: Mapping[UUID, str],
    details: Mapping[UUID, dict[str, object]] | None = None,
) -> None:
    """Note what `member` did to many rows of `kind`, with the sentence and the detail of each; one statement."""
    entries = [
        AuditEntry(**_entry(member, action, kind, subject_id, sentence, (details or {}).get(subject_id, {})))
        for subject_id, sentence in sentences.items()
    ]
    AuditEntry.objects.bulk_create(entries)


def _entry(
    member: Doer, action: str, kind: str, subject_id: UUID, sentence: str, detail: dict[str, object]
) -> dict[str, Any]:
    return {
        "workspace": member.workspace,
        "actor": member.user,
        "actor_email": member.user.email,
        "action": action,
        "subject_kind": kind,
        "subject_id": subject_id,
        "sentence": sentence[:400],
        "detail": detail,
    }
