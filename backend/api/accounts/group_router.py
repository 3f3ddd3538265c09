"""Groups of accounts."""

from uuid import UUID

from ninja import Router, Status

from api.accounts import group_services, selectors
from api.accounts.group_schemas import AccountGroupChangeIn, AccountGroupIn, AccountGroupOut, GroupsOfAccountIn
from api.accounts.group_selectors import get_group, list_groups, list_members
from api.accounts.models import AccountGroup
from api.accounts.schemas import AccountOut
from api.workspaces.auth import AuthedRequest, member_auth
from core.idempotency import run_once
from core.problem_schema import REFUSALS, Problem

router = Router(auth=member_auth)
of_account_router = Router(auth=member_auth)
GUARDED = {**REFUSALS, 403: Problem}


@router.get("", response={200: list[AccountGroupOut], **REFUSALS}, operation_id="listAccountGroups")
def list_account_groups(request: AuthedRequest) -> list[AccountGroupOut]:
    """List the workspace's groups of accounts by name; there are 100 at most."""
    groups = list(list_groups(request.auth.workspace))
    members = list_members(groups)
    return [AccountGroupOut.of(group, members[group.pk]) for group in groups]


@router.post("", response={201: AccountGroupOut, **GUARDED}, operation_id="addAccountGroup")
def add_account_group(request: AuthedRequest, wanted: AccountGroupIn) -> Status[AccountGroupOut]:
    """Put accounts into a new group. For owners, admins and editors."""

    def run() -> AccountGroupOut:
        return _show(group_services.add_group(member=request.auth, name=wanted.name, account_ids=wanted.account_ids))

    return Status(201, run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=AccountGroupOut))


@router.patch("/{uuid:account_group_id}", response={200: AccountGroupOut, **GUARDED}, operation_id="changeAccountGroup")
def change_account_group(
    request: AuthedRequest, account_group_id: UUID, change: AccountGroupChangeIn
) -> AccountGroupOut:
    """Rename a group, or say anew which accounts are in it. For owners, admins and editors."""
    group = get_group(workspace=request.auth.workspace, group_id=account_group_id)
    group = group_services.change_group(
        member=request.auth, group=group, name=change.name, account_ids=change.account_ids
    )
    return _show(group)


@router.delete("/{uuid:account_group_id}", response={204: None, **GUARDED}, operation_id="deleteAccountGroup")
def delete_account_group(request: AuthedRequest, account_group_id: UUID) -> Status[None]:
    """Delete a group; its accounts stay connected, and their posts as they are. For owners, admins and editors."""
    group = get_group(workspace=request.auth.workspace, group_id=account_group_id)
    group_services.delete_group(member=request.auth, group=group)
    return Status(204, None)


@of_account_router.put(
    "/{uuid:account_id}/groups", response={200: AccountOut, **GUARDED}, operation_id="setGroupsOfAccount"
)
def set_groups_of_account(request: AuthedRequest, account_id: UUID, wanted: GroupsOfAccountIn) -> AccountOut:
    """Say in which groups an account is. For owners, admins and editors."""
    account = selectors.get_account(workspace=request.auth.workspace, account_id=account_id)
    account = group_services.put_into_groups(member=request.auth, account=account, group_ids=wanted.group_ids)
    return AccountOut.of(account)


def _show(group: AccountGroup) -> AccountGroupOut:
    return AccountGroupOut.of(group, list_members([group])[group.pk])
