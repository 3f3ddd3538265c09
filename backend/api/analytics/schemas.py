"""What analytics answers. Counts are whole numbers, rates are per view, shares are from 0 to 1; what nobody knows is null."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Self
from uuid import UUID

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from api.analytics import metrics_services
from api.analytics.dashboard_services import Compared, Dashboard
from api.analytics.forecast_services import AHEAD, AccountForecast
from api.analytics.measures import MetricType, Totals, change_of, coverage_of, is_measured
from api.analytics.metrics_services import AccountMetrics
from api.analytics.models import AccountState, ForecastMetric, WorkspaceState
from api.analytics.overview_selectors import FleetRow
from api.analytics.post_selectors import Expected, PostNow
from api.analytics.post_services import PostAnalytics
from api.analytics.ranges import Days, Granularity, TimeRange, WeekStart
from api.analytics.retention_services import (
    LEAST_HOUR_DAYS,
    LEAST_RAW_DAYS,
    MOST_HOUR_DAYS,
    MOST_RAW_DAYS,
    Kept,
)
from api.analytics.selectors import AccountNow, Stretch
from api.analytics.series_services import Point, Series
from api.analytics.times_services import AccountTimes, Hashtags
from core.sentences.answer import Sentence
from insight.hashtags import FEWEST_POSTS as FEWEST_TAGGED
from insight.least import FORECAST_DAYS, TIMES_ACCOUNTS, TIMES_POSTS
from insight.viral_score import Confidence

FIRST_AGE = timedelta(hours=1)


class AnalyticsQueryIn(Schema):
    """Which days a question is about: a length up to today, or `custom` with `since` and `until`, both included."""

    range: TimeRange = TimeRange.LAST_28
    since: date | None = None
    until: date | None = None
    time_zone: Annotated[str, Field(max_length=64, description="an IANA name; without it, the workspace's own")] = ""


class SeriesQueryIn(AnalyticsQueryIn):
    """A figure over time. Weeks begin on `week_start`; `auto` is by day, by week above 400 days."""

    metric: MetricType = MetricType.FOLLOWERS
    granularity: Granularity = Granularity.AUTO
    week_start: WeekStart = WeekStart.MONDAY


class Answer(BaseModel):
    """
    What an answer is made of.

    Plain pydantic: ninja's Schema asks for each value by a getter of its own, in Python, and again for every part of a part.
    """

    model_config = ConfigDict(from_attributes=True)


class DaysOut(Answer):
    """The days an answer is about, both included, by the clock of `time_zone`."""

    since: date
    until: date
    time_zone: str

    @classmethod
    def of(cls, days: Days) -> Self:
        return cls(since=days.since, until=days.until, time_zone=days.zone)


class AnalyzedAccountOut(Answer):
    """Which account, and when it was last looked at. While `is_doubted`, its last counters wait for another look to agree."""

    id: UUID
    handle: str
    nickname: str
    status: str
    updated_at: datetime | None
    is_doubted: bool
    refresh_status: str
    refresh_error: Sentence

    @classmethod
    def of(cls, account: AccountNow) -> Self:
        return cls(
            id=account.id,
            handle=account.handle,
            nickname=account.nickname,
            status=account.status,
            updated_at=account.checked_at,
            is_doubted=account.held_at is not None,
            refresh_status=account.refresh_status,
            refresh_error=account.refresh_error,
        )


class GrowthMetricsOut(Answer):
    """Followers now, and what a range gained and lost, apart; `change` is against as many days before, 0.1 for a tenth more."""

    followers: int | None
    followers_at_start: int | None
    gained: int
    lost: int
    net: int
    rate: float | None
    net_before: int
    change: float | None


class EngagementMetricsOut(Answer):
    """What a range added to all posts of the account, whenever they were published; net of what was taken back."""

    views: int
    likes: int
    comments: int
    shares: int
    engagement_rate: float | None
    posts: int
    views_before: int
    views_change: float | None
    engagement_rate_before: float | None

    @classmethod
    def of(cls, now: Totals, before: Totals) -> Self:
        return cls(
            views=now.views,
            likes=now.likes,
            comments=now.comments,
            shares=now.shares,
            engagement_rate=now.engagement_rate,
            posts=now.posts,
            views_before=before.views,
            views_change=change_of(now.views, before.views) if before.days_measured else None,
            engagement_rate_before=before.engagement_rate,
        )


class AudienceInsightsOut(Answer):
    """All that TikTok's API tells of an audience. What else people look for is `not_provided`, and no number stands in for it."""

    followers: int | None
    following: int | None
    profile_likes: int | None
    public_posts: int | None
    not_provided: list[str]
    why: Sentence = "not provided by TikTok"


