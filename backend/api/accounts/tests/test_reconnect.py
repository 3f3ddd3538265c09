"""Connecting an account again: that account and no other, with all it had (security A11)."""

import pytest

from api.accounts.models import Account, AccountToken
from api.accounts.tests.conftest import finish, open_token
from api.accounts.token_services import fresh_access_token
from api.accounts.troubles import require_reconnect
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    account = alice.connect(sandbox, "studio.nord")
    require_reconnect(account.pk, code="access_token_invalid", message="TikTok no longer accepts our permission.")
    return account


def start_again(caller: Caller, account: Account) -> str:
    return str(caller.get(f"/tiktok/oauth/authorize?account_id={account.pk}").json()["authorize_url"])


class TestConnectingAgain:
    def test_mends_the_account_and_keeps_its_row(self, alice: Caller, sandbox: Sandbox, account: Account) -> None:
        assert alice.get(f"/accounts/{account.pk}").json()["trouble"]["code"] == "access_token_invalid"

        answer = finish(alice, sandbox.consent("studio.nord", start_again(alice, account))).json()

        assert (answer["id"], answer["status"], answer["trouble"]) == (str(account.pk), "connected", None)

    def test_as_somebody_else_changes_nothing_and_gives_the_permission_back(
        self, alice: Caller, sandbox: Sandbox, account: Account
    ) -> None:
        before, mark = AccountToken.objects.values().get(), sandbox.mark()

        answer = finish(alice, sandbox.consent("mira.builds", start_again(alice, account)))

        assert (answer.status_code, answer.json()["code"]) == (409, "wrong_account")
        assert answer.json()["detail"] == (
            "You signed in to TikTok as @mira.builds; this is the connection of @studio.nord. Nothing was changed."
        )
        assert [entry["handle"] for entry in sandbox.ledger(after=mark, event="oauth.revoke")] == ["mira.builds"]
        assert AccountToken.objects.values().get() == before
        assert Account.objects.get().status == "reconnect_required"

    def test_as_somebody_who_is_connected_here_too_leaves_that_connection_alone(
        self, alice: Caller, sandbox: Sandbox, account: Account
    ) -> None:
        other = alice.connect(sandbox, "mira.builds")
        held, mark = open_token(other, "access"), sandbox.mark()

        answer = finish(alice, sandbox.consent("mira.builds", start_again(alice, account)))

        assert answer.json()["code"] == "wrong_account"
        assert sandbox.ledger(after=mark, event="oauth.revoke") == []
        assert fresh_access_token(other.pk) == held

    def test_is_offered_for_accounts_of_the_own_workspace_only(self, mallory: Caller, account: Account) -> None:
        answer = mallory.get(f"/tiktok/oauth/authorize?account_id={account.pk}")

        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")

    def test_brings_back_one_that_was_disconnected(self, alice: Caller, sandbox: Sandbox, account: Account) -> None:
        alice.delete(f"/accounts/{account.pk}")

        answer = finish(alice, sandbox.consent("studio.nord", start_again(alice, account))).json()

        assert (answer["id"], answer["status"]) == (str(account.pk), "connected")
