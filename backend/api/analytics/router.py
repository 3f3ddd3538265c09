"""What accounts and posts came to: every answer from rows that stay few, kept until something changes."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Annotated, TypeVar
from uuid import UUID

from django.core.files.storage import default_storage
from django.http import HttpResponseBase
from django.utils import timezone
from ninja import Query, Router, Status
from pydantic import BaseModel

from api.accounts.selectors import get_account
from api.analytics import (
    dashboard_services,
    forecast_services,
    metrics_services,
    overview_selectors,
    post_selectors,
    post_services,
    refresh_services,
    retention_services,
    series_services,
    services,
    times_services,
)
from api.analytics.models import ForecastMetric, Video, WorkspaceState
from api.analytics.post_selectors import PostOrder
from api.analytics.ranges import Days, choose_granularity, read_range, read_zone
from api.analytics.schemas import (
    AccountMetricsOut,
    AnalyticsQueryIn,
    BestTimesOut,
    ComparedOut,
    ComparisonOut,
    DashboardOut,
    DaysOut,
    FleetOut,
    ForecastOut,
    HashtagPerformanceOut,
    PostAnalyticsOut,
    PostListOut,
    PostSummaryOut,
    RefreshOut,
    RetentionIn,
    RetentionOut,
    SeriesQueryIn,
    TimeSeriesOut,
)
from api.analytics.video_services import open_state
from api.workspaces.auth import AuthedRequest, member_auth
from api.workspaces.models import Workspace
from core.domain_error import NotFound
from core.http_range import serve_range
from core.problem_schema import REFUSALS, Problem

router = Router(auth=member_auth)
Found = TypeVar("Found")
Asked = Annotated[AnalyticsQueryIn, Query()]
MOST_OFFSET = 10_000


def shape(make: Callable[[Found], BaseModel], ask: Callable[..., tuple[int, Found | None]]) -> services.Question:
    """Have what `ask` finds made into an answer, unless there is nothing newer than what is known."""

    def question(known: int) -> tuple[int, BaseModel | None]:
        version, found = ask(known=known)
        return version, None if found is None else make(found)

    return question


def read_days(query: AnalyticsQueryIn, workspace: Workspace, now: datetime) -> Days:
    zone = read_zone(query.time_zone, fallback=workspace.time_zone)
    return read_range(query.range, since=query.since, until=query.until, zone=zone, now=now)


@router.get(
    "/accounts/{uuid:account_id}/metrics",
    response={200: AccountMetricsOut, **REFUSALS},
    operation_id="getAccountMetrics",
)
def get_account_metrics(request: AuthedRequest, account_id: UUID, query: Asked) -> HttpResponseBase:
    """Return an account's figures over a range, beside those of as many days before."""
    workspace = request.auth.workspace
    days = read_days(query, workspace, timezone.now())
    ask = partial(metrics_services.account_metrics, workspace=workspace, account_id=account_id, days=days)
    words = {"workspace": workspace.pk, "account": account_id, "days": days}
    return services.answer(request, "metrics", words, shape(AccountMetricsOut.of, ask))


@router.get(
    "/accounts/{uuid:account_id}/timeseries",
    response={200: TimeSeriesOut, **REFUSALS},
    operation_id="getAccountTimeSeries",
)
def get_account_time_series(
    request: AuthedRequest, account_id: UUID, query: Annotated[SeriesQueryIn, Query()]
) -> HttpResponseBase:
    """Return one figure over time, gains and losses apart, each point with what it was counted from."""
    workspace = request.auth.workspace
    days = read_days(query, workspace, timezone.now())
    granularity = choose_granularity(query.granularity, days)
    ask = partial(
        series_services.account_series,
        workspace=workspace,
        account_id=account_id,
        metric=query.metric,
        days=days,
        granularity=granularity,
        week_start=query.week_start,
    )
    words = {
        "workspace": workspace.pk,
        "account": account_id,
        "days": days,
        "metric": query.metric,
        "granularity": granularity,
        "week_start": query.week_start,
    }
    return services.answer(request, "timeseries", words, shape(TimeSeriesOut.of, ask))


