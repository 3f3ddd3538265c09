"""calls to TikTok: how many a second, what the limiter costs, and that no worker ever gets a 429"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from launcher import environment, services, sockets, temporary
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.paths import layout
from launcher.steps import Context
from launcher.supervisor import Supervisor


def main() -> int:
    """Measure against a Valkey and a sandbox of our own; return 1 when the sandbox had to answer 429."""
    context = Context(layout())
    context.stop.listen()
    try:
        with temporary.own_tmp(), temporary.home(context.layout) as fresh:
            settings = temporary.settings(fresh, os.environ)
            with _valkey(replace(context, layout=fresh), settings) as (supervisor, folder), _sandbox(settings):
                return _measure(context, supervisor, settings, folder)
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    finally:
        context.spawner.close()


@contextlib.contextmanager
def _valkey(context: Context, settings: Settings) -> Iterator[tuple[Supervisor, Sockets]]:
    with sockets.folder(settings.layout) as folder:
        units = [unit for unit in services.data_units(settings, folder) if unit.name == "valkey"]
        supervisor = Supervisor(context, units)
        try:
            supervisor.start()
            yield supervisor, folder
        finally:
            supervisor.stop()


@contextlib.contextmanager
def _sandbox(settings: Settings) -> Iterator[None]:
    data = settings.layout.home / "bench-sandbox"
    data.mkdir()
    place = ("--host", "127.0.0.1", "--port", str(settings.ports.sandbox), "--data", str(data))
    argv = [str(settings.layout.python), "-m", "carillon_sandbox", *place]
    with (data / "log").open("wb") as log:
        env = environment.sandbox(settings)
        process = subprocess.Popen(argv, cwd=settings.layout.sandbox, env=env, stdout=log, stderr=log)
        try:
            yield
        finally:
            process.terminate()
            process.wait(10)


def _measure(context: Context, supervisor: Supervisor, settings: Settings, folder: Sockets) -> int:
    env = {
        **environment.backend(settings, folder),
        "PYTHONPATH": f"{context.layout.root}{os.pathsep}{context.layout.backend}",
    }
    argv = [str(context.layout.python), "-m", "bench.tiktok.measure"]
    return temporary.run_beside(context, supervisor, argv, cwd=context.layout.root, env=env)


if __name__ == "__main__":
    sys.exit(main())
