"""What people are told while TikTok, or Valkey, is in trouble."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings

from api.accounts import gate
from api.accounts.gate import circuit_key, keepers
from api.accounts.health_services import GROUPS, MEANING, sentence_of
from api.accounts.models import Account
from conftest import Caller, Sandbox
from tiktok.errors import AnswerLost, CircuitOpen

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
QUIET = {"troubles": [], "limiter": {"degraded_since": None}}


def fail(account: Account, group: str) -> None:
    key = circuit_key(account.app_id, group)
    for _ in range(10):
        with pytest.raises((AnswerLost, CircuitOpen)), keepers().breaker.guard(key, group=group):
            raise AnswerLost("x")


class TestHealth:
    def test_is_quiet_while_all_is_well(self, alice: Caller, sandbox: Sandbox) -> None:
        alice.connect(sandbox, "studio.nord")

        assert alice.get("/tiktok/health").json() == QUIET

    def test_tells_what_is_in_trouble_and_since_when(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        fail(account, "posting")

        [trouble] = alice.get("/tiktok/health").json()["troubles"]

        assert (trouble["app"], trouble["group"]) == (str(account.app), "posting")
        assert trouble["sentence"].startswith("TikTok is having trouble since ")
        assert trouble["sentence"].endswith(". Posts wait and go out in order by themselves.")
        assert datetime.fromisoformat(trouble["since"]).tzinfo is not None

    def test_tells_nobody_whose_accounts_do_not_use_the_app(
        self, alice: Caller, mallory: Caller, sandbox: Sandbox
    ) -> None:
        fail(alice.connect(sandbox, "studio.nord"), "posting")

        assert mallory.get("/tiktok/health").json() == QUIET

    def test_has_words_for_every_group(self) -> None:
        assert set(MEANING) == set(GROUPS)


class TestWithoutValkey:
    @pytest.fixture(autouse=True)
    def no_valkey(self) -> Iterator[None]:
        with override_settings(REDIS_URL="redis://127.0.0.1:1/0"):
            gate.forget()
            yield
        gate.forget()

    def test_tells_that_posting_is_slowed(self, alice: Caller) -> None:
        health = alice.get("/tiktok/health").json()

        assert health["troubles"] == []
        assert health["limiter"]["degraded_since"] is not None


class TestSentence:
    def test_says_the_time_where_the_person_is(self) -> None:
        since, now = datetime(2026, 11, 24, 13, 3, tzinfo=UTC), datetime(2026, 11, 24, 15, 0, tzinfo=UTC)

        assert sentence_of("posting", since, zone=BERLIN, now=now).startswith("TikTok is having trouble since 14:03. ")

    def test_says_the_day_too_once_it_is_another(self) -> None:
        since, now = datetime(2026, 11, 24, 13, 3, tzinfo=UTC), datetime(2026, 11, 25, 8, 0, tzinfo=UTC)

        assert "since 24 Nov, 14:03. " in sentence_of("display", since, zone=BERLIN, now=now)
