"""Connecting with less than everything, and connecting once more."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from api.accounts.models import Account, AccountToken
from api.accounts.tests.conftest import EVERYTHING, finish, start
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db


class TestPartialConsent:
    def connect(self, caller: Caller, sandbox: Sandbox, *missing: str) -> Any:
        scopes = [scope for scope in EVERYTHING if scope not in missing]
        return finish(caller, sandbox.consent("studio.nord", start(caller), scopes)).json()

    def test_without_counters_leaves_them_unknown(self, alice: Caller, sandbox: Sandbox) -> None:
        account = self.connect(alice, sandbox, "user.info.stats")

        counters = ("follower_count", "following_count", "likes_count", "video_count")
        assert [account[name] for name in counters] == [None] * 4
        assert account["can_publish"] is True

    def test_without_posting_cannot_publish(self, alice: Caller, sandbox: Sandbox) -> None:
        account = self.connect(alice, sandbox, "video.publish")

        assert (account["status"], account["can_publish"]) == ("connected", False)

    def test_without_the_profile_goes_by_the_nickname(self, alice: Caller, sandbox: Sandbox) -> None:
        account = self.connect(alice, sandbox, "user.info.profile")

        assert (account["username"], account["nickname"]) == (None, "Studio Nord")

    def test_without_even_the_name_is_refused_with_the_reason(self, alice: Caller, sandbox: Sandbox) -> None:
        refusal = self.connect(alice, sandbox, "user.info.basic")

        assert refusal["code"] == "oauth_refused"
        assert "Leave that ticked." in refusal["detail"]
        assert not Account.objects.exists()


class TestConnectingAgain:
    def test_keeps_the_row_and_takes_the_new_scopes(self, alice: Caller, sandbox: Sandbox) -> None:
        first = alice.connect(sandbox, "studio.nord", ["user.info.basic", "video.upload"])
        generation = AccountToken.objects.get().access_sealed

        again = alice.connect(sandbox, "studio.nord")

        assert (again.pk, again.scopes, Account.objects.count()) == (first.pk, EVERYTHING, 1)
        assert AccountToken.objects.get().access_sealed != generation

    def test_brings_a_disconnected_account_back(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        alice.delete(f"/accounts/{account.pk}")

        with time_machine.travel(timezone.now() + timedelta(minutes=1)):
            again = alice.connect(sandbox, "studio.nord")

        assert (again.pk, again.status, again.disconnected_at) == (account.pk, "connected", None)
        assert again.connected_at > account.connected_at

    def test_in_another_workspace_is_refused_and_changes_nothing(
        self, alice: Caller, mallory: Caller, sandbox: Sandbox
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        tokens = AccountToken.objects.values().get()

        answer = finish(mallory, sandbox.consent("studio.nord", start(mallory)))

        assert (answer.status_code, answer.json()["code"]) == (409, "account_in_other_workspace")
        assert AccountToken.objects.values().get() == tokens
        assert Account.objects.get() == account
        assert mallory.get("/accounts").json()["items"] == []

    def test_in_another_workspace_works_once_it_was_let_go(
        self, alice: Caller, mallory: Caller, sandbox: Sandbox
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        alice.delete(f"/accounts/{account.pk}")

        theirs = mallory.connect(sandbox, "studio.nord")

        assert theirs.pk != account.pk
        assert (
            finish(alice, sandbox.consent("studio.nord", start(alice))).json()["code"] == "account_in_other_workspace"
        )
