"""What can be asked of a stretch of time, and how sums of days become it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from api.analytics.counters import HOUR_US
from api.analytics.selectors import Stretch

DAY_US = 24 * HOUR_US


class MetricType(StrEnum):
    """`followers` is a level, the others are what a stretch of time added; `engagement_rate` is per view."""

    FOLLOWERS = "followers"
    FOLLOWERS_GAINED = "followers_gained"
    VIEWS = "views"
    LIKES = "likes"
    COMMENTS = "comments"
    SHARES = "shares"
    POSTS = "posts"
    ENGAGEMENT_RATE = "engagement_rate"


OF_POSTS = {
    MetricType.VIEWS: "views",
    MetricType.LIKES: "likes",
    MetricType.COMMENTS: "comments",
    MetricType.SHARES: "shares",
}
OF_THE_ACCOUNT = {MetricType.FOLLOWERS, MetricType.FOLLOWERS_GAINED}


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over days. `days_measured` are those looked at; `coverage` is the share of views counted daily or oftener."""

    views: int = 0
    likes: int = 0
    comments: int = 0
    shares: int = 0
    views_lost: int = 0
    followers_gained: int = 0
    followers_lost: int = 0
    posts: int = 0
    held: int = 0
    resets: int = 0
    days_measured: int = 0
    coverage: float | None = None

    @property
    def followers_net(self) -> int:
        return self.followers_gained - self.followers_lost

    @property
    def engagement_rate(self) -> float | None:
        """Return likes, comments and shares for each view; None where there were no views to speak of."""
        return round((self.likes + self.comments + self.shares) / self.views, 5) if self.views > 0 else None


def add_up(days: Iterable[Stretch]) -> Totals:
    """Add days up; likes, comments and shares are net, since people take them back."""
    days = list(days)
    measured = [day for day in days if is_measured(day)]
    gained = sum(day.views_gain for day in days)
    return Totals(
        views=gained - sum(day.views_loss for day in days),
        likes=sum(day.likes_gain - day.likes_loss for day in days),
        comments=sum(day.comments_gain - day.comments_loss for day in days),
        shares=sum(day.shares_gain - day.shares_loss for day in days),
        views_lost=sum(day.views_loss for day in days),
        followers_gained=sum(day.followers_gain for day in days),
        followers_lost=sum(day.followers_loss for day in days),
        posts=sum(day.posts for day in days),
        held=sum(day.held for day in days),
        resets=sum(day.resets for day in days),
        days_measured=len(measured),
        coverage=round(sum(day.views_seen for day in days) / gained, 4) if gained else None,
    )


def is_measured(day: Stretch) -> bool:
    """Tell whether anything is known of a day but that something was posted on it."""
    return bool(day.samples or day.covered_us or day.own_covered_us or day.views_gain or day.followers_end is not None)


def coverage_of(day: Stretch, metric: MetricType) -> float:
    """
    Return how much of what a day tells was really counted then, 0 to 1; the rest was spread over a longer time without a look.
    """
    if metric in OF_THE_ACCOUNT:
        return 1.0 if day.own_covered_us else 0.0
    if day.views_gain:
        return round(day.views_seen / day.views_gain, 4)
    return 1.0 if day.covered_us or day.samples else 0.0


def change_of(now: float | None, before: float | None) -> float | None:
    """Return by how much of itself a figure grew; None where there was nothing before."""
    return None if now is None or not before else round((now - before) / abs(before), 4)
