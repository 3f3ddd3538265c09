import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from launcher.console import Console
from launcher.environment import Settings
from launcher.paths import ROOT, Layout
from launcher.ports import free_block
from launcher.steps import Context
from launcher.units import Unit

MakeUnit = Callable[..., Unit]


@pytest.fixture
def home() -> Iterator[Path]:
    """A short path: sockets live below it."""
    folder = Path(tempfile.mkdtemp(prefix="carillon-t-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def layout(home: Path) -> Layout:
    made = Layout(root=ROOT, home=home)
    made.prepare()
    return made


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """The file that stands in for the terminal."""
    return tmp_path / "said.txt"


@pytest.fixture
def context(layout: Layout, said: Path) -> Iterator[Context]:
    with said.open("w", encoding="utf-8") as out:
        made = Context(layout, console=Console(out))
        yield made
        made.spawner.close()


@pytest.fixture
def settings(layout: Layout) -> Settings:
    from launcher import keys

    return Settings(layout=layout, given={}, secrets=keys.load(layout), ports=free_block())


@pytest.fixture
def make_unit(layout: Layout) -> MakeUnit:
    """Make a unit that runs a piece of Python; a service unless told otherwise, well at once."""

    def make(name: str, code: str, **more: Any) -> Unit:
        more.setdefault("ready", lambda _pid: True)
        argv = [sys.executable, "-c", code]
        return Unit(name=name, title=f"Starting {name}", argv=argv, cwd=layout.home, env={}, **more)

    return make
