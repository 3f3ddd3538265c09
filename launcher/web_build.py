"""Install the web app's packages and build it, each only when what it is made from has changed."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from launcher import fingerprint
from launcher.node import Node
from launcher.paths import Layout
from launcher.spawn import last_lines
from launcher.units import TERM_JOB, Unit

STAMP = ".carillon-stamp"
PACKAGES, BUILD = "web-packages", "web-build"
NOT_SOURCES = frozenset(
    {"node_modules", ".next", "e2e", "test-results", "playwright-report", "coverage", "screenshots"}
)
NOT_BUILT_FROM = (".test.ts", ".test.tsx", ".md", ".tsbuildinfo", "next-env.d.ts", "openapi.json")


def units(layout: Layout, node: Node) -> list[Unit]:
    """Return the jobs that are due: installing the packages, building, both or none."""
    due: list[Unit] = []
    if fingerprint.read_stamp(_packages_stamp(layout)) != _packages_fingerprint(layout, node):
        if _installed_by_hand(layout):
            fingerprint.write_stamp(_packages_stamp(layout), _packages_fingerprint(layout, node))
        else:
            due.append(_packages(layout, node))
    if due or fingerprint.read_stamp(layout.web / STAMP) != _build_fingerprint(layout, node):
        due.append(_build(layout, node))
    return due


def _packages_stamp(layout: Layout) -> Path:
    return layout.frontend / "node_modules" / STAMP


def _packages_fingerprint(layout: Layout, node: Node) -> dict[str, str]:
    files = [layout.frontend / "package.json", layout.frontend / "package-lock.json"]
    return {"lock": fingerprint.of_files(files), "node": node.version.split(".")[0]}


def _installed_by_hand(layout: Layout) -> bool:
    """Tell whether npm itself noted that just these packages are installed: then nobody's folder is wiped."""
    try:
        noted = json.loads((layout.frontend / "node_modules" / ".package-lock.json").read_text("utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return False
    locked = json.loads((layout.frontend / "package-lock.json").read_text("utf-8")).get("packages", {})
    wanted = {name: one.get("integrity") for name, one in locked.items() if name and not one.get("optional")}
    found = {name: one.get("integrity") for name, one in noted.items()}
    return bool(wanted) and wanted.items() <= found.items() and found.keys() <= locked.keys()


def _packages(layout: Layout, node: Node) -> Unit:
    wanted = _count_wanted(layout.frontend / "package-lock.json")
    modules = layout.frontend / "node_modules"

    def detail() -> str:
        return f"{_count_packages(modules)} of about {wanted}"

    def finish() -> None:
        fingerprint.write_stamp(_packages_stamp(layout), _packages_fingerprint(layout, node))

    return Unit(
        name=PACKAGES,
        title="Installing web packages",
        argv=[node.npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=layout.frontend,
        env=node.environment(),
        stop=TERM_JOB,
        downloads=True,
        after=finish,
        detail=detail,
    )


def _count_wanted(lock: Path) -> int:
    """Return how many packages there will be at the top; those for one system only are left out."""
    packages = json.loads(lock.read_text("utf-8")).get("packages", {})
    return sum(1 for name, one in packages.items() if name.count("node_modules/") == 1 and "os" not in one)


def _count_packages(modules: Path) -> int:
    """Return how many are unpacked: npm makes all folders first, and a package is there with its package.json."""
    return sum(1 for pattern in ("*/package.json", "@*/*/package.json") for _ in modules.glob(pattern))


def _build(layout: Layout, node: Node) -> Unit:
    return Unit(
        name=BUILD,
        title="Building the web app",
        argv=[node.program, "scripts/build.mjs"],
        cwd=layout.frontend,
        env={**node.environment(), "NODE_ENV": "production"},
        needs=(PACKAGES,),
        stop=TERM_JOB,
        before=lambda: (layout.web / STAMP).unlink(missing_ok=True),
        after=_stamp_build(layout, _build_fingerprint(layout, node)),
        detail=lambda: _last_said(layout.log(BUILD)),
    )


def _stamp_build(layout: Layout, made_from: dict[str, str]) -> Callable[[], None]:
    return lambda: fingerprint.write_stamp(layout.web / STAMP, made_from)


def _last_said(log: Path) -> str:
    said = [line.strip() for line in last_lines(log, 5) if line.strip()]
    return said[-1].strip(" .…")[:60] if said else ""


def _build_fingerprint(layout: Layout, node: Node) -> dict[str, str]:
    sources = list(_sources(layout.frontend))
    names = [str(path.relative_to(layout.frontend)) for path in sorted(sources)]
    return {"sources": fingerprint.of_files(sources, *names), "node": node.version.split(".")[0]}


def _sources(frontend: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(frontend):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        for name in files:
            if not name.endswith(NOT_BUILT_FROM):
                yield Path(folder) / name
