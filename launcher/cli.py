"""The launcher's commands and their options."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from launcher import backup, checks, commands, generated, locks, ports, testing, up
from launcher.errors import Refusal, StopAskedError
from launcher.paths import layout
from launcher.steps import Context

Run = Callable[[Context, argparse.Namespace], int | None]
STOPPED = 130


def main(words: Sequence[str]) -> int:
    """Run one command and return its exit code; what is in the way is told in a sentence."""
    asked = _parser().parse_args(words)
    context = Context(layout())
    context.stop.listen()
    try:
        run: Run = asked.run
        return run(context, asked) or 0
    except Refusal as refusal:
        context.console.say(refusal.text())
        return 1
    except StopAskedError:
        context.console.say("Stopped before it was done; nothing is left running.")
        return STOPPED
    finally:
        context.spawner.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="carillon", description="Run Carillon on this machine.")
    parsers = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(name: str, text: str, run: Run) -> argparse.ArgumentParser:
        one = parsers.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        return one

    one = add("up", "install what is missing, start everything, stay until Ctrl-C", _up)
    one.add_argument(
        "--port",
        type=ports.parse,
        help="the web app's port; the API, the sandbox and the live events take the next three",
    )
    add("down", "stop a running Carillon", lambda context, _: commands.down(context))
    one = add(
        "reset",
        "remove all data, after asking",
        lambda context, asked: commands.reset(context, yes=asked.yes),
    )
    one.add_argument("--yes", action="store_true", help="do not ask")
    add("status", "show what runs", lambda context, _: commands.status(context))
    one = add("logs", "show the end of a process's log", _logs)
    one.add_argument("name", nargs="?", default="")
    one.add_argument("-f", "--follow", action="store_true", help="and what is added to it")
    one = add("manage", "run the backend's manage.py", lambda context, asked: commands.manage(context, asked.words))
    one.add_argument("words", nargs=argparse.REMAINDER)
    one = add(
        "tiktok-probe",
        "measure what TikTok leaves open, with one connected account (tiktok-probe --help)",
        lambda context, asked: commands.tiktok_probe(context, asked.words),
    )
    one.add_argument("words", nargs=argparse.REMAINDER)
    one = add(
        "rehearse",
        "connect many accounts of the sandbox to the demo workspace (rehearse 100)",
        lambda context, asked: commands.manage(context, ["rehearse", *asked.words]),
    )
    one.add_argument("words", nargs=argparse.REMAINDER)
    one = add(
        "analytics",
        "make roll-ups anew from the samples (analytics rebuild), or prove that they equal them (analytics verify)",
        lambda context, asked: commands.manage(context, ["analytics", *asked.words]),
    )
    one.add_argument("words", nargs=argparse.REMAINDER)
    one = add("backup", "write the database into a file (not the media, not the keys)", _backup)
    one.add_argument("file", nargs="?", type=Path)
    one = add("restore", "put the database back from a file, after asking", _restore)
    one.add_argument("file", type=Path)
    one.add_argument("--yes", action="store_true", help="do not ask")
    one = add("rotate-keys", "seal everything with a new master key, or go on with that", _rotate_keys)
    one.add_argument("--drop-old", action="store_true", help="remove the old keys, which nothing may use any more")
    _add_development(add)
    return parser


def _add_development(add: Callable[[str, str, Run], argparse.ArgumentParser]) -> None:
    one = add("install", "install and build without starting anything", _install)
    one.add_argument("--dev", action="store_true", help="with the tools for checks and tests")
    one = add("test", "run every test, or those of the parts named", _test)
    one.add_argument("sections", nargs="*", metavar="PART", help="sandbox, backend, launcher, chaos, web, e2e")
    add(
        "check",
        "format, lint, types, import directions, generated files",
        lambda context, _: checks.check(context),
    )
    one = add("test-env", "run a command in backend/ with throw-away stores", _test_env)
    one.add_argument("words", nargs=argparse.REMAINDER)
    one = add("chaos", "kill everything while posts come due, and see that each goes out once", _chaos)
    one.add_argument("--tier", default="2", help="2: 500 publications, 3: 20,000, 4: the five mutants, 5: a restore")
    one.add_argument("--seed", help="repeat the faults of a run")
    one.add_argument("--mutant", help="a sabotaged build, which must fail")
    one.add_argument("--slow", default="1", help="so many times slower, for a busy machine")
    one.add_argument("--small", action="store_true", help="100 publications")
    one.add_argument("--whole", action="store_true", help="the mutant's faults on the whole build, which must hold")
    add("audit", "walk through TikTok's audit in a browser", lambda context, _: testing.audit(context))
    one = add("bench", "run one benchmark; its last line is one JSON object", _bench)
    one.add_argument("name")
    one.add_argument("words", nargs=argparse.REMAINDER)
    add("format", "bring the format of all code in order", lambda context, _: checks.write_format(context))
    one = add("lock", "write the lock files anew", _lock)
    one.add_argument("--upgrade", action="store_true", help="to the newest versions")
    add(
        "openapi",
        "write the API's description and types anew",
        lambda context, _: generated.write_openapi(context),
    )


def _up(context: Context, asked: argparse.Namespace) -> None:
    up.up(context, asked.port)


def _backup(context: Context, asked: argparse.Namespace) -> None:
    backup.backup(context, asked.file)


def _restore(context: Context, asked: argparse.Namespace) -> None:
    backup.restore(context, asked.file, yes=asked.yes)


def _rotate_keys(context: Context, asked: argparse.Namespace) -> int:
    return commands.manage(context, ["rotate_keys", *(["--drop-old"] if asked.drop_old else [])])


def _logs(context: Context, asked: argparse.Namespace) -> None:
    commands.logs(context, asked.name, follow=asked.follow)


def _install(context: Context, asked: argparse.Namespace) -> None:
    up.look_before(context.layout)
    up.install_everything(context, dev=asked.dev)


def _test(context: Context, asked: argparse.Namespace) -> int:
    return testing.test(context, asked.sections)


def _test_env(context: Context, asked: argparse.Namespace) -> int:
    return testing.test_env(context, asked.words)


def _lock(context: Context, asked: argparse.Namespace) -> None:
    locks.lock(context, upgrade=asked.upgrade)


def _chaos(context: Context, asked: argparse.Namespace) -> int:
    given = {"--tier": asked.tier, "--seed": asked.seed, "--mutant": asked.mutant, "--slow": asked.slow}
    words = [word for name, value in given.items() if value for word in (name, value)]
    flags = [f"--{name}" for name in ("small", "whole") if getattr(asked, name)]
    return testing.chaos(context, [*words, *flags])


def _bench(context: Context, asked: argparse.Namespace) -> int:
    return testing.bench(context, asked.name, asked.words)
