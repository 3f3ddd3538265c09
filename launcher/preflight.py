"""Look before the first step whether this machine has what an installation needs."""

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from launcher.errors import Refusal

GIB = 1024**3
INSTALL_NEEDS = 2 * GIB
RUN_NEEDS = GIB // 4


def _has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def require_venv(has_module: Callable[[str], bool] = _has_module) -> None:
    """Refuse a Python without the venv and ensurepip modules."""
    missing = [name for name in ("venv", "ensurepip") if not has_module(name)]
    if missing:
        raise Refusal(
            f"This Python lacks its {' and '.join(missing)} module, which the installation needs. "
            "On Debian and Ubuntu: apt install python3-venv. Elsewhere install Python from python.org."
        )


def require_space(folder: Path, *, needed: int, free: int | None = None) -> None:
    """Refuse a folder on a disk that is too full."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    found = shutil.disk_usage(there).free if free is None else free
    if found < needed:
        raise Refusal(
            f"The disk that holds {folder} has {found / GIB:.1f} GB free; {needed / GIB:.1f} GB are needed. "
            "Free some space, or move the checkout (or CARILLON_HOME) to a larger disk."
        )


def require_writable(folder: Path) -> None:
    """Refuse a folder in which nothing can be created."""
    probe = folder / f".carillon-write-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Refusal(
            f"Nothing can be written in {folder} ({error.strerror}). Give yourself the right to write there, "
            "or name another folder: CARILLON_HOME=/some/folder make up"
        ) from error
