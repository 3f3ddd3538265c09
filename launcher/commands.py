"""The smaller commands: down, reset, status, logs, manage, install."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from launcher import environment, install, instance, temporary
from launcher.console import Console
from launcher.environment import Sockets
from launcher.errors import Refusal
from launcher.paths import Layout
from launcher.ports import Ports
from launcher.spawn import last_lines
from launcher.steps import Context

# Everything a state folder holds; a reset removes these and nothing else that may lie there.
STATE = (
    "postgres", "postgres.new", "valkey", "sandbox", "media", "logs", "run", "secrets.env", "token-keys.json",
    "token-journal", "publish-mark.json", "demo.json", "beat-schedule*",
)  # fmt: skip


def down(context: Context) -> None:
    """Stop the Carillon that runs on this state folder."""
    pid = instance.running_pid(context.layout)
    if pid is None:
        context.console.say("Carillon is not running.")
        return
    began = time.monotonic()
    os.kill(pid, signal.SIGTERM)
    context.console.begin("down", f"Stopping Carillon (pid {pid})")
    if not instance.wait_until_gone(context.layout):
        raise Refusal(
            f"Carillon (pid {pid}) did not stop within {instance.STOP_LIMIT_S:.0f} s. To force it: kill -9 {pid}"
        )
    context.console.drop("down")
    context.console.say(f"Carillon has stopped ({time.monotonic() - began:.1f} s).")


def reset(context: Context, *, yes: bool) -> None:
    """Remove all data of this installation, after asking; stop it first."""
    layout = context.layout
    found = [path for pattern in STATE for path in layout.home.glob(pattern)]
    if not found:
        context.console.say(f"There is nothing to remove in {layout.home}")
        return
    if not (yes or os.environ.get("CI")) and not _confirmed(layout):
        context.console.say("Nothing was removed.")
        return
    down(context)
    for path in found:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    if layout.home.exists() and not any(layout.home.iterdir()):
        layout.home.rmdir()
    context.console.say(f"Removed all data in {layout.home}. The next `make up` starts empty.")


def _confirmed(layout: Layout) -> bool:
    if not sys.stdin.isatty():
        raise Refusal("A reset removes all data and asks first, but nobody can answer here. To do it: make reset YES=1")
    print(f"This removes everything in {layout.home}: the database, uploaded media, keys and logs.")
    return input("Type yes to go on: ").strip().lower() == "yes"


def status(context: Context) -> int:
    """Print what runs; return 0 when all of it is well."""
    told = instance.read_status(context.layout)
    if told is None:
        context.console.say("Carillon is not running.")
        return 1
    context.console.say(f"{told['url']}  (pid {told['pid']}, {'ready' if told['ready'] else 'not ready'})")
    for name, one in told["services"].items():
        again = f", restarts: {one['restarts']}" if one["restarts"] else ""
        context.console.say(f"  {name:<15} {one['state']:<9} pid {one['pid'] or '–'}{again}")
    return 0 if told["ready"] else 1


def logs(context: Context, name: str, *, follow: bool) -> None:
    """Print the end of a log, and what is added to it from now on when asked."""
    layout = context.layout
    names = sorted(path.stem for path in layout.logs.glob("*.log"))
    if name not in names:
        raise Refusal(f"There is no log named {name or '(none)'}. There are: {', '.join(names) or 'none yet'}")
    path = layout.log(name)
    print("\n".join(last_lines(path, 100)), flush=True)
    place = path.stat().st_size
    while follow and not context.stop.times:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.seek(place if size >= place else 0)
            sys.stdout.write(file.read().decode("utf-8", "replace"))
            place = file.tell()
        sys.stdout.flush()
        time.sleep(0.3)


def tiktok_probe(context: Context, words: Sequence[str]) -> int:
    """Run the probe; its files are named from where the person stands, while manage.py runs in backend/."""
    return manage(context, ["tiktok_probe", *from_here(words, Path.cwd())])


def from_here(words: Sequence[str], here: Path) -> list[str]:
    """Return the words with the paths of --out and --clip made absolute, and an --out where there is none."""
    found = list(words)
    if "--out" not in found and not {"-h", "--help"} & set(found):
        found += ["--out", "tiktok-profile.json"]
    for index, word in enumerate(found[:-1]):
        if word in ("--out", "--clip"):
            found[index + 1] = str(here / found[index + 1])
    return found


def manage(context: Context, words: Sequence[str]) -> int:
    """Run the backend's manage.py in the installation's environment, with its stores up."""
    layout = context.layout
    context.console = Console(sys.stderr)  # standard output belongs to the command
    with install.one_at_a_time(layout):
        install.install_python(context, dev=False)
    told = instance.read_status(layout)
    # What runs may have been started with another PORT than this shell has.
    settings = environment.load(layout, chosen=Ports(told["port"]) if told else None)
    argv = [str(layout.python), "manage.py", *words]
    if told is not None:
        env = environment.backend(settings, Sockets(Path(told["sockets"])))
        os.chdir(layout.backend)
        os.execve(argv[0], argv, env)  # noqa: S606  (a signal then reaches it directly)
    with instance.hold(layout), temporary.stores(context, settings) as (_, sockets):
        env = environment.backend(settings, sockets)
        return temporary.run_beside(context, None, argv, cwd=layout.backend, env=env)
