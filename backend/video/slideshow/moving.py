"""
Slides that move (the Ken Burns effect): the photo is painted once, larger, and a window of it taken for every picture.

The window has places and sizes between pixels: rounded to whole ones, a slow move would shake. Those pictures are all encoded,
each stretch as a group of its own, and their slices put into our stream.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from video.slideshow.bitstream import BadBitstream
from video.slideshow.parameter_sets import PictureParameters
from video.slideshow.plan import BLACK, Layer, Mix
from video.slideshow.slices import FULL_WEIGHT, CodedSlice, read_pictures
from video.slideshow.spec import Motion, Slide
from video.slideshow.still import open_x264

Plane = npt.NDArray[np.uint8]
Planes = tuple[Plane, Plane, Plane]

ZOOM = 1.2  # from the whole canvas to this much nearer
SUBSAMPLING = (1, 2, 2)
BLACK_PLANES = (16, 128, 128)
PRESET, CRF = "superfast", 25
IN_MOTION: Mapping[str, int | str] = {
    "threads": 1, "sliced-threads": 0, "bframes": 2, "b-adapt": 0, "b-pyramid": "none", "open-gop": 0, "rc-lookahead": 0,
    "sync-lookahead": 0, "scenecut": 0, "ref": 1, "me": "dia", "subme": 1, "weightp": 0, "weightb": 0, "mbtree": 0,
    "stitchable": 1, "cabac": 1, "8x8dct": 1, "force-cfr": 1, "repeat-headers": 1, "annexb": 1,
}  # fmt: skip

cv2.setNumThreads(1)  # two slides are worked on side by side already


def to_planes(frame: Any) -> Planes:
    """Return a yuv420p frame's luma and both chroma planes, as views into it."""
    shapes = ((frame.height // part, frame.width // part) for part in SUBSAMPLING)
    views = [
        np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[:height, :width]
        for plane, (height, width) in zip(frame.planes, shapes, strict=True)
    ]
    return views[0], views[1], views[2]


def window(slide: Slide, layer: Layer) -> tuple[float, float, float]:
    """
    Return what is seen of a moving slide at one of its pictures: how near, 1 to ZOOM, and where.

    :returns: zoom; then how much of what is out of sight is on the left, and above, each 0 to 1
    """
    done = layer.at / max(1, layer.of - 1)
    across = {Motion.LEFT: 1 - done, Motion.RIGHT: done}.get(slide.motion, slide.focus_x)
    down = {Motion.UP: 1 - done, Motion.DOWN: done}.get(slide.motion, slide.focus_y)
    zoom = {Motion.ZOOM_IN: 1 + (ZOOM - 1) * done, Motion.ZOOM_OUT: ZOOM - (ZOOM - 1) * done}.get(slide.motion, ZOOM)
    return zoom, across, down


def look_through(base: Planes, slide: Slide, layer: Layer, *, width: int, height: int) -> Planes:
    """Return a moving slide's picture of this size; `base` is its canvas, ZOOM times as large."""
    zoom, left, above = window(slide, layer)
    step = ZOOM / zoom  # pixels of the base to one of the picture
    return tuple(  # type: ignore[return-value]  # three planes in, three out
        _take(plane, step, left, above, width // part, height // part)
        for plane, part in zip(base, SUBSAMPLING, strict=True)
    )


def _take(plane: Plane, step: float, left: float, above: float, width: int, height: int) -> Plane:
    across, down = plane.shape[1] - 1 - step * (width - 1), plane.shape[0] - 1 - step * (height - 1)
    matrix = np.array([[step, 0, left * across], [0, step, above * down]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(plane, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[return-value]


def mix_planes(top: Planes, under: Planes, weight: int) -> Planes:
    """Return two pictures mixed as the decoder mixes authored ones: `weight` of 128 of the first."""
    share = weight / FULL_WEIGHT
    return tuple(  # type: ignore[return-value]
        cv2.addWeighted(one, share, other, 1 - share, 0) for one, other in zip(top, under, strict=True)
    )


def black_planes(width: int, height: int) -> Planes:
    return tuple(  # type: ignore[return-value]
        np.full((height // part, width // part), value, np.uint8)
        for part, value in zip(SUBSAMPLING, BLACK_PLANES, strict=True)
    )


def make_frames(mixes: Iterable[Mix], see: Callable[[Layer], Planes], *, width: int, height: int) -> Iterator[Any]:
    """Yield each picture as a yuv420p frame; `see` returns what one layer shows."""
    import av

    black = black_planes(width, height)
    for number, mix in enumerate(mixes):
        planes = black if mix.top.slide == BLACK else see(mix.top)
        if mix.under:
            planes = mix_planes(planes, black if mix.under.slide == BLACK else see(mix.under), mix.weight)
        frame = av.VideoFrame(width, height, "yuv420p")
        for target, plane in zip(to_planes(frame), planes, strict=True):
            target[:] = plane
        frame.pts = number
        yield frame


def encode_moving(
    frames: Iterable[Any], count: int, *, width: int, height: int, fps: int
) -> tuple[PictureParameters, list[tuple[CodedSlice, int]]]:
    """
    Return the pictures of one stretch in decoding order, each with its place as shown.

    :raises BadBitstream: when x264 does not answer a picture a frame
    """
    settings = {**IN_MOTION, "keyint": max(count, 2), "min-keyint": max(count, 2)}
    coder = open_x264(width, height, fps=fps, preset=PRESET, crf=CRF, settings=settings)
    packets = [packet for frame in frames for packet in coder.encode(frame)]
    packets += coder.encode(None)
    parameters, pictures = read_pictures(b"".join(bytes(packet) for packet in packets))
    shown = [packet.pts for packet in packets]
    if sorted(one for one in shown if one is not None) != list(range(count)) or len(pictures) != count:
        raise BadBitstream("the encoder did not make one picture of each")
    return parameters, list(zip(pictures, shown, strict=True))
