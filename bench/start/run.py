"""One `make up`, from the command to its end."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from launcher import ports

READY = "Carillon is ready at"


class Run:
    """Start Carillon in a checkout, in a session of its own as a terminal would give it."""

    def __init__(self, checkout: Path, env: Mapping[str, str], output: Path) -> None:
        self.port = ports.free_block().web
        self._output = output
        self._began = time.monotonic()
        with output.open("wb") as file:
            self._make = subprocess.Popen(
                ["make", "up", f"PORT={self.port}"],
                cwd=checkout,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.pid = self._make.pid

    def wait_until_ready(self, *, limit_s: float) -> float:
        """Return the seconds until it said that it is ready."""
        while READY not in self._said():
            if self._make.poll() is not None or time.monotonic() - self._began > limit_s:
                self.stop()
                raise SystemExit(f"Carillon did not start. What it said:\n{self._said()}")
            time.sleep(0.05)
        return time.monotonic() - self._began

    def stop(self) -> float:
        """Press Ctrl-C, and return the seconds until everything has ended."""
        began = time.monotonic()
        if self._make.poll() is None:
            os.killpg(self._make.pid, signal.SIGINT)
            self._make.wait(timeout=60)
        return time.monotonic() - began

    def _said(self) -> str:
        return self._output.read_text("utf-8", "replace")
