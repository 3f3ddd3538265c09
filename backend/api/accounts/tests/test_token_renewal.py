"""Renewing: by the keeper in good time, with pauses after failures, and with what went wrong said where it belongs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from api.accounts.gateway import oauth_client, vault
from api.accounts.models import Account, AccountToken, TikTokApp
from api.accounts.profile_services import AppNotAccepted, sync_account
from api.accounts.tests.conftest import let_expire, open_token, unreachable
from api.accounts.token_keeper import find_due, keep_round
from api.accounts.token_schedule import LOST_PAUSES_S, next_renewal, pause_after
from api.accounts.token_services import AppRefused, ReconnectRequired, TokenUnavailable, fresh_access_token
from api.accounts.troubles import Spoken, renewal_lost, renewal_refused
from conftest import NOON, Caller, Sandbox


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "studio.nord")


def spend(account: Account) -> None:
    """Use the refresh token up at TikTok, as a process that died with the answer would have."""
    oauth_client(account.app).refresh(open_token(account, "refresh"))


def wrong_secret() -> override_settings:
    return override_settings(TIKTOK=replace(settings.TIKTOK, client_secret="not the secret at all"))


class TestSchedule:
    @pytest.mark.parametrize("lifetime", [7200, 86400])
    @pytest.mark.parametrize(("chance", "share"), [(0.0, 0.54), (0.5, 0.6), (1.0, 0.66)])
    def test_renews_at_60_percent_give_or_take_a_tenth(self, lifetime: int, chance: float, share: float) -> None:
        found = next_renewal(now=NOON, expires_in=lifetime, chance=chance)

        assert (found - NOON).total_seconds() == pytest.approx(lifetime * share)

    def test_presents_the_same_token_after_30_seconds_and_then_ever_more_rarely(self) -> None:
        pauses = [pause_after(LOST_PAUSES_S, tries=tries).total_seconds() for tries in range(7)]

        assert pauses == [30, 60, 120, 300, 900, 900, 900]


class TestSentences:
    def test_say_until_when_posts_go_out(self) -> None:
        told = renewal_refused(
            Spoken("@x", until=datetime(2026, 11, 24, 13, 20, tzinfo=UTC), now=NOON, zone="Europe/Berlin")
        )

        assert told == (
            "TikTok no longer renews our permission for @x. Posts until 24 Nov, 14:20 (Berlin) will go out; "
            "connect it again before."
        )

    def test_say_when_an_answer_was_lost_and_that_posts_are_held(self) -> None:
        lost = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)

        told = renewal_lost(Spoken("@x", until=NOON, now=NOON, zone="Europe/Berlin"), lost_at=lost)

        assert told == (
            "TikTok's answer to a renewal was lost on 24 Nov, 10:05 (Berlin), and our permission for @x with it. "
            "Its posts are held until you connect it again."
        )


@pytest.mark.django_db(transaction=True)
class TestTheKeeper:
    @pytest.mark.parametrize(("access", "refresh"), [(7200, 15552000), (86400, 31536000)])
    def test_renews_a_pair_at_its_time_and_no_earlier(
        self, alice: Caller, sandbox: Sandbox, turn: Callable[..., None], access: int, refresh: int
    ) -> None:
        turn(access_token_seconds=access, refresh_token_seconds=refresh)
        account, now, mark = alice.connect(sandbox, "studio.nord"), timezone.now(), sandbox.mark()

        early = keep_round(now=now + timedelta(seconds=access * 0.53))
        in_time = keep_round(now=now + timedelta(seconds=access * 0.67))
        again = keep_round(now=now + timedelta(seconds=access * 0.68))

        assert (early, in_time, again) == (0, 1, 0)
        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1
        token = AccountToken.objects.get(account=account)
        assert token.gen == 1
        assert (token.refresh_expires_at - token.expires_at).total_seconds() == refresh - access

    def test_leaves_out_what_another_process_has_in_hand(self, account: Account) -> None:
        AccountToken.objects.update(refresh_at=NOON)
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT 1 FROM accounts_accounttoken FOR UPDATE")
            held = find_due(now=timezone.now())
            cursor.execute("ROLLBACK")
        other.close()

        assert held == []
        assert find_due(now=timezone.now()) == [account.pk]

    def test_takes_up_a_pair_from_before_there_was_a_keeper(self, account: Account) -> None:
        AccountToken.objects.update(refresh_at=None)

        assert keep_round(now=timezone.now()) == 1

        assert AccountToken.objects.get().gen == 1

    def test_goes_on_with_the_others_when_the_tokens_of_one_do_not_open(
        self, alice: Caller, sandbox: Sandbox, account: Account
    ) -> None:
        other = alice.connect(sandbox, "mira.builds")
        broken = vault().seal("rft.x", context="elsewhere|refresh")
        AccountToken.objects.filter(account=account).update(refresh_sealed=broken)
        AccountToken.objects.update(refresh_at=NOON - timedelta(days=365))

        keep_round(now=timezone.now())

        assert AccountToken.objects.get(account=other).gen == 1
        token = AccountToken.objects.get(account=account)
        assert (token.gen, token.refresh_started_at) == (0, None)
        assert keep_round(now=timezone.now()) == 0  # later, not again and again

    def test_has_the_account_say_what_a_dead_process_found_out(self, account: Account) -> None:
        AccountToken.objects.update(refused_at=timezone.now(), refresh_at=None)

        keep_round(now=timezone.now())

        found = Account.objects.get()
        assert (found.status, found.trouble_code) == ("reconnect_required", "renewal_refused")

    def test_gives_up_on_a_pair_that_tiktok_refused(self, sandbox: Sandbox, account: Account) -> None:
        spend(account)
        AccountToken.objects.update(refresh_at=NOON - timedelta(days=365))

        counts = [keep_round(now=timezone.now() + timedelta(days=days)) for days in range(3)]

        assert counts == [1, 0, 0]
        assert Account.objects.get().status == "reconnect_required"


@pytest.mark.django_db
class TestAPauseAfterAFailure:
    def test_asks_tiktok_only_once_while_it_lasts(self, account: Account) -> None:
        let_expire(account, seconds=0)
        now = timezone.now()
        with unreachable(), pytest.raises(TokenUnavailable):
            fresh_access_token(account.pk, now=now)

        with pytest.raises(TokenUnavailable):
            fresh_access_token(account.pk, now=now + timedelta(seconds=4))

        token = AccountToken.objects.get()
        assert (token.gen, token.refresh_tries, token.refresh_at) == (0, 1, now + timedelta(seconds=5))
        assert fresh_access_token(account.pk, now=now + timedelta(seconds=6)) == open_token(account, "access")
        assert (AccountToken.objects.get().gen, AccountToken.objects.get().refresh_tries) == (1, 0)


@pytest.mark.django_db
class TestARefusedPermission:
    def test_is_told_with_the_time_until_which_posts_go_out(self, account: Account) -> None:
        spend(account)
        let_expire(account, seconds=120)

        fresh_access_token(account.pk)

        found = Account.objects.get()
        assert found.trouble_code == "renewal_refused"
        assert found.trouble_message.startswith("TikTok no longer renews our permission for @studio.nord. Posts until ")
        assert found.trouble_message.endswith("(Berlin) will go out; connect it again before.")
        assert found.trouble_since is not None
        assert found.can_send
        assert not found.can_publish

    def test_is_forgotten_with_a_new_connection(self, alice: Caller, sandbox: Sandbox, account: Account) -> None:
        spend(account)
        let_expire(account, seconds=0)
        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk)

        again = alice.connect(sandbox, "studio.nord")

        assert (again.status, again.trouble_code, again.trouble_message, again.trouble_since) == (
            "connected",
            "",
            "",
            None,
        )
        token = AccountToken.objects.get()
        assert (token.gen, token.refused_at) == (1, None)  # who waits with the old generation must see that it moved
        assert token.refresh_at is not None


@pytest.mark.django_db
class TestARefusedApp:
    def test_is_noted_at_the_app_and_blames_no_account(self, account: Account) -> None:
        let_expire(account, seconds=0)

        with wrong_secret(), pytest.raises(AppRefused, match="invalid_client"):
            fresh_access_token(account.pk)

        app = TikTokApp.objects.get()
        assert app.problem_code == "invalid_client"
        assert app.problem_since is not None
        token = AccountToken.objects.get()
        assert (Account.objects.get().status, token.refused_at, token.refresh_started_at) == ("connected", None, None)

    def test_does_not_stop_a_token_that_lasts(self, account: Account) -> None:
        let_expire(account, seconds=120)

        with wrong_secret():
            assert fresh_access_token(account.pk) == open_token(account, "access")

    def test_is_told_to_whoever_wants_to_read(self, account: Account) -> None:
        let_expire(account, seconds=0)

        with wrong_secret(), pytest.raises(AppNotAccepted, match="does not accept the TikTok app"):
            sync_account(account=account, now=timezone.now())

    def test_is_cleared_with_the_next_success_and_its_accounts_are_tried_at_once(
        self, alice: Caller, sandbox: Sandbox, account: Account
    ) -> None:
        other = alice.connect(sandbox, "mira.builds")
        for one in (account, other):
            let_expire(one, seconds=0)
            with wrong_secret(), pytest.raises(AppRefused):
                fresh_access_token(one.pk)

        fresh_access_token(account.pk, now=timezone.now() + timedelta(seconds=61))

        assert TikTokApp.objects.get().problem_code == ""
        token = AccountToken.objects.get(account=other)
        assert token.refresh_at is not None
        assert token.refresh_at <= timezone.now()
