"""`make up`: install what is missing, start everything, and stay until someone asks to stop."""

import contextlib
import time
from collections.abc import Iterator

from launcher import environment, install, instance, node, ports, preflight, services, sockets, web_build
from launcher.environment import Settings
from launcher.paths import Layout
from launcher.ports import Ports
from launcher.steps import Context
from launcher.supervisor import Supervisor


def look_before(layout: Layout) -> None:
    """Refuse early what could not end well: no right to write, no space."""
    preflight.require_writable(layout.root)
    preflight.require_writable(layout.home)
    preflight.require_space(layout.home, needed=preflight.RUN_NEEDS)


def install_everything(context: Context, *, dev: bool, build: bool = True) -> None:
    """Install all packages and, if asked, build the web app: whatever of it is due."""
    layout = context.layout
    with install.one_at_a_time(layout):
        install.install_python(context, dev=dev)
        due = web_build.units(layout, node.find(layout))
        supervisor = Supervisor(context, [unit for unit in due if build or unit.name != web_build.BUILD])
        try:
            supervisor.start()
        finally:
            supervisor.stop()


@contextlib.contextmanager
def started(context: Context, settings: Settings) -> Iterator[Supervisor]:
    """Run all of Carillon for as long as the block lasts; the caller holds the instance."""
    layout = context.layout
    with sockets.folder(layout) as folder:
        found = node.find(layout)

        def tell() -> None:
            url, port = settings.public_url, settings.ports.web
            instance.write_status(layout, supervisor, url=url, sockets=folder.folder, port=port)

        data, apps = services.data_units(settings, folder), services.app_units(settings, folder, found)
        supervisor = Supervisor(context, [*data, *web_build.units(layout, found), *apps], on_change=tell)
        try:
            with install.one_at_a_time(layout):
                supervisor.start()
            yield supervisor
        finally:
            supervisor.stop()


def up(context: Context, chosen: Ports | None = None) -> None:
    """Start Carillon and keep it running until someone asks to stop."""
    began, stopping = time.monotonic(), 0.0
    layout, console = context.layout, context.console
    look_before(layout)
    with instance.hold(layout):
        settings = environment.load(layout, chosen=chosen)
        ports.require_free(settings.ports, with_sandbox=settings.own_sandbox)
        with install.one_at_a_time(layout):
            install.install_python(context, dev=False)
        with started(context, settings) as supervisor:
            for line in welcome(settings, time.monotonic() - began):
                console.say(line)
            supervisor.watch()
            console.say("Stopping …")
            stopping = time.monotonic()
    console.say(f"Everything has stopped ({time.monotonic() - stopping:.1f} s). Your data is kept in {layout.home}")


def welcome(settings: Settings, took_s: float) -> list[str]:
    """Return what a person needs to know once everything runs."""
    demo = services.read_demo(settings)
    lines = ["", f"Carillon is ready at {settings.public_url} (after {took_s:.1f} s)", ""]
    if demo is not None:
        lines += [
            f"  Sign in with  {demo['email']}",
            f"  Password      {demo['password']}",
        ]
    if settings.own_sandbox:
        lines.append(f"  Sandbox       {settings.sandbox_url}  (a TikTok of your own: nothing leaves this machine)")
    return [*lines, f"  Logs          {settings.layout.logs}", "", "Ctrl-C stops everything."]
