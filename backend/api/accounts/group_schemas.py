"""Groups of accounts, as the API gives and takes them."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from api.accounts.models import AccountGroup
from core.text import Text

MOST_ACCOUNTS = 2_000
Name = Annotated[Text, Field(max_length=200)]


class AccountGroupIn(Schema):
    """A name of its own in the workspace, 1 to 60 characters, and the accounts to begin with."""

    name: Name
    account_ids: list[UUID] = Field([], max_length=MOST_ACCOUNTS)


class AccountGroupChangeIn(Schema):
    """What is to be changed; what is left out stays as it is. `account_ids` are all that are to be in the group."""

    name: Name | None = None
    account_ids: list[UUID] | None = Field(None, max_length=MOST_ACCOUNTS)


class GroupsOfAccountIn(Schema):
    """All the groups that an account is to be in."""

    group_ids: list[UUID] = Field(max_length=200)


class AccountGroupOut(Schema):
    """A group; `account_ids` has the newest account first, and no disconnected one."""

    id: UUID
    name: str
    account_ids: list[UUID]

    @classmethod
    def of(cls, group: AccountGroup, account_ids: Sequence[UUID]) -> "AccountGroupOut":
        return cls(id=group.pk, name=group.name, account_ids=list(account_ids))
