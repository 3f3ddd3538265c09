"""One of the eight worker processes: it calls as fast as its limiter lets it, and counts what the sandbox said."""

import json
import os
import sys
import time
from collections import Counter
from contextlib import AbstractContextManager

from bench.tiktok.world import make_gate, open_store
from tiktok.errors import RateLimited
from tiktok.http import open_http
from tiktok.operations import Operation
from tiktok.rate_limiter import pace_of
from tiktok.slot_stores import Ask, MemorySlots
from tiktok.tiktok_api_client import TikTokApiClient

MARGIN_S = 0.05


def main() -> None:
    """Take one JSON object as argument, print one."""
    job = json.loads(sys.argv[1])
    pace = pace_of(window_s=job["window_s"], margin_s=MARGIN_S)
    alone = MemorySlots(pace)
    with open_store() as valkey, open_http(job["url"]) as http:
        shared, _ = make_gate(valkey, pace, account=job["account"], holder=str(os.getpid()))
        heard: Counter[str] = Counter()
        at: list[float] = []

        def counting_alone(operation: Operation) -> AbstractContextManager[None]:
            return _Alone(alone, operation, f"s{sum(heard.values())}", pace.cycle_ms)

        gate = shared if job["shared"] else counting_alone
        tiktok = TikTokApiClient(http, access_token=job["token"], gate=gate)
        time.sleep(max(0.0, job["start_at"] - time.time()))
        end_at = job["start_at"] + job["for_s"]
        while time.time() < end_at:
            try:
                tiktok.creator_info()
                heard["ok"] += 1
                at.append(time.time())
            except RateLimited as full:
                heard["held back" if full.ours else "429"] += 1
                time.sleep(max(0.0, min(full.wait_s if full.ours else 0.2, end_at - time.time())))
    print(json.dumps({"heard": heard, "at": at}))


class _Alone(AbstractContextManager[None]):
    """The naive way: the same window, but each process counts only its own calls."""

    def __init__(self, slots: MemorySlots, operation: Operation, slot: str, hold_ms: int) -> None:
        self._slots, self._ask, self._hold_ms = slots, Ask("alone", operation.calls, slot), hold_ms

    def __enter__(self) -> None:
        wait_ms = self._slots.reserve(self._ask)
        if wait_ms:
            raise RateLimited(wait_s=wait_ms / 1000, ours=True)

    def __exit__(self, *_: object) -> None:
        self._slots.settle("alone", self._ask.slot, hold_ms=self._hold_ms)


if __name__ == "__main__":
    main()
