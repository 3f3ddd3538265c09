"""
TikTok's call limits, kept by us first: in health TikTok never answers 429.

TikTok counts calls in a sliding minute, and may count one at any moment between its start and its end. So a slot is taken
from before the call until a minute after its end.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from tiktok.errors import NothingSent, RateLimited
from tiktok.operations import WINDOW_S, Operation
from tiktok.outage import Outage
from tiktok.slot_stores import Ask, MemorySlots, Pace, SlotStore

MARGIN_S = 0.5  # for a clock of TikTok's that runs slower than ours
SHARES = 4


def pace_of(*, window_s: float = WINDOW_S, margin_s: float = MARGIN_S) -> Pace:
    """Return the pace that fits a window of TikTok's."""
    return Pace(cycle_ms=math.ceil((window_s + margin_s) * 1000))


class RateLimiter:
    """
    Slots by account and limit. Nothing here waits: who does not fit is told how long to.

    While the shared store is away, this process keeps to its share of each limit, and `degraded_since` tells since when.
    """

    def __init__(self, shared: SlotStore, outage: Outage, pace: Pace, *, shares: int = SHARES) -> None:
        self._shared, self._own = shared, MemorySlots(pace)
        self._outage, self._pace, self._shares = outage, pace, shares
        outage.on_change(gone=self._own.start_cold, back=self._hand_over)

    @contextmanager
    def slot(self, account: str, operation: Operation, *, holder: str = "") -> Iterator[None]:
        """
        Hold a slot while the block makes its one call.

        :param holder: who waits, if it is to keep a place in the queue; asking again keeps it
        :raises RateLimited: with `ours`, when the call does not fit now; nothing was sent
        """
        if not operation.limit:
            yield
            return
        key, slot = _key(account, operation), uuid4().hex
        settle = self._reserve(key, slot, operation, holder=holder)
        hold_ms = self._pace.cycle_ms
        try:
            yield
        except NothingSent:
            hold_ms = 0  # TikTok cannot have counted it
            raise
        finally:
            settle(hold_ms)

    def line_up(self, account: str, operation: Operation, *, holder: str) -> None:
        """
        Make sure that `holder` may soon make this call: its turn is kept for half a minute.

        :raises RateLimited: with `ours`, when it is not its turn yet; its place in the queue is kept
        """
        ask = Ask(_key(account, operation), operation.calls, uuid4().hex, holder, redeem=False)
        _refuse(self._outage.ask(lambda: self._shared.reserve(ask), lambda: self._own.reserve(self._shared_out(ask))))

    def _reserve(self, key: str, slot: str, operation: Operation, *, holder: str) -> Callable[[int], None]:
        ask = Ask(key, operation.calls, slot, holder)

        def own() -> tuple[int, Callable[[int], None]]:
            return self._own.reserve(self._shared_out(ask)), lambda ms: self._own.settle(key, slot, hold_ms=ms)

        def shared() -> tuple[int, Callable[[int], None]]:
            return self._shared.reserve(ask), lambda ms: self._settle_shared(key, slot, ms)

        wait_ms, settle = self._outage.ask(shared, own)
        _refuse(wait_ms)
        return settle

    def _settle_shared(self, key: str, slot: str, hold_ms: int) -> None:
        # Where this gets lost, the slot is taken for the longest time a call may last, which is longer than a minute.
        self._outage.ask(
            lambda: self._shared.settle(key, slot, hold_ms=hold_ms),
            lambda: self._own.settle(key, slot, hold_ms=hold_ms),
        )

    def _shared_out(self, ask: Ask) -> Ask:
        return Ask(ask.key, max(1, ask.calls // self._shares), ask.slot, ask.holder, ask.redeem)

    def _hand_over(self) -> None:
        for key, slot, left_ms in self._own.taken():
            self._shared.settle(key, slot, hold_ms=left_ms)


def _key(account: str, operation: Operation) -> str:
    return f"{account}:{operation.limit}"


def _refuse(wait_ms: int) -> None:
    if wait_ms > 0:
        raise RateLimited(wait_s=(wait_ms + 1) / 1000, message="our own limit", ours=True)
