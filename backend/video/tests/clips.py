"""Clips with something the matter, drawn by the real encoders."""

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from PIL import Image

RATE = Fraction(1, 1000)


def draw(
    *,
    fps: int = 30,
    frames: int = 30,
    size: tuple[int, int] = (360, 640),
    codec: str = "libx264",
    container: str = "mp4",
    pixel_format: str = "yuv420p",
    transfer: int | None = None,
    sound: str = "",
    uneven: bool = False,
    options: dict[str, str] | None = None,
) -> bytes:
    """Draw a clip whose picture moves, with a tone if `sound` names a codec, at uneven times if asked."""
    with tempfile.NamedTemporaryFile() as file:  # the index is only put in front of what can be read again
        _draw(file.name, fps, frames, size, codec, container, pixel_format, transfer, sound, uneven, options or {})
        return Path(file.name).read_bytes()


def _draw(
    path: str,
    fps: int,
    frames: int,
    size: tuple[int, int],
    codec: str,
    container: str,
    pixel_format: str,
    transfer: int | None,
    sound: str,
    uneven: bool,
    options: dict[str, str],
) -> None:
    with av.open(path, "w", format=container, options=options) as output:
        stream: Any = output.add_stream(codec, rate=fps)
        stream.width, stream.height, stream.pix_fmt = *size, pixel_format
        stream.options = {"preset": "ultrafast"} if codec.startswith("libx26") else {}
        if transfer is not None:
            context = stream.codec_context
            context.color_trc, context.color_primaries, context.colorspace, context.color_range = transfer, 9, 9, 1
        if uneven:
            stream.codec_context.time_base = RATE
        tone: Any = output.add_stream(sound, rate=48000, layout="stereo") if sound else None
        for number in range(frames):
            frame = _picture(size, number, frames)
            frame.pts = number * 1000 // fps + (number % 3) * 15 if uneven else number
            if uneven:
                frame.time_base = RATE
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
        if tone:
            _add_tone(output, tone, seconds=frames / fps)


def draw_whole(**shape: Any) -> bytes:
    """Draw a clip whose index stands in front."""
    return draw(options={"movflags": "+faststart"}, **shape)


def _picture(size: tuple[int, int], number: int, frames: int) -> Any:
    image = Image.new("RGB", size, "#2F6F67")
    left = int((size[0] * 3 // 4) * number / frames)
    image.paste("#E0A561", (left, 0, left + size[0] // 4, size[1]))
    return av.VideoFrame.from_image(image)  # type: ignore[no-untyped-call]


def _add_tone(output: Any, tone: Any, *, seconds: float) -> None:
    kind = tone.codec_context.format.name
    samples = tone.codec_context.frame_size or 1024
    for number in range(int(seconds * 48000 / samples)):
        frame: Any = av.AudioFrame(format=kind, layout="stereo", samples=samples)
        frame.sample_rate, frame.pts, frame.time_base = 48000, number * samples, Fraction(1, 48000)
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        output.mux(tone.encode(frame))
    output.mux(tone.encode(None))
