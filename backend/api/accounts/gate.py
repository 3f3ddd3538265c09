"""What stands before every call to TikTok: the circuit breaker, then the limiter; one pair for each process."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache

from django.conf import settings
from redis import Redis

from api.accounts.models import Account, TikTokApp
from tiktok.circuit_breaker import CircuitBreaker
from tiktok.circuit_stores import ValkeyCircuits
from tiktok.operations import Gate, Operation
from tiktok.outage import Outage, open_valkey
from tiktok.rate_limiter import RateLimiter
from tiktok.slot_stores import ValkeySlots


@cache
def valkey() -> Redis:
    """Return this process's connections to Valkey; they give up within 100 ms."""
    return open_valkey(settings.REDIS_URL)


@cache
def outage() -> Outage:
    """Return what this process knows about whether Valkey is there."""
    return Outage()


@cache
def limiter() -> RateLimiter:
    """Return this process's way to the limits that all processes keep together."""
    pace = settings.TIKTOK_PACE
    return RateLimiter(ValkeySlots(valkey(), pace), outage(), pace, shares=settings.TIKTOK_SHARES)


@cache
def breaker() -> CircuitBreaker:
    """Return this process's way to the circuits that all processes share."""
    rules = settings.TIKTOK_CIRCUIT
    return CircuitBreaker(ValkeyCircuits(valkey(), rules), outage(), rules)


def forget() -> None:
    """Begin anew: in a child process, or with other settings."""
    for each in (limiter, breaker, outage, valkey):
        each.cache_clear()


os.register_at_fork(after_in_child=forget)


def gate_for(account: Account, *, holder: str = "") -> Gate:
    """
    Return the gate for calls on behalf of `account`; it holds them back by `CircuitOpen` or `RateLimited` (with `ours`).

    :param holder: who waits, such as a publication's id, if it is to keep its place in the queue
    """

    @contextmanager
    def gate(operation: Operation) -> Iterator[None]:
        with (
            breaker().guard(circuit_key(account.app_id, operation.group), group=operation.group),
            limiter().slot(str(account.pk), operation, holder=holder),
        ):
            yield

    return gate


def gate_for_app(app: TikTokApp) -> Gate:
    """Return the gate for the token endpoint, which TikTok documents no limit for."""

    def gate(operation: Operation) -> AbstractContextManager[None]:
        return breaker().guard(circuit_key(app.pk, operation.group), group=operation.group)

    return gate


def line_up(account: Account, operation: Operation, *, holder: str) -> None:
    """
    Make sure that `holder` may make this call in the next half minute, so that what leads to it is not asked in vain.

    :raises CircuitOpen, RateLimited: when it may not; its place in the queue is kept
    """
    breaker().check(circuit_key(account.app_id, operation.group), group=operation.group)
    limiter().line_up(str(account.pk), operation, holder=holder)


def circuit_key(app_id: object, group: str) -> str:
    """Return the key of one app's circuit: TikTok may be in trouble with one app and one kind of call."""
    return f"{app_id}:{group}"
