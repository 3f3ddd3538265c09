"""The child that opens a sound file: `python -m video.sound_child DEMUXER PATH`; prints facts, or error and message."""

import json
import sys

from video.child import lock_down

MOST_FRAMES = 200


def probe(demuxer: str, path: str) -> dict[str, object]:
    """Open the file with this demuxer only, decode its beginning, measure."""
    import av  # after lock_down, so that what its libraries do is limited too

    with av.open(f"file:{path}", format=demuxer, options={"protocol_whitelist": "file"}) as container:
        if not container.streams.audio:
            return {"error": "unreadable_sound", "message": "There is no sound in this file."}
        stream = container.streams.audio[0]
        heard = 0
        for frame, _ in zip(container.decode(stream), range(MOST_FRAMES), strict=False):
            heard += frame.samples
        if not heard:
            raise ValueError("nothing to hear")
        length = float(stream.duration * stream.time_base) if stream.duration and stream.time_base else None
        if length is None:
            length = (container.duration or 0) / 1_000_000
        length = length or heard / stream.codec_context.sample_rate
        return {"duration_ms": round(length * 1000), "codec": stream.codec_context.name}


if __name__ == "__main__":
    lock_down()
    import av.error

    try:
        facts = probe(*sys.argv[1:3])
    except (av.error.FFmpegError, ValueError, StopIteration, MemoryError, OSError) as error:
        facts = {
            "error": "unreadable_sound",
            "message": "The sound file is damaged or incomplete: it could not be played here.",
        }
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    sys.stdout.write(json.dumps(facts))
