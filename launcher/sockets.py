"""Choose the private folder in which the embedded services put their Unix sockets."""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from launcher.environment import Sockets
from launcher.paths import Layout

LONGEST_NAME = ".s.PGSQL.5432.lock"
LONGEST_PATH = 107 if sys.platform == "linux" else 103


def fits(folder: Path) -> bool:
    """Tell whether a socket's path in this folder is short enough for the system."""
    return len(os.fsencode(folder / LONGEST_NAME)) <= LONGEST_PATH


@contextlib.contextmanager
def folder(layout: Layout) -> Iterator[Sockets]:
    """Give a folder of mode 700: the run folder, or a short one under /tmp that is removed afterwards."""
    layout.prepare()
    if fits(layout.run):
        layout.run.chmod(0o700)
        yield Sockets(layout.run)
        return
    short = Path(tempfile.mkdtemp(prefix="carillon-", dir="/tmp"))
    try:
        yield Sockets(short)
    finally:
        shutil.rmtree(short, ignore_errors=True)
