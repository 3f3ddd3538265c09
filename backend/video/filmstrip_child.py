"""The child that draws a filmstrip: `python -m video.filmstrip_child DEMUXER PATH TARGET FRAMES SIDE`; prints what is on it."""

import json
import sys
from typing import Any

from video.child import lock_down

MAX_PIXELS = 50_000_000
QUALITY = 72
MOST_DECODED = (
    240  # frames to go through from a keyframe to the wanted one; where they are further apart, one near it does
)


def draw(demuxer: str, path: str, target: str, count: int, side: int) -> dict[str, object]:
    """Take `count` frames at even distances, make them small, and put them into one row."""
    import av  # after lock_down, so that what its libraries do is limited too
    from PIL import Image

    # `file:` and the whitelist: a playlist dressed up as a video may name other files or hosts (security D7).
    with av.open(f"file:{path}", format=demuxer, options={"protocol_whitelist": "file"}) as container:
        stream = container.streams.video[0]
        if stream.codec_context.width * stream.codec_context.height > MAX_PIXELS:
            raise ValueError("too large")
        stream.thread_type = "AUTO"
        pictures = [
            small for place in _places(container, stream, count) if (small := _take(container, stream, place, side))
        ]
    if not pictures:
        raise ValueError("no frame could be read")
    width, height = pictures[0].size
    strip = Image.new("RGB", (width * len(pictures), height))
    for number, picture in enumerate(pictures):
        strip.paste(picture.resize((width, height)), (number * width, 0))
    strip.save(target, "JPEG", quality=QUALITY, optimize=True)
    return {"frames": len(pictures), "width": width, "height": height}


def _places(container: Any, stream: Any, count: int) -> list[int]:
    """Return when the frames are to be, in the stream's units: the middles of even parts."""
    start = stream.start_time or 0
    length = stream.duration or int((container.duration or 0) / 1_000_000 / stream.time_base)
    if not length:
        return [start]
    most = min(count, stream.frames or count)  # a clip of three frames has three
    return [start + int(length * (number + 0.5) / most) for number in range(most)]


def _take(container: Any, stream: Any, place: int, side: int) -> Any:
    """Return the picture shown at `place`, made small; None where nothing can be read there."""
    container.seek(place, stream=stream, backward=True)
    frame = None
    for number, frame in enumerate(container.decode(stream)):
        if number >= MOST_DECODED or (frame.pts is not None and frame.pts + (frame.duration or 0) >= place):
            break
    if frame is None:
        return None
    scale = side / max(frame.width, frame.height)
    size = [max(2, round(edge * scale)) for edge in (frame.width, frame.height)]
    image = frame.reformat(width=size[0], height=size[1], format="rgb24").to_image()
    return image.rotate(frame.rotation, expand=True) if frame.rotation else image


if __name__ == "__main__":
    lock_down()
    import av.error

    try:
        facts = draw(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
    except (av.error.FFmpegError, ValueError, IndexError, StopIteration, MemoryError, OSError) as error:
        facts = {"error": f"{type(error).__name__}: {error}"}
    sys.stdout.write(json.dumps(facts))
