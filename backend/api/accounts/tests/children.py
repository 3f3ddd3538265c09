"""Processes of Carillon's own, started by a test with its database, its keys and its sandbox."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

BACKEND = Path(__file__).resolve().parents[3]


def environment() -> dict[str, str]:
    """Return what a process needs to work in this test's world."""
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(BACKEND),
        "DATABASE_URL": urlunsplit(database),
        "TOKEN_KEY_FILE": str(settings.TOKEN_KEY_FILE),
        "TOKEN_JOURNAL": str(settings.TOKEN_JOURNAL),
        "TIKTOK_CLIENT_KEY": settings.TIKTOK.client_key,
        "TIKTOK_CLIENT_SECRET": settings.TIKTOK.client_secret,
        "TIKTOK_API_URL": settings.TIKTOK.api_url,
        "TIKTOK_PLATFORM": settings.TIKTOK.platform,
    }


@contextmanager
def run_child(*words: str, log: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a Python program in backend/ while the block lasts, with pipes to speak through; it is killed at the end."""
    with log.open("w") as errors:
        child = subprocess.Popen(
            [sys.executable, *words],
            cwd=BACKEND,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        with child:  # closes its pipes, and waits
            try:
                yield child
            finally:
                child.kill()


def read_line(child: "subprocess.Popen[str]", log: Path) -> str:
    """Return the child's next line; with none, fail with what it complained of."""
    assert child.stdout
    line = child.stdout.readline()
    assert line, log.read_text()[-3000:]
    return line.strip()
