"""Refuse a Python that is too old, in a file that such a Python can still read (3.6 syntax only)."""

import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")


def refusal(version: "tuple[int, ...]", executable: str = "python3") -> str:
    """Return the sentence for a Python that is too old, or an empty string."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    found = ".".join(str(part) for part in version[:3])
    return (
        f"Carillon needs Python 3.11 or newer, and {executable} is Python {found}. "
        "Install a newer one and name it: make up PYTHON=python3.12"
    )


def newer_python() -> str:
    """Return the path of a Python on PATH that is new enough and starts, or an empty string."""
    for name in NEWER_NAMES:
        path = shutil.which(name)
        if path and _starts(path):
            return path
    return ""


def _starts(path: str) -> bool:
    quiet = subprocess.DEVNULL
    try:
        return subprocess.call([path, "-c", ""], stdout=quiet, stderr=quiet, stdin=quiet) == 0
    except OSError:
        return False


def require() -> None:
    """Go on under a new enough Python, or leave with one sentence."""
    sentence = refusal(tuple(sys.version_info[:3]), sys.executable)
    if not sentence:
        return
    newer = newer_python()
    if newer:
        os.execv(newer, [newer, "-m", "launcher", *sys.argv[1:]])  # noqa: S606  (the same program, once more)
    sys.stderr.write(sentence + "\n")
    sys.exit(1)
