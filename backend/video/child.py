"""
Where users' files are opened: a child process with limits and without network, so that a hostile file meets a wall.

The child gets its work as arguments, answers with one JSON object on its standard output, and is killed at the time limit.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

BACKEND = Path(__file__).resolve().parent.parent
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
MEMORY_BYTES = 1536 * 1024**2
CPU_S = 120
FILE_BYTES = 64 * 1024**2


class ChildFailed(Exception):
    """The child crashed, ran out of its limits, or answered nonsense: the file is to blame, not the caller."""


def run_child(module: str, args: Sequence[str], *, timeout_s: float) -> dict[str, object]:
    """
    Run `python -m module args…` in a fresh process and return the JSON object it prints.

    :raises ChildFailed: when it does not end well within `timeout_s` seconds
    """
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(BACKEND),
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", module, *args],
            capture_output=True,
            check=False,
            cwd=BACKEND,
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=timeout_s,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired as error:
        raise ChildFailed(f"{module} took longer than {timeout_s:.0f} s") from error
    except ValueError as error:
        raise ChildFailed(f"{module} answered no JSON") from error
    if not isinstance(answer, dict):
        raise ChildFailed(f"{module} ended with {done.returncode}: {done.stderr[-300:].decode(errors='replace')}")
    return answer


def lock_down() -> None:
    """Limit this process before it opens a user's file; called by the child itself, first thing."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        # An own, empty network namespace. Where the kernel forbids it, the protocol whitelist of the demuxer stands alone.
        ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWUSER | CLONE_NEWNET)
