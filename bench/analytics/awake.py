"""Processors that do not fall asleep while statements are timed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SPIN = """
import os
os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
parent = os.getppid()
while os.getppid() == parent:
    for _ in range(100_000):
        pass
"""


@contextmanager
def awake() -> Iterator[None]:
    """
    Keep every processor at work at the lowest priority there is, where the system knows one.

    Whoever asks waits for the database and the database for whoever asks; between two statements a processor falls asleep. Waking
    it takes a virtual machine .05 to .2 ms, as long as most of the statements, and is none of their time. Who is at work at this
    priority gives way at once.
    """
    count = os.cpu_count() or 1 if hasattr(os, "SCHED_IDLE") else 0
    spinning = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(count)]
    try:
        yield
    finally:
        for one in spinning:
            one.kill()
            one.wait()
