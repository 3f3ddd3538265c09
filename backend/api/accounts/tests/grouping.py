"""What the tests of account groups do over and over."""

from typing import Any

from api.accounts.models import Account
from conftest import Caller


def add(caller: Caller, name: str, *accounts: Account) -> dict[str, Any]:
    """Make a group through the API; return it as the API shows it."""
    answer = caller.post("/account-groups", {"name": name, "account_ids": ids(*accounts)})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def ids(*accounts: Account) -> list[str]:
    return [str(account.pk) for account in accounts]


def groups_by_account(caller: Caller) -> dict[str, list[str]]:
    """Return in which groups each listed account is."""
    return {item["id"]: item["group_ids"] for item in caller.get("/accounts").json()["items"]}
