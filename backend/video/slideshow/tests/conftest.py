"""Pictures to make slideshows of, and two decoders that know nothing of each other to look at what comes out."""

import io
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw

from video.slideshow.spec import Show, Slide

PHOTOS = sorted((Path(__file__).parents[2] / "tests" / "photos").glob("*.jpg"))
Frames = list[tuple[npt.NDArray[np.uint8], ...]]


def decode(path: Path) -> Frames:
    """Return every picture as FFmpeg's own decoder sees it: luma and both chroma planes. It gives up at the first oddity."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.options = {"err_detect": "explode"}
        stream.codec_context.thread_count = 1
        frames = list(container.decode(stream))
    assert all(not frame.is_corrupt for frame in frames)
    assert {after.pts - before.pts for before, after in pairwise(frames)} == {512}  # type: ignore[operator]
    return [tuple(_plane(plane, frame, index) for index, plane in enumerate(frame.planes)) for frame in frames]


def _plane(plane: Any, frame: Any, index: int) -> npt.NDArray[np.uint8]:
    width, height = (frame.width, frame.height) if index == 0 else (frame.width // 2, frame.height // 2)
    return np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[:height, :width].copy()


def hashes(path: Path, decoder: str) -> list[str]:
    """Return each picture's MD5 as a decoder of another FFmpeg sees it: "h264", or "libopenh264", which is Cisco's."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-xerror", "-err_detect", "explode", "-threads", "1",
        "-f", "mov", "-c:v", decoder, "-i", str(path), "-map", "0:v", "-fps_mode", "passthrough", "-f", "framemd5", "-",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return [line.rpartition(",")[2].strip() for line in done.stdout.splitlines() if not line.startswith("#")]


@pytest.fixture
def make_photo(tmp_path: Path) -> Callable[..., Path]:
    """Draw a picture with an arrow that points up, as a file of any format: `make_photo("a.png", size=(300, 200))`."""

    def make(name: str, *, size: tuple[int, int] = (600, 400), colour: str = "#3366aa", **options: Any) -> Path:
        mode = options.pop("mode", "RGB")
        image = Image.new("RGB", size, colour)
        draw = ImageDraw.Draw(image)
        width, height = size
        draw.polygon(
            [(width // 2, height // 8), (width // 4, height // 2), (width * 3 // 4, height // 2)], fill="white"
        )
        path = tmp_path / name
        image.convert(mode).save(path, **options)
        return path

    return make


def slide(path: Path, duration_ms: int = 1_000, **look: Any) -> Slide:
    decoder = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}[path.suffix]
    return Slide(str(path), decoder, duration_ms, **look)


def photo_show(count: int = 3, duration_ms: int = 1_000, *, looks: Any = None, **choices: Any) -> Show:
    """Return a slideshow of so many real photos; `looks` gives the look of the photo with this index."""
    looks = looks or (lambda _: {})
    slides = tuple(slide(path, duration_ms, **looks(index)) for index, path in enumerate(PHOTOS[:count]))
    return Show(slides, **choices)


def to_bytes(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
