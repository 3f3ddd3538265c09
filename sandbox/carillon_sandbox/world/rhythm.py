"""How an audience's attention comes and goes, and the counts that grow with it: decisions only."""

import math
from dataclasses import dataclass
from functools import lru_cache

from carillon_sandbox.faults.chance import draw, draw_factor, pick

HOUR, DAY = 3600.0, 86400.0
HOMES = (-8, -7, -6, -5, -3, 0, 1, 2, 3, 5, 7, 8, 9, 10)
EVENING, NOON = 20 / 24, 13 / 24  # the two crests of a day
EVENING_CREST, NOON_CREST = 0.6, 0.25  # together below 1: attention ebbs and never runs backwards
FIRST_VIEWERS = 150.0


@dataclass(frozen=True, slots=True)
class Audience:
    """Where the people who watch an account live: hours from UTC and share, home first."""

    places: tuple[tuple[int, float], ...]

    @property
    def utc_offset_hours(self) -> int:
        """Return the account's own time zone."""
        return self.places[0][0]

    def attention(self, instant: float) -> float:
        """Return how many average seconds of attention went by until an instant; it only grows."""
        return sum(share * _attention(instant + hours * HOUR) for hours, share in self.places)


@lru_cache(maxsize=1024)
def audience_of(handle: str) -> Audience:
    """Return an account's audience, which is always the same."""
    home, abroad = (pick(HOMES, handle, place) for place in ("home", "abroad"))
    share = 0.6 + 0.35 * draw(handle, "share at home")
    return Audience(((home, share), (abroad, 1.0 - share)))


def _attention(local: float) -> float:
    turn = local / DAY
    evening = EVENING_CREST / (2 * math.pi) * math.sin(2 * math.pi * (turn - EVENING))
    noon = NOON_CREST / (4 * math.pi) * math.sin(4 * math.pi * (turn - NOON))
    return local + DAY * (evening + noon)


def rhythm_at(local_hour: float) -> float:
    """Return how lively an hour of the day is; 1 is the average."""
    turn = local_hour / 24
    evening = EVENING_CREST * math.cos(2 * math.pi * (turn - EVENING))
    return 1 + evening + NOON_CREST * math.cos(4 * math.pi * (turn - NOON))


def count_reactions(video_id: str, *, followers: int, audience: Audience, created: float, now: float) -> dict[str, int]:
    """Return a video's lifetime totals: they grow fast at first, then slowly, and never shrink."""
    hours = max(audience.attention(now) - audience.attention(created), 0.0) / HOUR
    reach = (FIRST_VIEWERS + 0.5 * followers) * draw_factor(video_id, "reach", 1.3)
    half_time = 3.0 + 30.0 * draw(video_id, "half time")
    views = int(reach * (hours / (hours + half_time) + 0.1 * math.log1p(hours / 500.0)))
    likes = int(views * (0.03 + 0.09 * draw(video_id, "likes")))
    return {
        "view_count": views,
        "like_count": likes,
        "comment_count": int(likes * (0.02 + 0.1 * draw(video_id, "comments"))),
        "share_count": int(likes * (0.02 + 0.08 * draw(video_id, "shares"))),
    }


def grow(base: int, name: str, handle: str, *, audience: Audience, born: float, now: float) -> int:
    """Return what an account's count has grown to since the world began."""
    days = max(audience.attention(now) - audience.attention(born), 0.0) / DAY
    a_day = base * (0.0003 + 0.0025 * draw(handle, f"growth of {name}")) + 0.2
    return base + int(a_day * days)
