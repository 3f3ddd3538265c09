"""
The child that makes a slideshow: `python -m video.slideshow.child SHOW TARGET MEMORY FILE`, sizes in bytes; SHOW is JSON.

Prints progress, and then what was made, or what is wrong: the photo's index where it is one's fault.
"""

import json
import sys
from pathlib import Path
from typing import Any

from video.child import FULL, lock_down

CPU_S = 1_800
NO_ROOM = "There is no room on this server for the video. Free some space and try again."
TOO_LARGE = "The photos need more memory than this server gives to a slideshow. Use smaller pictures."


def say(**message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def make(said: dict[str, Any], target: Path) -> dict[str, object]:
    """Write the file and look at it; return how it was made, and why not as asked, if so."""
    from video.slideshow.bitstream import BadBitstream
    from video.slideshow.encoder import render_authored
    from video.slideshow.spec import Encoder, read_show
    from video.slideshow.verify import Disagreement, verify
    from video.slideshow.x264_encoder import render_with_x264

    show, why = read_show(said), ""
    if show.encoder == Encoder.AUTHORED:
        try:
            authored = render_authored(show, target, tell=lambda percent: say(progress=percent))
            verify(target, show, authored)
        except (BadBitstream, Disagreement) as error:
            why = str(error)
        else:
            return {"encoder": Encoder.AUTHORED, "why": ""}
    render_with_x264(show, target, tell=lambda percent: say(progress=percent))
    verify(target, show)
    return {"encoder": Encoder.X264, "why": why}


def _explain(error: BaseException) -> dict[str, object]:
    from video.slideshow.layers import SlideRefused
    from video.slideshow.sound import MusicRefused

    match error:
        case SlideRefused():
            return {"code": "photo_unreadable", "error": str(error), "index": error.index}
        case MusicRefused():
            return {"code": "music_unreadable", "error": str(error)}
        case MemoryError():
            return {"code": "out_of_memory", "error": TOO_LARGE}
        case OSError() if error.errno in FULL:
            return {"code": "no_room", "error": NO_ROOM}
    raise error


if __name__ == "__main__":
    lock_down(cpu_s=CPU_S, memory_bytes=int(sys.argv[3]), file_bytes=int(sys.argv[4]))
    try:
        made = make(json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2]))
    except Exception as error:  # noqa: BLE001 - what is not explained is raised again
        say(**_explain(error))
    else:
        say(done=True, **made)
