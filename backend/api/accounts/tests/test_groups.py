"""Groups of accounts: what is in them, how they are named, and how many there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conftest import add_accounts

from api.accounts.models import AccountGroup
from api.accounts.tests.grouping import add, groups_by_account, ids
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db


class TestGroups:
    def test_hold_accounts_which_may_be_in_several(self, alice: Caller) -> None:
        one, other, alone = add_accounts(alice, 3)
        brand, trial = add(alice, "Brand DE", one, other), add(alice, "Test accounts", one)

        assert alice.get("/account-groups").json() == [brand, trial]
        assert brand["account_ids"] == ids(other, one)
        assert groups_by_account(alice) == {
            str(alone.pk): [],
            str(other.pk): [brand["id"]],
            str(one.pk): [brand["id"], trial["id"]],
        }

    def test_are_listed_by_name(self, alice: Caller) -> None:
        for name in ("b", "C", "a"):
            add(alice, name)

        assert [group["name"] for group in alice.get("/account-groups").json()] == ["a", "b", "C"]

    def test_are_renamed_and_filled_anew_each_by_itself(self, alice: Caller) -> None:
        one, other = add_accounts(alice, 2)
        made = add(alice, "Brand DE", one)

        renamed = alice.change(f"/account-groups/{made['id']}", {"name": " Brand \t AT "})
        filled = alice.change(f"/account-groups/{made['id']}", {"account_ids": ids(other)})

        assert renamed.json() == made | {"name": "Brand AT"}
        assert filled.json() == made | {"name": "Brand AT", "account_ids": ids(other)}

    def test_keep_their_name_when_only_its_capitals_change(self, alice: Caller) -> None:
        made = add(alice, "Brand DE")

        assert alice.change(f"/account-groups/{made['id']}", {"name": "brand de"}).json()["name"] == "brand de"

    def test_leave_their_accounts_when_they_are_deleted(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        made = add(alice, "Brand DE", account)

        deleted = alice.delete(f"/account-groups/{made['id']}")

        assert (deleted.status_code, alice.get("/account-groups").json()) == (204, [])
        assert groups_by_account(alice) == {str(account.pk): []}

    def test_come_once_of_a_request_that_is_sent_twice(self, alice: Caller) -> None:
        first, second = (
            alice.post("/account-groups", {"name": "Brand DE"}, **{"Idempotency-Key": "one"}).json() for _ in range(2)
        )

        assert first == second
        assert AccountGroup.objects.count() == 1

    @pytest.mark.parametrize(
        ("changes", "field", "code"),
        [
            ({"name": "  "}, "name", "name_missing"),
            ({"name": "n" * 61}, "name", "name_too_long"),
            ({"name": " BRAND  de "}, "name", "name_taken"),
            ({"account_ids": [str(uuid7())]}, "account_ids.0", "not_found"),
            ({"account_ids": ["x"]}, "account_ids.0", "uuid_parsing"),
        ],
    )
    def test_are_refused_at_the_field(self, alice: Caller, changes: dict[str, object], field: str, code: str) -> None:
        add(alice, "Brand DE")
        other = add(alice, "Other")

        answers = [
            alice.post("/account-groups", {"name": "Third"} | changes),
            alice.change(f"/account-groups/{other['id']}", changes),
        ]

        for answer in answers:
            [error] = answer.json()["errors"]
            assert (answer.status_code, error["field"], error["code"]) == (422, field, code)
        assert [group["name"] for group in alice.get("/account-groups").json()] == ["Brand DE", "Other"]

    def test_are_a_hundred_at_most_and_can_still_be_changed_then(self, alice: Caller) -> None:
        made = add(alice, "Brand DE")
        AccountGroup.objects.bulk_create(
            AccountGroup(workspace=alice.member.workspace, name=f"g{n}") for n in range(99)
        )

        over = alice.post("/account-groups", {"name": "One more"})

        assert (over.status_code, over.json()["code"]) == (409, "too_many_groups")
        assert alice.change(f"/account-groups/{made['id']}", {"name": "Still"}).status_code == 200

    def test_take_as_many_queries_to_fill_whatever_their_size(self, alice: Caller) -> None:
        accounts, counts = add_accounts(alice, 30), []
        made = add(alice, "Brand DE")
        for some in (accounts[:1], accounts, accounts[1:]):
            with CaptureQueriesContext(connection) as queries:
                alice.change(f"/account-groups/{made['id']}", {"account_ids": ids(*some)})
            counts.append(len(queries))

        assert max(counts) <= min(counts) + 1  # taking off is a query of its own

    def test_are_told_to_open_pages(self, alice: Caller) -> None:
        with CaptureQueriesContext(connection) as asked:
            made = add(alice, "Brand DE")

        told = [query["sql"] for query in asked if "pg_notify" in query["sql"]]
        assert any('"kind": "group"' in one and made["id"] in one for one in told), told
