"""The limiter as its callers see it: what is refused, and what happens without Valkey."""

import logging
from collections.abc import Iterator

import pytest
from redis import Redis

from tiktok.errors import AnswerLost, RateLimited, Refused, Unreachable
from tiktok.operations import Operation
from tiktok.outage import Outage, open_valkey
from tiktok.rate_limiter import RateLimiter, pace_of
from tiktok.slot_stores import ValkeySlots
from tiktok.tests.conftest import Relay

INIT = Operation.INIT_VIDEO


def make_limiter(client: Redis, *, outage: Outage | None = None) -> RateLimiter:
    pace = pace_of()
    return RateLimiter(ValkeySlots(client, pace), outage or Outage(ask_again_s=0), pace)


def spend(limiter: RateLimiter, account: str, *, most: int = 20) -> int:
    """Call until the limiter refuses; return how many calls fitted."""
    for done in range(most):
        try:
            with limiter.slot(account, INIT):
                pass
        except RateLimited:
            return done
    return most


class TestSlot:
    def test_refuses_what_does_not_fit_and_says_that_it_was_us(self, valkey: Redis, key: str) -> None:
        limiter = make_limiter(valkey)
        assert spend(limiter, key) == 6

        with pytest.raises(RateLimited) as refused, limiter.slot(key, INIT):
            pass

        assert refused.value.ours
        assert 0 < refused.value.wait_s <= 61

    @pytest.mark.parametrize("error", [AnswerLost("x"), Refused("spam_risk", status=403), ValueError("ours")])
    def test_counts_a_call_that_failed(self, valkey: Redis, key: str, error: Exception) -> None:
        limiter = make_limiter(valkey)

        with pytest.raises(type(error)), limiter.slot(key, INIT):
            raise error

        assert spend(limiter, key) == 5

    def test_does_not_count_a_call_that_never_left(self, valkey: Redis, key: str) -> None:
        limiter = make_limiter(valkey)

        with pytest.raises(Unreachable), limiter.slot(key, INIT):
            raise Unreachable("x")

        assert spend(limiter, key) == 6

    def test_lets_pass_what_tiktok_documents_no_limit_for(self, valkey: Redis, key: str) -> None:
        limiter = make_limiter(valkey)

        for _ in range(50):
            with limiter.slot(key, Operation.CHUNK):
                pass

    def test_counts_the_ways_to_open_a_post_together(self, valkey: Redis, key: str) -> None:
        limiter = make_limiter(valkey)
        for operation in (Operation.INIT_VIDEO, Operation.INIT_INBOX, Operation.INIT_PHOTO):
            with limiter.slot(key, operation):
                pass

        assert spend(limiter, key) == 3


class TestLineUp:
    def test_keeps_the_turn_of_who_asked_first(self, valkey: Redis, key: str) -> None:
        limiter = make_limiter(valkey)
        assert spend(limiter, key, most=5) == 5

        limiter.line_up(key, INIT, holder="first")

        with pytest.raises(RateLimited), limiter.slot(key, INIT, holder="second"):
            pass
        with limiter.slot(key, INIT, holder="first"):
            pass

    def test_refuses_before_anything_else_is_asked(self, valkey: Redis, key: str) -> None:
        limiter = make_limiter(valkey)
        spend(limiter, key)

        with pytest.raises(RateLimited) as refused:
            limiter.line_up(key, INIT, holder="late")

        assert refused.value.ours


class TestWithoutValkey:
    @pytest.fixture
    def far(self, relay: Relay) -> Iterator[Redis]:
        client = open_valkey(relay.url)
        yield client
        client.close()

    def test_keeps_to_its_share(self, far: Redis, relay: Relay, key: str) -> None:
        limiter = make_limiter(far)
        relay.cut()

        assert spend(limiter, key) == 1

    def test_says_so_once_when_it_goes_and_once_when_it_is_back(
        self, far: Redis, relay: Relay, key: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        outage = Outage(ask_again_s=0)
        limiter = make_limiter(far, outage=outage)
        caplog.set_level(logging.WARNING, logger="tiktok.outage")

        relay.cut()
        for _ in range(3):
            spend(limiter, key)
        gone = outage.degraded_since
        relay.restore()
        for _ in range(3):
            spend(limiter, key)

        assert gone is not None
        assert outage.degraded_since is None
        assert [record.message.partition(" (")[0].partition(";")[0] for record in caplog.records] == [
            "Valkey is away",
            "Valkey is back",
        ]

    def test_tells_valkey_afterwards_what_it_did_alone(self, far: Redis, relay: Relay, key: str) -> None:
        limiter = make_limiter(far)
        relay.cut()
        assert spend(limiter, key) == 1

        relay.restore()

        assert spend(limiter, key) == 5

    def test_asks_valkey_again_only_after_a_while(self, far: Redis, relay: Relay, key: str) -> None:
        now = [100.0]
        outage = Outage(ask_again_s=1.0, clock=lambda: now[0])
        limiter = make_limiter(far, outage=outage)
        relay.cut()
        spend(limiter, key)
        relay.restore()

        spend(limiter, key)
        assert outage.degraded_since is not None
        now[0] += 1.1
        spend(limiter, key)

        assert outage.degraded_since is None