class QualityOut(Answer):
    """
    How good the figures are: `coverage` is the share of views counted daily or oftener, the rest was spread evenly over a longer
    time; `days_measured` of `days`; `held_out` samples looked like glitches and are not in the figures.
    """

    days: int
    days_measured: int
    coverage: float | None
    held_out: int
    new_beginnings: int

    @classmethod
    def of(cls, totals: Totals, days: Days) -> Self:
        return cls(
            days=days.count,
            days_measured=totals.days_measured,
            coverage=totals.coverage,
            held_out=totals.held,
            new_beginnings=totals.resets,
        )


class AccountMetricsOut(Answer):
    """`missing` names each part that the account's permissions do not give, with the permission that would."""

    account: AnalyzedAccountOut
    range: DaysOut
    growth: GrowthMetricsOut | None
    engagement: EngagementMetricsOut | None
    audience: AudienceInsightsOut
    quality: QualityOut
    missing: dict[str, str]

    @classmethod
    def of(cls, found: AccountMetrics) -> Self:
        account, now = found.account, found.now
        knows = account.at is not None
        growth = GrowthMetricsOut(
            followers=account.followers if knows else None,
            followers_at_start=found.first_followers,
            gained=now.followers_gained,
            lost=now.followers_lost,
            net=now.followers_net,
            rate=change_of(found.last_followers, found.first_followers),
            net_before=found.before.followers_net,
            change=change_of(now.followers_net, found.before.followers_net),
        )
        return cls(
            account=AnalyzedAccountOut.of(account),
            range=DaysOut.of(found.days),
            growth=None if "growth" in found.missing else growth,
            engagement=None if "engagement" in found.missing else EngagementMetricsOut.of(now, found.before),
            audience=AudienceInsightsOut(
                followers=account.followers if knows else None,
                following=account.following if knows else None,
                profile_likes=account.profile_likes if knows else None,
                public_posts=account.posts if knows else None,
                not_provided=list(metrics_services.NOT_PROVIDED),
            ),
            quality=QualityOut.of(now, found.days),
            missing=found.missing,
        )


class TimeSeriesDataPoint(Answer):
    """
    One point: `start` is a date, or an instant for hours. `value` is null where nobody measured, never zero for that.

    `gained` and `lost` are apart where something can be lost. An `is_interpolated` point was mostly read off a straight line
    between two looks more than a day apart; `held_out` counts samples that looked like glitches.
    """

    start: date | datetime
    value: float | None
    gained: int | None
    lost: int | None
    coverage: float
    is_interpolated: bool
    held_out: int

    @classmethod
    def of(cls, point: Point) -> Self:
        return cls(
            start=point.start,
            value=point.value,
            gained=point.gained,
            lost=point.lost,
            coverage=point.coverage,
            is_interpolated=point.is_interpolated,
            held_out=point.held,
        )


class TimeSeriesOut(Answer):
    """A figure over time, oldest first. `missing_scope` is the permission without which there is nothing to show."""

    account: AnalyzedAccountOut
    range: DaysOut
    metric: MetricType
    granularity: Granularity
    points: list[TimeSeriesDataPoint]
    missing_scope: str

    @classmethod
    def of(cls, series: Series) -> Self:
        return cls(
            account=AnalyzedAccountOut.of(series.account),
            range=DaysOut.of(series.days),
            metric=series.metric,
            granularity=series.granularity,
            points=[TimeSeriesDataPoint.of(point) for point in series.points],
            missing_scope=series.reason,
        )


