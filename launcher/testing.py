"""`make test`: every test of every part, against real stores and a real stack, with nothing left behind."""

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from launcher import browser, environment, install, node, temporary, up
from launcher.errors import Refusal
from launcher.spawn import Child
from launcher.steps import Context
from launcher.supervisor import Supervisor

RUNS = 2  # of the backend's tests at once: they wait for stores and servers half of the time


@dataclass(frozen=True, slots=True)
class Section:
    """One part's tests: how they are called and run."""

    name: str
    heading: str
    run: Callable[[Context], int]


@dataclass(frozen=True, slots=True)
class Result:
    """How one section ended."""

    heading: str
    code: int
    took_s: float


def test(context: Context, chosen: Sequence[str]) -> int:
    """Run the chosen sections, or all; return 0 when every one of them passed."""
    sections = [one for one in SECTIONS if not chosen or one.name in chosen]
    unknown = set(chosen) - {one.name for one in SECTIONS}
    if unknown:
        names = ", ".join(one.name for one in SECTIONS)
        raise Refusal(f"There are no tests called {', '.join(sorted(unknown))}. There are: {names}")
    up.look_before(context.layout)
    up.install_everything(context, dev=True)
    with temporary.own_tmp():
        results = _run_all(context, sections)
    _print_summary(context, results)
    return 0 if all(result.code == 0 for result in results) else 1


def _run_all(context: Context, sections: Sequence[Section]) -> list[Result]:
    """Run one section after the other, the sandbox's beside the short ones: each of them keeps one processor busy."""
    short = [one for one in sections if one.name in BESIDE_SANDBOX]
    if sections[0].name != "sandbox" or not short:
        return [_run(context, section) for section in sections]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="carillon-aside-") as folder:
        log = Path(folder) / "log"
        cwd, env = context.layout.sandbox, environment.base()
        child = context.spawner.start(_pytest(context), cwd=cwd, env=env, log=log)
        try:
            results = [_run(context, section) for section in short]
            while (code := child.poll()) is None:
                context.stop.check()
                time.sleep(0.05)
        finally:
            child.stop(5.0)
        context.console.say(f"\n== {sections[0].heading}, beside those ==\n{_read(log)}")
    results.insert(0, Result(sections[0].heading, code, time.monotonic() - began))
    return results + [_run(context, section) for section in sections[1:] if section not in short]


def _read(log: Path) -> str:
    return log.read_text("utf-8", "replace").rstrip()


def _run(context: Context, section: Section) -> Result:
    context.console.say(f"\n== {section.heading} ==")
    began = time.monotonic()
    try:
        code = section.run(context)
    except Refusal as refusal:
        context.console.say(refusal.text())
        code = 1
    took = time.monotonic() - began
    context.console.say(f"-- {section.heading}: {'passed' if code == 0 else 'failed'}, {took:.1f} s")
    return Result(section.heading, code, took)


def _print_summary(context: Context, results: Sequence[Result]) -> None:
    context.console.say("\n== Summary ==")
    for result in results:
        context.console.say(f"  {'passed' if result.code == 0 else 'FAILED'}  {result.took_s:7.1f} s  {result.heading}")
    passed = sum(1 for result in results if result.code == 0)
    context.console.say(f"Sections: {passed} passed, {len(results) - passed} failed")


def _pytest(context: Context, *words: str) -> list[str]:
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    return [str(context.layout.python), "-m", "pytest", *colour, *words]


def _sandbox(context: Context) -> int:
    env = environment.base()
    return temporary.run_beside(context, None, _pytest(context), cwd=context.layout.sandbox, env=env)


def _launcher(context: Context) -> int:
    argv = _pytest(context, "-c", "launcher/pytest.ini", "launcher/tests", "chaos/tests")
    return temporary.run_beside(context, None, argv, cwd=context.layout.root, env=environment.base())


def _backend(context: Context) -> int:
    """Run the suite in two processes that share it (tests/side_by_side.py), each beside stores of its own."""
    with contextlib.ExitStack() as stack:
        shared = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="carillon-shared-")))
        taken = shared / "taken"
        taken.mkdir()
        others = [shared / f"{number}.log" for number in range(1, RUNS)]
        runs = [stack.enter_context(_backend_run(context, taken, log)) for log in (None, *others)]
        codes = _wait_for_all(context, runs)
        for log in others:
            context.console.say(f"-- the rest of them --\n{_read(log)}")
    return max(codes, key=abs)


