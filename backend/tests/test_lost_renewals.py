"""A renewal whose answer is lost: the account says so, the rest goes on, and a new connection mends it (publishing §2.5)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from api.accounts.models import Account, AccountToken, TikTokApp
from api.accounts.token_keeper import keep_round
from api.accounts.token_services import TokenUnavailable, fresh_access_token
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import Schedule, broken_line, clip, make_due, run, schedule
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["clip", "schedule"]  # fixtures

TOKEN = "/v2/oauth/token/"


def let_end(account: Account, *, seconds: float) -> None:
    AccountToken.objects.filter(account=account).update(expires_at=timezone.now() + timedelta(seconds=seconds))


def lose_a_renewal(account: Account) -> None:
    """Have TikTok's answer to a renewal of the account lost, and the second try refused."""
    AccountToken.objects.filter(account=account).update(refresh_at=timezone.now())
    with broken_line(TOKEN) as line:
        keep_round(now=timezone.now())
    assert len(line.lost) == 1
    keep_round(now=timezone.now() + timedelta(seconds=31))


class TestALostAnswer:
    def test_is_asked_for_once_more_after_30_seconds_and_then_told(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        let_end(account, seconds=4000)
        mark = sandbox.mark()
        AccountToken.objects.update(refresh_at=timezone.now())

        with broken_line(TOKEN):
            keep_round(now=timezone.now())
        assert keep_round(now=timezone.now() + timedelta(seconds=25)) == 0
        assert Account.objects.get().status == "connected"
        assert keep_round(now=timezone.now() + timedelta(seconds=31)) == 1

        assert len(sandbox.ledger(after=mark, event="oauth.refresh")) == 1
        found = alice.get(f"/accounts/{account.pk}").json()
        assert found["status"] == "reconnect_required"
        assert found["trouble"]["code"] == "renewal_lost"
        assert found["trouble"]["message"].startswith("TikTok's answer to a renewal was lost on ")
        assert "will go out; connect it again before." in found["trouble"]["message"]

    def test_leaves_posts_going_out_until_the_old_token_ends_and_holds_the_later_ones(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        early, late, later = (schedule(account) for _ in range(3))
        let_end(account, seconds=4000)
        Publication.objects.filter(pk=later.pk).update(due_at=timezone.now() + timedelta(hours=2))
        lose_a_renewal(account)

        later.refresh_from_db()
        assert (later.state, later.reason_code) == (State.HELD, "reconnect_required")  # seen now, not in two hours
        assert run(early).state == State.PUBLISHED
        let_end(account, seconds=-1)
        held = run(late)

        assert (held.state, held.reason_code) == (State.HELD, "reconnect_required")
        again = alice.connect(sandbox, "studio.nord")
        assert (again.pk, again.status, again.trouble_code) == (account.pk, "connected", "")
        later.refresh_from_db()
        assert later.state == State.SCHEDULED
        make_due(late)
        assert run(late).state == State.PUBLISHED

    def test_breaks_nothing_for_other_accounts(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        account, other = alice.connect(sandbox, "studio.nord"), alice.connect(sandbox, "mira.builds")
        lose_a_renewal(account)
        let_end(other, seconds=0)

        assert run(schedule(other)).state == State.PUBLISHED

        assert AccountToken.objects.get(account=other).gen == 1
        assert Account.objects.get(pk=other.pk).status == "connected"


class TestARefusedApp:
    def test_holds_the_posts_of_its_accounts_until_tiktok_accepts_it_again(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        publication = schedule(account)
        TikTokApp.objects.update(problem_code="invalid_client", problem_since=timezone.now())
        AccountToken.objects.update(refresh_tries=1, refresh_at=timezone.now() + timedelta(minutes=1))
        let_end(account, seconds=0)
        with pytest.raises(TokenUnavailable):
            fresh_access_token(account.pk)

        held = run(publication)
        assert (held.state, held.reason_code) == (State.HELD, "app_refused")
        assert Account.objects.get().status == "connected"

        keep_round(now=timezone.now() + timedelta(seconds=61))

        assert run(publication).state == State.PUBLISHED
