"""cold start from a fresh clone, warm start, memory at rest, time to stop"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench.start import checkout, memory
from bench.start.run import Run

TARGETS = {"cold_s": 150.0, "warm_s": 15.0, "stop_s": 10.0, "pss_mib": 700.0}


def main() -> int:
    """Measure, print what was measured, and return 1 when a process survived its stop."""
    asked = _arguments()
    folder = Path(tempfile.mkdtemp(prefix="carillon-bench-", dir="/tmp"))
    _say(f"On {_machine()}")
    try:
        result, survivors = _measure(folder, asked)
    finally:
        left = memory.processes_of(folder)
        for pid in left:
            os.kill(pid, 9)
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)
    for name, limit in TARGETS.items():
        _say(f"  {name:<8} {result[name]:>7}   (target: at most {limit:.0f})")
    _say(f"  processes that survived a stop: {survivors}")
    print(json.dumps({"bench": "start", **result, "survivors": survivors}))
    return 1 if survivors else 0


def _measure(folder: Path, asked: argparse.Namespace) -> tuple[dict[str, object], int]:
    _say("Copying the working tree …" if asked.worktree else "Cloning the committed state …")
    place = checkout.make(folder / "checkout", worktree=asked.worktree)
    env = checkout.fresh_environment(folder)
    cold = Run(place, env, folder / "cold.txt")
    _say(f"First start, with empty caches, on port {cold.port} …")
    cold_s = cold.wait_until_ready(limit_s=900)
    _say(f"  ready after {cold_s:.1f} s; settling for {asked.settle:.0f} s …")
    time.sleep(asked.settle)
    per_process = memory.by_service(place, cold.pid)
    stop_s = cold.stop()
    survivors = len(memory.processes_of(folder))
    warm = Run(place, env, folder / "warm.txt")
    _say("Second start …")
    warm_s = warm.wait_until_ready(limit_s=120)
    _say(f"  ready after {warm_s:.1f} s")
    stop_s = max(stop_s, warm.stop())
    survivors += len(memory.processes_of(folder))
    result: dict[str, object] = {
        "cold_s": round(cold_s, 1),
        "warm_s": round(warm_s, 1),
        "pss_mib": round(sum(per_process.values()), 1),
        "per_process": per_process,
        "stop_s": round(stop_s, 1),
    }
    return result, survivors


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-start ARGS=…", description=__doc__)
    parser.add_argument("--worktree", action="store_true", help="the working tree instead of the committed state")
    parser.add_argument("--settle", type=float, default=15.0, help="seconds of rest before memory is measured")
    parser.add_argument("--keep", action="store_true", help="do not remove the temporary folder")
    return parser.parse_args()


def _machine() -> str:
    load = os.getloadavg()[0]
    return (
        f"{platform.system()} {platform.release()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load {load:.1f}"
    )


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