@router.get(
    "/accounts/{uuid:account_id}/forecast", response={200: ForecastOut, **REFUSALS}, operation_id="getAccountForecast"
)
def get_account_forecast(
    request: AuthedRequest,
    account_id: UUID,
    metric: ForecastMetric = ForecastMetric.FOLLOWERS,
    days: Annotated[int, Query(ge=1, le=forecast_services.AHEAD)] = 14,
) -> HttpResponseBase:
    """Return where followers or daily views are going, with a band, and how often earlier bands held."""
    workspace, now = request.auth.workspace, timezone.now()
    ask = partial(
        forecast_services.account_forecast, workspace=workspace, account_id=account_id, metric=metric, now=now
    )
    today = read_days(AnalyticsQueryIn(), workspace, now).until
    words = {"workspace": workspace.pk, "account": account_id, "metric": metric, "ahead": days, "today": today}
    return services.answer(request, "forecast", words, shape(lambda found: ForecastOut.of(found, days), ask))


@router.get("/posts/{uuid:video_id}", response={200: PostAnalyticsOut, **REFUSALS}, operation_id="getPostAnalytics")
def get_post_analytics(request: AuthedRequest, video_id: UUID) -> HttpResponseBase:
    """Return one post's totals at equal ages, its viral score with its parts, and what was expected of it."""
    workspace = request.auth.workspace
    ask = partial(post_services.post_analytics, workspace=workspace, video_id=video_id)
    words = {"workspace": workspace.pk, "video": video_id}
    return services.answer(request, "post", words, shape(PostAnalyticsOut.of_post, ask))


@router.get("/posts/{uuid:video_id}/cover", response={200: None, **REFUSALS}, operation_id="getPostCover")
def get_post_cover(request: AuthedRequest, video_id: UUID) -> HttpResponseBase:
    """Return our copy of the cover, a WebP of at most 480 pixels."""
    video = Video.objects.filter(pk=video_id, workspace=request.auth.workspace).only("cover_key").first()
    if video is None or not video.cover_key or not default_storage.exists(video.cover_key):
        raise NotFound("This post has no cover.")
    stream = default_storage.open(video.cover_key)
    etag = video.cover_key.rpartition("/")[2]
    return serve_range(request, stream, size=stream.size, content_type="image/webp", etag=etag)


@router.get("/posts", response={200: PostListOut, **REFUSALS}, operation_id="listAnalyzedPosts")
def list_analyzed_posts(
    request: AuthedRequest,
    query: Asked,
    account_id: UUID | None = None,
    post_id: UUID | None = None,
    publication_id: UUID | None = None,
    order: PostOrder = PostOrder.NEWEST,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    offset: Annotated[int, Query(ge=0, le=MOST_OFFSET)] = 0,
) -> PostListOut:
    """
    List the posts published in a range, of the workspace or of one account, whoever made them.

    With `post_id` or `publication_id`, only what became of that post or publication of ours, whenever it went out.
    """
    workspace = request.auth.workspace
    days = read_days(query, workspace, timezone.now())
    if account_id is not None:
        get_account(workspace=workspace, account_id=account_id)
    posts = post_selectors.list_posts(
        workspace,
        account_ids=[account_id] if account_id else [],
        became_of=post_selectors.Became(post_id, publication_id),
        since=None if post_id or publication_id else days.since,
        until=None if post_id or publication_id else days.until,
        order=order,
        limit=limit + 1,
        offset=offset,
    )
    more = offset + limit if len(posts) > limit and offset + limit <= MOST_OFFSET else None
    return PostListOut(items=[PostSummaryOut.of(post) for post in posts[:limit]], next_offset=more)


@router.get("/insights/best-times", response={200: BestTimesOut, **REFUSALS}, operation_id="getBestTimes")
def get_best_times(request: AuthedRequest, account_id: UUID, time_zone: str = "") -> HttpResponseBase:
    """Return when the account's posts reach farthest, in its zone: how sure that is, and what it rests on."""
    workspace = request.auth.workspace
    zone = read_zone(time_zone, fallback=workspace.time_zone)
    ask = partial(times_services.best_times, workspace=workspace, account_id=account_id, zone=zone, now=timezone.now())
    words = {"workspace": workspace.pk, "account": account_id, "zone": zone}
    return services.answer(request, "best_times", words, shape(BestTimesOut.of, ask))