class ScorePartOut(Answer):
    """One part of a score: how many standard deviations from the account's normal, and what it adds to the sum."""

    name: str
    z: float
    weighted: float


class ViralScoreOut(Answer):
    """
    0 to 100; 50 is the account's normal at that age. `score` is null where there is not enough to tell, and `reason` says why.

    Compared with `baseline_posts` of the account's own earlier posts at `age_h` hours, and with what is usual over
    `fleet_accounts` accounts where these are few. `times` is views over the account's usual views at that age.
    """

    score: float | None
    reason: str
    age_h: int | None
    parts: list[ScorePartOut]
    baseline_posts: int
    fleet_accounts: int
    confidence: Confidence
    usual_views: int | None
    times: float | None

    @classmethod
    def of(cls, post: PostNow) -> Self:
        told = post.score_parts
        return cls(
            score=post.viral_score,
            reason=told.get("reason", "" if told else _why_no_score(post)),
            age_h=told.get("age_h"),
            parts=[ScorePartOut(name=name, **part) for name, part in told.get("parts", {}).items()],
            baseline_posts=told.get("baseline_posts", 0),
            fleet_accounts=told.get("fleet_accounts", 0),
            confidence=told.get("confidence", Confidence.NONE),
            usual_views=told.get("usual_views"),
            times=told.get("times"),
        )


def _why_no_score(post: PostNow) -> str:
    """A post without a known age is in its first hour, or was first seen when it had left the ages it could be compared at."""
    looked_at = post.checked_at or post.published_at
    return "too_young" if looked_at - post.published_at < FIRST_AGE else "first_seen_late"


class PostAgeOut(Answer):
    """A post's totals at an age, in hours."""

    age_h: int
    views: int
    likes: int | None
    comments: int | None
    shares: int | None


class ExpectedViewsOut(Answer):
    """
    Views at seven days as foretold at `age_h` hours: four of five posts end between `low` and `high`; `came` is what it was.

    `middle` is null before six hours: the band is all that is known then.
    """

    age_h: int
    middle: int | None
    low: int
    high: int
    came: int | None

    @classmethod
    def of(cls, expected: Expected) -> Self:
        sure = expected.age_h >= 6  # noqa: PLR2004 - analytics.md §5: a band, not a number, before that
        return cls(
            age_h=expected.age_h,
            middle=expected.middle if sure else None,
            low=expected.low,
            high=expected.high,
            came=expected.came,
        )


class PostSummaryOut(Answer):
    """A post in a list. `publication_id` and `post_id` say which of ours it is; null for one made in TikTok's own app."""

    id: UUID
    account_id: UUID
    handle: str
    tiktok_id: str
    publication_id: UUID | None
    post_id: UUID | None
    caption: str
    hashtags: list[str]
    published_at: datetime
    has_cover: bool
    share_url: str
    is_gone: bool
    views: int | None
    likes: int | None
    comments: int | None
    shares: int | None
    engagement_rate: float | None
    gain_24h: int
    gain_7d: int
    viral_score: float | None
    confidence: Confidence

    @classmethod
    def of(cls, post: PostNow) -> Self:
        return cls(**summary_of(post))


def summary_of(post: PostNow) -> dict[str, Any]:
    known = post.at is not None
    engaged = post.likes + post.comments + post.shares
    return {
        "id": post.id,
        "account_id": post.account_id,
        "handle": post.handle,
        "tiktok_id": post.tiktok_id,
        "publication_id": post.publication_id,
        "post_id": post.post_id,
        "caption": post.caption,
        "hashtags": post.hashtags,
        "published_at": post.published_at,
        "has_cover": post.has_cover,
        "share_url": post.share_url,
        "is_gone": post.gone_at is not None,
        "views": post.views if known else None,
        "likes": post.likes if known else None,
        "comments": post.comments if known else None,
        "shares": post.shares if known else None,
        "engagement_rate": round(engaged / post.views, 5) if known and post.views > 0 else None,
        "gain_24h": post.gain_24h,
        "gain_7d": post.gain_7d,
        "viral_score": post.viral_score,
        "confidence": post.score_parts.get("confidence", Confidence.NONE),
    }


