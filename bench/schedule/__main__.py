"""1,000 posts of 100 accounts due in one second: how late each is; and how late one is while 10,000 wait"""

import os
import sys
from dataclasses import replace

from launcher import environment, node, services, sockets, temporary
from launcher.errors import Refusal
from launcher.paths import layout
from launcher.steps import Context
from launcher.supervisor import Supervisor

ONE_WORKER_MACHINE = (
    "postgres",
    "create-database",
    "valkey",
    "migrate",
    "sandbox",
    "worker-publish",
    "beat",
    "worker-media",
)


def main() -> int:
    """Measure a Carillon of our own, without its web app; return 1 when a post went out twice or not at all."""
    context = Context(layout())
    context.stop.listen()
    try:
        with temporary.own_tmp(), temporary.home(context.layout) as fresh:
            return _measure(replace(context, layout=fresh), context)
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    finally:
        context.spawner.close()


def _measure(inner: Context, context: Context) -> int:
    settings = temporary.settings(inner.layout, os.environ)
    with sockets.folder(settings.layout) as folder:
        units = [*services.data_units(settings, folder), *services.app_units(settings, folder, node.find(inner.layout))]
        supervisor = Supervisor(inner, [unit for unit in units if unit.name in ONE_WORKER_MACHINE])
        try:
            supervisor.start()
            env = {
                **environment.backend(settings, folder),
                "PYTHONPATH": f"{context.layout.root}{os.pathsep}{context.layout.backend}",
                "DJANGO_SETTINGS_MODULE": "config.settings",
                "SANDBOX_URL": settings.sandbox_api_url,
            }
            argv = [str(context.layout.python), "-m", "bench.schedule.measure", *sys.argv[1:]]
            return temporary.run_beside(context, supervisor, argv, cwd=context.layout.root, env=env)
        finally:
            supervisor.stop()


if __name__ == "__main__":
    sys.exit(main())
