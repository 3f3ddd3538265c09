"""A photo's one encoded picture: an intra picture by x264, to be put wherever the stream needs it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from video.slideshow.bitstream import BadBitstream
from video.slideshow.parameter_sets import PictureParameters
from video.slideshow.slices import CodedSlice, read_pictures

# A lone picture must be given itself what others' referring to it brings it in a video (there, some ten steps of QP):
# CRF 17 here looks like 23 there. A slower preset than `superfast` costs three times the time for no more likeness.
PRESET, CRF = "superfast", 17
ONE_PICTURE = {
    "threads": 1, "sliced-threads": 0, "keyint": 1, "bframes": 0, "rc-lookahead": 0, "sync-lookahead": 0, "scenecut": 0,
    "weightp": 0, "mbtree": 0, "stitchable": 1, "cabac": 1, "8x8dct": 1, "force-cfr": 1, "repeat-headers": 1, "annexb": 1,
}  # fmt: skip


def open_x264(width: int, height: int, *, fps: int, preset: str, crf: int, settings: Mapping[str, int | str]) -> Any:
    """Return an encoder with one thread, whose output depends on nothing but its input."""
    import av

    coder = av.CodecContext.create("libx264", "w")
    coder.width, coder.height, coder.pix_fmt = width, height, "yuv420p"
    coder.time_base, coder.framerate, coder.thread_count = Fraction(1, fps), Fraction(fps), 1
    joined = ":".join(f"{name}={value}" for name, value in settings.items())
    coder.options = {"preset": preset, "profile": "high", "crf": str(crf), "x264-params": joined}
    return coder


def encode_still(frame: Any, *, fps: int) -> tuple[PictureParameters, CodedSlice]:
    """
    Return a canvas (yuv420p) as an intra picture. The encoder is a fresh one: a used one spends more on its first picture.

    :raises BadBitstream: when x264 does not answer one intra picture
    """
    coder = open_x264(frame.width, frame.height, fps=fps, preset=PRESET, crf=CRF, settings=ONE_PICTURE)
    frame.pts = 0
    packets = [*coder.encode(frame), *coder.encode(None)]
    parameters, pictures = read_pictures(b"".join(bytes(packet) for packet in packets))
    if len(pictures) != 1:
        raise BadBitstream("the encoder made more of one picture than one picture")
    return parameters, pictures[0]
