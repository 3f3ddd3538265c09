"""Install the Python packages with uv, and only when a lock has changed."""

import fcntl
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launcher import environment, fingerprint, preflight
from launcher.console import Detail, no_detail
from launcher.paths import Layout
from launcher.steps import Context, run_step

STAMP = ".carillon-stamp"
UV_LOCK = Path(__file__).with_name("requirements.lock")


def lock_file(layout: Layout, *, dev: bool) -> Path:
    """Return the lock of the run-time packages, or of those and the tools for checks and tests."""
    return layout.root / ("requirements-dev.lock" if dev else "requirements.lock")


@contextmanager
def one_at_a_time(layout: Layout) -> Iterator[None]:
    """Wait until no other launcher installs into this checkout, and keep others waiting meanwhile."""
    layout.boot.mkdir(exist_ok=True)
    with (layout.boot / "install.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install_python(context: Context, *, dev: bool) -> None:
    """Bring .venv to the lock's state; once the tools for tests are in it, they stay."""
    layout = context.layout
    dev = dev or _has_dev_tools(layout)
    stamp = _wanted_stamp(layout, dev=dev)
    if fingerprint.read_stamp(layout.venv / STAMP) == stamp and layout.python.exists():
        return
    preflight.require_space(layout.root, needed=preflight.INSTALL_NEEDS)
    uv = _ensure_uv(context)
    _ensure_venv(context, uv)
    _sync(context, uv, lock_file(layout, dev=dev))
    fingerprint.write_stamp(layout.venv / STAMP, stamp)


def _wanted_stamp(layout: Layout, *, dev: bool) -> dict[str, str]:
    return {
        "lock": fingerprint.of_files([lock_file(layout, dev=dev)]),
        "kind": "dev" if dev else "run",
        "python": platform.python_version(),
        "place": str(layout.venv),
    }


def _has_dev_tools(layout: Layout) -> bool:
    stamp = fingerprint.read_stamp(layout.venv / STAMP)
    return stamp.get("kind") == "dev" or (not stamp and (layout.venv / "bin" / "pytest").exists())


def _ensure_uv(context: Context) -> Path:
    layout = context.layout
    uv = layout.boot / "bin" / "uv"
    stamp = {
        "lock": fingerprint.of_files([UV_LOCK]),
        "place": str(layout.boot),
        "python": platform.python_version(),
    }
    if uv.exists() and fingerprint.read_stamp(layout.boot / STAMP) == stamp:
        return uv
    preflight.require_venv()
    python = str(layout.boot / "bin" / "python")
    _run(
        context,
        "Preparing the installer",
        [sys.executable, "-m", "venv", str(layout.boot)],
        log="install-venv",
    )
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-compile"]
    _run(context, "Installing the installer", [*pip, "--require-hashes", "-r", str(UV_LOCK)], log="install-uv")
    fingerprint.write_stamp(layout.boot / STAMP, stamp)
    return uv


def _ensure_venv(context: Context, uv: Path) -> None:
    """Make .venv; anew when its Python is another or it was moved: its programs name their own folder."""
    layout = context.layout
    stamp = fingerprint.read_stamp(layout.venv / STAMP)
    moved = bool(stamp) and stamp.get("place") != str(layout.venv)
    other_python = bool(stamp) and stamp.get("python") != platform.python_version()
    if layout.python.exists() and not moved and not other_python:
        return
    if layout.venv.exists():
        shutil.rmtree(layout.venv)
    argv = [str(uv), "venv", "-q", "--no-project", "--python", sys.executable, str(layout.venv)]
    _run(context, "Creating the Python environment", argv, log="install-venv")


def _sync(context: Context, uv: Path, lock: Path) -> None:
    layout = context.layout
    wanted = sum(1 for line in lock.read_text("utf-8").splitlines() if "==" in line and not line.startswith(" "))
    argv = [str(uv), "pip", "sync", "--require-hashes", "--python", str(layout.python), str(lock)]

    def detail() -> str:
        return f"{sum(1 for _ in layout.site_packages.glob('*.dist-info'))} of about {wanted}"

    _run(context, "Installing Python packages", argv, log="install-python", detail=detail)


def _run(context: Context, title: str, argv: list[str], *, log: str, detail: Detail = no_detail) -> None:
    layout = context.layout
    env = {
        **environment.base(),
        "VIRTUAL_ENV": str(layout.venv),
        "UV_COMPILE_BYTECODE": "1",
        "UV_NO_PROGRESS": "1",
    }
    run_step(context, title=title, argv=argv, cwd=layout.root, env=env, log=layout.log(log), detail=detail)
