"""Tokens as they lie in the database: sealed, each in its own place."""

import re

import pytest
from django.db import connection

from api.accounts.models import Account, AccountToken
from api.accounts.tests.conftest import let_expire
from api.accounts.token_services import fresh_access_token
from conftest import Caller, Sandbox
from core.vault import VaultError


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "studio.nord")


@pytest.mark.django_db
class TestAtRest:
    def test_no_column_of_any_table_holds_a_token_in_the_clear(self, account: Account) -> None:
        let_expire(account, seconds=0)
        fresh_access_token(account.pk)

        cells = [cell for table in text_tables() for cell in dump(table)]

        assert any(cell.startswith("v1.k1.") for cell in cells)
        assert [cell for cell in cells if re.search(r"(act|rft|clt)\.", cell)] == []

    def test_tokens_of_another_account_do_not_open_in_its_place(
        self, alice: Caller, sandbox: Sandbox, account: Account
    ) -> None:
        other = alice.connect(sandbox, "mira.builds")
        theirs = AccountToken.objects.get(account=other)

        AccountToken.objects.filter(account=account).update(
            access_sealed=theirs.access_sealed, refresh_sealed=theirs.refresh_sealed
        )

        with pytest.raises(VaultError):
            fresh_access_token(account.pk)

    def test_tokens_swapped_within_a_row_do_not_open(self, account: Account) -> None:
        token = AccountToken.objects.get()
        AccountToken.objects.update(access_sealed=token.refresh_sealed, refresh_sealed=token.access_sealed)

        with pytest.raises(VaultError):
            fresh_access_token(account.pk)


def text_tables() -> dict[str, list[str]]:
    """Return every table with its columns that can hold text."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'character varying', 'character', 'json', 'jsonb')"
        )
        for table, column in cursor.fetchall():
            found.setdefault(table, []).append(column)
    return found


def dump(table: str) -> list[str]:
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(column)}::text" for column in text_tables()[table])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {quote(table)}")  # noqa: S608 - names of the schema itself
        return [cell for row in cursor.fetchall() for cell in row if cell]
