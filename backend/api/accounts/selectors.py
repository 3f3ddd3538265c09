"""Finding accounts; always within a workspace."""

from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from api.accounts.models import Account, AccountGroup, AccountStatus
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_accounts(workspace: Workspace, *, search: str = "") -> "QuerySet[Account]":
    """Return the workspace's accounts with their token rows, but no disconnected ones; `search` looks in both names."""
    accounts = Account.objects.filter(workspace=workspace).exclude(status=AccountStatus.DISCONNECTED)
    if search:
        accounts = accounts.filter(Q(username__icontains=search) | Q(nickname__icontains=search))
    return accounts.select_related("token", "app")


def with_groups(accounts: "QuerySet[Account]") -> "QuerySet[Account]":
    """Add the groups that accounts are in, by their ids: one query, however many accounts."""
    return accounts.prefetch_related(Prefetch("groups", AccountGroup.objects.only("pk").order_by("pk")))


def get_account(*, workspace: Workspace, account_id: UUID) -> Account:
    """
    Return one account of the workspace, a disconnected one too.

    :raises NotFound: when it is unknown or another workspace's
    """
    account = Account.objects.filter(workspace=workspace, pk=account_id).select_related("token", "app").first()
    if account is None:
        raise NotFound("There is no such account in this workspace.")
    return account


def count_accounts(workspace: Workspace) -> dict[str, int]:
    """Return how many accounts the workspace has in each status; one query."""
    rows = Account.objects.filter(workspace=workspace).values_list("status").annotate(count=Count("pk"))
    return dict.fromkeys(AccountStatus.values, 0) | dict(rows)
