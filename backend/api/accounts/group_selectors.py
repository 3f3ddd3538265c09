"""Finding groups of accounts; always within a workspace."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Lower

from api.accounts.models import Account, AccountGroup, AccountStatus
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_groups(workspace: Workspace) -> "QuerySet[AccountGroup]":
    """Return the workspace's groups by name: one query."""
    return AccountGroup.objects.filter(workspace=workspace).order_by(Lower("name"), "pk")


def get_group(*, workspace: Workspace, group_id: UUID) -> AccountGroup:
    """
    Return one group.

    :raises NotFound: when it is unknown or another workspace's
    """
    group = list_groups(workspace).filter(pk=group_id).first()
    if group is None:
        raise NotFound("There is no such group of accounts in this workspace.")
    return group


def list_members(groups: Collection[AccountGroup]) -> dict[UUID, list[UUID]]:
    """Return for each group the ids of its accounts, the newest first, but of no disconnected one; one query."""
    members: dict[UUID, list[UUID]] = {group.pk: [] for group in groups}
    accounts = Account.objects.filter(groups__in=groups).exclude(status=AccountStatus.DISCONNECTED)
    for group_id, account_id in accounts.order_by("-pk").values_list("groups__pk", "pk"):
        members[group_id].append(account_id)
    return members
