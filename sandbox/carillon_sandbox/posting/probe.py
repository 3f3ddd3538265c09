"""Have a file looked at by a child process: FFmpeg never runs inside the server."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import fields
from pathlib import Path

from .media_rules import Facts, Photo, judge_photos

CHILD = Path(__file__).with_name("probe_child.py")
WALL_SECONDS = 120.0


class ProbeError(Exception):
    """The child could not be started at all; the file is not to blame."""


async def run_child(
    *arguments: str, folder: Path, wall_seconds: float = WALL_SECONDS, told: bytes | None = None
) -> bytes | None:
    """
    Run a script of ours in an isolated interpreter, `told` on its standard input; None when it died or took too long.

    :raises ProbeError: when no process could be started
    """
    try:
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-I", *arguments, cwd=folder, env={},
            stdin=DEVNULL if told is None else PIPE, stdout=PIPE, stderr=DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise ProbeError from error
    try:
        async with asyncio.timeout(wall_seconds):
            said, _ = await child.communicate(told)
    except TimeoutError:
        return None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return said if child.returncode == 0 else None


async def examine(folder: Path, cover_ms: int | None) -> Facts | None:
    """
    Return the facts of the uploaded file and leave its cover beside it; None when it is no usable video.

    :raises ProbeError: when no process could be started
    """
    cover_at = "" if cover_ms is None else str(cover_ms)
    said = await run_child(str(CHILD), str(folder / "video"), str(folder / "cover.jpg"), cover_at, folder=folder)
    found = json.loads(said) if said else {}
    if "problem" in found or not found:
        return None
    return Facts(**{field.name: found[field.name] for field in fields(Facts)})


async def examine_photos(folder: Path, names: list[str], cover_index: int) -> tuple[Facts | None, str | None]:
    """
    Return the facts of the cover and what the photos are refused for; the cover is left beside them.

    :raises ProbeError: when no process could be started
    """
    paths = [str(folder / name) for name in names]
    said = await run_child(str(CHILD), "--photos", str(folder / "cover.jpg"), str(cover_index), *paths, folder=folder)
    photos = [Photo(**found) for found in json.loads(said)] if said else []
    reason = judge_photos(photos) if photos else "file_format_check_failed"
    if reason:
        return None, reason
    cover = photos[cover_index]
    return Facts("photos", str(cover.format), cover.width, cover.height, 0.0, 0), None
