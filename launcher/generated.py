"""Files made from the backend's code: the OpenAPI description, and what the web app makes of it."""

import contextlib
import os
import subprocess
from collections.abc import Iterator

from launcher import environment, node, temporary, up
from launcher.environment import Sockets
from launcher.errors import Refusal
from launcher.steps import Context, run_step


@contextlib.contextmanager
def backend_environment(context: Context) -> Iterator[dict[str, str]]:
    """Give settings with which the backend can be imported; nothing listens behind them."""
    with temporary.home(context.layout) as layout:
        settings = temporary.settings(layout, os.environ)
        yield environment.backend(settings, Sockets(layout.run))


def export_openapi(context: Context) -> bytes:
    """Return the backend's OpenAPI description as it is now."""
    layout = context.layout
    with backend_environment(context) as env:
        argv = [str(layout.python), "manage.py", "export_openapi"]
        done = subprocess.run(argv, cwd=layout.backend, env=env, capture_output=True, check=False)
    if done.returncode != 0:
        lines = tuple(done.stderr.decode("utf-8", "replace").splitlines()[-15:])
        raise Refusal("The backend could not describe its API.", lines=lines)
    return done.stdout


def write_openapi(context: Context) -> None:
    """Write frontend/openapi.json and the types made from it anew."""
    layout = context.layout
    up.install_everything(context, dev=True, build=False)
    (layout.frontend / "openapi.json").write_bytes(export_openapi(context))
    found = node.find(layout)
    argv = [found.npm, "run", "--silent", "types"]
    env, log = found.environment(), layout.log("types")
    run_step(context, title="Writing the API's types", argv=argv, cwd=layout.frontend, env=env, log=log)
