"""Which pauses hold in a workspace, and what waits for their end."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from api.accounts.models import Account
from api.publishing.models import Publication, State
from api.publishing.pauses import CODES
from api.workspaces.models import Workspace
from core.models import Installation


@dataclass(frozen=True, slots=True)
class Pauses:
    """
    Everything that holds a workspace's posts back on purpose.

    `waiting`: posts held for one of these pauses; `waiting_on`: the same by account, of those that are paused themselves.
    `scheduled`: posts that are still to come, and would be held when they come due.
    """

    everything_since: datetime | None
    quarantine_since: datetime | None
    workspace_since: datetime | None
    workspace_by: str
    accounts: list[Account]
    waiting: int
    waiting_on: dict[UUID, int]
    scheduled: int


def list_pauses(workspace: Workspace) -> Pauses:
    """Return what is paused for the workspace; three queries, however many accounts and posts."""
    installation = Installation.objects.first() or Installation()
    accounts = list(Account.objects.filter(workspace=workspace, paused_at__isnull=False).order_by("paused_at", "pk"))
    held = Q(state=State.HELD, reason_code__in=CODES)
    rows = Publication.objects.filter(held | Q(state=State.SCHEDULED), workspace=workspace, post__deleted_at=None)
    counts = list(rows.values_list("account_id", "state").annotate(count=Count("pk")))
    paused = {account.pk for account in accounts}
    return Pauses(
        everything_since=installation.paused_at,
        quarantine_since=installation.quarantine_since,
        workspace_since=workspace.paused_at,
        workspace_by=workspace.paused_by,
        accounts=accounts,
        waiting=sum(count for _, state, count in counts if state == State.HELD),
        waiting_on={
            account_id: count for account_id, state, count in counts if state == State.HELD and account_id in paused
        },
        scheduled=sum(count for _, state, count in counts if state == State.SCHEDULED),
    )
