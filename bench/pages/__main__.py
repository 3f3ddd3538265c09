"""the JavaScript that a browser really fetches for each page, compressed"""

import os
import sys
from pathlib import Path

from launcher import browser, node, temporary, up
from launcher.errors import Refusal
from launcher.paths import layout
from launcher.steps import Context

PAGES = Path(__file__).resolve().parent / "pages.mjs"
WANTED = ("E2E_BASE_URL", "E2E_DEMO_EMAIL", "E2E_DEMO_PASSWORD")


def main() -> int:
    """Measure the Carillon that the environment names, else one of our own; return 1 when a page is over its limit."""
    context = Context(layout())
    context.stop.listen()
    try:
        if all(name in os.environ for name in WANTED):
            return _measure(context, {name: os.environ[name] for name in WANTED} | browser.chromium())
        up.install_everything(context, dev=True)
        with browser.own_carillon(context) as (_, env):
            return _measure(context, env)
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    finally:
        context.spawner.close()


def _measure(context: Context, env: dict[str, str]) -> int:
    found = node.find(context.layout)
    argv = [str(found.folder / "node"), str(PAGES)]
    full = {**found.environment(), **env}
    return temporary.run_beside(context, None, argv, cwd=context.layout.frontend, env=full)


if __name__ == "__main__":
    sys.exit(main())
