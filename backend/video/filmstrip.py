"""A filmstrip: pictures from all over a video beside each other in one JPEG, for looking through it without loading it."""

from dataclasses import dataclass
from pathlib import Path

from video.child import ChildFailed, run_child
from video.container import HEAD_BYTES, find_container

TIMEOUT_S = 60.0
FRAMES = 16
SIDE = 192


@dataclass(frozen=True, slots=True)
class Filmstrip:
    """What is on it: so many frames in one row, each `width` × `height` pixels, at even distances from the first on."""

    frames: int
    width: int
    height: int


def draw_filmstrip(path: Path, *, target: Path) -> Filmstrip | None:
    """Draw the strip of a video whose longer side gets SIDE pixels a frame; None when its frames cannot be had."""
    with path.open("rb") as stream:
        container = find_container(stream.read(HEAD_BYTES))
    if container is None:
        return None
    words = [container.demuxer, str(path), str(target), str(FRAMES), str(SIDE)]
    try:
        facts = run_child("video.filmstrip_child", words, timeout_s=TIMEOUT_S)
        return Filmstrip(**{name: int(str(facts[name])) for name in ("frames", "width", "height")})
    except (ChildFailed, KeyError):
        return None
