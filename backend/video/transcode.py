"""Mending a file: what has to be done for a set of fixes, and doing it in a child process that can be stopped."""

import json
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from video.child import ChildFailed, follow_child
from video.container import HEAD_BYTES, find_container
from video.doctor import Fix, Measured
from video.limits import MAX_FPS, MIN_FPS, Fitted, fit_frame_rate, fit_size

SHORTEST_LIMIT_S, SECONDS_PER_SECOND = 300.0, 30.0
SOUND_MP4_KEEPS = ("aac", "mp3")


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What the child is to do; lengths in milliseconds, `frame_rate` as "30000/1001" or empty to leave it.

    `kind` is `remux` (the same pictures in a better file), `encode` (new pictures, H.264 and AAC) or `jpeg`.
    """

    kind: str
    fitted: Fitted | None = None
    frame_rate: str = ""
    trim_ms: int | None = None
    keeps_sound: bool = False
    is_hdr: bool = False

    @property
    def suffix(self) -> str:
        """The file name ending of what comes out."""
        return "jpg" if self.kind == "jpeg" else "mp4"


class CannotMend(Exception):
    """The fix did not work; the message is the sentence for the person."""


class Stopped(Exception):
    """Whoever asked no longer wants it."""


def plan_fix(file: Measured, fixes: Collection[Fix], *, longest_ms: int | None = None) -> Plan:
    """
    Return the one pass that makes all of `fixes`: a new file is made without new pictures when the index is all that is wrong.

    :param longest_ms: where `Fix.TRIM` cuts
    :raises ValueError: for a trim that does not say where, or no fix at all
    """
    if not fixes or (Fix.TRIM in fixes and not longest_ms):
        raise ValueError("say what to mend, and where to cut")
    if Fix.JPEG in fixes:
        return Plan("jpeg")
    if set(fixes) == {Fix.REMUX}:
        return Plan("remux")
    if not file.width or not file.height:
        raise ValueError("a video nobody has measured")
    rate = file.frame_rate or 0.0
    steady = MIN_FPS <= rate <= MAX_FPS and not file.is_variable
    return Plan(
        "encode",
        fitted=fit_size(file.width, file.height),
        frame_rate="" if steady else str(fit_frame_rate(rate, varies=file.is_variable)),
        trim_ms=longest_ms if Fix.TRIM in fixes else None,
        keeps_sound=file.audio_codec in SOUND_MP4_KEEPS and Fix.TRIM not in fixes,
        is_hdr=bool(file.transfer),
    )


def run_fix(
    plan: Plan,
    *,
    source: Path,
    target: Path,
    duration_ms: int,
    on_progress: Callable[[int], bool],
) -> None:
    """
    Write the mended file to `target`.

    :param on_progress: called at least once a second with the percentage; False stops the work
    :raises Stopped: when `on_progress` said so
    :raises CannotMend: when the file could not be read to its end, or it took far longer than it should
    """
    with source.open("rb") as stream:
        container = find_container(stream.read(HEAD_BYTES))
    demuxer = container.demuxer if container else ""
    limit_s = max(SHORTEST_LIMIT_S, duration_ms / 1000 * SECONDS_PER_SECOND)
    args = [demuxer, str(source), str(target), json.dumps(asdict(plan) | {"duration_ms": duration_ms})]
    percent, is_done = 0, False
    messages = follow_child("video.transcode_child", args, timeout_s=limit_s)
    try:
        for message in messages:
            if message and "error" in message:
                raise CannotMend(str(message["error"]))
            if message and "progress" in message:
                percent = max(percent, min(99, int(str(message["progress"]))))
            is_done = is_done or bool(message and message.get("done"))
            if not on_progress(percent):
                raise Stopped
    except ChildFailed as error:
        raise CannotMend("The server could not finish converting this file.") from error
    finally:
        messages.close()
    if not is_done:
        raise CannotMend("The server could not finish converting this file.")
