"""What becomes of a video: who sees it, likes it, comments on it and passes it on. Decisions only."""

import math

from carillon_sandbox.faults.chance import draw, draw_factor

from .rhythm import HOUR, Audience, audience_of

FIRST_VIEWERS = 150.0
HOUR_EFFECT = (
    0.72  # from the deadest hour to the liveliest it is 1.39, where all live in one zone: 2 ** (0.72 * 1.39) = 2
)
VIDEO_SPREAD, ACCOUNT_SPREAD = 0.9, 0.5
BREAKOUTS = 0.03
BREAKOUT_REACH = (5.0, 20.0)
BREAKOUT_SHARES = 3.0


def count_reactions(video_id: str, *, handle: str, followers: int, created: float, now: float) -> dict[str, int]:
    """Return a video's lifetime totals: they grow fast at first, then slowly, and never shrink."""
    audience = audience_of(handle)
    hours = max(audience.attention(now) - audience.attention(created), 0.0) / HOUR
    reach = (FIRST_VIEWERS + 0.5 * followers) * reach_factor(video_id, handle=handle, created=created)
    half_time = 3.0 + 30.0 * draw(video_id, "half time")
    views = int(reach * (hours / (hours + half_time) + 0.1 * math.log1p(hours / 500.0)))
    likes = int(views * (0.03 + 0.09 * draw(video_id, "likes")))
    eagerness = BREAKOUT_SHARES if is_breakout(video_id) else 1.0
    return {
        "view_count": views,
        "like_count": likes,
        "comment_count": int(likes * (0.02 + 0.1 * draw(video_id, "comments"))),
        "share_count": int(likes * (0.02 + 0.08 * draw(video_id, "shares")) * eagerness),
    }


def reach_factor(video_id: str, *, handle: str, created: float) -> float:
    """Return how far a video goes, measured by its account's followers: by luck, account, hour and breakout."""
    luck = draw_factor(video_id, "reach", VIDEO_SPREAD) * draw_factor(handle, "reach", ACCOUNT_SPREAD)
    return luck * hour_factor(audience_of(handle), created) * _breakout_factor(video_id)


def hour_factor(audience: Audience, created: float) -> float:
    """Return what the hour of posting does: the audience's liveliest reaches up to twice as many as its deadest."""
    return math.pow(2.0, HOUR_EFFECT * (audience.liveliness(created) - 1.0))


def is_breakout(video_id: str) -> bool:
    """Tell whether a video goes far beyond the account's followers, as about three in a hundred do."""
    return draw(video_id, "breakout") < BREAKOUTS


def _breakout_factor(video_id: str) -> float:
    least, most = BREAKOUT_REACH
    return least * math.pow(most / least, draw(video_id, "breakout reach")) if is_breakout(video_id) else 1.0
