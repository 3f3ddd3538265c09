"""What several tests of the launcher share."""

import os
import time
from collections.abc import Callable

from launcher.supervisor import Supervisor

# Deaf to signals, and with a child of its own.
STUBBORN = (
    "import os, signal, time, pathlib\n"
    "for number in (signal.SIGTERM, signal.SIGINT): signal.signal(number, signal.SIG_IGN)\n"
    "if os.fork(): pathlib.Path('up').touch()\n"
    "time.sleep(600)\n"
)


def wait_for(true: Callable[[], bool], *, limit_s: float = 10.0) -> None:
    """Return once it is true, or fail after the limit."""
    deadline = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def look_until(supervisor: Supervisor, true: Callable[[], bool], *, limit_s: float = 20.0) -> None:
    """Let the supervisor look again and again until it is true, or fail after the limit."""

    def looked() -> bool:
        supervisor.look()
        return true()

    wait_for(looked, limit_s=limit_s)


def pid_of(supervisor: Supervisor, name: str) -> int:
    """Return the pid of a unit that was started."""
    child = supervisor.all[name].child
    assert child is not None
    return child.pid


def group_exists(pid: int) -> bool:
    """Tell whether any process of this group is left."""
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    return True
