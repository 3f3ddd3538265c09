"""the calendar and the first page with 50 accounts and 100,000 posts, 2,000 a month: API, queries, and dragging"""

import json
import os
import platform
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from launcher import browser, environment, instance, node, services, temporary, up
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.paths import layout
from launcher.steps import Context
from launcher.supervisor import Supervisor

DRAG = Path(__file__).resolve().parent / "drag.mjs"
API_MS, MOST_QUERIES, INP_MS = 60.0, 12, 200.0


def main() -> int:
    """Measure a whole Carillon of our own; return 1 when a bar is missed."""
    context = Context(layout())
    context.stop.listen()
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    print(f"On {system}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before", flush=True)
    try:
        up.install_everything(context, dev=True)
        with temporary.home(context.layout) as fresh, tempfile.TemporaryDirectory(prefix="carillon-found-") as folder:
            inner, settings = replace(context, layout=fresh), temporary.settings(fresh, os.environ)
            with instance.hold(fresh), up.started(inner, settings) as supervisor:
                return _measure(context, supervisor, settings, Path(folder) / "found.json")
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    finally:
        context.spawner.close()


def _measure(context: Context, supervisor: Supervisor, settings: Settings, file: Path) -> int:
    status = instance.read_status(settings.layout)
    if status is None:
        raise Refusal("Carillon did not say where its sockets are.")
    root = context.layout.root
    env = {
        **environment.backend(settings, Sockets(Path(status["sockets"]))),
        "PYTHONPATH": f"{root}{os.pathsep}{context.layout.backend}",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "API_PORT": str(settings.ports.api),
    }
    argv = [str(context.layout.python), "-m", "bench.calendar.measure", str(file)]
    if temporary.run_beside(context, supervisor, argv, cwd=root, env=env):
        raise Refusal("The benchmark broke while it asked the API.")
    _drag(context, supervisor, settings, file)
    return _tell(json.loads(file.read_text("utf-8")))


def _drag(context: Context, supervisor: Supervisor, settings: Settings, file: Path) -> None:
    found = node.find(context.layout)
    demo = services.read_demo(settings) or {}
    env = {
        **found.environment(),
        **browser.chromium(),
        "E2E_BASE_URL": settings.public_url,
        "E2E_DEMO_EMAIL": demo.get("email", ""),
        "E2E_DEMO_PASSWORD": demo.get("password", ""),
        "FOUND": str(file),
    }
    argv = [str(found.folder / "node"), str(DRAG)]
    if temporary.run_beside(context, supervisor, argv, cwd=context.layout.frontend, env=env):
        raise Refusal("The benchmark broke while it dragged posts in the browser.")


def _tell(found: dict[str, Any]) -> int:
    bars = {
        "api": all(one["p50_ms"] <= API_MS for one in found["api"].values()),
        "queries": all(one["queries"] <= MOST_QUERIES for one in found["api"].values()),
        "inp": found["drag"]["inp_ms"] <= INP_MS,
    }
    for name, reached in bars.items():
        print(f"  bar {name:<8} {'reached' if reached else 'MISSED'}")
    print(json.dumps({"bench": "calendar", **found, "bars": bars}))
    return 0 if all(bars.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
