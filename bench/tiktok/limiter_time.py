"""How long the limiter takes, beside the usual way to keep a sliding window in Valkey: a sorted set and no script."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from redis import Redis

from tiktok.operations import Operation
from tiktok.rate_limiter import RateLimiter, pace_of
from tiktok.slot_stores import Ask, ValkeySlots

ROUNDS = 4000
WARM_UP = 200
PER_KEY = 500  # below the limit of 600, so that every call is let through


@dataclass(frozen=True, slots=True)
class Microseconds:
    """The middle, and what 99 of 100 stay below."""

    p50: float
    p99: float


def measure(run: Callable[[int], object]) -> Microseconds:
    """Time each of many runs, after some that do not count."""
    for number in range(WARM_UP):
        run(-1 - number)
    took = []
    for number in range(ROUNDS):
        began = time.perf_counter_ns()
        run(number)
        took.append((time.perf_counter_ns() - began) / 1000)
    took.sort()
    return Microseconds(round(statistics.median(took), 1), round(took[int(len(took) * 0.99)], 1))


def whole_slot(limiter: RateLimiter) -> Microseconds:
    """Reserve and settle, as around every call."""
    run = uuid4().hex

    def once(number: int) -> None:
        with limiter.slot(f"{run}:{number // PER_KEY}", Operation.USER_INFO):
            pass

    return measure(once)


def reserve_alone(valkey: Redis) -> Microseconds:
    """Reserve only."""
    store, run = ValkeySlots(valkey, pace_of()), uuid4().hex
    return measure(lambda number: store.reserve(Ask(f"{run}:{number // PER_KEY}", 600, f"s{number}")))


def naive_window(valkey: Redis) -> Microseconds:
    """Look, then add, by the worker's clock: two round trips, between which another worker may do the same."""
    run = uuid4().hex

    def once(number: int) -> None:
        key, now = f"bench:{run}:{number // PER_KEY}", time.time()
        look: Any = valkey.pipeline(transaction=False)
        look.zremrangebyscore(key, 0, now - 60).zcard(key)
        if look.execute()[1] < Operation.USER_INFO.calls:
            add: Any = valkey.pipeline(transaction=False)
            add.zadd(key, {f"s{number}": now}).expire(key, 60)
            add.execute()

    return measure(once)
