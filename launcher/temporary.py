"""Throw-away installations for tests: a fresh state folder, free ports, nothing left behind."""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from launcher import environment, keys, ports, services, sockets
from launcher.environment import Settings, Sockets
from launcher.paths import Layout
from launcher.steps import Context
from launcher.supervisor import Supervisor


@contextlib.contextmanager
def home(layout: Layout) -> Iterator[Layout]:
    """Give the same checkout a fresh state folder, and remove it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="carillon-", dir="/tmp"))  # short: sockets live in it
    try:
        yield replace(layout, home=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def own_tmp() -> Iterator[Path]:
    """Have every program started inside the block keep its temporary files in one folder, and remove it afterwards."""
    before = os.environ.get("TMPDIR")
    folder = Path(tempfile.mkdtemp(prefix="carillon-tmp-", dir="/tmp"))
    os.environ["TMPDIR"] = str(folder)
    try:
        yield folder
    finally:
        os.environ.pop("TMPDIR")
        if before is not None:
            os.environ["TMPDIR"] = before
        shutil.rmtree(folder, ignore_errors=True)


def settings(layout: Layout, environ: Mapping[str, str]) -> Settings:
    """Return settings on free ports that hear of no real database, no real TikTok and no real storage."""
    plain = {
        name: value
        for name, value in environ.items()
        if name not in environment.OURS and not name.startswith(environment.BACKEND_PREFIXES)
    }
    layout.prepare()
    return Settings(layout=layout, given=plain, secrets=keys.load(layout), ports=ports.free_block())


@contextlib.contextmanager
def stores(context: Context, chosen: Settings) -> Iterator[tuple[Supervisor, Sockets]]:
    """Run just the embedded stores for as long as the block lasts."""
    with sockets.folder(chosen.layout) as folder:
        inner = replace(context, layout=chosen.layout)
        supervisor = Supervisor(inner, services.data_units(chosen, folder))
        try:
            supervisor.start()
            yield supervisor, folder
        finally:
            supervisor.stop()


def run_beside(
    context: Context, supervisor: Supervisor | None, argv: Sequence[str], *, cwd: Path, env: Mapping[str, str]
) -> int:
    """Run a command on this terminal while the supervisor keeps looking; return its exit code."""
    child = context.spawner.start(argv, cwd=cwd, env=env, log=None)
    try:
        while (code := child.poll()) is None:
            context.stop.check()
            if supervisor is not None:
                supervisor.look()
            time.sleep(0.05)
    except BaseException:
        child.stop(5.0)
        raise
    return code
