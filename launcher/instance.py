"""Let one Carillon run per state folder, and tell others what runs."""

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TypedDict

from launcher.errors import Refusal
from launcher.paths import Layout
from launcher.supervisor import Supervisor

STOP_LIMIT_S = 20.0


class ServiceStatus(TypedDict):
    """What is told of one service."""

    state: str
    pid: int | None
    restarts: int


class Status(TypedDict):
    """What a running Carillon tells of itself; no secret is in it."""

    pid: int
    url: str
    sockets: str
    port: int
    ready: bool
    services: dict[str, ServiceStatus]


def _lock_file(layout: Layout) -> Path:
    return layout.run / "lock"


def _status_file(layout: Layout) -> Path:
    return layout.run / "status.json"


@contextlib.contextmanager
def hold(layout: Layout) -> Iterator[None]:
    """
    Be the one Carillon of this state folder for as long as the block lasts.

    The lock is the kernel's, so it is gone with its holder, and the pid in the file is true while it is held.

    :raises Refusal: when another one holds it
    """
    layout.prepare()
    with _lock_file(layout).open("a+", encoding="utf-8") as file:
        if not _locked(file, tries=5):
            raise Refusal(_already(layout))
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        try:
            yield
        finally:
            _status_file(layout).unlink(missing_ok=True)


def _locked(file: IO[str], *, tries: int = 1) -> bool:
    """Take the lock; try again for a moment where someone may just be looking at it."""
    for left in range(tries - 1, -1, -1):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        if left:
            time.sleep(0.05)
    return False


def running_pid(layout: Layout) -> int | None:
    """Return the pid of the Carillon that holds this state folder, or None."""
    try:
        with _lock_file(layout).open("r", encoding="utf-8") as file:
            if _locked(file):
                return None
            return int(file.read() or 0) or None
    except FileNotFoundError:
        return None


def _already(layout: Layout) -> str:
    status, pid = read_status(layout), running_pid(layout)
    if status is not None and status["ready"]:
        return f"Carillon is already running at {status['url']} (pid {pid}). To stop it: make down"
    return f"Carillon is already being started (pid {pid}). To stop it: make down"


def write_status(layout: Layout, supervisor: Supervisor, *, url: str, sockets: Path, port: int) -> None:
    """Tell others what runs; called at every change."""
    status: Status = {
        "pid": os.getpid(),
        "url": url,
        "sockets": str(sockets),
        "port": port,
        "ready": all(one.is_well for one in supervisor.all.values()),
        "services": {
            name: {
                "state": one.state.value,
                "pid": one.child.pid if one.child is not None else None,
                "restarts": one.restarts,
            }
            for name, one in supervisor.all.items()
            if not one.unit.is_job
        },
    }
    draft = _status_file(layout).with_suffix(".new")
    with contextlib.suppress(OSError):  # a full disk must not end what runs
        draft.write_text(json.dumps(status), "utf-8")
        draft.replace(_status_file(layout))


def read_status(layout: Layout) -> Status | None:
    """Return what the running Carillon tells, or None where none runs."""
    if running_pid(layout) is None:
        return None
    with contextlib.suppress(FileNotFoundError):
        status: Status = json.loads(_status_file(layout).read_text("utf-8"))
        return status
    return None


def wait_until_gone(layout: Layout, *, limit_s: float = STOP_LIMIT_S) -> bool:
    """Return whether the running Carillon has let go of its folder within the limit."""
    deadline = time.monotonic() + limit_s
    while running_pid(layout) is not None:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
