"""A past for the accounts: videos made in TikTok's own app, at the hours when people make them."""

import math
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from carillon_sandbox.faults.chance import draw, pick
from carillon_sandbox.posting.posts import new_post_id
from carillon_sandbox.sandbox import Sandbox

from .app_videos import AppVideo, has_history, insert_videos, next_video_ms
from .captions import SUBJECTS, write_caption
from .rhythm import DAY, HOUR, audience_of, rhythm_at

SHAPES = ((1080, 1920), (1080, 1920), (1080, 1920), (720, 1280), (1920, 1080))
SHORTEST_MS, LONGEST_MS = 6_000, 95_000
MOST_VIDEOS, MOST_DAYS = 400, 1000
MOST_A_DAY = 20  # goes on ahead of the clock; a past that is denser than that does so for its own days only


@dataclass(frozen=True, slots=True)
class Past:
    """
    How much of a past: so many days before the clock, and from `least` to `most` videos for each account in them.

    Where the clock is behind real time, the past goes on at the same pace until then.
    """

    seed: int
    days: int = 120
    least: int = 12
    most: int = 40


def plan_history(handle: str, past: Past, now: float, until: float = 0.0) -> list[AppVideo]:
    """
    Return the videos of an account's past, oldest first, and of what goes on from `now` to a later instant.

    The same seed and day give the same ones.
    """
    stream = f"{past.seed} {handle}"
    count = past.least + int(draw(stream, "count") * (past.most - past.least + 1))
    midnight = now - now % DAY
    gone = _instants(stream, handle, range(count), midnight - past.days * DAY, past.days)
    days_ahead = math.ceil((until - midnight) / DAY) if until > now else 0
    more = int(days_ahead * min(count / past.days, MOST_A_DAY))
    ahead = _instants(stream, handle, range(count, count + more), midnight, days_ahead)
    dated = [(number, instant) for number, instant in enumerate(gone) if instant < now * 1000]
    dated += [(number, instant) for number, instant in enumerate(ahead, count) if now <= instant / 1000 < until]
    return [_video(stream, handle, number, instant) for number, instant in dated]


def _instants(stream: str, handle: str, numbers: range, first_midnight: float, days: int) -> list[int]:
    # Video times are odd here and there: no two alike, or a cursor would skip one.
    return sorted({_instant(stream, handle, number, first_midnight, days) for number in numbers})


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
        caption=write_caption(stream, handle, number),
        video_ms=instant,
        width=width,
        height=height,
        duration_ms=SHORTEST_MS + int(draw(stream, "length", number) * (LONGEST_MS - SHORTEST_MS)),
        is_aigc=draw(stream, "aigc", number) < 0.05,  # noqa: PLR2004  one in twenty
    )


def give_history(sandbox: Sandbox, handles: Sequence[str], past: Past) -> tuple[int, int]:
    """
    Give these accounts a past; an account that has one keeps it.

    Where the clock is behind real time, the past goes on until then: nobody sees those videos before the clock is
    there. Return how many videos that made, and how many of them lie ahead.
    """
    now, until, made, ahead = sandbox.now(), sandbox.clock.real_now(), 0, 0
    with sandbox.store.change() as change:
        for handle in handles:
            if has_history(sandbox.store, handle):
                continue
            videos = plan_history(handle, past, now, until)
            insert_videos(change, videos)
            made += len(videos)
            ahead += sum(video.video_ms > now * 1000 for video in videos)
        change.record("history.made", now, videos=made, ahead=ahead, seed=past.seed, days=past.days)
    return made, ahead


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
