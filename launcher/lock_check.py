"""Lock files must install from whatever registry a machine uses: they name hashes, never an address."""

import json
from pathlib import Path

PYTHON_LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "launcher/requirements.lock",
    "bench/slideshow/requirements.lock",
)
NODE_LOCK = "frontend/package-lock.json"


def address_faults(root: Path) -> list[str]:
    """Return one sentence for each lock file that names a download address or lacks a hash."""
    faults = [fault for name in PYTHON_LOCKS for fault in _python_faults(root / name, name)]
    return faults + _node_faults(root / NODE_LOCK)


def _python_faults(path: Path, name: str) -> list[str]:
    text = path.read_text("utf-8")
    faults = []
    if "://" in text or "--index" in text or "--find-links" in text or "--extra" in text:
        faults.append(f"{name} names a download address. Write it anew: make lock")
    if text.count("==") > 0 and "--hash=sha256:" not in text:
        faults.append(f"{name} has no hashes. Write it anew: make lock")
    return faults


def _node_faults(path: Path) -> list[str]:
    packages = json.loads(path.read_text("utf-8")).get("packages", {})
    named = [name for name, one in packages.items() if "://" in str(one.get("resolved", ""))]
    lacking = [
        name
        for name, one in packages.items()
        if name.startswith("node_modules/") and not one.get("integrity") and not one.get("inBundle")
    ]
    return [f"{NODE_LOCK} names a download address for {name}. Write it anew: make lock" for name in named] + [
        f"{NODE_LOCK} has no hash for {name}. Write it anew: make lock" for name in lacking
    ]