@router.get(
    "/insights/hashtags", response={200: HashtagPerformanceOut, **REFUSALS}, operation_id="getHashtagPerformance"
)
def get_hashtag_performance(request: AuthedRequest, query: Asked, account_id: UUID | None = None) -> HttpResponseBase:
    """Return how many times the usual views each hashtag goes with, shrunk towards none where posts are few."""
    workspace = request.auth.workspace
    days = read_days(query, workspace, timezone.now())
    ask = partial(times_services.hashtags, workspace=workspace, account_id=account_id, days=days)
    words = {"workspace": workspace.pk, "account": account_id, "days": days}
    return services.answer(request, "hashtags", words, shape(HashtagPerformanceOut.of, ask))


@router.get("/dashboard", response={200: DashboardOut, **REFUSALS}, operation_id="getDashboard")
def get_dashboard(request: AuthedRequest, query: Asked) -> HttpResponseBase:
    """Return the workspace at a glance: sums, days, the posts that gain most, and the accounts that need a look."""
    workspace, now = request.auth.workspace, timezone.now()
    days = read_days(query, workspace, now)
    ask = partial(dashboard_services.dashboard, workspace=workspace, days=days, now=now)
    words = {"workspace": workspace.pk, "days": days}
    return services.answer(request, "dashboard", words, shape(DashboardOut.of, ask))


@router.get("/accounts", response={200: FleetOut, **REFUSALS}, operation_id="listAnalyzedAccounts")
def list_analyzed_accounts(request: AuthedRequest, query: Asked) -> HttpResponseBase:
    """Return every account of the workspace with its figures of a range, the most followed first."""
    workspace = request.auth.workspace
    days = read_days(query, workspace, timezone.now())
    ask = partial(dashboard_services.fleet, workspace=workspace, days=days)
    words = {"workspace": workspace.pk, "days": days}
    tell_version = partial(overview_selectors.version_of, workspace)
    return services.answer(
        request, "accounts", words, shape(partial(FleetOut.of, days=days), ask), tell_version=tell_version
    )


@router.get("/compare", response={200: ComparisonOut, **REFUSALS}, operation_id="compareAccounts")
def compare_accounts(
    request: AuthedRequest, query: Asked, account_id: Annotated[list[UUID], Query()]
) -> HttpResponseBase:
    """Return two to ten accounts side by side, per day and per follower: repeat `account_id`."""
    workspace = request.auth.workspace
    days = read_days(query, workspace, timezone.now())
    ask = partial(dashboard_services.compare, workspace=workspace, account_ids=account_id, days=days)

    def make(found: list[dashboard_services.Compared]) -> ComparisonOut:
        return ComparisonOut(range=DaysOut.of(days), items=[ComparedOut.of(one, days) for one in found])

    words = {"workspace": workspace.pk, "accounts": account_id, "days": days}
    return services.answer(request, "compare", words, shape(make, ask))


@router.post(
    "/refresh/{uuid:account_id}",
    response={202: RefreshOut, **REFUSALS, 429: Problem},
    operation_id="refreshAnalytics",
)
def refresh_analytics(request: AuthedRequest, account_id: UUID) -> Status[RefreshOut]:
    """Have the account looked at now; once a minute at most. How far it has come is told live, and at `look_at`."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    return Status(202, RefreshOut.of(refresh_services.ask_refresh(account=account, now=timezone.now())))


@router.get("/refresh/{uuid:account_id}", response={200: RefreshOut, **REFUSALS}, operation_id="getRefresh")
def get_refresh(request: AuthedRequest, account_id: UUID) -> RefreshOut:
    """Return how far the last look at an account has come."""
    return RefreshOut.of(open_state(get_account(workspace=request.auth.workspace, account_id=account_id)))


@router.get("/retention", response={200: RetentionOut, **REFUSALS}, operation_id="getRetention")
def get_retention(request: AuthedRequest) -> RetentionOut:
    """Return for how long this workspace's samples and hours are kept, and what they take on disk."""
    workspace = request.auth.workspace
    state = WorkspaceState.objects.filter(workspace=workspace).first() or WorkspaceState(workspace=workspace)
    return RetentionOut.of(state, retention_services.measure_kept(workspace, now=timezone.now()))


@router.put("/retention", response={200: RetentionOut, **REFUSALS, 403: Problem}, operation_id="setRetention")
def set_retention(request: AuthedRequest, wanted: RetentionIn) -> RetentionOut:
    """Choose for how long samples and hours are kept; owners and admins only. What is older goes the next night."""
    member = request.auth
    state = retention_services.set_retention(member=member, raw_days=wanted.raw_days, hour_days=wanted.hour_days)
    return RetentionOut.of(state, retention_services.measure_kept(member.workspace, now=timezone.now()))
