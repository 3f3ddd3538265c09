"""Where the circuits are kept: in Valkey for all processes, or in this process alone."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from typing import Protocol

from redis import Redis

from tiktok.circuit_scripts import ENTER, LEAVE

PREFIX = "carillon:circuit"


class Outcome(Enum):
    """How a call ended, as far as TikTok's health is concerned."""

    WELL = "well"
    ILL = "ill"
    SILENT = "silent"  # it tells nothing: our own limit, a mistake of ours


@dataclass(frozen=True, slots=True)
class Rules:
    """
    When a circuit opens and when it is tried again.

    It opens once at least `rate` of at least `least` calls within `window_s` failed. A probe is let through after
    `cooldown_s`, and after twice as long each time it fails, up to `longest_s`; one without a word for `probe_s` is given
    up. Where nobody calls for `forget_s`, the trouble is forgotten.
    """

    rate: float = 0.5
    least: int = 10
    window_s: float = 30.0
    cooldown_s: float = 10.0
    longest_s: float = 120.0
    probe_s: float = 100.0
    held_back_s: float = 2.0
    forget_s: float = 900.0

    def at_tempo(self, tempo: float) -> "Rules":
        """Return the same rules with every length of time divided by `tempo`."""
        lengths = {name: value / tempo for name, value in asdict(self).items() if name.endswith("_s")}
        return replace(self, **lengths)


@dataclass(frozen=True, slots=True)
class Circuit:
    """How a circuit stands: open `since` (seconds since 1970), None when closed; and how long to wait."""

    since: float | None = None
    wait_s: float = 0.0


class CircuitStore(Protocol):
    """Circuits by key. Every method is atomic; times are the store's own."""

    def enter(self, key: str, call: str, *, look: bool = False) -> Circuit:
        """Ask to call, under an id of one's own; refused where `wait_s` is not 0. `look` asks without being the probe."""

    def leave(self, key: str, call: str, outcome: Outcome) -> None:
        """Tell how the call ended."""


class ValkeyCircuits:
    """Circuits that all processes share; every call is one round trip."""

    def __init__(self, valkey: Redis, rules: Rules) -> None:
        self._rules = rules
        self._enter = valkey.register_script(ENTER)
        self._leave = valkey.register_script(LEAVE)

    def enter(self, key: str, call: str, *, look: bool = False) -> Circuit:
        rules = self._rules
        words = (call, int(look), _ms(rules.probe_s), _ms(rules.held_back_s))
        since, wait = self._enter((f"{PREFIX}:{key}",), words)
        return Circuit(int(since) / 1000 if int(since) else None, int(wait) / 1000)

    def leave(self, key: str, call: str, outcome: Outcome) -> None:
        rules = self._rules
        lengths = (rules.window_s, rules.cooldown_s, rules.longest_s, rules.forget_s)
        words = (call, outcome.value, rules.rate, rules.least, *map(_ms, lengths))
        self._leave((f"{PREFIX}:{key}", f"{PREFIX}:{key}:calls"), words)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def is_ill(calls: "deque[tuple[float, bool]]", rules: Rules) -> bool:
    """Tell whether this many failures open a circuit; `calls` are those of the window, True for a failure."""
    failed = sum(1 for _, bad in calls if bad)
    return len(calls) >= rules.least and failed >= rules.rate * len(calls)


@dataclass(slots=True)
class _State:
    calls: "deque[tuple[float, bool]]" = field(default_factory=deque)
    since: float | None = None
    cooldown_s: float = 0.0
    closed_until: float = 0.0
    probe: str = ""
    probe_until: float = 0.0
    forgotten_at: float = 0.0

    def open_for(self, seconds: float, now: float, rules: Rules) -> None:
        self.cooldown_s = min(seconds, rules.longest_s)
        self.closed_until, self.probe = now + self.cooldown_s, ""
        self.forgotten_at = self.closed_until + rules.forget_s


class MemoryCircuits:
    """The same in this process alone. What `circuit_scripts.py` does in Valkey is done here in Python, step by step."""

    def __init__(self, rules: Rules, *, clock: Callable[[], float] = time.time) -> None:
        self._rules, self._clock = rules, clock
        self._states: dict[str, _State] = {}
        self._lock = threading.Lock()

    def enter(self, key: str, call: str, *, look: bool = False) -> Circuit:
        with self._lock:
            now, rules = self._clock(), self._rules
            state = self._at(key, now)
            if state.since is None:
                return Circuit()
            if now < state.closed_until:
                return Circuit(state.since, state.closed_until - now)
            if state.probe and now < state.probe_until:
                return Circuit(state.since, min(state.probe_until - now, rules.held_back_s))
            if not look:
                state.probe, state.probe_until = call, now + rules.probe_s
            return Circuit(state.since)

    def leave(self, key: str, call: str, outcome: Outcome) -> None:
        with self._lock:
            now, rules = self._clock(), self._rules
            state = self._at(key, now)
            if state.since is None:
                self._count(state, outcome, now)
            elif state.probe == call:
                if outcome is Outcome.WELL:
                    self._states[key] = _State()
                elif outcome is Outcome.ILL:
                    state.open_for(state.cooldown_s * 2, now, rules)
                else:
                    state.probe = ""

    def _count(self, state: _State, outcome: Outcome, now: float) -> None:
        if outcome is Outcome.SILENT:
            return
        state.calls.append((now, outcome is Outcome.ILL))
        while state.calls[0][0] <= now - self._rules.window_s:
            state.calls.popleft()
        if outcome is Outcome.ILL and is_ill(state.calls, self._rules):
            state.calls.clear()
            state.since = now
            state.open_for(self._rules.cooldown_s, now, self._rules)

    def _at(self, key: str, now: float) -> _State:
        state = self._states.setdefault(key, _State())
        if state.since is not None and now >= state.forgotten_at:
            state = self._states[key] = _State()
        return state
