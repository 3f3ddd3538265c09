"""What stands before every call to TikTok: the circuit breaker, then the limiter; one pair for each process."""

import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from django.conf import settings
from redis import Redis

from api.accounts.models import Account, TikTokApp
from tiktok.circuit_breaker import CircuitBreaker
from tiktok.circuit_stores import ValkeyCircuits
from tiktok.errors import CircuitOpen
from tiktok.operations import Gate, Operation
from tiktok.outage import Outage, open_valkey
from tiktok.rate_limiter import RateLimiter
from tiktok.slot_stores import ValkeySlots


@dataclass(frozen=True, slots=True)
class Keepers:
    """What this process keeps to reach the limits and circuits that all processes share."""

    valkey: Redis
    outage: Outage
    limiter: RateLimiter
    breaker: CircuitBreaker


_building = threading.Lock()
_built: list[Keepers] = []


def keepers() -> Keepers:
    """Return this process's keepers; made once, at their first use, whichever thread that is."""
    with _building:
        if not _built:
            _built.append(_build())
        return _built[0]


def _build() -> Keepers:
    valkey, outage = open_valkey(settings.REDIS_URL), Outage()
    pace, rules = settings.TIKTOK_PACE, settings.TIKTOK_CIRCUIT
    limiter = RateLimiter(ValkeySlots(valkey, pace), outage, pace, shares=settings.TIKTOK_SHARES)
    return Keepers(valkey, outage, limiter, CircuitBreaker(ValkeyCircuits(valkey, rules), outage, rules))


def forget() -> None:
    """Begin anew: in a child process, whose parent's connections are not its own, or with other settings."""
    global _building  # noqa: PLW0603 - another thread of the parent may have held the lock when it forked
    _building = threading.Lock()
    _built.clear()


os.register_at_fork(after_in_child=forget)


def gate_for(account: Account, *, holder: str = "") -> Gate:
    """
    Return the gate for calls on behalf of `account`; it holds them back by `CircuitOpen` or `RateLimited` (with `ours`).

    :param holder: who waits, such as a publication's id, if it is to keep its place in the queue
    """

    @contextmanager
    def gate(operation: Operation) -> Iterator[None]:
        with (
            keepers().breaker.guard(circuit_key(account.app_id, operation.group), group=operation.group),
            keepers().limiter.slot(str(account.pk), operation, holder=holder),
        ):
            yield

    return gate


def gate_for_app(app: TikTokApp) -> Gate:
    """Return the gate for the token endpoint, which TikTok documents no limit for."""

    def gate(operation: Operation) -> AbstractContextManager[None]:
        return keepers().breaker.guard(circuit_key(app.pk, operation.group), group=operation.group)

    return gate


def line_up(account: Account, operation: Operation, *, holder: str) -> None:
    """
    Make sure that `holder` may make this call in the next half minute, so that what leads to it is not asked in vain.

    :raises CircuitOpen, RateLimited: when it may not; its place in the queue is kept
    """
    keepers().breaker.check(circuit_key(account.app_id, operation.group), group=operation.group)
    keepers().limiter.line_up(str(account.pk), operation, holder=holder)


def trouble_with(account: Account, operation: Operation) -> CircuitOpen | None:
    """Return why this call would be held back now, None when it would not."""
    try:
        keepers().breaker.check(circuit_key(account.app_id, operation.group), group=operation.group)
    except CircuitOpen as trouble:
        return trouble
    return None


def circuit_key(app_id: object, group: str) -> str:
    """Return the key of one app's circuit: TikTok may be in trouble with one app and one kind of call."""
    return f"{app_id}:{group}"
