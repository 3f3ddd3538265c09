"""
Look at one video, or at the pictures of one carousel, in a process of its own and print its facts as one JSON object.

Run by path, isolated and with limits; it imports nothing of the sandbox. What it reads is hostile until
proven otherwise: the demuxer is chosen by the file's first bytes and FFmpeg may open nothing but files.
"""

import json
import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream
    from PIL.Image import Image

CPU_SECONDS = 60
MEMORY_BYTES = 2 * 1024**3
OUTPUT_BYTES = 4 * 1024**2
COVER_SIDE = 720
PHOTO_FORMATS = ("JPEG", "WEBP")
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 65535
HEAD = 64
EBML = b"\x1a\x45\xdf\xa3"
QUICKTIME_ATOMS = (b"moov", b"mdat", b"wide", b"free", b"skip")
STILL_BRANDS = (b"mif1", b"msf1", b"heic", b"heix", b"avif", b"avis")
DEMUXERS = {"mp4": "mov", "mov": "mov", "webm": "matroska"}


class UnreadableError(Exception):
    """The file is no video of a kind that TikTok takes."""


def limit_self() -> None:
    """Give up the right to use much of anything, before the file is opened."""
    for kind, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def name_container(head: bytes) -> str:
    """Tell the kind of file by its first bytes."""
    if head[:4] == EBML:
        if b"webm" in head:
            return "webm"
        raise UnreadableError("Matroska, but not WebM")
    if head[4:8] == b"ftyp":
        if head[8:12] in STILL_BRANDS:
            raise UnreadableError("a still picture")
        return "mov" if head[8:12] == b"qt  " else "mp4"
    if head[4:8] in QUICKTIME_ATOMS:
        return "mov"
    raise UnreadableError("neither MP4 nor MOV nor WebM")


def inspect(path: Path, cover: Path, cover_ms: int | None) -> dict[str, object]:
    """Return the facts of a video and write its cover."""
    import av  # after the limits are set

    with path.open("rb") as file:
        container_name = name_container(file.read(HEAD))
    # An absolute path cannot be taken for a URL of another protocol.
    options = {"protocol_whitelist": "file"}
    with av.open(str(path.resolve()), format=DEMUXERS[container_name], options=options) as container:
        stream = find_video(container)
        context = stream.codec_context
        width, height, codec = context.width, context.height, context.name
        duration, rate = measure(container, stream)
        write_cover(container, stream, cover, cover_ms)
    return {
        "container": container_name,
        "codec": codec,
        "width": width,
        "height": height,
        "frame_rate": rate,
        "duration_ms": round(duration * 1000),
    }


def find_video(container: "InputContainer") -> "VideoStream":
    from av.stream import Disposition

    for stream in container.streams.video:
        if not stream.disposition & Disposition.attached_pic:
            stream.thread_count = 1
            return stream
    raise UnreadableError("no moving picture")


def measure(container: "InputContainer", stream: "VideoStream") -> tuple[float, float]:
    """Return seconds and frames a second; count the frames where the header does not tell."""
    duration = container.duration / 1_000_000 if container.duration else 0.0
    rate = float(stream.average_rate) if stream.average_rate else 0.0
    if duration > 0 and rate > 0:
        return duration, rate
    instants = [float(packet.pts * packet.time_base) for packet in container.demux(stream) if packet.pts is not None]
    container.seek(0)
    if len(instants) < 2:  # noqa: PLR2004
        raise UnreadableError("fewer than two frames")
    span = max(instants) - min(instants)
    rate = (len(instants) - 1) / span if span > 0 else 0.0
    return duration or span + 1 / max(rate, 1.0), rate


def write_cover(container: "InputContainer", stream: "VideoStream", cover: Path, cover_ms: int | None) -> None:
    """Decode one picture, which also proves that the bytes behind the header are there."""
    if cover_ms and stream.time_base:
        container.seek(int(cover_ms / 1000 / stream.time_base), stream=stream)
    for frame in container.decode(stream):
        is_due = not cover_ms or frame.pts is None or frame.time * 1000 >= cover_ms
        if is_due:
            break
    else:
        if not cover_ms:
            raise UnreadableError("no picture can be decoded")
        container.seek(0)  # a time past the end means the first frame
        write_cover(container, stream, cover, None)
        return
    picture: Image = frame.to_image()  # type: ignore[no-untyped-call]  # PyAV leaves it untyped
    picture.thumbnail((COVER_SIDE, COVER_SIDE))
    picture.save(cover, "JPEG", quality=82)


def inspect_photo(path: Path, cover: Path | None) -> dict[str, object]:
    """Return the facts of a picture and write the cover when it is the one; no format when it cannot be read."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path, formats=PHOTO_FORMATS) as picture:
            facts: dict[str, object] = {"format": picture.format, "width": picture.width, "height": picture.height}
            if picture.width * picture.height > MOST_PIXELS:
                return facts  # far too large already; it need not be unpacked to know that
            picture.load()
            if cover is not None:
                small = picture.convert("RGB")
                small.thumbnail((COVER_SIDE, COVER_SIDE))
                small.save(cover, "JPEG", quality=82)
            return facts
    except Image.DecompressionBombError:
        return {"format": PHOTO_FORMATS[0], "width": LONGEST_SIDE, "height": LONGEST_SIDE}
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError):
        return {"format": None, "width": 0, "height": 0}


def inspect_photos(arguments: list[str]) -> int:
    cover, index, paths = Path(arguments[0]), int(arguments[1]), arguments[2:]
    limit_self()
    json.dump([inspect_photo(Path(path), cover if n == index else None) for n, path in enumerate(paths)], sys.stdout)
    return 0


def main(arguments: list[str]) -> int:
    if arguments[0] == "--photos":
        return inspect_photos(arguments[1:])
    path, cover, cover_ms = Path(arguments[0]), Path(arguments[1]), arguments[2]
    limit_self()
    try:
        facts = inspect(path, cover, int(cover_ms) if cover_ms else None)
    except (
        UnreadableError,
        OSError,
        ValueError,
        MemoryError,
    ) as error:  # FFmpeg's errors are one or the other
        json.dump({"problem": f"{type(error).__name__}: {error}"[:200]}, sys.stdout)
        return 0
    json.dump(facts, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
