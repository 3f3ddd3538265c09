"""One contract for both stores of circuits."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from redis import Redis

from tiktok.circuit_stores import CircuitStore, MemoryCircuits, Outcome, Rules, ValkeyCircuits

USUAL = Rules()
EAGER = replace(USUAL, cooldown_s=0.0)  # a probe may go at once
MakeStore = Callable[[Rules], CircuitStore]


@pytest.fixture(params=["valkey", "memory"])
def make_store(request: pytest.FixtureRequest, valkey: Redis) -> MakeStore:
    def make(rules: Rules) -> CircuitStore:
        return ValkeyCircuits(valkey, rules) if request.param == "valkey" else MemoryCircuits(rules)

    return make


def tell(store: CircuitStore, key: str, outcome: Outcome, *, times: int) -> None:
    for number in range(times):
        store.leave(key, f"c{number}", outcome)


def is_open(store: CircuitStore, key: str) -> bool:
    return store.enter(key, "", look=True).since is not None


class TestOpening:
    def test_needs_ten_calls(self, make_store: MakeStore, key: str) -> None:
        store = make_store(USUAL)
        tell(store, key, Outcome.ILL, times=9)
        assert not is_open(store, key)

        tell(store, key, Outcome.ILL, times=1)

        assert is_open(store, key)

    def test_needs_half_of_them_to_fail(self, make_store: MakeStore, key: str) -> None:
        store = make_store(USUAL)
        tell(store, key, Outcome.WELL, times=10)
        tell(store, key, Outcome.ILL, times=9)
        assert not is_open(store, key)

        tell(store, key, Outcome.ILL, times=1)

        assert is_open(store, key)

    def test_counts_nothing_that_tells_nothing(self, make_store: MakeStore, key: str) -> None:
        store = make_store(USUAL)

        tell(store, key, Outcome.SILENT, times=50)
        tell(store, key, Outcome.ILL, times=9)

        assert not is_open(store, key)

    def test_forgets_calls_from_before_the_window(self, make_store: MakeStore, key: str) -> None:
        store = make_store(replace(USUAL, window_s=0.01))
        tell(store, key, Outcome.ILL, times=1)
        for _ in range(12):
            time.sleep(0.02)
            tell(store, key, Outcome.ILL, times=1)

        assert not is_open(store, key)

    def test_counts_every_key_apart(self, make_store: MakeStore, key: str) -> None:
        store = make_store(USUAL)

        tell(store, key, Outcome.ILL, times=10)

        assert not is_open(store, f"{key}-other")


class TestHeldBack:
    def test_says_how_long_the_cooldown_lasts(self, make_store: MakeStore, key: str) -> None:
        store = make_store(USUAL)
        tell(store, key, Outcome.ILL, times=10)

        assert 0 < store.enter(key, "a").wait_s <= 10

    def test_lets_one_probe_through_and_no_other(self, make_store: MakeStore, key: str) -> None:
        store = make_store(EAGER)
        tell(store, key, Outcome.ILL, times=10)

        waits = [store.enter(key, f"p{number}").wait_s for number in range(8)]

        assert [wait == 0 for wait in waits] == [True] + [False] * 7

    def test_is_no_probe_by_looking(self, make_store: MakeStore, key: str) -> None:
        store = make_store(EAGER)
        tell(store, key, Outcome.ILL, times=10)

        store.enter(key, "", look=True)

        assert store.enter(key, "probe").wait_s == 0

    def test_gives_up_a_probe_whose_process_died(self, make_store: MakeStore, key: str) -> None:
        store = make_store(replace(EAGER, probe_s=0.0))
        tell(store, key, Outcome.ILL, times=10)
        store.enter(key, "dead")

        assert store.enter(key, "next").wait_s == 0

    def test_lets_the_next_probe_through_when_the_first_told_nothing(self, make_store: MakeStore, key: str) -> None:
        store = make_store(EAGER)
        tell(store, key, Outcome.ILL, times=10)
        store.enter(key, "probe")

        store.leave(key, "probe", Outcome.SILENT)

        assert store.enter(key, "next").wait_s == 0


class TestProbe:
    def test_closes_the_circuit_when_it_is_well(self, make_store: MakeStore, key: str) -> None:
        store = make_store(EAGER)
        tell(store, key, Outcome.ILL, times=10)
        store.enter(key, "probe")

        store.leave(key, "probe", Outcome.WELL)

        assert not is_open(store, key)
        tell(store, key, Outcome.ILL, times=9)
        assert not is_open(store, key)

    def test_keeps_it_open_since_the_beginning_when_it_is_ill(self, make_store: MakeStore, key: str) -> None:
        store = make_store(replace(USUAL, cooldown_s=0.05))
        tell(store, key, Outcome.ILL, times=10)
        since = store.enter(key, "", look=True).since
        time.sleep(0.06)
        assert store.enter(key, "probe").wait_s == 0

        store.leave(key, "probe", Outcome.ILL)

        again = store.enter(key, "next")
        assert again.since == since
        assert again.wait_s > 0

    def test_waits_twice_as_long_each_time_up_to_a_longest(self, make_store: MakeStore, key: str) -> None:
        store = make_store(replace(USUAL, cooldown_s=0.01, longest_s=0.03))
        tell(store, key, Outcome.ILL, times=10)
        waits = []
        for number in range(3):
            time.sleep(0.05)
            store.enter(key, f"p{number}")
            store.leave(key, f"p{number}", Outcome.ILL)
            waits.append(store.enter(key, "x").wait_s)

        assert all(0 < wait <= 0.03 for wait in waits)

    def test_alone_decides(self, make_store: MakeStore, key: str) -> None:
        store = make_store(EAGER)
        tell(store, key, Outcome.ILL, times=10)
        store.enter(key, "probe")

        store.leave(key, "began before the trouble", Outcome.WELL)

        assert is_open(store, key)


class TestForgetting:
    def test_lets_go_of_a_trouble_nobody_has_asked_about(self, make_store: MakeStore, key: str) -> None:
        store = make_store(replace(USUAL, cooldown_s=0.01, forget_s=0.01))
        tell(store, key, Outcome.ILL, times=10)

        time.sleep(0.05)

        assert not is_open(store, key)


class TestInMemory:
    def test_doubles_the_cooldown_by_the_clock(self) -> None:
        now = [1000.0]
        store = MemoryCircuits(USUAL, clock=lambda: now[0])
        tell(store, "k", Outcome.ILL, times=10)
        waits = []
        for number in range(6):
            waits.append(store.enter("k", "x").wait_s)
            now[0] += waits[-1]
            store.enter("k", f"p{number}")
            store.leave("k", f"p{number}", Outcome.ILL)

        assert waits == [10, 20, 40, 80, 120, 120]
        assert store.enter("k", "", look=True).since == 1000.0
