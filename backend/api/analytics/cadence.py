"""How often TikTok is asked: a young post's counters race, an old one's hardly move. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

CLOSELY, CLOSE_UNTIL = timedelta(minutes=10), timedelta(hours=4)
RELATIVE = 24  # looks while a post's age doubles, about
DAILY_FROM, WEEKLY_FROM, NEVER_FROM = timedelta(days=24), timedelta(days=90), timedelta(days=365)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
AT_LEAST = timedelta(hours=1)  # an account: or what was posted in TikTok's app would be found too late to see it grow


def interval_at(age: timedelta) -> timedelta | None:
    """Return how long after a look at a post of that age the next is due; None when it is left alone."""
    if age < CLOSE_UNTIL:
        return CLOSELY
    if age < DAILY_FROM:
        return max(age / RELATIVE, CLOSELY)
    if age < WEEKLY_FROM:
        return DAY
    return WEEK if age < NEVER_FROM else None


def next_look(*, published_at: datetime, checked_at: datetime) -> datetime | None:
    """Return when a post is due that was last looked at then."""
    interval = interval_at(checked_at - published_at)
    return None if interval is None else checked_at + interval


def next_sync(posts: Iterable[tuple[datetime, datetime]], *, synced_at: datetime) -> datetime:
    """
    Return when an account is due again.

    :param posts: when each was published and last looked at
    """
    looks = (next_look(published_at=published, checked_at=checked) for published, checked in posts)
    return min([synced_at + AT_LEAST, *(look for look in looks if look is not None)])
