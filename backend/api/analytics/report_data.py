"""What a report tells, and what it makes of the days: sums, changes, bars, the hours of posting. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MOST_BARS = 124
WEEK, DAYS_A_MONTH = 7, 31
SEEN_ENOUGH = 0.5  # less of a day's views counted daily, and its bar is hatched
LEAST_POSTS, LEAST_SLOTS = 30, 10  # with fewer, hours of posting say nothing
BLOCK_H = 3


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A day of an account or of a workspace; what nobody looked at has no row at all, or one without `is_known`."""

    day: date
    views: int
    views_seen: int
    likes: int
    comments: int
    shares: int
    followers_net: int
    posts: int
    is_known: bool
    views_net: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of a range; `known_days` of its days were looked at."""

    views: int = 0
    likes: int = 0
    comments: int = 0
    shares: int = 0
    followers_net: int = 0
    posts: int = 0
    known_days: int = 0

    @property
    def engagement(self) -> float | None:
        """Likes, comments and shares for each view; None without views."""
        return (self.likes + self.comments + self.shares) / self.views if self.views > 0 else None


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the chart, from `first` to `last`: None where nobody looked, `is_sure` where it was counted daily."""

    first: date
    last: date
    views: int | None
    is_sure: bool


@dataclass(frozen=True, slots=True)
class TopPost:
    """A post of the range, and its counters now."""

    caption: str
    handle: str
    published_at: datetime
    url: str
    views: int
    likes: int
    comments: int
    shares: int
    score: float | None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account of a workspace's report: its sums of the range, and where its followers stood at the end."""

    handle: str
    followers: int | None
    totals: Totals


@dataclass(frozen=True, slots=True)
class Slot:
    """Posts of one weekday (0 is Monday) and one stretch of BLOCK_H hours: how many, and their middle views after 24 h."""

    weekday: int
    block: int
    posts: int
    views: float


@dataclass(frozen=True, slots=True)
class Report:
    """
    All that a report shows. `title` is whose it is; `handle` is empty for a whole workspace.

    `days` begin one range before `since`, for the changes; `followers` are (day, count) where they are known. `checked` is when
    the figures were looked up: the longest and the shortest ago.
    """

    title: str
    is_workspace: bool
    since: date
    until: date
    zone: str
    made_at: datetime
    days: Sequence[DayFigures] = ()
    followers: Sequence[tuple[date, int]] = ()
    posts: Sequence[TopPost] = ()
    post_count: int = 0
    accounts: Sequence[AccountRow] = ()
    account_count: int = 0
    slots: Sequence[Slot] = ()
    checked: tuple[datetime, datetime] | None = None
    today: date | None = None

    @property
    def length(self) -> int:
        return (self.until - self.since).days + 1

    @property
    def before(self) -> tuple[date, date]:
        """The days of the period before."""
        return self.since - self.length * DAY, self.since - DAY

    @property
    def now_totals(self) -> Totals:
        return add_up(self.days, self.since, self.until)

    @property
    def before_totals(self) -> Totals:
        return add_up(self.days, *self.before)


def add_up(days: Sequence[DayFigures], first: date, last: date) -> Totals:
    """Return the sums of the days from `first` to `last`."""
    some = [day for day in days if first <= day.day <= last]
    return Totals(
        views=sum(day.views_net for day in some),
        likes=sum(day.likes for day in some),
        comments=sum(day.comments for day in some),
        shares=sum(day.shares for day in some),
        followers_net=sum(day.followers_net for day in some),
        posts=sum(day.posts for day in some),
        known_days=sum(day.is_known for day in some),
    )


def make_bars(days: Sequence[DayFigures], since: date, until: date) -> list[Bar]:
    """Return the chart's bars, one a day; of a long range one a week, of a very long one one a month."""
    found = {day.day: day for day in days}
    bars = []
    for first, last in _stretches(since, until):
        span = [found.get(first + number * DAY) for number in range((last - first).days + 1)]
        known = [day for day in span if day is not None and day.is_known]
        views = sum(day.views for day in known)
        seen = sum(day.views_seen for day in known)
        sure = len(known) * 2 > len(span) and (not views or seen >= views * SEEN_ENOUGH)
        bars.append(Bar(first, last, views if known else None, sure))
    return bars


def _stretches(since: date, until: date) -> list[tuple[date, date]]:
    length = (until - since).days + 1
    if length <= MOST_BARS:
        starts = [since + number * DAY for number in range(length)]
    elif length <= MOST_BARS * WEEK:
        starts = [since, *(day for day in _days_after(since, until) if day.weekday() == 0)]
    else:
        starts = [since, *(day for day in _days_after(since, until) if day.day == 1)]
    return [(start, end - DAY) for start, end in zip(starts, [*starts[1:], until + DAY], strict=True)]


def _days_after(since: date, until: date) -> list[date]:
    return [since + number * DAY for number in range(1, (until - since).days + 1)]


def name_bars(bars: Sequence[Bar]) -> str:
    """Return what one bar stands for."""
    longest = max(((bar.last - bar.first).days + 1 for bar in bars), default=1)
    return "day" if longest == 1 else "week" if longest <= WEEK else "month"


def find_slots(posts: Sequence[tuple[datetime, int]], zone: str) -> list[Slot]:
    """
    Return how posts did by weekday and hour; nothing while there are too few to tell.

    :param posts: when each was published, and its views after 24 hours
    """
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, views in posts:
        local = at.astimezone(ZoneInfo(zone))
        found[local.weekday(), local.hour // BLOCK_H].append(views)
    if len(posts) < LEAST_POSTS or len(found) < LEAST_SLOTS:
        return []
    return [Slot(weekday, block, len(views), median(views)) for (weekday, block), views in sorted(found.items())]


def walk_back(total: int, nets: Sequence[tuple[date, int]], *, since: date, until: date) -> list[tuple[date, int]]:
    """
    Return how many followers there were at the end of each day, from how many there are now.

    :param nets: what each day added, oldest first, up to today
    """
    found = []
    for day, net in reversed(nets):
        if since <= day <= until:
            found.append((day, total))
        total -= net
    return found[::-1]
