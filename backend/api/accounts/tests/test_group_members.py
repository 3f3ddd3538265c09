"""Groups of accounts: the groups of one account, who may change them, and what a disconnected account means to them."""

import pytest
from tests.conftest import add_accounts

from api.accounts.models import Account, AccountStatus
from api.accounts.tests.grouping import add, groups_by_account, ids
from api.workspaces.models import Membership, Role
from conftest import Caller, Sandbox
from core.ids import uuid7

pytestmark = pytest.mark.django_db


class TestGroupsOfAnAccount:
    def test_are_said_all_at_once(self, alice: Caller) -> None:
        one, other = add_accounts(alice, 2)
        brand, trial = add(alice, "Brand DE", one, other), add(alice, "Test accounts")

        changed = alice.put(f"/accounts/{one.pk}/groups", {"group_ids": [trial["id"]]})

        assert changed.json()["group_ids"] == [trial["id"]]
        assert groups_by_account(alice) == {str(one.pk): [trial["id"]], str(other.pk): [brand["id"]]}

    def test_are_refused_where_there_is_no_such_group(self, alice: Caller, mallory: Caller) -> None:
        [account] = add_accounts(alice, 1)
        theirs, nobodys = add(mallory, "Brand DE")["id"], str(uuid7())

        answers = [alice.put(f"/accounts/{account.pk}/groups", {"group_ids": [one]}) for one in (theirs, nobodys)]

        assert [answer.status_code for answer in answers] == [422, 422]
        assert answers[0].json() == answers[1].json()
        assert answers[0].json()["errors"][0]["field"] == "group_ids.0"
        assert groups_by_account(alice) == {str(account.pk): []}


class TestDisconnectedAccounts:
    def test_are_not_those_that_wait_to_be_connected_again(self, alice: Caller) -> None:
        one, other = add_accounts(alice, 2)
        made = add(alice, "Brand DE", one, other)
        Account.objects.filter(pk=one.pk).update(status=AccountStatus.RECONNECT_REQUIRED)

        assert alice.get("/account-groups").json() == [made]

    def test_do_not_count_and_are_in_their_groups_again_when_connected_again(
        self, alice: Caller, sandbox: Sandbox
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        [other] = add_accounts(alice, 1)
        made = add(alice, "Brand DE", account, other)
        alice.delete(f"/accounts/{account.pk}")

        shown = alice.get("/account-groups").json()
        refilled = alice.change(f"/account-groups/{made['id']}", {"account_ids": []}).json()
        again = alice.connect(sandbox, "studio.nord")

        assert shown == [made | {"account_ids": ids(other)}]
        assert refilled["account_ids"] == []
        assert alice.get("/account-groups").json() == [made | {"account_ids": ids(again)}]
        assert groups_by_account(alice)[str(again.pk)] == [made["id"]]


class TestWhoMay:
    def test_groups_belong_to_their_workspace(self, alice: Caller, mallory: Caller) -> None:
        [account] = add_accounts(alice, 1)
        made = add(alice, "Brand DE", account)

        stolen = mallory.post("/account-groups", {"name": "Mine", "account_ids": ids(account)})
        unknown = mallory.post("/account-groups", {"name": "Mine", "account_ids": [str(uuid7())]})

        assert (stolen.status_code, stolen.json()) == (422, unknown.json())
        assert mallory.get("/account-groups").json() == []
        assert add(mallory, "Brand DE")["name"] == made["name"]

    @pytest.mark.parametrize("role", [Role.APPROVER, Role.VIEWER])
    def test_every_member_uses_them_and_editors_change_them(self, alice: Caller, role: Role) -> None:
        [account] = add_accounts(alice, 1)
        made = add(alice, "Brand DE", account)
        Membership.objects.filter(user=alice.member.user).update(role=role)

        refused = [
            alice.post("/account-groups", {"name": "Other"}),
            alice.change(f"/account-groups/{made['id']}", {"name": "Other"}),
            alice.delete(f"/account-groups/{made['id']}"),
            alice.put(f"/accounts/{account.pk}/groups", {"group_ids": []}),
        ]

        assert [answer.status_code for answer in refused] == [403] * 4
        assert alice.get("/account-groups").json() == [made]

    def test_editors_do(self, alice: Caller) -> None:
        Membership.objects.filter(user=alice.member.user).update(role=Role.EDITOR)

        assert add(alice, "Brand DE")["account_ids"] == []