@contextlib.contextmanager
def _backend_run(context: Context, taken: Path, log: Path | None) -> Iterator[tuple[Supervisor, Child]]:
    with temporary.home(context.layout) as layout:
        settings = temporary.settings(layout, os.environ)
        with temporary.stores(context, settings) as (supervisor, sockets):
            env = {**environment.backend(settings, sockets), "CARILLON_TESTS_TAKEN": str(taken)}
            child = context.spawner.start(_pytest(context), cwd=layout.backend, env=env, log=log)
            try:
                yield supervisor, child
            finally:
                child.stop(5.0)


def _wait_for_all(context: Context, runs: Sequence[tuple[Supervisor, Child]]) -> list[int]:
    """Return how each ended, and look after their stores meanwhile."""
    codes: list[int | None] = [None]
    while None in codes:
        context.stop.check()
        for supervisor, _ in runs:
            supervisor.look()
        time.sleep(0.05)
        codes = [child.poll() for _, child in runs]
    return [code for code in codes if code is not None]


def _benches(context: Context) -> int:
    """Ask of the benchmarks what does not depend on how quick the machine is."""
    argv = _pytest(context, "-c", "launcher/pytest.ini", "bench")
    return temporary.run_beside(context, None, argv, cwd=context.layout.root, env=environment.base())


def _chaos(context: Context) -> int:
    """Tier 2 of the fault plan; a seed of its own each time, which it prints."""
    argv = [str(context.layout.python), "-m", "chaos"]
    return temporary.run_beside(context, None, argv, cwd=context.layout.root, env=environment.base())


def chaos(context: Context, words: Sequence[str]) -> int:
    """Run the fault plan with the installed tools."""
    up.look_before(context.layout)
    with install.one_at_a_time(context.layout):
        install.install_python(context, dev=True)
    argv = [str(context.layout.python), "-m", "chaos", *words]
    return temporary.run_beside(context, None, argv, cwd=context.layout.root, env=environment.base())


def _web(context: Context) -> int:
    found = node.find(context.layout)
    argv = [found.npm, "test"]
    return temporary.run_beside(context, None, argv, cwd=context.layout.frontend, env=found.environment())


def _journey(context: Context) -> int:
    """Run the browser journeys against a whole Carillon of their own."""
    argv = [node.find(context.layout).npm, "run", "e2e"]
    with browser.own_carillon(context) as (supervisor, env):
        return temporary.run_beside(context, supervisor, argv, cwd=context.layout.frontend, env=env)


def audit(context: Context) -> int:
    """Walk through TikTok's checklist for the Direct Post audit in a browser, and print each point."""
    up.look_before(context.layout)
    up.install_everything(context, dev=True)
    words = ["--", "audit.spec.ts", "--reporter=./e2e/audit-reporter.ts"]
    argv = [node.find(context.layout).npm, "run", "e2e", *words]
    with temporary.own_tmp(), browser.own_carillon(context) as (supervisor, env):
        return temporary.run_beside(context, supervisor, argv, cwd=context.layout.frontend, env=env)


def test_env(context: Context, argv: Sequence[str]) -> int:
    """Run a command in backend/ with throw-away stores and the settings for them."""
    if not argv:
        raise Refusal("Name the command to run: python3 -m launcher test-env python -m pytest")
    up.look_before(context.layout)
    install.install_python(context, dev=True)
    with temporary.home(context.layout) as layout:
        settings = temporary.settings(layout, os.environ)
        with temporary.stores(context, settings) as (supervisor, sockets):
            env = environment.backend(settings, sockets)
            env["PATH"] = f"{layout.venv / 'bin'}{os.pathsep}{env.get('PATH', os.defpath)}"
            return temporary.run_beside(context, supervisor, argv, cwd=layout.backend, env=env)


def bench(context: Context, name: str, words: Sequence[str]) -> int:
    """Run one benchmark with the installed tools."""
    layout = context.layout
    if not (layout.root / "bench" / name / "__main__.py").is_file():
        names = sorted(path.parent.name for path in layout.root.glob("bench/*/__main__.py"))
        raise Refusal(f"There is no benchmark called {name}. There are: {', '.join(names)}")
    up.look_before(layout)
    with install.one_at_a_time(layout):
        install.install_python(context, dev=True)
    argv = [str(layout.python), "-m", f"bench.{name}", *words]
    return temporary.run_beside(context, None, argv, cwd=layout.root, env=environment.base())


BESIDE_SANDBOX = ("launcher", "bench", "web")
SECTIONS = (
    Section("sandbox", "Sandbox tests", _sandbox),
    Section("backend", "Backend tests", _backend),
    Section("launcher", "Launcher tests", _launcher),
    Section("bench", "Benchmarks: what is counted", _benches),
    Section("chaos", "Chaos: 500 publications through a storm of faults", _chaos),
    Section("web", "Web tests", _web),
    Section("e2e", "Browser journeys", _journey),
)
