"""Run one command to its end with its progress shown, and explain it in a sentence when it fails."""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from launcher.console import Console, Detail, no_detail
from launcher.errors import Refusal, StopAskedError
from launcher.paths import Layout
from launcher.spawn import Spawner, last_lines, rotate_log
from launcher.stop_flag import StopFlag

_NO_SPACE = re.compile(r"no space left on device|ENOSPC|disk quota exceeded", re.IGNORECASE)
_NO_NETWORK = re.compile(
    r"temporary failure in name resolution|name or service not known|nodename nor servname|failed to resolve"
    r"|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|dns error|error sending request|failed to fetch"
    r"|connection refused|connection reset|network is unreachable|max retries exceeded|connection error"
    r"|from versions: none|client error \(connect\)|timed out",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Context:
    """What every command of the launcher carries along."""

    layout: Layout
    console: Console = field(default_factory=Console)
    stop: StopFlag = field(default_factory=StopFlag)
    spawner: Spawner = field(default_factory=Spawner)


def explain(title: str, log: Path, *, downloads: bool) -> Refusal:
    """Return the refusal for a failed step: a known cause in a sentence, else the end of its log."""
    lines = last_lines(log)
    text = "\n".join(last_lines(log, 400))
    if _NO_SPACE.search(text):
        return Refusal(f"{title} failed: the disk is full. Free some space and try again.", log=log)
    if downloads and _NO_NETWORK.search(text):
        return Refusal(
            f"{title} failed: the packages could not be downloaded. "
            "Check the network (and the proxy settings, if there is one), then try again.",
            log=log,
            lines=lines[-3:],
        )
    return Refusal(f"{title} failed.", log=log, lines=lines)


def run_step(
    context: Context,
    *,
    title: str,
    argv: Sequence[str],
    cwd: Path,
    env: Mapping[str, str],
    log: Path,
    detail: Detail = no_detail,
    downloads: bool = True,
) -> None:
    """
    Run a command and wait for it.

    :raises Refusal: when it fails
    :raises StopAskedError: when someone asked to stop meanwhile
    """
    rotate_log(log, limit=1)
    context.console.begin(title, title, detail)
    try:
        child = context.spawner.start(argv, cwd=cwd, env=env, log=log)
    except FileNotFoundError as missing:
        context.console.drop(title)
        raise Refusal(f"{title} failed: {missing.filename or argv[0]} is not there.") from missing
    while (code := child.poll()) is None:
        if context.stop.times:
            child.stop()
            context.console.drop(title)
            raise StopAskedError
        context.console.tick()
        time.sleep(0.05)
    if code != 0:
        context.console.drop(title)
        raise explain(title, log, downloads=downloads)
    context.console.end(title)
