"""The breaker as its callers see it: what counts as trouble, and who is held back."""

import pytest
from redis import Redis

from tiktok.circuit_breaker import CircuitBreaker
from tiktok.circuit_stores import Rules, ValkeyCircuits
from tiktok.errors import AnswerLost, CircuitOpen, OAuthRefused, RateLimited, Refused, TikTokDown, Unreachable
from tiktok.outage import Outage, open_valkey
from tiktok.tests.conftest import Relay

USUAL = Rules()


class TestCircuitBreaker:
    def make(self, valkey: Redis, rules: Rules = USUAL) -> CircuitBreaker:
        return CircuitBreaker(ValkeyCircuits(valkey, rules), Outage(ask_again_s=0), rules)

    def fail(self, breaker: CircuitBreaker, key: str, error: Exception, *, times: int = 50) -> int:
        """Call so often; return how many calls were let through."""
        passed = 0
        for _ in range(times):
            with pytest.raises((type(error), CircuitOpen)) as ended, breaker.guard(key, group="posting"):
                raise error
            passed += ended.value is error
        return passed

    @pytest.mark.parametrize(
        "error",
        [AnswerLost("x"), TikTokDown("x", status=500), Unreachable("x")],
        ids=lambda error: type(error).__name__,
    )
    def test_opens_when_tiktok_does_not_answer(self, valkey: Redis, key: str, error: Exception) -> None:
        assert self.fail(self.make(valkey), key, error) == 10

    @pytest.mark.parametrize(
        "error",
        [
            Refused("invalid_params", status=400),
            Refused("spam_risk_too_many_posts", status=403),
            OAuthRefused("invalid_grant", status=200),
            RateLimited(wait_s=60),
            RateLimited(wait_s=60, ours=True),
            KeyError("ours"),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_stays_closed_when_tiktok_says_no(self, valkey: Redis, key: str, error: Exception) -> None:
        assert self.fail(self.make(valkey), key, error) == 50

    def test_tells_since_when_and_how_long_to_wait(self, valkey: Redis, key: str) -> None:
        breaker = self.make(valkey)
        assert breaker.since(key) is None
        self.fail(breaker, key, AnswerLost("x"))

        with pytest.raises(CircuitOpen) as held_back:
            breaker.check(key, group="posting")

        assert held_back.value.group == "posting"
        assert 0 < held_back.value.wait_s <= 10
        assert breaker.since(key) is not None

    def test_is_shared_by_all_processes(self, valkey: Redis, key: str) -> None:
        first, second = self.make(valkey), self.make(valkey)

        self.fail(first, key, AnswerLost("x"))

        assert self.fail(second, key, AnswerLost("x")) == 0

    def test_goes_by_what_it_sees_itself_while_valkey_is_away(self, relay: Relay, key: str) -> None:
        far = open_valkey(relay.url)
        breaker = self.make(far)
        relay.cut()

        assert self.fail(breaker, key, AnswerLost("x")) == 10
        far.close()
