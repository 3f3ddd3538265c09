"""
Looking at a slideshow's file after it was written: is it what was meant, as a decoder sees it?

The container is read whole. Of the pictures those are decoded that stand for all others: each photo's own; of the first few
stretches also the first and the last that repeat it, and the first, the middle and the last of the fade before it; and the same
three of each stretch that moves. The rest are the very same bytes at other places, or x264's, and decoding them takes longer
than making them; that a decoder shows all of them right, the tests check for every kind of slideshow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from video.boxes import read_layout
from video.slideshow.encoder import Authored
from video.slideshow.layers import Layers
from video.slideshow.plan import Mix, Moving, Still
from video.slideshow.slices import FULL_WEIGHT, weight_of
from video.slideshow.spec import Show

BT709, LIMITED = 1, 1
READS = {"protocol_whitelist": "file"}
GRID = 40  # points looked at along each side of a picture
MOST_OFF = 12.0  # mean difference of brightness from the photo, of 255; x264 at our quality stays below 3
SOUND_TOLERANCE_S = 0.1
LENGTH_BYTES, UNREFERENCED_SLICE = 4, 0x01
CLOSELY = 3  # stretches whose repeats and fades are decoded too: a photo, the black between two, and the next photo


class Disagreement(Exception):
    """The file is not what was meant; the message says in what, for the log."""


@dataclass(frozen=True, slots=True)
class Luma:
    """A picture's brightness: its rows without what pads them in memory, where they are kept, and always a grid of points."""

    points: list[int]
    rows: bytes = b""

    @classmethod
    def of(cls, frame: Any, *, whole: bool = False) -> "Luma":
        plane = frame.planes[0]
        seen, stride, width, height = memoryview(plane), plane.line_size, frame.width, frame.height
        across = range(width // GRID // 2, width, width // GRID)
        down = range(height // GRID // 2, height, height // GRID)
        points = [seen[row * stride + column] for row in down for column in across]
        if not whole:
            return cls(points)
        return cls(points, b"".join(seen[at : at + width] for at in range(0, height * stride, stride)))


@dataclass(frozen=True, slots=True)
class _Look:
    """
    A stretch of one photo: its own first picture among all, how many there are, and how many fade in before.

    Only `is_close` ones are looked at from the fade to the last picture.
    """

    slide: int
    first: int
    frames: int
    fade: int
    is_close: bool

    @property
    def own(self) -> int:
        """The picture that stands for the photo: after a fade nobody looks at, the one that stands by itself and repeats it."""
        return self.first if self.is_close or not self.fade else self.first + 1

    @property
    def steps(self) -> list[int]:
        """Which pictures of the fade are looked at."""
        return sorted({0, self.fade // 2, self.fade - 1}) if self.is_close and self.fade else []

    @property
    def repeats(self) -> list[int]:
        last = self.first + self.frames - 1
        return sorted({self.first + 1, last}) if self.is_close and last > self.first else []

    @property
    def pictures(self) -> set[int]:
        """All that are looked at."""
        return {self.own, *self.repeats, *(self.first - self.fade + step for step in self.steps)}


def verify(path: Path, show: Show, authored: Authored | None = None) -> None:
    """
    Check a slideshow's file: its container, and of an authored one what a decoder makes of it.

    :raises Disagreement: at the first thing that is not as it should be
    """
    import av

    with path.open("rb") as file:
        layout = read_layout(file, size=path.stat().st_size)
    _agree("the index", "first" if layout.index_first else "last", "first")
    with av.open(f"file:{path}", format="mov", options=READS) as container:
        coder = container.streams.video[0].codec_context
        coder.options, coder.thread_count = {"err_detect": "explode"}, 1
        _check_container(container, show)
        if authored:
            container.seek(0)
            _check_pictures(container, authored)


def _check_container(container: Any, show: Show) -> None:
    """H.264 High and AAC, size, colours, and every picture there, one after the other."""
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


def _check_pictures(container: Any, authored: Authored) -> None:
    """What a decoder makes of the photos, still and moving, and of the fades between them."""
    looks, moving = list(_find_looks(authored.spans)), _find_moving(authored.spans)
    wanted = set(moving).union(*(look.pictures for look in looks))
    whole = set[int]().union(*({look.own, *look.repeats} for look in looks if look.repeats))
    pictures = _decode(container, wanted, whole=whole, unneeded={look.first for look in looks} - wanted)
    _check_moving(pictures, moving, authored.layers)
    before: Luma | None = None
    for look in looks:
        own = pictures[look.own]
        _check_likeness(own, Luma.of(authored.layers.still(look.slide)), look.own)
        for shown in look.repeats:
            if pictures[shown].rows != own.rows:
                raise Disagreement(f"picture {shown} does not repeat picture {look.own}")
        for step in look.steps:
            if before:
                _check_blend(pictures[look.first - look.fade + step], before, own, weight_of(step, look.fade))
        before = own


def _find_looks(spans: Sequence[Still | Moving]) -> Iterator[_Look]:
    at = 0
    for place, span in enumerate(spans):
        if isinstance(span, Still):
            frames = span.frames - span.fade
            yield _Look(span.slide, at + span.fade, frames, span.fade, is_close=place < CLOSELY or frames == 1)
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


def _decode(container: Any, wanted: set[int], *, whole: set[int], unneeded: set[int]) -> dict[int, Luma]:
    """Return the brightness of the wanted pictures; others are left out where none refers to them, or only `unneeded` ones."""
    pictures = dict[int, Luma]()
    tick: int | None = None
    for packet in container.demux(container.streams.video[0]):
        tick = tick or packet.duration
        place = packet.pts // tick if packet.pts is not None and tick else None
        if place is not None and place not in wanted and (place in unneeded or _is_for_itself(packet)):
            continue
        for frame in packet.decode():
            shown = frame.pts // tick if frame.pts is not None and tick else None
            if shown in wanted:
                pictures[shown] = Luma.of(frame, whole=shown in whole)
    if missing := wanted - set(pictures):
        raise Disagreement(f"no picture came out at {sorted(missing)[:3]}")
    return pictures


def _is_for_itself(packet: Any) -> bool:
    """
    Tell whether no other picture refers to this one, by its first NAL unit's header: a slice (type 1) with nal_ref_idc 0.

    FFmpeg's own `is_disposable` goes by a box of the MP4 that ours has no need of.
    """
    data = memoryview(packet)
    return len(data) > LENGTH_BYTES and data[LENGTH_BYTES] == UNREFERENCED_SLICE


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
