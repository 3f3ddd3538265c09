"""
Stop what is left when the supervisor is killed outright; run as a script of its own.

It reads lines `+ PID SIGNAL` and `- PID` from standard input, which only the supervisor holds open.
When that closes, whatever is still listed is asked to stop, and its process group is killed after a while.
"""

import contextlib
import os
import signal
import sys
import time

PATIENCE_S = 5.0


def _alive(pid: int) -> bool:
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _end(left: dict[int, int]) -> None:
    for pid, number in left.items():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and any(_alive(pid) for pid in left):
        time.sleep(0.05)
    for pid in left:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


def main() -> None:
    """Keep the list until the supervisor is gone."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    left: dict[int, int] = {}
    for line in sys.stdin:
        words = line.split()
        if words[0] == "+":
            left[int(words[1])] = int(words[2])
        else:
            left.pop(int(words[1]), None)
    _end(left)


if __name__ == "__main__":
    main()
