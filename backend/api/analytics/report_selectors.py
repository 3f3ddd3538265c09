"""The rows a report is made of: some ten statements, whatever its range."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max, Min, QuerySet, Sum

from api.accounts.models import Account
from api.analytics.models import AccountDay, AccountState, VideoState, WorkspaceDay
from api.analytics.report_data import (
    DAY,
    AccountRow,
    DayFigures,
    Report,
    TopPost,
    Totals,
    find_slots,
    walk_back,
)
from api.workspaces.models import Workspace

TOP_POSTS, TOP_ACCOUNTS = 10, 12
MOST_TIMED_POSTS = 5_000
USUAL_DAYS = 28
SUMMED = (
    "views_gain",
    "views_loss",
    "likes_gain",
    "likes_loss",
    "comments_gain",
    "comments_loss",
    "shares_gain",
    "shares_loss",
    "followers_gain",
    "followers_loss",
    "posts",
)


def usual_range(zone: str, *, now: datetime) -> tuple[date, date]:
    """Return the last four weeks that are over."""
    yesterday = now.astimezone(ZoneInfo(zone)).date() - DAY
    return yesterday - (USUAL_DAYS - 1) * DAY, yesterday


def load_report(*, workspace: Workspace, account: Account | None, since: date, until: date, now: datetime) -> Report:
    """Return the report of an account, or of the whole workspace without one."""
    zone = _zone_of(workspace, account)
    days = _days(workspace, account, since - ((until - since).days + 1) * DAY, until)
    posts = _posts(workspace, account, zone, since, until)
    accounts, account_count = ([], 0) if account else _accounts(workspace, since, until)
    checked = _states(workspace, account).aggregate(first=Min("checked_at"), last=Max("checked_at"))
    return Report(
        title=account.handle if account else workspace.name,
        is_workspace=account is None,
        since=since,
        until=until,
        zone=zone,
        made_at=now,
        days=[_figures(day) for day in days],
        followers=_followers(workspace, account, since, until),
        posts=_top_posts(posts),
        post_count=posts.count(),
        accounts=accounts,
        account_count=account_count,
        slots=find_slots(_timed(posts), zone),
        checked=(checked["first"], checked["last"]) if checked["first"] else None,
        today=now.astimezone(ZoneInfo(zone)).date(),
    )


def _zone_of(workspace: Workspace, account: Account | None) -> str:
    """Return the zone an account's days are counted in by now; a workspace's is its own."""
    state = AccountState.objects.filter(account=account, workspace=workspace).first() if account else None
    return str(state.zones[-1][1]) if state and state.zones else workspace.time_zone


def _states(workspace: Workspace, account: Account | None) -> "QuerySet[AccountState]":
    states = AccountState.objects.filter(workspace=workspace)
    return states.filter(account=account) if account else states


def _days(
    workspace: Workspace, account: Account | None, since: date, until: date
) -> Sequence[AccountDay | WorkspaceDay]:
    if account is None:
        return list(WorkspaceDay.objects.filter(workspace_id=workspace.pk, day__range=(since, until)).order_by("day"))
    return list(AccountDay.objects.filter(account_id=account.pk, day__range=(since, until)).order_by("day"))


def _figures(day: AccountDay | WorkspaceDay) -> DayFigures:
    return DayFigures(
        day=day.day,
        views=day.views_gain,
        views_seen=day.views_seen,
        likes=day.likes_gain - day.likes_loss,
        comments=day.comments_gain - day.comments_loss,
        shares=day.shares_gain - day.shares_loss,
        followers_net=day.followers_gain - day.followers_loss,
        posts=day.posts,
        is_known=bool(day.covered_us or day.own_covered_us or day.views_gain),
        views_net=day.views_gain - day.views_loss,
    )


def _followers(workspace: Workspace, account: Account | None, since: date, until: date) -> list[tuple[date, int]]:
    """An account's are kept with its days. A workspace's are reckoned back from now, for its accounts came at different times."""
    if account:
        known = AccountDay.objects.filter(account_id=account.pk, day__range=(since, until), followers_end__isnull=False)
        ends = known.order_by("day").values_list("day", "followers_end")
        return [(day, count) for day, count in ends if count is not None]
    total = _states(workspace, None).exclude(at=None).aggregate(total=Sum("followers"))["total"]
    if total is None:
        return []
    days = WorkspaceDay.objects.filter(workspace_id=workspace.pk, day__gte=since).order_by("day")
    nets = [(day, gain - loss) for day, gain, loss in days.values_list("day", "followers_gain", "followers_loss")]
    return walk_back(total, nets, since=since, until=until)


def _posts(
    workspace: Workspace, account: Account | None, zone: str, since: date, until: date
) -> "QuerySet[VideoState]":
    start, end = (
        datetime.combine(day, datetime.min.time(), ZoneInfo(zone)) for day in (since, until + timedelta(days=1))
    )
    posts = VideoState.objects.filter(workspace=workspace, published_at__gte=start, published_at__lt=end)
    return posts.filter(account=account) if account else posts


def _timed(posts: "QuerySet[VideoState]") -> list[tuple[datetime, int]]:
    """Return when posts were published and their views after 24 hours, of those where that is known."""
    known = posts.exclude(views_24h=None).order_by("-published_at")
    rows = known.values_list("published_at", "views_24h")[:MOST_TIMED_POSTS]
    return [(at, views) for at, views in rows if views is not None]


def _top_posts(posts: "QuerySet[VideoState]") -> list[TopPost]:
    best = posts.select_related("video", "account").order_by("-views", "-published_at")[:TOP_POSTS]
    return [
        TopPost(
            caption=state.video.caption,
            handle=state.account.handle,
            published_at=state.published_at,
            url=state.video.share_url,
            views=state.views,
            likes=state.likes,
            comments=state.comments,
            shares=state.shares,
            score=state.viral_score,
        )
        for state in best
    ]


def _accounts(workspace: Workspace, since: date, until: date) -> tuple[list[AccountRow], int]:
    """Return the accounts with most views in the range, and how many accounts there are."""
    known = {state.pk: state for state in _states(workspace, None).select_related("account")}
    days = AccountDay.objects.filter(account_id__in=list(known), day__range=(since, until))
    sums = days.values("account_id").annotate(**{f"all_{name}": Sum(name) for name in SUMMED})
    ends = dict(
        days.exclude(followers_end=None)
        .order_by("account_id", "-day")
        .distinct("account_id")
        .values_list("account_id", "followers_end")
    )
    rows = [
        AccountRow(known[one["account_id"]].account.handle, ends.get(one["account_id"]), _totals(one)) for one in sums
    ]
    return sorted(rows, key=lambda row: -row.totals.views)[:TOP_ACCOUNTS], len(known)


def _totals(sums: Mapping[str, Any]) -> Totals:
    def net(name: str) -> int:
        return int(sums[f"all_{name}_gain"] - sums[f"all_{name}_loss"])

    return Totals(net("views"), net("likes"), net("comments"), net("shares"), net("followers"), int(sums["all_posts"]))
