"""Clips drawn for the tests that need an unusual video."""

import io

import av
from av.video.stream import VideoStream
from PIL import Image


def draw_clip(
    *, fps: int = 30, seconds: float = 1.0, width: int = 360, height: int = 360, codec: str = "libx264",
    container: str = "mp4",
) -> bytes:  # fmt: skip
    """Draw a plain clip of exactly this shape and return the bytes of the file."""
    file = io.BytesIO()
    with av.open(file, "w", format=container) as output:
        stream = output.add_stream(codec, rate=fps)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        if codec == "libx264":
            stream.options = {"preset": "ultrafast"}
        picture = Image.new("RGB", (width, height), "#2F6F67")
        frame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]  # PyAV leaves it untyped
        for number in range(round(fps * seconds)):
            frame.pts = number
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return file.getvalue()


def draw_photo(width: int = 400, height: int = 400, kind: str = "JPEG", colour: str = "#2F6F67") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, kind)
    return file.getvalue()


def draw_png() -> bytes:
    return draw_photo(kind="PNG")
