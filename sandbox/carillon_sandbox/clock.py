"""The virtual clock: real time, moved or running as fast as wanted; whoever waits by it wakes when it moves."""

import asyncio
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from .store import Change, Store

FASTEST = 100_000.0
FURTHEST = 86400.0 * 366 * 10
LAST_INSTANT = 2_145_916_800.0  # 1 January 2038: soon after it, a post's id no longer fits into 64 bits


class ClockError(Exception):
    """The clock cannot be set like that."""


@dataclass(frozen=True, slots=True)
class Pace:
    """From the real instant `real` on, when it showed `shown`, the clock runs `rate` times as fast as real time."""

    real: float
    shown: float
    rate: float

    def at(self, real: float) -> float:
        """Return what the clock shows at a real instant."""
        return min(self.shown + (real - self.real) * self.rate, LAST_INSTANT)

    def real_seconds(self, shown_seconds: float) -> float | None:
        """Return how long the clock takes for a span; None when it stands still."""
        return shown_seconds / self.rate if self.rate else None


def change_pace(pace: Pace, wanted: Mapping[str, object], real: float) -> Pace:
    """
    Return the pace with `offset_seconds` (ahead of real time, or behind it when negative), `rate` or both changed
    from a real instant on.

    The clock never goes back: what was posted and granted would lie in the future.

    :raises ClockError: naming the part that cannot be taken
    """
    if unknown := sorted(set(wanted) - {"offset_seconds", "rate"}):
        raise ClockError(f"The clock has no part called {unknown[0]}.")
    now = Pace(real, pace.at(real), pace.rate)
    if "rate" in wanted:
        now = replace(now, rate=_read("rate", wanted["rate"], most=FASTEST))
    if "offset_seconds" in wanted:
        shown = real + _read("offset_seconds", wanted["offset_seconds"], least=-FURTHEST, most=FURTHEST)
        if shown < now.shown:
            raise ClockError("The clock does not go back; begin with a new data folder instead.")
        now = replace(now, shown=shown)
    return now


def _read(name: str, value: object, *, least: float = 0, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ClockError(f"{name} must be a number.")
    if not least <= value <= most:
        raise ClockError(f"{name} must lie between {least:.0f} and {most:.0f}.")
    return float(value)


def advance_pace(pace: Pace, seconds: object, real: float) -> Pace:
    """
    Return the pace with the clock moved ahead.

    :raises ClockError: when that is no span of time
    """
    ahead = _read("seconds", seconds, most=FURTHEST)
    return Pace(real, pace.at(real) + ahead, pace.rate)


def set_back(store: Store, seconds: float, real_time: Callable[[], float] = time.time) -> None:
    """Have the clock of a new world begin so long ago; it runs as real time does, behind it."""
    real = real_time()
    with store.change() as change:
        _keep(change, Pace(real, real - seconds, 1.0))


def _keep(change: Change, pace: Pace) -> None:
    change.run("DELETE FROM clock")
    change.run("INSERT INTO clock VALUES (?, ?, ?)", (pace.real, pace.shown, pace.rate))
    change.record("clock.changed", pace.shown, ahead_seconds=pace.shown - pace.real, rate=pace.rate)


class Clock:
    """The clock of one sandbox; the store keeps how it runs."""

    def __init__(self, store: Store, real_time: Callable[[], float] = time.time) -> None:
        self._store = store
        self._real_time = real_time
        self._moved = asyncio.Event()
        row = store.row("SELECT real, shown, rate FROM clock")
        self._pace = Pace(**dict(row)) if row else Pace(0.0, 0.0, 1.0)

    def now(self) -> float:
        """Return the seconds since 1970 that the clock shows."""
        return self._pace.at(self._real_time())

    def real_now(self) -> float:
        """Return the real instant, whatever the clock shows."""
        return self._real_time()

    def describe(self) -> dict[str, float]:
        real = self._real_time()
        shown = self._pace.at(real)
        return {"now": shown, "offset_seconds": shown - real, "rate": self._pace.rate}

    def change(self, wanted: Mapping[str, object]) -> None:
        """
        Set the clock on or let it run faster.

        :raises ClockError: see `change_pace`
        """
        self._take(change_pace(self._pace, wanted, self._real_time()))

    def advance(self, seconds: object) -> None:
        """
        Move the clock ahead.

        :raises ClockError: see `advance_pace`
        """
        self._take(advance_pace(self._pace, seconds, self._real_time()))

    def _take(self, pace: Pace) -> None:
        with self._store.change() as change:
            _keep(change, pace)
        self._pace = pace
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep_until(self, instant: float) -> None:
        """Wait until the clock shows an instant, however it comes there."""
        while (left := instant - self.now()) > 0:
            moved, span = self._moved, self._pace.real_seconds(left)
            try:
                async with asyncio.timeout(span):
                    await moved.wait()
            except TimeoutError:
                continue
