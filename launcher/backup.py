"""`./carillon backup` and `./carillon restore`: the whole database in one file, and put back from it."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from launcher import environment, install, instance, postgres, temporary
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.ports import Ports
from launcher.steps import Context

DRAFT = ".part"
PRIVATE = 0o600
EMPTY = b"DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"
TOLD = 5  # lines of what a program said


def backup(context: Context, file: Path | None) -> None:
    """
    Write the database into a file, while Carillon runs or not.

    :raises Refusal: when the file is there already, or the database cannot be read
    """
    target = (file or Path(time.strftime("carillon-%Y%m%d-%H%M%S.dump"))).absolute()
    if target.exists():
        raise Refusal(f"{target} is there already; nothing was written.")
    with _database(context) as (settings, sockets):
        dump(settings, sockets, target)
    size = target.stat().st_size / 1e6
    context.console.say(f"The database is in {target} ({size:.1f} MB).")
    context.console.say(
        f"Not in it: the media, and {settings.layout.home / 'token-keys.json'}, without which no token in it opens."
    )


def restore(context: Context, file: Path, *, yes: bool) -> None:
    """
    Put the database back as it was when the file was written, after asking; all of it or nothing.

    :raises Refusal: while Carillon runs, or when the file is no backup
    """
    file = file.absolute()
    if not file.is_file():
        raise Refusal(f"There is no file {file}.")
    if instance.running_pid(context.layout) is not None:
        raise Refusal("Carillon is running. Stop it first: ./carillon down")
    if not yes and not _confirmed(file):
        context.console.say("Nothing was changed.")
        return
    with _database(context) as (settings, sockets):
        put_back(settings, sockets, file)
    context.console.say(f"The database is as it was in {file.name}.")
    context.console.say(
        "When Carillon starts, it looks whether anything may have gone out since. If so, nothing is published until that has"
        " been looked through and an administrator has released it."
    )


def dump(settings: Settings, sockets: Sockets, target: Path) -> None:
    """Write the database into `target`, which only its owner may read; it is there as a whole or not at all."""
    draft = target.with_name(target.name + DRAFT)
    words, env = _connection(settings, sockets)
    try:
        draft.touch(PRIVATE)
        with draft.open("wb") as out:
            _run(settings, ["pg_dump", "--format=custom", "--no-owner", *words], env=env, out=out.fileno())
            os.fsync(out.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def put_back(settings: Settings, sockets: Sockets, file: Path) -> None:
    """Replace the database's content by what `file` holds, in one transaction."""
    made = _run(settings, ["pg_restore", "--no-owner", "--file=-", str(file)], env=environment.base())
    # A schema that was put back once is no longer PostgreSQL's own, and stands in the file; here it is made already.
    script = EMPTY + made.replace(b"\nCREATE SCHEMA public;\n", b"\n", 1)
    words, env = _connection(settings, sockets)
    _run(settings, ["psql", "--quiet", "--single-transaction", "-v", "ON_ERROR_STOP=1", *words], env=env, given=script)


@contextlib.contextmanager
def _database(context: Context) -> Iterator[tuple[Settings, Sockets]]:
    """Reach the database where it runs, or run it for as long as the block lasts."""
    layout = context.layout
    with install.one_at_a_time(layout):
        install.install_python(context, dev=False)
    told = instance.read_status(layout)
    settings = environment.load(layout, chosen=Ports(told["port"]) if told else None)
    if told is not None:
        yield settings, Sockets(Path(told["sockets"]))
        return
    with instance.hold(layout), temporary.stores(context, settings) as (_, sockets):
        yield settings, sockets


def _connection(settings: Settings, sockets: Sockets) -> tuple[list[str], Mapping[str, str]]:
    """Return the words that name the database, and the environment: a password among the words could be read by anybody."""
    url = environment.database_url(settings, sockets)
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    user = f"{quote(unquote(parts.username))}@" if parts.username else ""
    words = ["--dbname", urlunsplit(parts._replace(netloc=f"{user}{place}"))]
    return words, {**environment.base(), "PGPASSWORD": unquote(parts.password or "")}


def _run(
    settings: Settings, words: list[str], *, env: Mapping[str, str], given: bytes = b"", out: int = subprocess.PIPE
) -> bytes:
    """
    Run one of PostgreSQL's programs; return what it writes, unless it goes to `out`.

    :raises Refusal: with its own words when it fails
    """
    program = str(postgres.binaries(settings) / words[0])
    done = subprocess.run([program, *words[1:]], input=given, stdout=out, stderr=subprocess.PIPE, env=env, check=False)
    if done.returncode != 0:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Refusal(f"{words[0]} did not succeed.", lines=tuple(told[-TOLD:]))
    return done.stdout or b""


def _confirmed(file: Path) -> bool:
    if not sys.stdin.isatty():
        raise Refusal(
            "A restore replaces the whole database and asks first, but nobody can answer here. To do it: --yes"
        )
    print(
        f"This replaces the whole database by what {file} holds. What was scheduled or published since is forgotten here."
    )
    return input("Type yes to go on: ").strip().lower() == "yes"