class PostAnalyticsOut(PostSummaryOut):
    """One post: its totals at equal ages, its score with its parts, and what was expected of it."""

    duration_s: int | None
    updated_at: datetime | None
    is_doubted: bool
    gone_since: datetime | None
    ages: list[PostAgeOut]
    viral: ViralScoreOut
    expected: list[ExpectedViewsOut]

    @classmethod
    def of_post(cls, found: PostAnalytics) -> Self:
        post = found.post
        return cls(
            **summary_of(post),
            duration_s=post.duration_s,
            updated_at=post.checked_at,
            is_doubted=post.held_at is not None,
            gone_since=post.gone_at,
            ages=[
                PostAgeOut(age_h=age, views=row[0] or 0, likes=row[1], comments=row[2], shares=row[3])
                for age, row in post.ages
            ],
            viral=ViralScoreOut.of(post),
            expected=[ExpectedViewsOut.of(one) for one in found.expected],
        )


class PostListOut(Answer):
    """Posts in the order asked for; `next_offset` is where the next page begins, null at the end."""

    items: list[PostSummaryOut]
    next_offset: int | None


class GoodTimeOut(Answer):
    """
    An hour worth posting in: `slot` is the hour of the local week (0 is Monday, midnight to one).

    `uplift` is how many more views than an average hour's are expected, 0.2 for a fifth more; four of five times between `low`
    and `high`. `posts` is how many posts around that hour speak for it.
    """

    slot: int
    weekday: int
    hour: int
    uplift: float
    low: float
    high: float
    posts: float


class BestTimesOut(Answer):
    """
    When posts reach farthest, in `time_zone`. While `is_known` is false nothing is ranked: `reason` says what is missing.

    `source`: "fleet" where it rests on other accounts' posts, "account" on its own, "mixed" on both; `own_share` how much of
    the doubt its own posts took away. `uplift` has all 168 hours of the week, `posts_by_slot` the account's own posts in each.
    """

    account: AnalyzedAccountOut
    time_zone: str
    is_known: bool
    reason: Sentence
    source: str | None
    own_share: float
    posts: int
    times: list[GoodTimeOut]
    uplift: list[float]
    posts_by_slot: list[int]

    @classmethod
    def of(cls, found: AccountTimes) -> Self:
        best = found.best
        needed = f"{TIMES_POSTS} posts with known views at 24 hours, or {TIMES_ACCOUNTS} accounts with posts"
        return cls(
            account=AnalyzedAccountOut.of(found.account),
            time_zone=found.zone,
            is_known=best.source is not None,
            reason="" if best.source else f"Not enough data: {best.posts} posts are known. It takes {needed}.",
            source=best.source,
            own_share=best.own_share,
            posts=best.posts,
            times=[
                GoodTimeOut(
                    slot=one.slot,
                    weekday=one.slot // 24,
                    hour=one.slot % 24,
                    uplift=round(one.uplift, 3),
                    low=round(one.low, 3),
                    high=round(one.high, 3),
                    posts=one.posts_nearby,
                )
                for one in best.times
            ],
            uplift=[round(value, 3) for value in best.uplift],
            posts_by_slot=found.posts_by_slot,
        )


class HashtagOut(Answer):
    """
    How many times the account's usual views at 24 hours a hashtag goes with; 1 is none, and so it is shrunk where posts are few.

    Four of five times between `low` and `high`; `is_clear` when that leaves out 1. `seen` is the plain mean.
    """

    hashtag: str
    posts: int
    accounts: int
    times: float
    low: float
    high: float
    seen: float
    is_clear: bool


class HashtagPerformanceOut(Answer):
    """
    Hashtags, the strongest first. They go with more or fewer views; they need not be why.

    While `is_known` is false nothing is told, and `reason` says what is missing.
    """

    range: DaysOut
    posts: int
    is_known: bool
    reason: Sentence
    items: list[HashtagOut]

    @classmethod
    def of(cls, found: Hashtags) -> Self:
        return cls(
            range=DaysOut.of(found.days),
            posts=found.posts,
            is_known=found.posts >= FEWEST_TAGGED,
            reason=""
            if found.posts >= FEWEST_TAGGED
            else f"Not enough data: views at 24 hours are known of {found.posts}, it takes {FEWEST_TAGGED} posts.",
            items=[
                HashtagOut(
                    hashtag=one.hashtag,
                    posts=one.posts,
                    accounts=one.accounts,
                    times=round(one.times, 3),
                    low=round(one.low, 3),
                    high=round(one.high, 3),
                    seen=round(one.seen, 3),
                    is_clear=one.is_clear,
                )
                for one in found.effects
            ],
        )


