"""Letting an account go, and having it back with its history."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from api.accounts.gateway import oauth_client, tiktok_for
from api.accounts.models import Account, AccountToken
from api.accounts.tests.conftest import open_token
from conftest import Caller, Sandbox
from core.ids import uuid7
from tiktok.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "studio.nord")


@pytest.fixture
def post_id(alice: Caller, account: Account) -> str:
    """A post that is to go out on the account tomorrow."""
    tomorrow = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    body = {
        "media_ids": [str(alice.upload().pk)],
        "timing": {"mode": "at", "local_time": tomorrow, "time_zone": "UTC"},
        "consent": True,
        "publications": [{"account_id": str(account.pk), "privacy_level": "SELF_ONLY"}],
    }
    answer = alice.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


class TestDisconnect:
    def test_is_told_to_open_pages(self, alice: Caller, account: Account) -> None:
        with CaptureQueriesContext(connection) as asked:
            alice.delete(f"/accounts/{account.pk}")

        told = [query["sql"] for query in asked if "pg_notify" in query["sql"]]
        assert any('"kind": "account"' in one and str(account.pk) in one for one in told), told

    def test_withdraws_the_permission_at_tiktok(self, alice: Caller, sandbox: Sandbox, account: Account) -> None:
        access, mark = open_token(account, "access"), sandbox.mark()

        answer = alice.delete(f"/accounts/{account.pk}")

        assert (answer.status_code, answer.json()) == (200, {"held_publications": 0})
        assert [entry["handle"] for entry in sandbox.ledger(after=mark, event="oauth.revoke")] == ["studio.nord"]
        with pytest.raises(Refused, match="access_token_invalid"):
            tiktok_for(account, access).creator_info()

    def test_forgets_the_tokens_and_keeps_the_row(self, alice: Caller, account: Account) -> None:
        alice.delete(f"/accounts/{account.pk}")

        shown = alice.get(f"/accounts/{account.pk}").json()
        assert not AccountToken.objects.exists()
        assert (shown["status"], shown["can_publish"], shown["refresh_expires_at"]) == ("disconnected", False, None)
        assert alice.get("/accounts").json()["items"] == []

    def test_holds_what_was_scheduled_and_says_how_much(self, alice: Caller, account: Account, post_id: str) -> None:
        answer = alice.delete(f"/accounts/{account.pk}")

        assert answer.json() == {"held_publications": 1}
        [publication] = alice.get(f"/posts/{post_id}").json()["publications"]
        assert (publication["state"], publication["reason"]["code"]) == ("held", "account_disconnected")

    def test_keeps_the_history_for_the_next_connection(
        self, alice: Caller, sandbox: Sandbox, account: Account, post_id: str
    ) -> None:
        alice.delete(f"/accounts/{account.pk}")

        again = alice.connect(sandbox, "studio.nord")

        [publication] = alice.get(f"/posts/{post_id}/publications").json()
        assert again.pk == account.pk
        assert publication["state"] == "scheduled"
        assert publication["reason"] is None
        assert [event["to_state"] for event in publication["events"]] == ["scheduled", "held", "scheduled"]

    def test_can_be_repeated(self, alice: Caller, account: Account) -> None:
        alice.delete(f"/accounts/{account.pk}")

        assert alice.delete(f"/accounts/{account.pk}").json() == {"held_publications": 0}

    def test_works_although_the_creator_was_quicker(self, alice: Caller, account: Account) -> None:
        oauth_client(account.app).revoke(open_token(account, "access"))

        assert alice.delete(f"/accounts/{account.pk}").status_code == 200
        assert not AccountToken.objects.exists()

    def test_works_although_the_key_of_the_tokens_is_lost(self, alice: Caller, account: Account) -> None:
        AccountToken.objects.update(access_sealed="v1.lost.AAAA.AAAA")

        answer = alice.delete(f"/accounts/{account.pk}")

        assert answer.status_code == 200
        assert Account.objects.get().status == "disconnected"
        assert not AccountToken.objects.exists()

    def test_of_somebody_elses_account_is_refused(self, mallory: Caller, account: Account) -> None:
        theirs, nobodys = mallory.delete(f"/accounts/{account.pk}"), mallory.delete(f"/accounts/{uuid7()}")

        assert theirs.status_code == nobodys.status_code == 404
        assert theirs.json() == nobodys.json()
        assert Account.objects.get().status == "connected"


class TestAfterwards:
    @pytest.mark.parametrize(("method", "path"), [("post", "sync"), ("get", "creator-info")])
    def test_tiktok_is_not_asked_any_more(self, alice: Caller, account: Account, method: str, path: str) -> None:
        alice.delete(f"/accounts/{account.pk}")

        answer = getattr(alice, method)(f"/accounts/{account.pk}/{path}")

        assert (answer.status_code, answer.json()["code"]) == (409, "account_disconnected")
        assert Account.objects.get().status == "disconnected"

    def test_the_summary_counts_it(self, alice: Caller, sandbox: Sandbox, account: Account) -> None:
        alice.connect(sandbox, "mira.builds")
        alice.delete(f"/accounts/{account.pk}")

        summary = alice.get("/accounts/stats/summary").json()
        assert summary == {"connected": 1, "reconnect_required": 0, "disconnected": 1}
