"""What a running Carillon weighs: the proportional set size of its processes, and who belongs to it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

KIB_PER_MIB = 1024


def by_service(checkout: Path, make_pid: int) -> dict[str, float]:
    """Return each service's share of memory in MiB, the launcher's own included."""
    status = json.loads((checkout / ".carillon" / "run" / "status.json").read_text("utf-8"))
    parents = _parents()
    owner = {one["pid"]: name for name, one in status["services"].items() if one["pid"]}
    owner[status["pid"]] = "launcher"
    weights: dict[str, float] = {}
    for pid in parents:
        name = _owner_of(pid, parents, owner)
        if name is not None and pid != make_pid:
            weights[name] = weights.get(name, 0.0) + _mib(pid)
    return {name: round(weight, 1) for name, weight in sorted(weights.items())}


def _owner_of(pid: int, parents: dict[int, int], owner: dict[int, str]) -> str | None:
    while pid > 1:
        if pid in owner:
            return owner[pid]
        pid = parents.get(pid, 0)
    return None


def _parents() -> dict[int, int]:
    if sys.platform != "linux":
        listed = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
        return {int(pid): int(parent) for pid, parent in (line.split() for line in listed.splitlines())}
    found: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text("utf-8", "replace")
            except OSError:
                continue
            found[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    return found


def _mib(pid: int) -> float:
    """Return PSS where the system tells it, else the resident size, which counts shared pages again."""
    try:
        if sys.platform == "linux":
            told = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
            found = re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)
            return int(found[1]) / KIB_PER_MIB if found else 0.0
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True).stdout
        return int(told) / KIB_PER_MIB
    except OSError:
        return 0.0


def processes_of(folder: Path) -> list[int]:
    """Return the processes that still run with an environment or a command line of this folder."""
    if sys.platform != "linux":
        listed = subprocess.run(["ps", "-axo", "pid=,command="], capture_output=True, text=True, check=True).stdout
        lines = (line.split(maxsplit=1) for line in listed.splitlines())
        return [int(words[0]) for words in lines if str(folder) in words[-1]]
    mark = os.fsencode(folder)
    return [pid for pid in _parents() if pid != os.getpid() and mark in _told(pid, "environ") + _told(pid, "cmdline")]


def _told(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
