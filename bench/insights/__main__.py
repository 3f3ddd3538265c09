"""what the numbers are worth: viral score, best times, forecasts and early views against naive ways"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "backend"))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # matrices of 168: threads cost more than they bring

from bench.insights.early_views import measure_early  # noqa: E402 - found by the lines above
from bench.insights.series import measure_series  # noqa: E402 - found by the lines above
from bench.insights.times import measure_times  # noqa: E402 - found by the lines above
from bench.insights.viral import measure_viral  # noqa: E402 - found by the lines above


def main() -> int:
    """Print what is measured, and one JSON object as the last line. The same seed gives the same figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seed", type=int, default=7)
    seed = asked.parse_args().seed
    figures: dict[str, object] = {"bench": "insights"}
    parts: dict[str, Callable[[], dict[str, object]]] = {
        "viral score": lambda: measure_viral(seed=seed, accounts=1_500),
        "best times": lambda: measure_times(seed=seed, accounts=500),
        "forecasts": measure_series,
        "early views": lambda: measure_early(seed=seed, accounts=600),
    }
    for name, measured in parts.items():
        found = measured()
        print(name, json.dumps(found), flush=True)
        figures |= found
    print(json.dumps({**figures, "seed": seed, "cores": os.cpu_count(), "python": platform.python_version()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
