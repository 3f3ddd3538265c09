"""
The pictures of a slideshow in decoding order: each slide's encoded ones, and between them the authored ones. Pure.

A slide begins with an IDR picture, so that players can seek there. A crossfade needs the next photo before its first blended
picture: it is sent early as an intra picture, shown when the fade is over, and once more as an IDR picture right after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from video.slideshow.bitstream import join_nal_units
from video.slideshow.parameter_sets import MOVING, STILL, PictureParameters
from video.slideshow.skipped import write_all_skipped
from video.slideshow.slices import (
    SUPPLEMENTAL_RECOVERY_POINT,
    CodedSlice,
    Place,
    weight_of,
    write_blend,
    write_hold,
    write_slice,
)

USUAL_QP = 26
AFTER_FADE = 2  # pictures a slide has at least after its fade: the photo that came early, and its IDR picture


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture as the MP4 has it; `shown` is its place as shown, counted from 0; `is_sync`: playing may begin here."""

    data: bytes
    shown: int
    is_sync: bool


@dataclass(frozen=True, slots=True)
class StillSpan:
    """`frames` pictures of one photo, the first `fade` of them mixed with the span before."""

    picture: CodedSlice
    frames: int
    fade: int = 0


@dataclass(frozen=True, slots=True)
class MovingSpan:
    """Pictures that were all encoded, in decoding order, each with its place as shown; the first is an intra picture."""

    pictures: Sequence[tuple[CodedSlice, int]]

    @property
    def frames(self) -> int:
        return len(self.pictures)


Span = StillSpan | MovingSpan


@dataclass(slots=True)
class _Clock:
    """Where the stream stands: the next picture as shown, the group's first one, references since, and the IDR ids' turn."""

    now: int = 0
    base: int = 0
    frame_num: int = 0
    idr_id: int = field(default=1)

    def begin_group(self) -> Place:
        self.base, self.frame_num, self.idr_id = self.now, 1, self.idr_id ^ 1
        return Place(0, 0, self.idr_id)

    def place(self, shown: int) -> Place:
        return Place(self.frame_num, shown - self.base)


def author(spans: Sequence[Span], parameters: PictureParameters | None, *, macroblocks: int) -> list[Sample]:
    """
    Return every picture of the video in decoding order.

    :param parameters: of the still pictures, None when there are none
    :raises ValueError: for a fade out of or into moving pictures, or one that its slide has no room for
    """
    clock, samples = _Clock(), list[Sample]()
    qp = parameters.initial_qp if parameters else USUAL_QP
    hold = write_all_skipped("P", macroblocks=macroblocks, qp=qp)
    blend = write_all_skipped("B", macroblocks=macroblocks, qp=qp) if _has_fades(spans) else b""
    before: Span | None = None
    for span in spans:
        if isinstance(span, MovingSpan):
            samples.extend(_moving(span, clock))
        else:
            if span.fade and not (isinstance(before, StillSpan) and span.frames >= span.fade + AFTER_FADE):
                raise ValueError("a fade without two still photos, or without room")
            samples.extend(_fade(span, clock, blend))
            samples.extend(_still(span, clock, hold, left=span.frames - (span.fade + 1 if span.fade else 0)))
        before = span
    return samples


def _has_fades(spans: Sequence[Span]) -> bool:
    return any(isinstance(span, StillSpan) and span.fade for span in spans)


def _fade(span: StillSpan, clock: _Clock, blend: bytes) -> Iterator[Sample]:
    if not span.fade:
        return
    early = write_slice(span.picture, clock.place(clock.now + span.fade), pps_id=STILL)
    yield Sample(join_nal_units(SUPPLEMENTAL_RECOVERY_POINT, early), clock.now + span.fade, is_sync=False)
    clock.frame_num += 1
    for step in range(span.fade):
        weight = weight_of(step, span.fade)
        unit = write_blend(clock.place(clock.now), blend, weight=weight, pps_id=STILL)
        yield Sample(join_nal_units(unit), clock.now, is_sync=False)
        clock.now += 1
    clock.now += 1  # the photo that was sent early


def _still(span: StillSpan, clock: _Clock, hold: bytes, *, left: int) -> Iterator[Sample]:
    unit = write_slice(span.picture, clock.begin_group(), pps_id=STILL)
    yield Sample(join_nal_units(unit), clock.now, is_sync=True)
    for _ in range(left - 1):
        clock.now += 1
        yield Sample(join_nal_units(write_hold(clock.place(clock.now), hold, pps_id=STILL)), clock.now, is_sync=False)
    clock.now += 1


def _moving(span: MovingSpan, clock: _Clock) -> Iterator[Sample]:
    start = clock.now
    for index, (picture, shown) in enumerate(span.pictures):
        place = clock.begin_group() if index == 0 else clock.place(start + shown)
        unit = write_slice(picture, place, pps_id=MOVING)
        yield Sample(join_nal_units(unit), start + shown, is_sync=index == 0)
        if index and picture.is_reference:
            clock.frame_num += 1
    clock.now = start + span.frames
