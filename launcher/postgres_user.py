"""PostgreSQL refuses to run as root: find out as whom it can run on this machine."""

import os
import pwd
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from launcher.errors import Refusal

# Inside the namespace root is user 1, outside it stays root: no file changes hands, no user is created.
NAMESPACE = ("unshare", "--user", "--map-user=1", "--map-group=1")


@dataclass(frozen=True, slots=True)
class RunAs:
    """How to start PostgreSQL: a command before it, or another user's id."""

    prefix: tuple[str, ...] = ()
    user: int | None = None

    def own(self, path: Path) -> None:
        """Hand a file to the user that PostgreSQL runs as."""
        if self.user is not None:
            os.chown(path, self.user, self.user)

    def open_way(self, home: Path, sockets: Path) -> None:
        """Let that user pass through the state folder, and own the folder of the sockets."""
        if self.user is None:
            return
        home.chmod(0o711)
        self.own(sockets)
        data = home / "postgres"
        if data.exists() and data.stat().st_uid != self.user:
            for path in (data, *data.rglob("*")):
                os.chown(path, self.user, self.user, follow_symlinks=False)


def run_as(program: Path) -> RunAs:
    """
    Return how this program can be started by who we are.

    :raises Refusal: when there is no way; it points to DATABASE_URL
    """
    if os.geteuid() != 0 and _has_name(os.geteuid()):
        return RunAs()
    if namespace_works():
        return RunAs(prefix=NAMESPACE)
    nobody = _nobody()
    if os.geteuid() == 0 and nobody is not None and _starts_as(nobody, program):
        return RunAs(user=nobody)
    raise Refusal(
        "PostgreSQL does not run as root, and this machine allows no user namespace to run it in. "
        "Start Carillon as an ordinary user, or name a PostgreSQL of your own: "
        "DATABASE_URL=postgresql://… make up"
    )


def namespace_works() -> bool:
    """Tell whether the system lets us run a command in a user namespace of its own."""
    if sys.platform != "linux" or shutil.which(NAMESPACE[0]) is None:
        return False
    return _quietly([*NAMESPACE, "true"])


def _starts_as(user: int, program: Path) -> bool:
    return _quietly([str(program), "--version"], user=user)


def _quietly(argv: list[str], *, user: int | None = None) -> bool:
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            argv,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            user=user,
            group=user,
            cwd="/",
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _nobody() -> int | None:
    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError:
        return None


def _has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True