class DayOut(Answer):
    """A day's sums: views net of losses, followers gained less lost and both apart; null where nobody measured."""

    day: date
    views: int | None
    followers_net: int | None
    followers_gained: int | None
    followers_lost: int | None
    posts: int
    is_interpolated: bool
    held_out: int

    @classmethod
    def of(cls, row: Stretch) -> Self:
        known = is_measured(row)
        coverage = coverage_of(row, MetricType.VIEWS)
        return cls(
            day=row.start,
            views=row.views_gain - row.views_loss if known else None,
            followers_net=row.followers_gain - row.followers_loss if known else None,
            followers_gained=row.followers_gain if known else None,
            followers_lost=row.followers_loss if known else None,
            posts=row.posts,
            held_out=row.held,
            is_interpolated=known and coverage < 0.5,  # noqa: PLR2004 - as in series_services
        )


class DashboardOut(Answer):
    """A workspace at a glance. `stale` and `doubted` are accounts that need a look."""

    range: DaysOut
    accounts: int
    followers: int
    followers_net: int
    followers_net_before: int
    engagement: EngagementMetricsOut
    quality: QualityOut
    days: list[DayOut]
    top_posts: list[PostSummaryOut]
    stale: list[AnalyzedAccountOut]
    doubted: list[AnalyzedAccountOut]
    updated_at: datetime | None

    @classmethod
    def of(cls, found: Dashboard) -> Self:
        return cls(
            range=DaysOut.of(found.days),
            accounts=found.whole.accounts,
            followers=found.whole.followers,
            followers_net=found.now.followers_net,
            followers_net_before=found.before.followers_net,
            engagement=EngagementMetricsOut.of(found.now, found.before),
            quality=QualityOut.of(found.now, found.days),
            days=[DayOut.of(row) for row in found.by_day],
            top_posts=[PostSummaryOut.of(post) for post in found.top_posts],
            stale=[AnalyzedAccountOut.of(account) for account in found.stale],
            doubted=[AnalyzedAccountOut.of(account) for account in found.held],
            updated_at=found.whole.checked_at,
        )


class FleetAccountOut(Answer):
    """One account's figures of a range, in a list of all; null where nobody counted on any of its days."""

    account: AnalyzedAccountOut
    followers: int | None
    followers_net: int | None
    followers_net_before: int | None
    views: int | None
    views_before: int | None
    engagement_rate: float | None
    posts: int
    held_out: int


class FleetOut(Answer):
    """All accounts of the workspace, the most followed first."""

    range: DaysOut
    items: list[FleetAccountOut]

    @classmethod
    def of(cls, rows: Sequence[FleetRow], days: Days) -> Self:
        # In one go: a thousand accounts, made into parts one by one, take twice as long.
        return cls.model_validate({"range": DaysOut.of(days), "items": rows}, from_attributes=True)


class ComparedOut(Answer):
    """
    One of the accounts compared, in the order asked for.

    Per day is over the days that were measured; per thousand followers is over its followers now. Null where there are none.
    """

    account: AnalyzedAccountOut
    followers: int | None
    followers_net: int
    views: int
    engagement_rate: float | None
    posts: int
    views_per_day: float | None
    followers_net_per_day: float | None
    views_per_thousand_followers: float | None
    quality: QualityOut
    days: list[DayOut]

    @classmethod
    def of(cls, found: Compared, days: Days) -> Self:
        totals, followers = found.totals, found.account.followers if found.account.at else None
        measured = totals.days_measured
        return cls(
            account=AnalyzedAccountOut.of(found.account),
            followers=followers,
            followers_net=totals.followers_net,
            views=totals.views,
            engagement_rate=totals.engagement_rate,
            posts=totals.posts,
            views_per_day=round(totals.views / measured, 2) if measured else None,
            followers_net_per_day=round(totals.followers_net / measured, 2) if measured else None,
            views_per_thousand_followers=round(1000 * totals.views / followers, 2) if followers else None,
            quality=QualityOut.of(totals, days),
            days=[DayOut.of(row) for row in found.by_day],
        )


