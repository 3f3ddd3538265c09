"""Where the limiter's slots and its queue are kept: in Valkey for all processes, or in this process alone."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from redis import Redis

from tiktok.slot_scripts import RESERVE, SETTLE

PREFIX = "carillon:limiter"
BIRTH = f"{PREFIX}:born"  # since when Valkey has been remembering; gone when it has forgotten everything


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a slot is taken after its call has ended; during a call whose process may have died; and a place unused."""

    cycle_ms: int
    flight_ms: int = 100_000
    lapse_ms: int = 30_000


@dataclass(frozen=True, slots=True)
class Ask:
    """One call's wish: `slot` is its own id, `holder` keeps a place in the queue, and `redeem` takes the slot at once."""

    key: str
    calls: int
    slot: str
    holder: str = ""
    redeem: bool = True


class SlotStore(Protocol):
    """Slots and queues by key. Every method is atomic; times are the store's own."""

    def reserve(self, ask: Ask) -> int:
        """
        Return 0 when the call may go now, else the milliseconds to wait.

        A holder that has to wait gets a place in the queue; asking again keeps it.
        """

    def settle(self, key: str, slot: str, *, hold_ms: int) -> None:
        """Take note that the call has ended: its slot is free after `hold_ms`."""


class ValkeySlots:
    """Slots that all processes share; every call is one round trip."""

    def __init__(self, valkey: Redis, pace: Pace) -> None:
        self._pace = pace
        self._reserve = valkey.register_script(RESERVE)
        self._settle = valkey.register_script(SETTLE)

    def reserve(self, ask: Ask) -> int:
        pace, base = self._pace, f"{PREFIX}:{ask.key}"
        words = (ask.slot, ask.holder, ask.calls, int(ask.redeem), pace.cycle_ms, pace.flight_ms, pace.lapse_ms)
        return int(self._reserve((f"{base}:slots", f"{base}:queue", f"{base}:lapse", BIRTH), words))

    def settle(self, key: str, slot: str, *, hold_ms: int) -> None:
        keep_ms = hold_ms + self._pace.flight_ms
        self._settle((f"{PREFIX}:{key}:slots",), (slot, hold_ms, keep_ms))


def free_again(frees: Sequence[float], *, calls: int, ahead: int, now: float, cycle: float) -> float:
    """
    Return when one more call fits, `now` when it fits at once.

    :param frees: when each taken slot is free again, the earliest first; none is in the past
    :param ahead: how many wait before this one
    """
    turn, rounds = ahead % calls, ahead // calls
    index = turn - (calls - len(frees))
    return (frees[index] if index >= 0 else now) + rounds * cycle


@dataclass(slots=True)
class _Key:
    slots: dict[str, float] = field(default_factory=dict)  # slot → when it is free again
    queue: dict[str, float] = field(default_factory=dict)  # holder → when its place lapses; in order of arrival

    def forget_past(self, now: float) -> None:
        self.slots = {slot: at for slot, at in self.slots.items() if at > now}
        self.queue = {holder: at for holder, at in self.queue.items() if at > now}


class MemorySlots:
    """The same in this process alone. What `slot_scripts.py` does in Valkey is done here in Python, step by step."""

    def __init__(self, pace: Pace, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._pace, self._clock = pace, clock
        self._keys: dict[str, _Key] = {}
        self._lock = threading.Lock()
        self._born = self._now()

    def reserve(self, ask: Ask) -> int:
        with self._lock:
            now = self._now()
            key = self._at(ask.key, now)
            if ask.slot in key.slots:
                return 0
            calls = max(1, ask.calls // 2) if now - self._born < self._pace.cycle_ms else ask.calls
            waiting = list(key.queue)
            ahead = waiting.index(ask.holder) if ask.holder in key.queue else len(waiting)
            frees = sorted(key.slots.values())
            at = free_again(frees, calls=calls, ahead=ahead, now=now, cycle=self._pace.cycle_ms)
            if at <= now and ask.redeem:
                key.queue.pop(ask.holder, None)
                key.slots[ask.slot] = now + self._pace.flight_ms
            elif ask.holder:
                key.queue[ask.holder] = at + self._pace.lapse_ms
            return int(at - now)

    def settle(self, key: str, slot: str, *, hold_ms: int) -> None:
        with self._lock:
            now = self._now()
            slots = self._at(key, now).slots
            slots.pop(slot, None)
            if hold_ms:
                slots[slot] = now + hold_ms

    def start_cold(self) -> None:
        """Begin anew, at half speed, since what was called in the last minute is not known here."""
        with self._lock:
            self._keys, self._born = {}, self._now()

    def taken(self) -> list[tuple[str, str, int]]:
        """Return what is taken now: key, slot, and for how many milliseconds still."""
        with self._lock:
            now = self._now()
            rows = [(name, slot, int(at - now)) for name, key in self._keys.items() for slot, at in key.slots.items()]
            return [row for row in rows if row[2] > 0]

    def _now(self) -> int:
        return int(self._clock() * 1000)

    def _at(self, name: str, now: float) -> _Key:
        key = self._keys.setdefault(name, _Key())
        key.forget_past(now)
        return key
