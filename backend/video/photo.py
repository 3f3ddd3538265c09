"""
A picture made ready for a photo post: a JPEG that TikTok takes, and nothing in it but the picture.

TikTok refuses PNG, GIF and HEIC, and a whole carousel for one photo whose shorter side has more than 1,080 pixels (tiktok-api
§5.3). What a camera writes beside the picture, such as where it was taken, stays here. Done in a child process.
"""

from dataclasses import dataclass
from pathlib import Path

from video.child import ChildFailed, run_child
from video.container import HEAD_BYTES
from video.picture import find_picture
from video.probe import VideoRejected

TIMEOUT_S = 60.0
MIME_TYPE = "image/jpeg"
MAX_SHORT_SIDE = 1080
MAX_BYTES = 20_000_000
MAX_PIXELS = 100_000_000
MAX_SOURCE_BYTES = 100 * 1024**2


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A readable picture, `width` × `height` as it is shown; and the size in pixels of the JPEG that was made of it."""

    mime_type: str
    width: int
    height: int
    ready_width: int
    ready_height: int


def make_ready(path: Path, *, ready: Path, thumbnail: Path) -> PhotoFacts:
    """
    Return what the picture is; write the JPEG for TikTok to `ready` and one of at most 480 pixels to `thumbnail`.

    :raises VideoRejected: `not_a_picture`, `unreadable_picture`, `picture_size_check_failed`
    """
    with path.open("rb") as stream:
        kind = find_picture(stream.read(HEAD_BYTES))
    if kind is None:
        raise VideoRejected(
            "not_a_picture", "This file is not a picture we can read. Use JPEG, PNG, WebP, HEIC or AVIF."
        )
    try:
        facts = run_child(
            "video.photo_child", [kind.decoder, str(path), str(ready), str(thumbnail)], timeout_s=TIMEOUT_S
        )
    except ChildFailed as error:
        raise VideoRejected(
            "unreadable_picture", "The picture is damaged, or too large to be opened here. Export it again, smaller."
        ) from error
    if "error" in facts:
        raise VideoRejected(str(facts["error"]), str(facts["message"]))
    names = ("width", "height", "ready_width", "ready_height")
    return PhotoFacts(kind.mime_type, *(int(str(facts[name])) for name in names))