class ComparisonOut(Answer):
    """Two to ten accounts side by side."""

    range: DaysOut
    items: list[ComparedOut]


class ForecastDayOut(Answer):
    """A day ahead: four of five times the figure lies between `low` and `high`."""

    day: date
    middle: float
    low: float
    high: float


class HistoryDayOut(Answer):
    day: date
    value: float


class ForecastOut(Answer):
    """
    Where a figure is going. While `is_known` is false there were too few days in a row to tell from, and `reason` says how many.

    `realised_coverage` is how often earlier forecasts' bands held, over `judged_days` days that have come since; null until
    there are enough of them to say.
    """

    account: AnalyzedAccountOut
    metric: ForecastMetric
    is_known: bool
    reason: Sentence
    basis_days: int
    history: list[HistoryDayOut]
    days: list[ForecastDayOut]
    nominal_coverage: float = 0.8
    realised_coverage: float | None
    judged_days: int

    @classmethod
    def of(cls, found: AccountForecast, ahead: int = AHEAD) -> Self:
        made = found.forecast
        few = f"Not enough data: {found.days_known} days in a row are known, it takes {FORECAST_DAYS}."
        return cls(
            account=AnalyzedAccountOut.of(found.account),
            metric=found.metric,
            is_known=made is not None,
            reason="" if made else few,
            basis_days=found.days_known,
            history=[HistoryDayOut(day=day, value=value) for day, value in found.history],
            days=[
                ForecastDayOut(day=day, middle=mid, low=low, high=high) for day, mid, low, high in found.ahead[:ahead]
            ],
            realised_coverage=found.realised.coverage,
            judged_days=found.realised.judged,
        )


class RefreshOut(Answer):
    """A look at an account that was asked for: how far it has come. `look_at` is where to ask again; live events tell too."""

    account_id: UUID
    status: str
    asked_at: datetime | None
    ended_at: datetime | None
    posts: int
    error: Sentence
    look_at: str

    @classmethod
    def of(cls, state: AccountState) -> Self:
        return cls(
            account_id=state.pk,
            status=state.refresh_status,
            asked_at=state.refresh_asked_at,
            ended_at=state.refresh_ended_at,
            posts=state.refresh_posts,
            error=state.refresh_error,
            look_at=f"/api/v1/analytics/refresh/{state.pk}",
        )


class RetentionIn(Schema):
    """For how many days a workspace's samples and hours are kept; its days and posts are kept for ever."""

    raw_days: int
    hour_days: int


class RetentionOut(Answer):
    """
    How long things are kept, and what they take on disk: in bytes now, and by each further day that is kept.

    Samples are the counters as TikTok told them, look by look; charts older than they are go on from days.
    """

    raw_days: int
    hour_days: int
    least_raw_days: int
    most_raw_days: int
    least_hour_days: int
    most_hour_days: int
    samples_bytes: int
    hours_bytes: int
    days_bytes: int
    posts_bytes: int
    samples_bytes_a_day: int
    hours_bytes_a_day: int

    @classmethod
    def of(cls, state: WorkspaceState, kept: Kept) -> Self:
        return cls(
            raw_days=state.raw_days,
            hour_days=state.hour_days,
            least_raw_days=LEAST_RAW_DAYS,
            most_raw_days=MOST_RAW_DAYS,
            least_hour_days=LEAST_HOUR_DAYS,
            most_hour_days=MOST_HOUR_DAYS,
            samples_bytes=kept.samples,
            hours_bytes=kept.hours,
            days_bytes=kept.days,
            posts_bytes=kept.posts,
            samples_bytes_a_day=kept.samples_a_day,
            hours_bytes_a_day=kept.hours_a_day,
        )
