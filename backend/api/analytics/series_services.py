"""A figure over time: by hour, day, week or month, each point with what it was counted from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from api.analytics import selectors
from api.analytics.days import begin_of, to_instant
from api.analytics.measures import OF_POSTS, MetricType, coverage_of, is_measured
from api.analytics.ranges import DAY, Days, Granularity, WeekStart, group_of
from api.analytics.selectors import AccountNow, Stretch
from api.workspaces.models import Workspace
from core.domain_error import Invalid

INTERPOLATED_BELOW = 0.5
MOST_FOREIGN_DAYS = 92
# What is read of each day: whether anybody looked, and what makes the figure.
LOOKED = ("views_gain", "views_seen", "samples", "held", "covered_us", "own_covered_us", "followers_end")
MAKE_UP = {
    MetricType.FOLLOWERS: (),
    MetricType.FOLLOWERS_GAINED: ("followers_gain", "followers_loss"),
    MetricType.VIEWS: ("views_loss",),
    MetricType.LIKES: ("likes_gain", "likes_loss"),
    MetricType.COMMENTS: ("comments_gain", "comments_loss"),
    MetricType.SHARES: ("shares_gain", "shares_loss"),
    MetricType.POSTS: ("posts",),
    MetricType.ENGAGEMENT_RATE: ("likes_gain", "comments_gain", "shares_gain"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """
    One point; `start` is a date, or an instant for hours. `value` is None where nobody measured.

    Of what can be lost as well as gained, `gained` and `lost` are apart and `value` is their difference.
    """

    start: date | datetime
    value: float | None
    gained: int | None
    lost: int | None
    coverage: float
    held: int

    @property
    def is_interpolated(self) -> bool:
        return self.value is not None and self.coverage < INTERPOLATED_BELOW


@dataclass(frozen=True, slots=True)
class Series:
    account: AccountNow
    metric: MetricType
    granularity: Granularity
    days: Days
    points: list[Point]
    reason: str = ""


def account_series(
    *,
    workspace: Workspace,
    account_id: UUID,
    metric: MetricType,
    days: Days,
    granularity: Granularity,
    week_start: WeekStart,
    known: int,
) -> tuple[int, Series | None]:
    """
    Return a figure over time, None when the known version is the present one.

    :raises NotFound: when the workspace has no such account
    :raises Invalid: for a zone or hours that the rows cannot tell
    """
    hourly, names = granularity == Granularity.HOUR, LOOKED + MAKE_UP[metric]
    if hourly or days.zone != workspace.time_zone:
        if metric in {MetricType.FOLLOWERS, MetricType.POSTS}:
            raise Invalid.at(
                "metric", f"{metric} is told by day, in the workspace's own zone.", code="metric_by_day_only"
            )
        account, rows = _from_hours(workspace, account_id, days, known=known, names=names, hourly=hourly)
    else:
        account, rows = selectors.read_days(workspace, account_id, days, known=known, names=names)
    if rows is None:
        return account.version, None
    groups = group(rows, granularity, week_start)
    points = [point_of(start, members, metric) for start, members in sorted(groups.items())]
    return account.version, Series(account, metric, granularity, days, points, _reason(account, metric))


def _from_hours(
    workspace: Workspace, account_id: UUID, days: Days, *, known: int, names: tuple[str, ...], hourly: bool
) -> tuple[AccountNow, list[Stretch] | None]:
    """Days of another zone are added up from hours, which are UTC: it has to be whole hours away."""
    since, until = to_instant(begin_of(days.zone, days.since)), to_instant(begin_of(days.zone, days.until + DAY))
    if since.minute or until.minute:
        message = f"{days.zone} is not whole hours from UTC; days are told in {workspace.time_zone}."
        raise Invalid.at("time_zone", message, code="zone_not_whole_hours")
    if days.count > MOST_FOREIGN_DAYS:
        message = f"In another zone than {workspace.time_zone}, {MOST_FOREIGN_DAYS} days at most are told."
        raise Invalid.at("time_zone", message, code="range_too_long")
    account, rows = selectors.read_hours(workspace, account_id, since=since, until=until, known=known, names=names)
    if rows is None or hourly:
        return account, rows
    zone = ZoneInfo(days.zone)
    by_day = defaultdict(list)
    for row in rows:
        if isinstance(row.start, datetime):
            by_day[row.start.astimezone(zone).date()].append(row)
    return account, [merge(day, members) for day, members in sorted(by_day.items())]


def group(
    rows: Iterable[Stretch], granularity: Granularity, week_start: WeekStart
) -> dict[date | datetime, list[Stretch]]:
    """Return the rows by the point they belong to."""
    groups: dict[date | datetime, list[Stretch]] = defaultdict(list)
    for row in rows:
        is_hour = isinstance(row.start, datetime)
        groups[row.start if is_hour else group_of(row.start, granularity, week_start)].append(row)
    return groups


def merge(start: date, rows: list[Stretch]) -> Stretch:
    """Add hours up to a day."""
    sums = {name: sum(getattr(row, name) for row in rows) for name in selectors.SUMS}
    return rows[0]._replace(start=start, **sums)


def point_of(start: date | datetime, rows: list[Stretch], metric: MetricType) -> Point:
    """Return what these rows tell of a metric."""
    measured = [row for row in rows if is_measured(row)]
    held = sum(row.held for row in rows)
    if metric == MetricType.POSTS:
        return Point(start, float(sum(row.posts for row in rows)), None, None, 1.0, held)
    if not measured:
        return Point(start, None, None, None, 0.0, held)
    coverage = round(sum(coverage_of(row, metric) for row in measured) / len(measured), 4)
    if metric == MetricType.FOLLOWERS:
        known = [row.followers_end for row in measured if row.followers_end is not None]
        return Point(start, float(known[-1]) if known else None, None, None, coverage if known else 0.0, held)
    if metric == MetricType.ENGAGEMENT_RATE:
        views = sum(row.views_gain for row in measured)
        engaged = sum(row.likes_gain + row.comments_gain + row.shares_gain for row in measured)
        return Point(start, round(engaged / views, 5) if views else None, None, None, coverage, held)
    name = OF_POSTS.get(metric, "followers")
    gained = sum(getattr(row, f"{name}_gain") for row in measured)
    lost = sum(getattr(row, f"{name}_loss") for row in measured)
    return Point(start, float(gained - lost), gained, lost, coverage, held)


def _reason(account: AccountNow, metric: MetricType) -> str:
    """Say why there are no points where a permission is missing."""
    if metric in {MetricType.FOLLOWERS, MetricType.FOLLOWERS_GAINED}:
        return "" if account.tells_counters else "user.info.stats"
    return "" if account.tells_posts else "video.list"
