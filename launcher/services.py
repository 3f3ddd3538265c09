"""The table of Carillon's processes: what each runs, what it waits for, and how it shows that it is well."""

import json
import signal
from collections.abc import Mapping
from pathlib import Path

from launcher import environment, health, keys, postgres, valkey
from launcher.environment import Settings, Sockets
from launcher.node import Node
from launcher.spawn import last_lines
from launcher.units import StopSteps, Unit

# A worker first finishes what it has in hand; then it hands it back to the queue.
WORKER_STOP = ((signal.SIGTERM, 4.0), (signal.SIGQUIT, 2.0))
# A renewal that is cut off may cost an account its permission, so it gets as long as a stop may take.
KEEPER_STOP = ((signal.SIGTERM, 8.0),)
CELERY_QUIET = ("--without-gossip", "--without-mingle", "-l", "INFO")
DATA_STORES = ("postgres", "valkey")
# A new sandbox begins two months ago, with people who have posted about once a day; the demo lives up to today with it
# (backend/config/demo_past.py). One that is there already stays as it is.
SANDBOX_PAST = ("--begin-days-ago", "60", "--history", "--history-days", "20", "--history-posts", "18:25")


def data_units(settings: Settings, sockets: Sockets) -> list[Unit]:
    """Return the embedded stores, except where a real one is named."""
    found: list[Unit] = []
    if settings.embedded_postgres:
        found += postgres.units(settings, sockets)
    if settings.embedded_valkey:
        found.append(valkey.unit(settings, sockets))
    return found


def app_units(settings: Settings, sockets: Sockets, node: Node, *, demo: bool = True) -> list[Unit]:
    """Return everything of our own, in the order in which it starts; without `demo`, the sandbox begins today and empty."""
    seeding = demo and settings.own_sandbox and not demo_file(settings).exists()
    table = _Table(settings, sockets)
    # While the demo's past is being lived through, nobody may look at its accounts by today's clock.
    then = ("seed",) if seeding else ()
    units = [
        table.manage("migrate", "Bringing the database up to date", ["migrate", "--no-input"], needs=DATA_STORES),
        *([table.sandbox(SANDBOX_PAST if demo else ())] if settings.own_sandbox else []),
        table.api(),
        table.worker("publish", queues="publish", at_once=2),
        table.worker("media", queues="media,sync,default", at_once=1, needs=then),
        table.beat(needs=then),
        table.token_keeper(),
        table.live(),
        table.web(node),
    ]
    return [*units, table.seed()] if seeding else units


def demo_file(settings: Settings) -> Path:
    """Return where the demo workspace's sign-in is kept once it has been filled."""
    return settings.layout.home / "demo.json"


def read_demo(settings: Settings) -> Mapping[str, str] | None:
    """Return the demo workspace's e-mail address and password, where there is one."""
    path = demo_file(settings)
    if not path.exists():
        return None
    demo: Mapping[str, str] = json.loads(path.read_text("utf-8"))
    return demo


class _Table:
    def __init__(self, settings: Settings, sockets: Sockets) -> None:
        self._settings = settings
        self._sockets = sockets
        self._layout = settings.layout
        self._python = str(settings.layout.python)
        self._backend = environment.backend(settings, sockets)

    def manage(self, name: str, title: str, words: list[str], *, needs: tuple[str, ...]) -> Unit:
        return Unit(
            name=name,
            title=title,
            argv=[self._python, "manage.py", *words],
            cwd=self._layout.backend,
            env=self._backend,
            needs=needs,
        )

    def sandbox(self, past: tuple[str, ...]) -> Unit:
        port = self._settings.ports.sandbox
        data = self._layout.home / "sandbox"
        where = ["--host", "127.0.0.1", "--port", str(port), "--data", str(data), *past]
        return Unit(
            name="sandbox",
            title="Starting the sandbox",
            argv=[self._python, "-m", "carillon_sandbox", *where],
            cwd=self._layout.sandbox,
            env=environment.sandbox(self._settings),
            ready=health.http(port, "/sandbox/health"),
        )

    def api(self) -> Unit:
        port = self._settings.ports.api
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
        size = ["--workers", "1", "--blocking-threads", "8"]
        return Unit(
            name="api",
            title="Starting the API",
            argv=[self._python, "-m", "granian", *options, *size, "config.wsgi:application"],
            cwd=self._layout.backend,
            env=self._backend,
            needs=("migrate", "valkey"),
            ready=health.http(port, "/healthz"),
        )

    def worker(self, name: str, *, queues: str, at_once: int, needs: tuple[str, ...] = ()) -> Unit:
        what = ["worker", "-Q", queues, "-c", str(at_once), "-n", f"{name}@carillon"]
        title = f"Starting the {name} worker"
        argv = [self._python, "-m", "celery", "-A", "config.celery", *what, *CELERY_QUIET]
        return self._told_by_file(f"worker-{name}", title, argv, WORKER_STOP, needs=("migrate", "valkey", *needs))

    def beat(self, needs: tuple[str, ...] = ()) -> Unit:
        argv = [self._python, "-m", "config.clock", str(self._layout.home / "beat-schedule")]
        stop = ((signal.SIGTERM, 4.0),)
        return self._told_by_file("beat", "Starting the clock", argv, stop, needs=("migrate", "valkey", *needs))

    def token_keeper(self) -> Unit:
        argv = [self._python, "manage.py", "keep_tokens"]
        return self._told_by_file(
            "token-keeper", "Starting the token keeper", argv, KEEPER_STOP, needs=("migrate", "postgres")
        )

    def live(self) -> Unit:
        port = self._settings.ports.live
        return Unit(
            name="live",
            title="Starting the live events",
            argv=[self._python, "-m", "live", "--host", "127.0.0.1", "--port", str(port)],
            cwd=self._layout.backend,
            env=environment.live(self._settings, self._sockets),
            needs=("postgres",),
            ready=health.http(port, "/healthz"),
        )

    def _told_by_file(self, name: str, title: str, argv: list[str], stop: StopSteps, *, needs: tuple[str, ...]) -> Unit:
        ready_file = self._layout.run / f"{name}.ready"
        return Unit(
            name=name,
            title=title,
            argv=argv,
            cwd=self._layout.backend,
            env={**self._backend, "CARILLON_READY_FILE": str(ready_file)},
            needs=needs,
            ready=health.file(ready_file),
            before=lambda: ready_file.unlink(missing_ok=True),
            stop=stop,
        )

    def web(self, node: Node) -> Unit:
        port = self._settings.ports.web
        return Unit(
            name="web",
            title="Starting the web app",
            argv=[node.program, "server.js"],
            cwd=self._layout.web,
            env=environment.web(self._settings),
            needs=("web-build", "api"),
            ready=health.http(port, "/healthz"),
        )

    def seed(self) -> Unit:
        log = self._layout.log("seed")
        target = demo_file(self._settings)

        def remember() -> None:
            answer = json.loads(last_lines(log, 1)[0])
            keys.write_private(target, json.dumps({"email": answer["email"], "password": answer["password"]}))

        return Unit(
            name="seed",
            title="Filling the demo workspace",
            argv=[self._python, "manage.py", "seed_demo"],
            cwd=self._layout.backend,
            env={
                **self._backend,
                "DEMO_PASSWORD": self._settings.secrets["DEMO_PASSWORD"],
                "SANDBOX_URL": self._settings.sandbox_api_url,
            },
            needs=("migrate", "valkey", "sandbox", "api"),
            after=remember,
        )
