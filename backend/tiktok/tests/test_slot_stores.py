"""One contract for both stores of slots; counts decide, never how long something took."""

import itertools
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis import Redis

from tiktok.slot_stores import BIRTH, Ask, MemorySlots, Pace, SlotStore, ValkeySlots, free_again

LONG = Pace(cycle_ms=50_000)
SHORT = Pace(cycle_ms=20, flight_ms=40, lapse_ms=30)
MakeStore = Callable[[Pace], SlotStore]


@pytest.fixture(params=["valkey", "memory"])
def make_store(request: pytest.FixtureRequest, valkey: Redis) -> MakeStore:
    def make(pace: Pace) -> SlotStore:
        if request.param == "valkey":
            return ValkeySlots(valkey, pace)
        born = time.monotonic() - 100
        clock = iter((born,))
        return MemorySlots(pace, clock=lambda: next(clock, None) or time.monotonic())

    return make


def until_granted(store: SlotStore, ask: Ask) -> int:
    for waits in itertools.count():
        wait_ms = store.reserve(ask)
        if wait_ms == 0:
            return waits
        time.sleep(wait_ms / 1000)
    raise AssertionError


class TestReserve:
    def test_lets_through_as_many_as_fit(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)

        waits = [store.reserve(Ask(key, 6, f"s{n}")) for n in range(8)]

        assert waits[:6] == [0] * 6
        assert min(waits[6:]) > 0

    def test_counts_every_key_apart(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 1, "a"))

        assert store.reserve(Ask(f"{key}-other", 1, "a")) == 0

    def test_gives_the_same_slot_once_however_often_it_is_asked_for(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)

        waits = [store.reserve(Ask(key, 2, "same")) for _ in range(5)]

        assert waits == [0] * 5
        assert store.reserve(Ask(key, 2, "another")) == 0

    def test_holds_a_slot_while_the_call_lasts_and_a_window_longer(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 1, "a"))
        during = store.reserve(Ask(key, 1, "b"))

        store.settle(key, "a", hold_ms=LONG.cycle_ms)

        after = store.reserve(Ask(key, 1, "b"))
        assert LONG.cycle_ms < during <= LONG.flight_ms
        assert 0 < after <= LONG.cycle_ms

    def test_frees_the_slot_of_a_call_that_was_never_sent(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 1, "a"))

        store.settle(key, "a", hold_ms=0)

        assert store.reserve(Ask(key, 1, "b")) == 0

    def test_frees_the_slot_of_a_process_that_died(self, make_store: MakeStore, key: str) -> None:
        store = make_store(SHORT)
        store.reserve(Ask(key, 1, "dead"))

        assert until_granted(store, Ask(key, 1, "b")) >= 1

    def test_takes_note_of_a_call_that_ended_after_its_slot_had_lapsed(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)

        store.settle(key, "late", hold_ms=LONG.cycle_ms)

        assert store.reserve(Ask(key, 1, "b")) > 0


class TestQueue:
    def test_keeps_the_order_of_arrival(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 1, "a"))
        first, second = Ask(key, 1, "b", "first"), Ask(key, 1, "c", "second")
        assert store.reserve(first) < store.reserve(second)

        store.settle(key, "a", hold_ms=0)

        assert store.reserve(second) > 0
        assert store.reserve(first) == 0

    def test_keeps_the_place_of_who_asks_again(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 1, "a"))
        store.reserve(Ask(key, 1, "b", "first"))
        store.reserve(Ask(key, 1, "c", "second"))

        again = [store.reserve(Ask(key, 1, f"d{n}", "first")) for n in range(3)]

        assert max(again) < store.reserve(Ask(key, 1, "e", "second"))

    def test_puts_nobody_before_those_who_wait(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 1, "a"))
        store.reserve(Ask(key, 1, "b", "first"))
        store.settle(key, "a", hold_ms=0)

        assert store.reserve(Ask(key, 1, "anonymous")) > 0
        assert store.reserve(Ask(key, 1, "c", "first")) == 0

    def test_gives_no_place_to_who_has_no_name(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 1, "a"))
        for number in range(5):
            store.reserve(Ask(key, 1, f"anonymous{number}"))

        store.settle(key, "a", hold_ms=0)

        assert store.reserve(Ask(key, 1, "b", "first")) == 0

    def test_drops_a_place_nobody_came_for(self, make_store: MakeStore, key: str) -> None:
        store = make_store(SHORT)
        store.reserve(Ask(key, 1, "a", redeem=True))
        store.reserve(Ask(key, 1, "b", "never comes again"))

        assert until_granted(store, Ask(key, 1, "c", "patient")) >= 1

    def test_keeps_a_turn_for_who_only_lined_up(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)

        assert store.reserve(Ask(key, 1, "a", "first", redeem=False)) == 0

        assert store.reserve(Ask(key, 1, "b", "second")) > 0
        assert store.reserve(Ask(key, 1, "c", "first")) == 0

    def test_tells_everyone_in_a_long_queue_a_later_time(self, make_store: MakeStore, key: str) -> None:
        store = make_store(LONG)
        store.reserve(Ask(key, 2, "a"))
        store.reserve(Ask(key, 2, "b"))

        waits = [store.reserve(Ask(key, 2, f"s{n}", f"h{n}")) for n in range(6)]

        assert all(later >= earlier + LONG.cycle_ms - 1000 for earlier, later in zip(waits, waits[2:], strict=False))


class TestColdStart:
    def test_runs_at_half_speed_when_everything_was_forgotten(self, valkey: Redis, key: str) -> None:
        valkey.delete(BIRTH)
        store = ValkeySlots(valkey, LONG)

        waits = [store.reserve(Ask(key, 6, f"s{n}")) for n in range(6)]

        assert [wait == 0 for wait in waits] == [True] * 3 + [False] * 3

    def test_runs_at_half_speed_in_a_process_that_has_just_lost_valkey(self, key: str) -> None:
        store = MemorySlots(LONG)

        waits = [store.reserve(Ask(key, 6, f"s{n}")) for n in range(6)]

        assert [wait == 0 for wait in waits] == [True] * 3 + [False] * 3

    def test_never_stops_a_limit_of_one(self, valkey: Redis, key: str) -> None:
        valkey.delete(BIRTH)

        assert ValkeySlots(valkey, LONG).reserve(Ask(key, 1, "a")) == 0


class TestFreeAgain:
    @given(
        frees=st.lists(st.floats(1, 100), max_size=8).map(sorted),
        calls=st.integers(1, 8),
        ahead=st.integers(0, 20),
    )
    def test_is_at_once_only_when_one_more_fits(self, frees: list[float], calls: int, ahead: int) -> None:
        at = free_again(frees, calls=calls, ahead=ahead, now=0.0, cycle=60.0)

        assert (at == 0.0) == (len(frees) + ahead < calls)

    @given(frees=st.lists(st.floats(1, 100), min_size=3, max_size=3).map(sorted), ahead=st.integers(0, 20))
    def test_is_never_sooner_for_who_is_further_behind(self, frees: list[float], ahead: int) -> None:
        earlier, later = (free_again(frees, calls=3, ahead=n, now=0.0, cycle=101.0) for n in (ahead, ahead + 1))

        assert earlier <= later
