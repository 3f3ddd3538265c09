"""Lighthouse on the production build, throttled to a mid phone: performance, accessibility, best practices"""

import os
import sys
from pathlib import Path

from launcher import browser, node, temporary, up
from launcher.errors import Refusal
from launcher.paths import layout
from launcher.steps import Context, run_step

HERE = Path(__file__).resolve().parent
WANTED = ("E2E_BASE_URL", "E2E_DEMO_EMAIL", "E2E_DEMO_PASSWORD")


def main() -> int:
    """Measure the Carillon that the environment names, else one of our own; return 1 when a page is under its bar."""
    context = Context(layout())
    context.stop.listen()
    try:
        up.install_everything(context, dev=True)
        _require_chromium()
        _install(context)
        if all(name in os.environ for name in WANTED):
            return _measure(context, {name: os.environ[name] for name in WANTED} | browser.chromium())
        with browser.own_carillon(context) as (_, env):
            return _measure(context, env)
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    finally:
        context.spawner.close()


def _measure(context: Context, env: dict[str, str]) -> int:
    found = node.find(context.layout)
    argv = [str(found.folder / "node"), str(HERE / "lighthouse.mjs")]
    return temporary.run_beside(context, None, argv, cwd=HERE, env={**found.environment(), **env})


def _require_chromium() -> None:
    if not browser.chromium():
        raise Refusal(
            "Lighthouse needs a whole Chromium: the one that comes as a package gives it no performance score.\n"
            "Install Chromium, or name one with E2E_CHROMIUM."
        )


def _install(context: Context) -> None:
    """Bring Lighthouse here, apart from the web app's packages: nothing but this benchmark needs its hundred dependencies."""
    marker = HERE / "node_modules" / "lighthouse" / "package.json"
    if marker.exists() and marker.stat().st_mtime >= (HERE / "package-lock.json").stat().st_mtime:
        return
    found = node.find(context.layout)
    run_step(
        context,
        title="Installing Lighthouse",
        argv=[found.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=HERE,
        env={**os.environ, **found.environment()},
        log=context.layout.log("lighthouse"),
    )


if __name__ == "__main__":
    sys.exit(main())
