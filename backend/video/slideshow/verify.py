"""
Looking at a slideshow's file after it was written: is it what was meant, as a decoder sees it?

The container is read whole. Of the pictures those are decoded that stand for all others: each photo's, the first and the last
that repeat it, in each fade the first, the middle and the last, and the same three of each stretch that moves. The rest are the
very same bytes at other places, or x264's; that a decoder shows all of them right, the tests check for every kind of slideshow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from video.boxes import read_layout
from video.slideshow.layers import Layers
from video.slideshow.plan import Mix, Moving, Still
from video.slideshow.slices import FULL_WEIGHT, weight_of
from video.slideshow.spec import Show

BT709, LIMITED = 1, 1
READS = {"protocol_whitelist": "file"}
GRID = 40  # points looked at along each side of a picture
MOST_OFF = 12.0  # mean difference of brightness from the photo, of 255; x264 at our quality stays below 3
SOUND_TOLERANCE_S = 0.1


class Disagreement(Exception):
    """The file is not what was meant; the message says in what, for the log."""


@dataclass(frozen=True)
class Luma:
    """A picture's brightness: its rows, `stride` bytes from one to the next, the end of which may be anything."""

    rows: bytes
    stride: int
    width: int
    height: int

    @classmethod
    def of(cls, frame: Any) -> "Luma":
        plane = frame.planes[0]
        return cls(bytes(plane), plane.line_size, frame.width, frame.height)

    @cached_property
    def points(self) -> list[int]:
        """The values at a grid of places, the same ones in every picture of this size."""
        across = range(self.width // GRID // 2, self.width, self.width // GRID)
        down = range(self.height // GRID // 2, self.height, self.height // GRID)
        return [self.rows[row * self.stride + column] for row in down for column in across]

    def is_same(self, other: "Luma") -> bool:
        return self.rows == other.rows or self.packed == other.packed

    @property
    def packed(self) -> list[bytes]:
        """The rows without their ends."""
        return [self.rows[at : at + self.width] for at in range(0, self.height * self.stride, self.stride)]


@dataclass(frozen=True, slots=True)
class _Look:
    """A stretch of one photo: its own first picture among all, how many there are, and how many fade in before."""

    slide: int
    first: int
    frames: int
    fade: int


def verify_container(path: Path, show: Show) -> None:
    """
    Check the file as a whole: index first, H.264 High and AAC, size, colours, and every picture there, one after the other.

    :raises Disagreement: at the first thing that is not as it should be
    """
    import av

    with path.open("rb") as file:
        layout = read_layout(file, size=path.stat().st_size)
    _agree("the index", "first" if layout.index_first else "last", "first")
    with av.open(f"file:{path}", format="mov", options=READS) as container:
        video, sound = container.streams.video[0], container.streams.audio[0]
        coder = video.codec_context
        _agree("codec", (coder.name, coder.profile, coder.pix_fmt), ("h264", "High", "yuv420p"))
        _agree("size", (coder.width, coder.height), show.format.size)
        _agree(
            "colours",
            (coder.colorspace, coder.color_primaries, coder.color_trc, coder.color_range),
            (*[BT709] * 3, LIMITED),
        )
        _agree("frame rate", (video.average_rate, video.base_rate), (show.fps, show.fps))
        shown = sorted(packet.pts for packet in container.demux(video) if packet.size and packet.pts is not None)
        _agree("number of pictures", len(shown), show.frames)
        _agree("steps between pictures", len({after - before for before, after in pairwise(shown)}), 1)
        _agree("sound", sound.codec_context.name, "aac")
        heard = float((sound.duration or 0) * (sound.time_base or 0))
        if abs(heard - show.frames / show.fps) > SOUND_TOLERANCE_S:
            raise Disagreement(f"the sound lasts {heard:.2f} s")


def verify_pictures(path: Path, spans: Sequence[Still | Moving], layers: Layers) -> None:
    """
    Check what a decoder makes of an authored file's photos, still and moving, and of the fades between them.

    :raises Disagreement: at the first picture that is not as it should be
    """
    looks, moving = list(_find_looks(spans)), _find_moving(spans)
    pictures = _decode(path, {shown for look in looks for shown in _stand_ins(look)} | set(moving))
    _check_moving(pictures, moving, layers)
    before: Luma | None = None
    for look in looks:
        own = pictures[look.first]
        _check_likeness(own, Luma.of(layers.still(look.slide)), look.first)
        for shown in _stand_ins(look):
            if shown > look.first and not pictures[shown].is_same(own):
                raise Disagreement(f"picture {shown} does not repeat picture {look.first}")
        for step in _fade_steps(look):
            if before:
                _check_blend(pictures[look.first - look.fade + step], before, own, weight_of(step, look.fade))
        before = own


def _find_looks(spans: Sequence[Still | Moving]) -> Iterator[_Look]:
    at = 0
    for span in spans:
        if isinstance(span, Still):
            yield _Look(span.slide, at + span.fade, span.frames - span.fade, span.fade)
            at += span.frames
        else:
            at += len(span.mixes)


def _find_moving(spans: Sequence[Still | Moving]) -> dict[int, Mix]:
    """Return the first, the middle and the last picture of each stretch that moves, by their places among all."""
    at, found = 0, dict[int, Mix]()
    for span in spans:
        if isinstance(span, Still):
            at += span.frames
            continue
        last = len(span.mixes) - 1
        found |= {at + place: span.mixes[place] for place in (0, last // 2, last)}
        at += last + 1
    return found


def _fade_steps(look: _Look) -> list[int]:
    return sorted({0, look.fade // 2, look.fade - 1}) if look.fade else []


def _stand_ins(look: _Look) -> list[int]:
    early = [look.first - look.fade + step for step in _fade_steps(look)]
    own = {look.first, look.first + 1, look.first + look.frames - 1} if look.frames > 1 else {look.first}
    return early + sorted(own)


def _decode(path: Path, wanted: set[int]) -> dict[int, Luma]:
    """Return the brightness of the wanted pictures; pictures nobody refers to are left out unless they are wanted."""
    import av

    pictures = dict[int, Luma]()
    with av.open(f"file:{path}", format="mov", options=READS) as container:
        stream = container.streams.video[0]
        stream.codec_context.options = {"err_detect": "explode"}
        stream.codec_context.thread_count = 1
        tick: int | None = None
        for packet in container.demux(stream):
            tick = tick or packet.duration
            place = packet.pts // tick if packet.pts is not None and tick else None
            if place is not None and packet.is_disposable and place not in wanted:
                continue
            for frame in packet.decode():
                if frame.pts is not None and tick and frame.pts // tick in wanted:
                    pictures[frame.pts // tick] = Luma.of(frame)
    if missing := wanted - set(pictures):
        raise Disagreement(f"no picture came out at {sorted(missing)[:3]}")
    return pictures


def _check_moving(pictures: Mapping[int, Luma], moving: Mapping[int, Mix], layers: Layers) -> None:
    if not moving:
        return
    from video.slideshow.moving import make_frames

    for shown, mix in moving.items():
        (meant,) = make_frames([mix], layers.see, width=layers.width, height=layers.height)
        _check_likeness(pictures[shown], Luma.of(meant), shown)


def _check_likeness(own: Luma, meant: Luma, shown: int) -> None:
    pairs = list(zip(own.points, meant.points, strict=True))
    off = sum(abs(one - other) for one, other in pairs) / len(pairs)
    if off > MOST_OFF:
        raise Disagreement(f"picture {shown} does not look like what it is made of: {off:.1f} of 255 off")


def _check_blend(mixed: Luma, before: Luma, after: Luma, weight: int) -> None:
    for seen, one, other in zip(mixed.points, before.points, after.points, strict=True):
        meant = (one * (FULL_WEIGHT - weight) + other * weight + 64) >> 7
        if seen != meant:
            raise Disagreement(f"a fade's picture has {seen} where {one} and {other} mix to {meant}")


def _agree(what: str, found: object, meant: object) -> None:
    if found != meant:
        raise Disagreement(f"{what}: {found}, not {meant}")
