"""A past for the accounts: videos made in TikTok's own app, at the hours when people make them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from carillon_sandbox.faults.chance import draw, pick
from carillon_sandbox.posting.posts import new_post_id, next_video_ms
from carillon_sandbox.sandbox import Sandbox

from .app_videos import AppVideo, has_history, insert_videos
from .rhythm import DAY, HOUR, audience_of, rhythm_at

SUBJECTS = (
    "Morning light", "A small repair", "The first batch", "Two minutes of rain", "What broke this week", "Before and after",
    "The long way home", "A question you asked", "Old tools", "The quiet hour", "Packing orders", "One colour, five ways",
)  # fmt: skip
ENDINGS = (
    "",
    " and what came of it",
    ", part two",
    ", as promised",
    " #behindthescenes",
    " #smallbusiness",
    " #slow #craft",
)
SHAPES = ((1080, 1920), (1080, 1920), (1080, 1920), (720, 1280), (1920, 1080))
SHORTEST_MS, LONGEST_MS = 6_000, 95_000


@dataclass(frozen=True, slots=True)
class Past:
    """How much of a past: so many days, and from `least` to `most` videos for each account."""

    seed: int
    days: int = 120
    least: int = 12
    most: int = 40


def plan_history(handle: str, past: Past, now: float) -> list[AppVideo]:
    """Return the videos of an account's past, oldest first; the same seed and day give the same ones."""
    stream = f"{past.seed} {handle}"
    count = past.least + int(draw(stream, "count") * (past.most - past.least + 1))
    midnight = now - now % DAY
    # Video times are odd here and there: no two alike, or a cursor would skip one.
    instants = sorted(
        {_instant(stream, handle, number, midnight - past.days * DAY, past.days) for number in range(count)}
    )
    return [_video(stream, handle, number, instant) for number, instant in enumerate(instants) if instant < now * 1000]


def _instant(stream: str, handle: str, number: int, first_midnight: float, days: int) -> int:
    day = int(draw(stream, "day", number) * days)
    hour = _lively_hour(stream, number) - audience_of(handle).utc_offset_hours
    return int((first_midnight + day * DAY + hour * HOUR) * 1000)


def _lively_hour(stream: str, number: int) -> float:
    # Drawn again until a second draw falls below the rhythm: lively hours are taken more often.
    attempt = 0
    while True:
        hour = 24 * draw(stream, f"hour {number}", attempt)
        if draw(stream, f"taken {number}", attempt) * 2 < rhythm_at(hour):
            return hour
        attempt += 1


def _video(stream: str, handle: str, number: int, instant: int) -> AppVideo:
    width, height = pick(SHAPES, stream, "shape", number)
    low = int(draw(stream, "id", number) * 2**32)
    return AppVideo(
        post_id=(instant // 1000 << 32) | low,
        handle=handle,
        caption=pick(SUBJECTS, stream, "subject", number) + pick(ENDINGS, stream, "ending", number),
        video_ms=instant,
        width=width,
        height=height,
        duration_ms=SHORTEST_MS + int(draw(stream, "length", number) * (LONGEST_MS - SHORTEST_MS)),
        is_aigc=draw(stream, "aigc", number) < 0.05,  # noqa: PLR2004  one in twenty
    )


def give_history(sandbox: Sandbox, handles: Sequence[str], past: Past) -> int:
    """Give these accounts a past and return how many videos that made; an account that has one keeps it."""
    now, made = sandbox.now(), 0
    with sandbox.store.change() as change:
        for handle in handles:
            if has_history(sandbox.store, handle):
                continue
            videos = plan_history(handle, past, now)
            insert_videos(change, videos)
            made += len(videos)
        change.record("history.made", now, videos=made, seed=past.seed, days=past.days)
    return made


def make_post(sandbox: Sandbox, handle: str, *, caption: str = "", duration_ms: int = 15_000) -> AppVideo:
    """Make a video in TikTok's own app, now."""
    now = sandbox.now()
    width, height = SHAPES[0]
    caption = caption or SUBJECTS[secrets.randbelow(len(SUBJECTS))]
    instant = next_video_ms(sandbox.store, handle, now)
    video = AppVideo(new_post_id(now), handle, caption, instant, width, height, duration_ms, is_aigc=False)
    with sandbox.store.change() as change:
        insert_videos(change, [video])
        change.record("post.made_in_app", now, handle=handle, post_id=str(video.post_id))
    return video
