"""The child of the hostile files' test: `python -m video.slideshow.tests.paint_all FOLDER`; paints every file it can."""

import json
import sys
from collections import Counter
from pathlib import Path

from video.child import lock_down
from video.container import HEAD_BYTES


def paint_all(folder: Path) -> dict[str, object]:
    """Open each file by the decoder its first bytes call for, or by one they do not; count what became of them."""
    from video.picture import JPEG, find_picture
    from video.slideshow.canvas import PhotoRefused, paint
    from video.slideshow.spec import Slide

    became = Counter[str]()
    for path in sorted(folder.iterdir()):
        kind = find_picture(path.read_bytes()[:HEAD_BYTES]) or JPEG
        try:
            paint(Slide(str(path), kind.decoder, 1_000), width=216, height=384)
        except PhotoRefused:
            became["refused"] += 1
        else:
            became["shown"] += 1
    return {**became, "peak_bytes": read_peak()}


def read_peak() -> int:
    """Return the most memory this program has had. `getrusage` would count what its parent had when it was started."""
    (line,) = [one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    lock_down(cpu_s=600)
    sys.stdout.write(json.dumps(paint_all(Path(sys.argv[1]))))
