"""Finding workspaces, their members, and what these did."""

from uuid import UUID

from django.db.models import Q, QuerySet

from api.users.models import User
from api.workspaces.models import AuditEntry, Membership, Workspace


def find_membership(user: User) -> Membership | None:
    """Return the person's place in their first workspace, with the workspace; one query."""
    return Membership.objects.select_related("workspace").filter(user=user).order_by("created_at").first()


def list_audit(workspace: Workspace, *, subject: UUID | None = None) -> "QuerySet[AuditEntry]":
    """Return what people did in the workspace; with `subject`, to that row, and to whatever belongs to it as a post."""
    entries = AuditEntry.objects.filter(workspace=workspace)
    if subject:
        entries = entries.filter(Q(subject_id=subject) | Q(detail__post_id=str(subject)))
    return entries
