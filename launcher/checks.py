"""`make check`: format, lint, types, import directions, generated files, lock files."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from launcher import environment, node, temporary, up
from launcher.generated import backend_environment, export_openapi
from launcher.lock_check import address_faults
from launcher.node import Node
from launcher.steps import Context

PYTHON_FOLDERS = ("backend", "sandbox", "launcher", "bench", "chaos")
# What runs inside the backend is checked with it, by the plugin that knows its models.
INSIDE_BACKEND = (
    "chaos/load.py",
    "bench/schedule/measure.py",
    "bench/schedule/world.py",
    "bench/analytics",
    "bench/calendar/measure.py",
    "bench/calendar/world.py",
)
SETTINGS = ("--config", "backend/pyproject.toml")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold, and the command that tells."""

    heading: str
    run: Callable[[], int]


def check(context: Context) -> int:
    """Run every check, also after one has failed; return 0 when all hold."""
    up.look_before(context.layout)
    up.install_everything(context, dev=True, build=False)
    failed: list[str] = []
    for one in _Checks(context).all():
        began = time.monotonic()
        code = one.run()
        context.console.say(f"{'ok    ' if code == 0 else 'FAILED'}  {one.heading} … {time.monotonic() - began:.1f} s")
        if code != 0:
            failed.append(one.heading)
    total = len(_Checks(context).all())
    context.console.say(f"\nChecks: {total - len(failed)} passed, {len(failed)} failed")
    for heading in failed:
        context.console.say(f"  failed: {heading}")
    return 1 if failed else 0


def write_format(context: Context) -> int:
    """Format all code, and repair what the linters can repair by themselves."""
    up.install_everything(context, dev=True, build=False)
    return _Checks(context).write_format()


class _Checks:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._layout = context.layout
        self._node: Node = node.find(context.layout)

    def all(self) -> list[Check]:
        folders = self._folders()
        return [
            Check("Lock files name no download address", self._locks),
            Check(
                "Format of Python (ruff)",
                lambda: self._python("ruff", "format", "--check", *SETTINGS, *folders),
            ),
            Check("Lint of Python (ruff)", lambda: self._python("ruff", "check", *SETTINGS, *folders)),
            Check("Types of the launcher, the benchmarks and the harness (mypy)", self._launcher_types),
            Check("Types of the sandbox (mypy)", lambda: self._python("mypy", ".", cwd=self._layout.sandbox)),
            Check("Types of the backend (mypy)", self._backend_types),
            Check("Import directions (import-linter)", self._imports),
            Check("openapi.json is fresh", self._openapi),
            Check("TypeScript types of the API are fresh", lambda: self._npm("types:check")),
            Check("Lint and format of TypeScript", lambda: self._npm("lint")),
            Check("Types of TypeScript", lambda: self._npm("typecheck")),
        ]

    def write_format(self) -> int:
        folders = self._folders()
        codes = [
            self._python("ruff", "format", *SETTINGS, *folders),
            self._python("ruff", "check", "--fix", *SETTINGS, *folders),
            self._npm("format"),
        ]
        return max(codes)

    def _folders(self) -> list[str]:
        return [name for name in PYTHON_FOLDERS if (self._layout.root / name).is_dir()]

    def _python(self, *words: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> int:
        argv = [str(self._layout.python), "-m", *words]
        return temporary.run_beside(
            self._context, None, argv, cwd=cwd or self._layout.root, env=env or environment.base()
        )

    def _npm(self, script: str) -> int:
        argv = [self._node.npm, "run", "--silent", script]
        env = self._node.environment()
        return temporary.run_beside(self._context, None, argv, cwd=self._layout.frontend, env=env)

    def _locks(self) -> int:
        faults = address_faults(self._layout.root)
        for fault in faults:
            self._context.console.say(fault)
        return 1 if faults else 0

    def _launcher_types(self) -> int:
        found = sorted(self._layout.root.glob("bench/*/__main__.py"))
        bench = [name for path in found if (name := f"bench/{path.parent.name}") not in INSIDE_BACKEND]
        inside = [word for path in INSIDE_BACKEND for word in ("--exclude", f"{re.escape(path)}$")]
        return self._python("mypy", "--config-file", "launcher/mypy.ini", *inside, "launcher", "chaos", *bench)

    def _backend_types(self) -> int:
        with backend_environment(self._context) as env:
            words = ("--config-file", "pyproject.toml", ".", *(f"../{path}" for path in INSIDE_BACKEND))
            return self._python("mypy", *words, cwd=self._layout.backend, env=env)

    def _imports(self) -> int:
        code = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
        argv = [str(self._layout.python), "-c", code]
        env = {**environment.base(), "PYTHONPATH": str(self._layout.backend)}
        return temporary.run_beside(self._context, None, argv, cwd=self._layout.backend, env=env)

    def _openapi(self) -> int:
        committed = self._layout.frontend / "openapi.json"
        if committed.exists() and committed.read_bytes() == export_openapi(self._context):
            return 0
        print("frontend/openapi.json is stale. Write it anew and keep the result: make openapi")
        return 1
