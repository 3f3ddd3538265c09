"""Tokens: refreshed by one process at a time, used while they last, and never in the clear."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from api.accounts import token_refresh
from api.accounts.gateway import oauth_client, tiktok_for, vault
from api.accounts.models import Account, AccountToken
from api.accounts.profile_services import creator_now
from api.accounts.tests.conftest import let_expire, open_token, unreachable
from api.accounts.token_services import ReconnectRequired, TokenUnavailable, fresh_access_token
from conftest import Caller, Sandbox


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "studio.nord")


def spend(account: Account) -> None:
    """Use the refresh token up at TikTok, as a process that died with the answer would have."""
    oauth_client(account.app).refresh(open_token(account, "refresh"))


@pytest.mark.django_db(transaction=True)
class TestManyAtOnce:
    def test_refresh_a_token_exactly_once(self, sandbox: Sandbox, account: Account) -> None:
        let_expire(account, seconds=60)
        mark, start = sandbox.mark(), Barrier(8)

        def ask() -> str:
            try:
                start.wait()
                return fresh_access_token(account.pk)
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as pool:
            found = {future.result() for future in [pool.submit(ask) for _ in range(8)]}

        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1
        assert found == {open_token(account, "access")}
        token = AccountToken.objects.get()
        assert (token.gen, token.refresh_started_at) == (1, None)

    def test_do_not_wait_for_ever_for_the_one_that_asks_tiktok(
        self, account: Account, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(token_refresh, "LOCK_TIMEOUT", "200ms")
        old = open_token(account, "access")
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("BEGIN; SELECT 1 FROM accounts_accounttoken FOR UPDATE")
            found = [ask_patiently(account, seconds) for seconds in (100, -1)]
            cursor.execute("ROLLBACK")
        other.close()

        assert found == [old, None]
        assert AccountToken.objects.get().gen == 0


def ask_patiently(account: Account, seconds: int) -> str | None:
    """Ask at a time when the token has so many seconds left; None when there is none to be had."""
    now = AccountToken.objects.get().expires_at - timedelta(seconds=seconds)
    try:
        return fresh_access_token(account.pk, now=now)
    except TokenUnavailable:
        return None


@pytest.mark.django_db
class TestFreshAccessToken:
    def test_asks_nobody_while_the_token_is_fresh(self, sandbox: Sandbox, account: Account) -> None:
        mark = sandbox.mark()

        token = fresh_access_token(account.pk)

        assert token == open_token(account, "access")
        assert sandbox.ledger(after=mark, event="oauth.refresh") == []

    @pytest.mark.parametrize(("seconds", "refreshes"), [(-5, 1), (0, 1), (299, 1), (301 + 10, 0)])
    def test_refreshes_five_minutes_before_the_end(
        self, sandbox: Sandbox, account: Account, seconds: int, refreshes: int
    ) -> None:
        let_expire(account, seconds=seconds)
        mark = sandbox.mark()

        tiktok_for(account, fresh_access_token(account.pk)).creator_info()

        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == refreshes

    def test_takes_lifetimes_from_tiktok(self, account: Account, sandbox: Sandbox, turn: Callable[..., None]) -> None:
        turn(access_token_seconds=1234, refresh_token_seconds=5678)
        let_expire(account, seconds=0)
        now = timezone.now()

        fresh_access_token(account.pk, now=now)

        token = AccountToken.objects.get()
        assert token.expires_at == now + timedelta(seconds=1234)
        assert token.refresh_expires_at == now + timedelta(seconds=5678)

    def test_replaces_both_tokens(self, account: Account) -> None:
        before = {open_token(account, "access"), open_token(account, "refresh")}
        let_expire(account, seconds=0)

        fresh_access_token(account.pk)

        assert before.isdisjoint({open_token(account, "access"), open_token(account, "refresh")})

    def test_refreshes_a_fresh_looking_token_that_tiktok_has_refused(self, account: Account) -> None:
        old = open_token(account, "access")

        assert fresh_access_token(account.pk, refused=old) != old

    def test_refreshes_a_refused_token_once_for_all_who_were_refused(self, sandbox: Sandbox, account: Account) -> None:
        old, mark = open_token(account, "access"), sandbox.mark()

        found = {fresh_access_token(account.pk, refused=old) for _ in range(3)}

        assert found == {open_token(account, "access")}
        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1

    @pytest.mark.parametrize("status", ["200", "rfc"])
    def test_asks_for_a_new_connection_when_the_refresh_token_is_dead(
        self, account: Account, turn: Callable[..., None], status: str
    ) -> None:
        turn(oauth_error_status=status)
        spend(account)
        let_expire(account, seconds=0)

        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk)

        assert Account.objects.get().status == "reconnect_required"

    def test_goes_on_with_the_old_token_until_it_ends(self, sandbox: Sandbox, account: Account) -> None:
        old = open_token(account, "access")
        spend(account)
        let_expire(account, seconds=120)
        mark = sandbox.mark()

        assert [fresh_access_token(account.pk) for _ in range(3)] == [old] * 3

        assert Account.objects.get().status == "reconnect_required"
        assert AccountToken.objects.get().refused_at is not None
        assert sandbox.ledger(after=mark, event="oauth.refresh") == []
        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk, now=timezone.now() + timedelta(seconds=121))

    def test_does_not_go_on_with_an_old_token_that_tiktok_has_refused(self, account: Account) -> None:
        spend(account)

        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk, refused=open_token(account, "access"))

    def test_works_again_after_a_new_connection(self, alice: Caller, sandbox: Sandbox, account: Account) -> None:
        spend(account)
        let_expire(account, seconds=0)
        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk)

        alice.connect(sandbox, "studio.nord")

        assert tiktok_for(account, fresh_access_token(account.pk)).creator_info().creator_username == "studio.nord"
        assert Account.objects.get().status == "connected"

    @pytest.mark.parametrize(("seconds", "works"), [(120, True), (-1, False)])
    def test_outlives_a_tiktok_that_does_not_answer(self, account: Account, seconds: int, works: bool) -> None:
        old = open_token(account, "access")
        let_expire(account, seconds=seconds)

        with unreachable():
            if works:
                assert fresh_access_token(account.pk) == old
            else:
                with pytest.raises(TokenUnavailable):
                    fresh_access_token(account.pk)

        token = AccountToken.objects.get()
        assert Account.objects.get().status == "connected"
        assert token.refresh_started_at is None  # nothing was sent, so no answer can have been lost
        assert token.gen == 0

    def test_has_none_for_an_account_that_was_let_go(self, alice: Caller, account: Account) -> None:
        alice.delete(f"/accounts/{account.pk}")

        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk)


@pytest.mark.django_db
class TestReading:
    def test_keeps_reconnect_required_although_the_old_token_still_works(self, alice: Caller, account: Account) -> None:
        spend(account)
        let_expire(account, seconds=120)

        synced = alice.post(f"/accounts/{account.pk}/sync").json()

        assert synced["status"] == "reconnect_required"
        assert Account.objects.get().status == "reconnect_required"

    def test_tries_once_more_with_a_new_token_when_tiktok_refuses_the_old(
        self, sandbox: Sandbox, account: Account
    ) -> None:
        sealed = vault().seal("act.unknown-to-tiktok", context=f"{account.pk}|access")
        AccountToken.objects.update(access_sealed=sealed)
        mark = sandbox.mark()

        found = creator_now(account=account, now=timezone.now())

        assert found.info is not None
        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1
