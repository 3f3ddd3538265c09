"""What a video file really is: measured by decoding in a child process, never believed from its name or header alone."""

from dataclasses import dataclass
from pathlib import Path

from video.child import ChildFailed, run_child
from video.container import HEAD_BYTES, find_container

TIMEOUT_S = 60.0

# TikTok's own bounds (tiktok-api §5.3). The longest duration depends on the account and is checked against each.
CODECS = ("h264", "hevc", "vp8", "vp9")
MIN_FPS, MAX_FPS = 23.0, 60.0
FPS_TOLERANCE = 0.03  # 59.94 and 23.976 are fine, and so is a clip whose clock is off by a hair
MIN_SIDE, MAX_SIDE = 360, 4096
MAX_DURATION_MS = 600_000


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """A readable video; `width` × `height` as it is shown, rotation applied."""

    mime_type: str
    duration_ms: int
    width: int
    height: int
    frame_rate: float
    video_codec: str
    audio_codec: str


class VideoRejected(Exception):
    """The file cannot be a TikTok video: `code` for programs, and the message is the sentence for the person."""

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
    )


def check_for_tiktok(facts: VideoFacts) -> None:
    """
    Accept what TikTok accepts on any account.

    :raises VideoRejected: with TikTok's own name of the check and what was measured
    """
    if facts.video_codec not in CODECS:
        raise VideoRejected(
            "file_format_check_failed",
            f"TikTok takes H.264, H.265, VP8 and VP9; this video is {facts.video_codec or 'unknown'}.",
        )
    if not MIN_FPS - FPS_TOLERANCE <= facts.frame_rate <= MAX_FPS + FPS_TOLERANCE:
        raise VideoRejected(
            "frame_rate_check_failed",
            f"TikTok takes 23 to 60 frames a second; this video has {facts.frame_rate:.4g}.",
        )
    if not (min(facts.width, facts.height) >= MIN_SIDE and max(facts.width, facts.height) <= MAX_SIDE):
        raise VideoRejected(
            "picture_size_check_failed",
            f"TikTok takes 360 to 4,096 pixels a side; this video has {facts.width} × {facts.height}.",
        )
    if facts.duration_ms > MAX_DURATION_MS:
        raise VideoRejected(
            "duration_check_failed",
            f"TikTok takes 10 minutes at most; this video has {facts.duration_ms / 60_000:.1f}.",
        )
