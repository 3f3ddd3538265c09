"""What a video file really is: measured by decoding in a child process, never believed from its name or header alone."""

from dataclasses import dataclass
from pathlib import Path

from video.boxes import read_layout
from video.child import ChildFailed, run_child
from video.container import HEAD_BYTES, find_container

TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """
    A readable video; `width` × `height` as it is shown, rotation applied.

    `transfer` is "PQ" or "HLG" for HDR, else empty; `rotation` in degrees is what the file notes and players apply.
    """

    mime_type: str
    duration_ms: int
    width: int
    height: int
    frame_rate: float
    video_codec: str
    audio_codec: str
    pixel_format: str = ""
    transfer: str = ""
    rotation: int = 0
    is_variable: bool = False
    index_first: bool | None = None
    is_cut_off: bool = False


class VideoRejected(Exception):
    """The file cannot be read as a video: `code` for programs, and the message is the sentence for the person."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def probe_video(path: Path, *, thumbnail: Path | None = None) -> VideoFacts:
    """
    Return what the file is, and write a JPEG thumbnail of at most 480 pixels beside if asked.

    :raises VideoRejected: `not_a_video`, `unreadable_video`, `no_video_track`
    """
    with path.open("rb") as stream:
        container = find_container(stream.read(HEAD_BYTES))
        layout = read_layout(stream, size=path.stat().st_size)
    if container is None:
        raise VideoRejected("not_a_video", "This file is not a video TikTok takes. Use MP4, MOV or WebM.")
    try:
        facts = run_child(
            "video.probe_child", [container.demuxer, str(path), str(thumbnail or "")], timeout_s=TIMEOUT_S
        )
    except ChildFailed as error:
        raise VideoRejected(
            "unreadable_video", "The file is damaged or incomplete: it could not be played here."
        ) from error
    if "error" in facts:
        raise VideoRejected(str(facts["error"]), str(facts["message"]))
    return VideoFacts(
        mime_type=container.mime_type,
        duration_ms=int(str(facts["duration_ms"])),
        width=int(str(facts["width"])),
        height=int(str(facts["height"])),
        frame_rate=float(str(facts["frame_rate"])),
        video_codec=str(facts["video_codec"]),
        audio_codec=str(facts["audio_codec"]),
        pixel_format=str(facts["pixel_format"]),
        transfer=str(facts["transfer"]),
        rotation=int(str(facts["rotation"])),
        is_variable=facts["is_variable"] is True,
        index_first=layout.index_first,
        is_cut_off=layout.is_cut_off,
    )
