"""Groups of accounts: every member uses them, who may write posts changes them. Nothing is published or held by a group."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet

from api.accounts.group_selectors import list_groups
from api.accounts.models import Account, AccountGroup, AccountStatus
from api.notifications.services import CAN_ACT
from api.workspaces.auth import Member, NotAllowed
from api.workspaces.models import Workspace
from core.domain_error import DomainError, Invalid
from core.live import announce

Row = TypeVar("Row", bound=Model)

MOST_GROUPS = 100
LONGEST_NAME = 60


class TooManyGroups(DomainError):
    code, status, title = "too_many_groups", 409, "No room for another group"


@transaction.atomic
def add_group(*, member: Member, name: str, account_ids: Sequence[UUID]) -> AccountGroup:
    """
    Make a group of these accounts.

    :raises NotAllowed: for who only looks or approves
    :raises Invalid: `name_missing`, `name_too_long` or `name_taken`; `not_found` at an account that is not the workspace's
    :raises TooManyGroups: over MOST_GROUPS
    """
    _require(member)
    Workspace.objects.select_for_update().get(pk=member.workspace.pk)  # two at once must not make one too many
    if list_groups(member.workspace).count() >= MOST_GROUPS:
        raise TooManyGroups(f"A workspace has {MOST_GROUPS} groups of accounts at most. Delete one first.")
    group = AccountGroup(workspace=member.workspace)
    _rename(group, name)
    _fill(group, account_ids)
    announce(group.workspace_id, "group", group.pk)
    return group


@transaction.atomic
def change_group(
    *, member: Member, group: AccountGroup, name: str | None, account_ids: Sequence[UUID] | None
) -> AccountGroup:
    """
    Change what is given: None leaves what is there. Disconnected accounts stay in the group, whoever else is in it.

    :raises NotAllowed: for who only looks or approves
    :raises Invalid: as `add_group`
    """
    _require(member)
    if name is not None:
        _rename(group, name)
    if account_ids is not None:
        _fill(group, account_ids)
    announce(group.workspace_id, "group", group.pk)
    return group


@transaction.atomic
def delete_group(*, member: Member, group: AccountGroup) -> None:
    """
    Delete a group; its accounts stay as they are.

    :raises NotAllowed: for who only looks or approves
    """
    _require(member)
    announce(group.workspace_id, "group", group.pk)
    group.delete()


@transaction.atomic
def put_into_groups(*, member: Member, account: Account, group_ids: Sequence[UUID]) -> Account:
    """
    Have an account in these groups, and in no other.

    :raises NotAllowed: for who only looks or approves
    :raises Invalid: `not_found` at a group that is not the workspace's
    """
    _require(member)
    account.groups.set(_find(list_groups(member.workspace), group_ids, field="group_ids", what="group of accounts"))
    announce(account.workspace_id, "account", account.pk)
    return account


def _rename(group: AccountGroup, name: str) -> None:
    group.name = " ".join(name.split())
    if not 1 <= len(group.name) <= LONGEST_NAME:
        message = f"A name has {LONGEST_NAME} characters at most." if group.name else "Give the group a name."
        raise Invalid.at("name", message, code="name_too_long" if group.name else "name_missing")
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError:
        message = f"There is a group named “{group.name}” already. Choose another name."
        raise Invalid.at("name", message, code="name_taken") from None


def _fill(group: AccountGroup, account_ids: Sequence[UUID]) -> None:
    rows = Account.objects.filter(workspace_id=group.workspace_id)
    accounts = _find(rows, account_ids, field="account_ids", what="account")
    shown = group.accounts.exclude(status=AccountStatus.DISCONNECTED)  # nobody took off what nobody saw
    group.accounts.remove(*shown.exclude(pk__in=account_ids))
    group.accounts.add(*accounts)


def _find(rows: "QuerySet[Row]", ids: Sequence[UUID], *, field: str, what: str) -> list[Row]:
    known = rows.only("pk").in_bulk(ids)
    for place, pk in enumerate(ids):
        if pk not in known:
            message = f"There is no such {what} in this workspace."
            raise Invalid.at(f"{field}.{place}", message, code="not_found")
    return list(known.values())


def _require(member: Member) -> None:
    if member.role not in CAN_ACT:
        raise NotAllowed("Owners, admins and editors keep the groups of accounts. Ask one of them.")
