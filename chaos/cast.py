"""Who takes part in a run: the launcher's own processes, several of each, at a faster tempo and on this machine only."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from chaos.plan import Plan
from launcher import environment, health, services
from launcher.environment import Settings, Sockets
from launcher.node import Node
from launcher.units import Unit

WEBHOOK_PATH = "/api/v1/webhooks/tiktok"


@dataclass(frozen=True, slots=True)
class Cast:
    """The units of a run; `backend` is where the product's code lies, which a mutant has a copy of."""

    plan: Plan
    settings: Settings
    sockets: Sockets
    backend: Path

    @property
    def env(self) -> dict[str, str]:
        """Return the environment of the backend's processes."""
        return environment.backend(self.settings, self.sockets)

    def stores(self) -> list[Unit]:
        """Return the job that makes the database, and both stores; Valkey remembers nothing over its death."""
        return [_forgetful(unit) if unit.name == "valkey" else unit for unit in self._data_units()]

    def _data_units(self) -> list[Unit]:
        return services.data_units(self.settings, self.sockets)

    def job(self, name: str, words: list[str]) -> Unit:
        """Return a job in the backend's folder, which may import this harness too."""
        root = str(self.settings.layout.root)
        argv = [str(self.settings.layout.python), *words]
        return Unit(name=name, title=name, argv=argv, cwd=self.backend, env={**self.env, "PYTHONPATH": root})

    def sandbox(self) -> Unit:
        unit = self._table()["sandbox"]
        webhooks = f"http://127.0.0.1:{self.settings.ports.api}{WEBHOOK_PATH}"
        return replace(unit, env={**unit.env, "SANDBOX_WEBHOOK_URL": webhooks})

    def api(self) -> Unit:
        return self._here(self._table()["api"])

    def workers(self) -> list[Unit]:
        """Return the workers that publish, one more for everything else, the beats and the keepers."""
        table, plan = self._table(), self.plan
        wide = _widened(table["worker-publish"], plan.children)
        publish = [self._again(wide, f"worker-publish-{n}") for n in range(plan.workers)]
        beats = [self._again(table["beat"], f"beat-{n}") for n in range(plan.beats)]
        keepers = [self._again(table["token-keeper"], f"token-keeper-{n}") for n in range(plan.keepers)]
        others = [self._here(unit) for name, unit in table.items() if name not in KNOWN]
        return [*publish, self._again(table["worker-media"], "worker-media"), *others, *beats, *keepers]

    def _again(self, unit: Unit, name: str) -> Unit:
        """Return the same process under another name, with files of its own."""
        ready = self.settings.layout.run / f"{name}.ready"
        argv = [_renamed(word, name) for word in unit.argv]
        env = {**unit.env, "CARILLON_READY_FILE": str(ready)}
        return self._here(
            replace(
                unit,
                name=name,
                argv=argv,
                env=env,
                ready=health.file(ready),
                before=lambda: ready.unlink(missing_ok=True),
            )
        )

    def _here(self, unit: Unit) -> Unit:
        return replace(unit, cwd=self.backend)

    def _table(self) -> Mapping[str, Unit]:
        node = Node(self.settings.layout.run, "")  # the web app takes no part
        return {unit.name: unit for unit in services.app_units(self.settings, self.sockets, node, demo=False)}


# What the table of the launcher has that is started otherwise here, or takes no part. A new process takes part by itself.
KNOWN = ("migrate", "sandbox", "api", "worker-publish", "worker-media", "beat", "token-keeper", "web")


def _renamed(word: str, name: str) -> str:
    if word.endswith("@carillon"):
        return f"{name}@carillon"
    return f"{word}-{name}" if word.endswith("beat-schedule") else word


def _widened(unit: Unit, children: int) -> Unit:
    argv = list(unit.argv)
    argv[argv.index("-c") + 1] = str(children)
    return replace(unit, argv=argv)


def _forgetful(unit: Unit) -> Unit:
    data = unit.cwd / "valkey"

    def prepare() -> None:
        shutil.rmtree(data, ignore_errors=True)
        unit.before()

    return replace(unit, before=prepare)
