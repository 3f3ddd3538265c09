"""What importing the statistics costs a process: memory, and which packages come along. Reads /proc, so Linux only."""

import json
import os
import subprocess
import sys
from pathlib import Path

BACKEND = Path(__file__).resolve().parents[2] / "backend"
MODULES = ("insight.viral_fleet", "insight.best_times_fleet", "insight.forecast", "insight.early")
CHILD = """
import importlib, json, sys
def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024
before, grown = peak(), {}
for name in sys.argv[1:]:
    importlib.import_module(name)
    grown[name] = peak() - before
    before = peak()
tops = {name.partition(".")[0] for name in sys.modules}
known = {name for name in tops if not name.startswith("_") and name not in sys.stdlib_module_names}
print(json.dumps({"mb": sum(grown.values()), "packages": sorted(known - {"insight", "sitecustomize"})}))
"""
Figures = dict[str, object]


def measure_weight() -> Figures:
    """Return by how many MB a bare Python grows at its peak when all of the statistics are imported."""
    argv = [sys.executable, "-c", CHILD, *MODULES]
    env = {**os.environ, "PYTHONPATH": str(BACKEND)}
    told = json.loads(subprocess.run(argv, env=env, check=True, capture_output=True, text=True).stdout)
    return {"import_peak_mb": round(told["mb"], 1), "import_packages": told["packages"]}
