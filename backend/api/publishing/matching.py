"""Which of an account's posts at TikTok is one of ours, when no answer of TikTok's says so (publishing §2.4). Pure."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tiktok.wire import VideoItem

EARLIER = timedelta(minutes=2)  # TikTok's clock may be behind ours
LATER = timedelta(hours=72)  # how long TikTok may take to let a post be public
DURATION_SLACK_S = 1.0
LISTED_PRIVACY = "PUBLIC_TO_EVERYONE"  # what TikTok lists; anything else cannot be found there


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What a post of ours looks like from outside: the caption it was sent with, its length, and when it may have been made.

    `duration_s` is None for photos, which have none to compare.
    """

    caption: str
    duration_s: float | None
    not_before: datetime
    not_after: datetime
    privacy_level: str = LISTED_PRIVACY

    @classmethod
    def sent_at(cls, committed_at: datetime, *, caption: str, duration_ms: int | None, privacy_level: str) -> "Wanted":
        """Return what to look for when the last bytes of a post left at `committed_at`."""
        duration_s = None if duration_ms is None else duration_ms / 1000
        return cls(caption, duration_s, committed_at - EARLIER, committed_at + LATER, privacy_level)


def match(wanted: Wanted, videos: Iterable[VideoItem], *, bound: Collection[str] = ()) -> list[VideoItem]:
    """
    Return the posts that may be it, the oldest first; exactly one is an answer, none or several are not.

    A post that TikTok does not list to anyone (any privacy but public) matches nothing, whatever lies there.

    :param bound: ids of posts that are known to be other publications
    """
    if wanted.privacy_level != LISTED_PRIVACY:
        return []
    found = [video for video in videos if video.id not in bound and _fits(wanted, video)]
    return sorted(found, key=lambda video: video.create_time)


def fold(caption: str) -> str:
    """Return a caption as it is compared: composed letters (NFC), and every run of white space as one blank."""
    return " ".join(unicodedata.normalize("NFC", caption).split())


def _fits(wanted: Wanted, video: VideoItem) -> bool:
    if fold(video.video_description) != fold(wanted.caption):
        return False
    made_at = datetime.fromtimestamp(video.create_time, UTC)
    if not wanted.not_before <= made_at <= wanted.not_after:
        return False
    return wanted.duration_s is None or abs((video.duration or 0) - wanted.duration_s) <= DURATION_SLACK_S
