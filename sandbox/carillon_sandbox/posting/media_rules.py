"""What TikTok refuses a video for, decided from the facts of the real file."""

from collections.abc import Sequence
from dataclasses import dataclass

CODECS = ("h264", "hevc", "vp8", "vp9")
LOWEST_FRAME_RATE = 23.0
HIGHEST_FRAME_RATE = 60.0
FRAME_RATE_SLACK = 0.01  # 60 fps is written as 60.0024 by containers that count in milliseconds
SHORTEST_SIDE = 360
LONGEST_SIDE = 4096


LARGEST_SHORT_SIDE = 1080
LARGEST_PHOTO = 20_000_000
PHOTO_FORMATS = ("JPEG", "WEBP")
FAIL_REASONS = (
    "file_format_check_failed", "duration_check_failed", "frame_rate_check_failed", "picture_size_check_failed",
    "internal", "video_pull_failed", "photo_pull_failed", "publish_cancelled", "auth_removed",
    "spam_risk_too_many_posts", "spam_risk_user_banned_from_posting", "spam_risk_text", "spam_risk",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Photo:
    """What one picture of a photo post turned out to be; no format means that it could not be read."""

    format: str | None
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file turned out to be."""

    container: str
    codec: str
    width: int
    height: int
    frame_rate: float
    duration_ms: int


def judge_video(facts: Facts | None, *, max_duration_sec: int) -> str | None:
    """Return the `fail_reason`, or None for a video that can be posted; None as facts means unreadable."""
    if facts is None or facts.codec not in CODECS:
        return "file_format_check_failed"
    if not 0 < facts.duration_ms <= max_duration_sec * 1000:
        return "duration_check_failed"
    lowest, highest = LOWEST_FRAME_RATE - FRAME_RATE_SLACK, HIGHEST_FRAME_RATE + FRAME_RATE_SLACK
    if not lowest <= facts.frame_rate <= highest:
        return "frame_rate_check_failed"
    if not all(SHORTEST_SIDE <= side <= LONGEST_SIDE for side in (facts.width, facts.height)):
        return "picture_size_check_failed"
    return None


def judge_photos(photos: Sequence[Photo]) -> str | None:
    """Return the fail reason of the whole carousel: one bad picture is enough, and nobody says which."""
    if not all(photo.format in PHOTO_FORMATS for photo in photos):
        return "file_format_check_failed"
    if any(min(photo.width, photo.height) > LARGEST_SHORT_SIDE for photo in photos):
        return "picture_size_check_failed"
    return None
