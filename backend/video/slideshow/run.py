"""Having a slideshow made, in a child process that can be stopped; and the name a set of choices has, for what is kept of it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from video.child import ChildFailed, follow_child
from video.slideshow.spec import VERSION, Encoder, Motion, Show

SHORTEST_LIMIT_S, SECONDS_PER_SECOND = 120.0, 20.0
MEMORY_BYTES = 1536 * 1024**2
FILE_BYTES = 512 * 1024**2
LOOK_S = 0.1  # how often whoever waits is asked whether it is still wanted


@dataclass(frozen=True, slots=True)
class Made:
    """How the file was made, and why not as asked: empty when it was."""

    encoder: Encoder
    why: str


class CannotMake(Exception):
    """
    It will not work, however often it is tried: `code` for programs, and the message is the sentence for the person.

    `index` is the photo's whose fault it is, from 0.
    """

    def __init__(self, code: str, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.code, self.index = code, index


class Crashed(Exception):
    """The child died, or took too long: tried again it may work."""


class Stopped(Exception):
    """Whoever asked no longer wants it."""


def make_slideshow(show: Show, target: Path, *, on_progress: Callable[[int], bool]) -> Made:
    """
    Write the slideshow to `target`; beside it the child's orders, `target` with `.json` at its end.

    :param on_progress: called ten times a second with the percentage; False stops the work
    :raises Stopped: when `on_progress` said so
    :raises CannotMake: for a photo or a piece of music that cannot be used, and when memory or disk are too small
    :raises Crashed: when the child did not end well
    """
    orders = target.with_name(f"{target.name}.json")
    orders.write_text(json.dumps(show.to_json()), "utf-8")
    limit_s = max(SHORTEST_LIMIT_S, show.frames / show.fps * SECONDS_PER_SECOND)
    args = [str(orders), str(target), str(MEMORY_BYTES), str(FILE_BYTES)]
    messages = follow_child("video.slideshow.child", args, timeout_s=limit_s, silence_s=LOOK_S)
    percent, done = 0, None
    try:
        for message in messages:
            if message and "error" in message:
                raise _cannot(message)
            percent = max(percent, int(str((message or {}).get("progress", 0))))
            done = message if message and message.get("done") else done
            if not on_progress(percent):
                raise Stopped
    except ChildFailed as error:
        raise Crashed(str(error)) from error
    finally:
        messages.close()
    if done is None:
        raise Crashed("the child ended without a word")
    return Made(Encoder(str(done["encoder"])), str(done["why"]))


def name_choices(show: Show, digests: Mapping[str, str]) -> str:
    """
    Return the SHA-256 of what decides every byte of the result, in hexadecimal.

    :param digests: the SHA-256 of each file, by its path in `show`
    """
    said: dict[str, Any] = asdict(show)
    for slide in said["slides"]:
        slide["path"] = digests[slide["path"]]
        if slide["motion"] == Motion.NONE and slide["fit"] == "blur":
            slide["focus_x"] = slide["focus_y"] = 0.5  # nothing of it shows
    if said["music"]:
        said["music"]["path"] = digests[said["music"]["path"]]
    canonical = json.dumps({"version": VERSION, **said}, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _cannot(message: Mapping[str, object]) -> CannotMake:
    index = message.get("index")
    return CannotMake(str(message["code"]), str(message["error"]), index if isinstance(index, int) else None)
