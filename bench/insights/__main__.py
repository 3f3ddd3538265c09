"""what the numbers are worth: viral score, best times, forecasts and early views against naive ways"""

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "backend"))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # matrices of 168: threads cost more than they bring

from bench.insights.bars import judge_all  # noqa: E402 - found by the lines above
from bench.insights.early_views import measure_early  # noqa: E402 - found by the lines above
from bench.insights.series import measure_followers, measure_series  # noqa: E402 - found by the lines above
from bench.insights.times import measure_times, measure_times_elsewhere  # noqa: E402 - found by the lines above
from bench.insights.viral import measure_viral, measure_viral_elsewhere  # noqa: E402 - found by the lines above
from bench.insights.weight import measure_weight  # noqa: E402 - found by the lines above

Figures = dict[str, object]


def main() -> int:
    """Print what is measured, and one JSON object as the last line; return 1 when a bar is missed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seed", type=int, default=7, help="of everything made up; the same gives the same figures")
    seed = asked.parse_args().seed
    figures: Figures = {"bench": "insights"}
    for name, measured in _parts(seed).items():
        began = time.monotonic()
        found = measured()
        print(f"{name} ({time.monotonic() - began:.0f} s)", json.dumps(found), flush=True)
        figures |= found
    bars = judge_all(figures)
    missed = [name for name, bar in bars.items() if not bar["holds"]]
    print(f"bars: {len(bars) - len(missed)} hold, {len(missed)} are missed: {', '.join(missed) or 'none'}")
    machine = {"seed": seed, "cores": os.cpu_count(), "python": platform.python_version()}
    print(json.dumps({**figures, **machine, "bars": bars, "missed": missed}))
    return 1 if missed else 0


def _parts(seed: int) -> dict[str, Callable[[], Figures]]:
    return {
        "viral score": lambda: measure_viral(seed=seed, accounts=1_500),
        "viral score elsewhere": lambda: measure_viral_elsewhere(seed=seed, accounts=800),
        "best times": lambda: measure_times(seed=seed, accounts=1_200),
        "best times elsewhere": lambda: measure_times_elsewhere(seed=seed, accounts=600),
        "forecasts": measure_series,
        "forecasts of made-up followers": lambda: measure_followers(seed=seed),
        "early views": lambda: measure_early(seed=seed, accounts=600),
        "early views by the second law": lambda: measure_early(seed=seed, accounts=600, second_law=True),
        "imports": measure_weight,
    }


if __name__ == "__main__":
    sys.exit(main())
