"""The child that opens a video: `python -m video.probe_child DEMUXER PATH THUMBNAIL`; prints facts, or error and message."""

import itertools
import json
import statistics
import sys
from typing import Any

from video.child import lock_down

THUMBNAIL_SIDE = 480
MAX_PIXELS = 50_000_000
HDR_TRANSFERS = {16: "PQ", 18: "HLG"}  # AVColorTransferCharacteristic
MOST_PACKETS, MOST_ENTRIES = 300, 50_000
UNEVEN, UNEVEN_SHARE = 0.2, 0.02  # gaps a fifth off the usual one, and how many of them still count as even


def probe(demuxer: str, path: str, thumbnail: str) -> dict[str, object]:
    """Open the file with this demuxer only, decode a frame, measure."""
    import av  # after lock_down, so that what its libraries do is limited too

    # `file:` and the whitelist: a playlist dressed up as a video may name other files or hosts (security D7).
    with av.open(f"file:{path}", format=demuxer, options={"protocol_whitelist": "file"}) as container:
        if not container.streams.video and not container.streams.audio:
            raise ValueError("nothing to play")
        if not container.streams.video:
            return {"error": "no_video_track", "message": "The file has sound but no picture."}
        stream = container.streams.video[0]
        if stream.codec_context.width * stream.codec_context.height > MAX_PIXELS:
            return {
                "error": "picture_size_check_failed",
                "message": "The picture is far larger than TikTok takes.",
            }
        duration_ms = _duration_ms(container, stream)
        frame = _early_frame(container, stream, duration_ms)
        quarter_turned = frame.rotation % 180 != 0
        width, height = (frame.height, frame.width) if quarter_turned else (frame.width, frame.height)
        if thumbnail:
            _save_thumbnail(frame, thumbnail)
        audio = container.streams.audio
        return {
            "duration_ms": duration_ms,
            "width": width,
            "height": height,
            "frame_rate": float(stream.average_rate or 0),
            "video_codec": stream.codec_context.name,
            "audio_codec": audio[0].codec_context.name if audio else "",
            "pixel_format": frame.format.name,
            "transfer": HDR_TRANSFERS.get(int(frame.color_trc), ""),
            "rotation": frame.rotation % 360,
            "is_variable": is_variable(_timestamps(container, stream)),
        }


def is_variable(timestamps: list[int]) -> bool:
    """Tell whether pictures follow each other at uneven distances; a file's clock may be off by a little."""
    ordered = sorted(timestamps)
    gaps = [after - before for before, after in itertools.pairwise(ordered)][:-1]  # the last one is often odd
    if len(gaps) < 3:  # noqa: PLR2004
        return False
    usual = statistics.median(gaps)
    uneven = sum(abs(gap - usual) > max(UNEVEN * usual, 1) for gap in gaps)
    return uneven > UNEVEN_SHARE * len(gaps)


def _timestamps(container: Any, stream: Any) -> list[int]:
    """Return when pictures come, in the stream's units: an MP4's index knows them all, of a WebM the first are read."""
    if container.format.name.startswith("mov"):
        return [entry.timestamp for entry in itertools.islice(stream.index_entries, MOST_ENTRIES)]
    container.seek(0)
    packets = itertools.islice(container.demux(stream), MOST_PACKETS)
    return [packet.pts for packet in packets if packet.pts is not None]


def _duration_ms(container: Any, stream: Any) -> int:
    if stream.duration and stream.time_base:
        return round(float(stream.duration * stream.time_base) * 1000)
    return round((container.duration or 0) / 1000)


def _early_frame(container: Any, stream: Any, duration_ms: int) -> Any:
    """Return a frame from a tenth into the video, where it is seldom black any more; the first one when seeking fails."""
    if duration_ms > 2000:  # noqa: PLR2004
        container.seek(duration_ms * 100, backward=True)  # microseconds / 10
    return next(iter(container.decode(stream)))


def _save_thumbnail(frame: Any, path: str) -> None:
    image = frame.to_image()
    if frame.rotation:
        image = image.rotate(frame.rotation, expand=True)
    image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    image.save(path, "JPEG", quality=82)


if __name__ == "__main__":
    lock_down()
    import av.error

    try:
        facts = probe(*sys.argv[1:4])
    except (av.error.FFmpegError, ValueError, StopIteration, MemoryError, OSError) as error:
        facts = {
            "error": "unreadable_video",
            "message": "The file is damaged or incomplete: it could not be played here.",
        }
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    sys.stdout.write(json.dumps(facts))
