"""The measuring itself; `__main__.py` starts what it measures against."""

import json
import os
import platform
import subprocess
import sys
import time
from collections import Counter
from uuid import uuid4

from bench.tiktok import limiter_time
from bench.tiktok.world import Control, make_gate, open_store
from tiktok.http import open_http
from tiktok.operations import Operation, open_gate
from tiktok.rate_limiter import pace_of
from tiktok.tiktok_api_client import TikTokApiClient

WORKERS = 8
WINDOW_S = 4.0
SHARED_S, ALONE_S = 26.0, 6.0
CLIENT_CALLS = 500


def main() -> int:
    """Measure everything, print it; return 1 when the sandbox answered 429 under our limiter."""
    control = Control()
    control.wait_until_ready()
    control.set(display_per_window=1_000_000)
    _say(f"On {_machine()}; Valkey over its Unix socket, the sandbox over loopback HTTP")
    figures = {**_limiter(), **_client(control)}
    control.set(rate_window_seconds=WINDOW_S)
    _say(
        f"{WORKERS} worker processes on one account, {Operation.CREATOR_INFO.calls} calls in {WINDOW_S:.0f} s allowed:"
    )
    shared, times = _crowd(control, shared=True, for_s=SHARED_S)
    share = _share_of_limit(times)
    _say(f"  our limiter            {shared['ok']:>5} accepted ({share:.1%} of the limit), {shared['429']} × 429")
    alone, _ = _crowd(control, shared=False, for_s=ALONE_S)
    _say(f"  each counting alone    {alone['ok']:>5} accepted in {ALONE_S:.0f} s, {alone['429']} × 429")
    figures |= {"accepted_429": shared["429"], "share_of_limit": round(share, 3), "alone_429": alone["429"]}
    print(json.dumps({"bench": "tiktok", **figures}))
    return 1 if shared["429"] else 0


def _limiter() -> dict[str, float]:
    with open_store() as valkey:
        _, limiter = make_gate(valkey, pace_of(), account="bench")
        whole, alone = limiter_time.whole_slot(limiter), limiter_time.reserve_alone(valkey)
        naive = limiter_time.naive_window(valkey)
    for title, took in (("reserve and settle", whole), ("reserve alone", alone), ("sorted set, no script", naive)):
        _say(f"  {title:<22} {took.p50:>7.1f} µs in the middle, {took.p99:>7.1f} µs at most in 99 of 100")
    return {
        "limiter_us_p50": whole.p50,
        "limiter_us_p99": whole.p99,
        "reserve_us_p50": alone.p50,
        "reserve_us_p99": alone.p99,
        "zset_us_p50": naive.p50,
    }


def _client(control: Control) -> dict[str, float]:
    token = control.make_token()
    with open_store() as valkey, open_http(control.url) as http:
        gate, _ = make_gate(valkey, pace_of(), account=uuid4().hex)
        rates = {}
        for name, one in (("client_calls_per_s", gate), ("client_calls_per_s_no_gate", open_gate)):
            rates[name] = _calls_per_s(TikTokApiClient(http, access_token=token, gate=one))
    _say(f"  user_info, one process {rates['client_calls_per_s']:>7.0f} calls/s")
    _say(f"    without the gate     {rates['client_calls_per_s_no_gate']:>7.0f} calls/s")
    return rates


def _calls_per_s(tiktok: TikTokApiClient) -> float:
    scopes = ("user.info.basic",)
    tiktok.user_info(scopes)
    began = time.perf_counter()
    for _ in range(CLIENT_CALLS):
        tiktok.user_info(scopes)
    return round(CLIENT_CALLS / (time.perf_counter() - began), 1)


def _share_of_limit(times: list[float]) -> float:
    """Return how much of what TikTok allows was used, from the first call to the first of the last whole round."""
    calls = Operation.CREATOR_INFO.calls
    rounds = (len(times) - 1) // calls
    return rounds * WINDOW_S / (times[rounds * calls] - times[0])


def _crowd(control: Control, *, shared: bool, for_s: float) -> tuple[Counter[str], list[float]]:
    """Let eight processes loose on one account; return what they heard together, and when calls were accepted."""
    job = {"url": control.url, "token": control.make_token(), "account": uuid4().hex, "shared": shared}
    timing = {"window_s": WINDOW_S, "start_at": time.time() + 4, "for_s": for_s}
    argv = [sys.executable, "-m", "bench.tiktok.worker", json.dumps(job | timing)]
    crew = [subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) for _ in range(WORKERS)]
    heard: Counter[str] = Counter()
    times: list[float] = []
    for worker in crew:
        said, _ = worker.communicate(timeout=60)
        if worker.returncode:
            raise SystemExit("A worker of the benchmark broke.")
        told = json.loads(said)
        heard.update(told["heard"])
        times += told["at"]
    return heard, sorted(times)


def _machine() -> str:
    load = os.getloadavg()[0]
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}"


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
