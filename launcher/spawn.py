"""Start child processes that cannot outlive the launcher, and stop them with everything they started."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
LOG_LIMIT = 5 * 1024 * 1024
LOGS_KEPT = 2
GUARD = Path(__file__).with_name("guard.py")
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class Child:
    """One process in a session of its own; its pid is its process group's id too."""

    def __init__(self, process: subprocess.Popen[bytes], forget: Callable[[int], None]) -> None:
        self._process = process
        self._forget = forget
        self.pid = process.pid

    def poll(self) -> int | None:
        """Return the exit code once it has ended; what it left behind in its group is killed then."""
        known = self._process.returncode
        code = self._process.poll()
        if code is not None and known is None:
            self._signal_group(signal.SIGKILL)
            self._forget(self.pid)
        return code

    def signal(self, number: int) -> None:
        """Send a signal to the process itself, not to its children."""
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(number)

    def kill(self) -> None:
        """Kill it and everything in its group, now."""
        self._signal_group(signal.SIGKILL)

    def stop(self, patience_s: float = 2.0) -> None:
        """Ask it to stop, and kill what is still there after a while."""
        self._signal_group(signal.SIGTERM)
        deadline = time.monotonic() + patience_s
        while self.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        if self.poll() is None:
            self.kill()
            self._process.wait()
            self.poll()

    def _signal_group(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, number)


class Spawner:
    """
    Start children so that none survives this process, however it ends.

    On Linux the kernel tells a direct child when its parent dies; everywhere a guard process, which notices
    when our end of a pipe closes, stops the children and then their whole process groups.
    """

    def __init__(self) -> None:
        self._guard: subprocess.Popen[bytes] | None = None

    def start(
        self,
        argv: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        log: Path | None,
        stop_signal: int = signal.SIGTERM,
        user: int | None = None,
    ) -> Child:
        """Start a process whose output goes to a log file, or to this terminal where `log` is None."""
        self._tell("", must_run=True)
        with open_log(log) as output:
            process = subprocess.Popen(
                list(argv),
                cwd=cwd,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output is not None else None,
                start_new_session=True,
                user=user,
                group=user,
                extra_groups=None if user is None else [],
                preexec_fn=_die_with_parent(os.getpid(), stop_signal),  # noqa: PLW1509  (this program has no threads)
            )
        self._tell(f"+ {process.pid} {stop_signal}\n")
        return Child(process, self._forget)

    def close(self) -> None:
        """Let the guard go."""
        if self._guard is not None and self._guard.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._guard.stdin.close()
            self._guard.wait()
        self._guard = None

    def _forget(self, pid: int) -> None:
        self._tell(f"- {pid}\n")

    def _tell(self, line: str, *, must_run: bool = False) -> None:
        if self._guard is None and must_run:
            self._guard = subprocess.Popen(
                [sys.executable, "-I", "-S", str(GUARD)],
                stdin=subprocess.PIPE,
                start_new_session=True,
                bufsize=0,
            )
        if self._guard is not None and self._guard.stdin is not None and line:
            with contextlib.suppress(BrokenPipeError):
                self._guard.stdin.write(line.encode())


def _die_with_parent(parent: int, number: int) -> Callable[[], None] | None:
    if _LIBC is None:
        return None
    libc = _LIBC

    def prepare() -> None:
        libc.prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:
            os._exit(1)

    return prepare


@contextlib.contextmanager
def open_log(path: Path | None) -> Iterator[IO[bytes] | None]:
    """Open a log to append to; None stays None."""
    if path is None:
        yield None
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        yield file


def rotate_log(path: Path, *, limit: int = LOG_LIMIT) -> None:
    """Put a log that has grown past the limit aside, and drop the oldest."""
    if not path.exists() or path.stat().st_size < limit:
        return
    for number in range(LOGS_KEPT, 0, -1):
        older = path if number == 1 else path.with_name(f"{path.name}.{number - 1}")
        if older.exists():
            older.replace(path.with_name(f"{path.name}.{number}"))


def last_lines(path: Path, count: int = 15) -> tuple[str, ...]:
    """Return the end of a log."""
    if not path.exists():
        return ()
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 20_000))
        text = file.read().decode("utf-8", "replace")
    return tuple(line.rstrip() for line in text.splitlines()[-count:])
