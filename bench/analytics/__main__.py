"""analytics of 1,000 accounts with a million samples or ten (SIZE=10m), beside queries over the samples alone"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.analytics import report
from launcher import environment, node, services, sockets, temporary
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal, StopAskedError
from launcher.paths import layout
from launcher.steps import Context
from launcher.supervisor import Supervisor

STORES = ("create-database", "postgres", "valkey")
COUNTED = ("build", "count")
COLD_STARTS = 6
SPELLS = 3  # of time in which is measured, some minutes apart: machines that are shared are slow for minutes
DROP_CACHES = Path("/proc/sys/vm/drop_caches")


def main() -> int:
    """Build, measure, print; return 1 when a bar is missed."""
    asked = _arguments()
    context = Context(layout())
    context.stop.listen()
    print(f"On {report.machine()}", flush=True)
    try:
        with temporary.own_tmp():
            smaller = _measure_smaller(context) if asked.size == "10m" and not asked.counts else None
            with _stage(context, asked.size) as stage:
                dropped = None if asked.counts else stage.measure_all()
                if asked.counts:
                    stage.work(*COUNTED, units=(*STORES, "migrate"))
                return report.tell(asked.size, stage.found, smaller, cache_dropped=dropped)
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    except StopAskedError:
        context.console.say("Stopped before it was done; nothing is left running.")
        return 130
    finally:
        context.spawner.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-analytics", description=__doc__)
    parser.add_argument("--size", choices=("1m", "10m"), default=os.environ.get("SIZE", "1m"))
    parser.add_argument("--counts", action="store_true", help="only what is counted: pages, queries, differences")
    return parser.parse_args()


def _measure_smaller(context: Context) -> dict[str, Any]:
    with _stage(context, "1m") as stage:
        stage.work(*COUNTED, units=(*STORES, "migrate"))
        for _ in range(SPELLS):
            stage.work("ask", units=STORES)
        return stage.found


@contextmanager
def _stage(context: Context, size: str) -> Iterator["_Stage"]:
    """Give an empty Carillon of our own for one size, and remove it afterwards."""
    with temporary.home(context.layout) as fresh, tempfile.TemporaryDirectory(prefix="carillon-found-") as folder:
        settings = temporary.settings(fresh, os.environ)
        with sockets.folder(settings.layout) as where:
            yield _Stage(replace(context, layout=fresh), settings, where, size, Path(folder) / "found.json")


@dataclass(frozen=True, slots=True)
class _Stage:
    """Stores of our own, stopped and started between works; each work is a process of its own inside the backend."""

    context: Context
    settings: Settings
    sockets: Sockets
    size: str
    file: Path

    @property
    def found(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.file.read_text())
        return found

    def measure_all(self) -> bool:
        """Do everything; return whether the system's cache could be emptied before cold starts."""
        self.work(*COUNTED, units=(*STORES, "migrate"))
        # After a start, so that nothing of the filling is still being written or cleaned up.
        self.work("ask", "fill-naively", units=STORES)
        for _ in range(COLD_STARTS):
            dropped = _drop_caches()
            self.work("ask-cold", units=STORES)
        for _ in range(SPELLS):
            self.work("ask", "ask-naively", units=STORES)
            self.work("request", units=(*STORES, "migrate", "api"))
        self.work("take", "take-naively", "export", "take", "prove", "let-go", "take", "prove", units=STORES)
        return dropped

    def work(self, *names: str, units: Sequence[str]) -> None:
        """
        Start what is needed, do these works, and stop it.

        :raises Refusal: when a work fails
        """
        app = services.app_units(self.settings, self.sockets, node.find(self.context.layout), demo=False)
        needed = [*services.data_units(self.settings, self.sockets), *app]
        supervisor = Supervisor(self.context, [unit for unit in needed if unit.name in units])
        try:
            supervisor.start()
            argv = [str(self.context.layout.python), "-m", "bench.analytics.inside", str(self.file), self.size, *names]
            code = temporary.run_beside(
                self.context, supervisor, argv, cwd=self.context.layout.root, env=self._environment()
            )
        finally:
            supervisor.stop()
        if code:
            raise Refusal(f"The benchmark broke while it did {', '.join(names)}.")

    def _environment(self) -> dict[str, str]:
        root = self.context.layout.root
        return {
            **environment.backend(self.settings, self.sockets),
            "PYTHONPATH": f"{root}{os.pathsep}{self.context.layout.backend}",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "API_PORT": str(self.settings.ports.api),
        }


def _drop_caches() -> bool:
    """Have the system forget what it has read, where it lets us."""
    os.sync()
    try:
        DROP_CACHES.write_text("3")
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
