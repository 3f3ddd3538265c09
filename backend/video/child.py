"""
Where users' files are opened: a child process with limits and without network, so that a hostile file meets a wall.

The child gets its work as arguments, answers with one JSON object on its standard output, and is killed at the time limit.
"""

import ctypes
import errno
import json
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

BACKEND = Path(__file__).resolve().parent.parent
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
PARENT = "CARILLON_PARENT_PID"
OPEN_FILES = 64
MEMORY_BYTES = 1536 * 1024**2
CPU_S = 120
FILE_BYTES = 64 * 1024**2
FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)  # no room on the disk, or not for this process
SILENCE_S = 1.0
HEAP_BYTES = 32 * 1024**2
PYTHON = (sys.executable, "-X", "faulthandler")  # where it was when a decoder took it down
LAST_WORDS = 3_000


class ChildFailed(Exception):
    """The child crashed, ran out of its limits, or answered nonsense: the file is to blame, not the caller."""


def run_child(module: str, args: Sequence[str], *, timeout_s: float) -> dict[str, object]:
    """
    Run `python -m module args…` in a fresh process and return the JSON object it prints.

    :raises ChildFailed: when it does not end well within `timeout_s` seconds
    """
    try:
        done = subprocess.run(
            [*PYTHON, "-m", module, *args],
            capture_output=True,
            check=False,
            cwd=BACKEND,
            env=environment(),
            stdin=subprocess.DEVNULL,
            timeout=timeout_s,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired as error:
        raise ChildFailed(f"{module} took longer than {timeout_s:.0f} s") from error
    except ValueError as error:
        raise ChildFailed(f"{module} answered no JSON") from error
    if not isinstance(answer, dict):
        raise ChildFailed(
            f"{module} ended with {done.returncode}: {done.stderr[-LAST_WORDS:].decode(errors='replace')}"
        )
    return answer


def follow_child(
    module: str, args: Sequence[str], *, timeout_s: float, silence_s: float = SILENCE_S
) -> Generator[dict[str, object] | None, None, None]:
    """
    Run `python -m module args…` and yield each JSON object it prints on a line of its own, None in every `silence_s` of silence.

    Closing the iterator ends the child at once.

    :raises ChildFailed: when it does not end well within `timeout_s` seconds
    """
    with tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(
            [*PYTHON, "-m", module, *args],
            cwd=BACKEND,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
        try:
            yield from _read_lines(module, child, ends_at=time.monotonic() + timeout_s, silence_s=silence_s)
            if child.wait(10) != 0:
                complaints.seek(0)
                said = complaints.read()[-LAST_WORDS:].decode(errors="replace")
                raise ChildFailed(f"{module} ended with {child.returncode}: {said}")
        except subprocess.TimeoutExpired as error:
            raise ChildFailed(f"{module} did not end") from error
        finally:
            child.kill()
            child.wait()
            if child.stdout:
                child.stdout.close()


def _read_lines(
    module: str, child: "subprocess.Popen[bytes]", *, ends_at: float, silence_s: float
) -> Iterator[dict[str, object] | None]:
    if child.stdout is None:
        return
    rest = b""
    while True:
        if time.monotonic() > ends_at:
            raise ChildFailed(f"{module} took too long")
        if not select.select([child.stdout], [], [], silence_s)[0]:
            yield None
            continue
        block = os.read(child.stdout.fileno(), 65536)
        if not block:
            return
        *lines, rest = (rest + block).split(b"\n")
        for line in lines:
            try:
                message = json.loads(line)
            except ValueError as error:
                raise ChildFailed(f"{module} answered no JSON") from error
            yield message if isinstance(message, dict) else None


def environment() -> dict[str, str]:
    """What a child may know: none of our settings."""
    return {
        "PATH": os.environ.get("PATH", ""),
        PARENT: str(os.getpid()),
        "PYTHONPATH": str(BACKEND),
        "LC_ALL": "C.UTF-8",
        "OPENBLAS_NUM_THREADS": "1",  # a thread a core costs address space, and nothing here is that large
        "VIPS_CONCURRENCY": "1",
        # glibc's: one heap, which keeps what was freed. Pictures come and go, and each new one would cost page faults.
        "MALLOC_ARENA_MAX": "1",
        "MALLOC_MMAP_THRESHOLD_": str(HEAP_BYTES),
        "MALLOC_TRIM_THRESHOLD_": str(8 * HEAP_BYTES),
    }


def lock_down(*, cpu_s: int = CPU_S, file_bytes: int = FILE_BYTES, memory_bytes: int = MEMORY_BYTES) -> None:
    """Limit this process before it opens a user's file; called by the child itself, first thing."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        # An own, empty network namespace. Where the kernel forbids it, the protocol whitelist of the demuxer stands alone.
        libc = ctypes.CDLL(None, use_errno=True)
        libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # nobody waits for the child of a worker that was killed
    if PARENT in os.environ and os.getppid() != int(os.environ[PARENT]):
        sys.exit("The worker was gone before its child had begun.")
