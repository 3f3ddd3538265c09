"""What a browser's tests and benchmarks need: a whole Carillon of their own, and a Chromium."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from launcher import instance, leaks, node, services, temporary, up
from launcher.errors import Refusal
from launcher.steps import Context
from launcher.supervisor import Supervisor

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS_CHROME = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


@contextlib.contextmanager
def own_carillon(context: Context) -> Iterator[tuple[Supervisor, dict[str, str]]]:
    """
    Run a whole Carillon on free ports, and give the environment that tells a browser's test about it.

    :raises Refusal: when it left a token, code or upload address of TikTok's in a log, the database or Valkey
    """
    with temporary.home(context.layout) as fresh:
        inner, settings = replace(context, layout=fresh), temporary.settings(fresh, os.environ)
        with instance.hold(fresh), up.started(inner, settings) as supervisor:
            demo = services.read_demo(settings) or {}
            yield (
                supervisor,
                {
                    **node.find(fresh).environment(),
                    "E2E_BASE_URL": settings.public_url,
                    "E2E_SANDBOX_URL": settings.sandbox_url,
                    "E2E_DEMO_EMAIL": demo.get("email", ""),
                    "E2E_DEMO_PASSWORD": demo.get("password", ""),
                    **chromium(),
                },
            )
        if found := leaks.find(fresh.home):  # once everything has stopped and written what it had to write
            raise Refusal("Secrets of TikTok's lie where none may be:\n  " + "\n  ".join(found))


def chromium() -> dict[str, str]:
    """Name the system's Chromium; where there is none, the tests bring their own."""
    if os.environ.get("E2E_CHROMIUM"):
        return {"E2E_CHROMIUM": os.environ["E2E_CHROMIUM"]}
    found = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    if found is None and MACOS_CHROME.exists():
        found = str(MACOS_CHROME)
    return {"E2E_CHROMIUM": found} if found else {}
