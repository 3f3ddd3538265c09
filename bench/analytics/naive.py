"""
The same questions asked of samples alone, as somebody writes them with Django's ORM who knows it well and keeps nothing else.

The tables are what Django makes of `naive_models.py`: a primary key and an index for each foreign key. Gains are a maximum less a
minimum, which is less exact than what the product tells, and takes less work.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from typing import cast
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import F, Max, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import TruncDate

from api.accounts.models import Account
from api.analytics.ages import AGES_H
from api.analytics.models import Video
from api.analytics.ranges import Days, TimeRange
from bench.analytics.asking import OTHER_SEED, at_share, watched
from bench.analytics.copying import execute
from bench.analytics.naive_models import NaiveAccountSnapshot, NaiveSnapshot
from bench.analytics.questions import Asker, Subject, pick_subjects

DAY = timedelta(days=1)
BASELINE_POSTS, MOST_POSTS, TOP_POSTS = 50, 500, 10
COUNTERS = ("views", "likes", "comments", "shares")


def fill() -> None:
    """Make the naive tables, and copy all samples into them."""
    with connection.schema_editor() as editor:
        for model in (NaiveSnapshot, NaiveAccountSnapshot):
            editor.create_model(model)
        # Indexes and checks of foreign keys follow when the block ends, which is quicker.
        execute(
            "INSERT INTO naive_snapshot (video_id, captured_at, views, likes, comments, shares)"
            " SELECT video_id, captured_at, views, likes, comments, shares FROM analytics_videosnapshot",
            "INSERT INTO naive_account_snapshot (account_id, captured_at, followers)"
            " SELECT account_id, captured_at, followers FROM analytics_accountsnapshot",
        )
    execute("VACUUM (ANALYZE) naive_snapshot", "VACUUM (ANALYZE) naive_account_snapshot")


def time_naive(asker: Asker, *, subjects: int) -> dict[str, float]:
    """Return the p50 of each question's statements in ms."""
    found = {}
    for name, ask in NAIVE.items():
        count = 3 if name == "dashboard" else subjects
        times = []
        for subject in islice(pick_subjects(asker, seed=OTHER_SEED), count):
            with watched() as statements:
                ask(asker, subject)
            times.append(statements.took_s * 1000)
        found[name] = at_share(times, 0.5)
    return found


def _within(days: Days) -> dict[str, datetime]:
    zone = ZoneInfo(days.zone)
    since, until = (datetime.combine(day, datetime.min.time(), zone) for day in (days.since, days.until + DAY))
    return {"captured_at__gte": since, "captured_at__lt": until}


def _gains(samples: "QuerySet[NaiveSnapshot]") -> object:
    """Return what the videos of these samples gained together."""
    each = samples.values("video").annotate(**{f"{name}_gain": Max(name) - Min(name) for name in COUNTERS})
    return each.aggregate(**{name: Sum(f"{name}_gain") for name in COUNTERS})


def _followers(account: Account | None, samples: "QuerySet[NaiveAccountSnapshot]") -> object:
    mine = samples.filter(account=account) if account else samples
    return mine.order_by("captured_at").first(), mine.order_by("-captured_at").first()


def metrics(asker: Asker, subject: Subject) -> object:
    account, days = Account.objects.get(pk=subject.account_id), asker.days(TimeRange.LAST_28)
    return [
        (
            _gains(NaiveSnapshot.objects.filter(video__account=account, **_within(some))),
            _followers(account, NaiveAccountSnapshot.objects.filter(**_within(some))),
        )
        for some in (days, days.before())
    ]


def series(asker: Asker, subject: Subject) -> object:
    """Each video's views at each day's end; what a day gained is told in Python."""
    days = asker.days(TimeRange.LAST_90)
    samples = NaiveSnapshot.objects.filter(video__account=subject.account_id, **_within(days))
    return list(_ends(samples, days).values_list("video", "day", "last"))


def _ends(samples: "QuerySet[NaiveSnapshot]", days: Days) -> "QuerySet[NaiveSnapshot, dict[str, object]]":
    day = TruncDate("captured_at", tzinfo=ZoneInfo(days.zone))
    ends = samples.annotate(day=day).values("video", "day").annotate(last=Max("views"))
    return cast("QuerySet[NaiveSnapshot, dict[str, object]]", ends.order_by("video", "day"))


def post(_: Asker, subject: Subject) -> object:
    """The post's samples, and its account's earlier posts at the same age."""
    video = Video.objects.select_related("account").get(pk=subject.video_id)
    samples = list(NaiveSnapshot.objects.filter(video=video).order_by("captured_at"))
    age = samples[-1].captured_at - video.published_at
    reached = max((hours for hours in AGES_H if timedelta(hours=hours) <= age), default=AGES_H[0])
    earlier = Video.objects.filter(account=video.account, published_at__lt=video.published_at)
    return samples, list(_at_age(earlier, reached)[:BASELINE_POSTS])


def _at_age(videos: "QuerySet[Video]", hours: int) -> "QuerySet[Video, tuple[object, ...]]":
    until = OuterRef("published_at") + timedelta(hours=hours)
    samples = NaiveSnapshot.objects.filter(video=OuterRef("pk"), captured_at__lte=until).order_by("-captured_at")
    then = {name: Subquery(samples.values(name)[:1]) for name in COUNTERS}
    return videos.order_by("-published_at").annotate(**then).values_list("published_at", *COUNTERS)


def best(_: Asker, subject: Subject) -> object:
    return list(_at_age(Video.objects.filter(account=subject.account_id), 24)[:MOST_POSTS])


def dashboard(asker: Asker, _: Subject) -> object:
    workspace, days = asker.workspace, asker.days(TimeRange.LAST_28)
    samples = NaiveSnapshot.objects.filter(video__workspace=workspace)
    totals = [_gains(samples.filter(**_within(some))) for some in (days, days.before())]
    ends = _ends(samples.filter(**_within(days)), days).order_by().query
    sql, params = ends.sql_with_params()
    with connection.cursor() as cursor:  # the sum of a maximum is more than the ORM can say
        cursor.execute(f"SELECT day, sum(last) FROM ({sql}) ends GROUP BY day ORDER BY day", params)  # noqa: S608 - Django's own
        by_day = cursor.fetchall()
    week = samples.filter(captured_at__gte=asker.now - 7 * DAY)
    top = week.values("video").annotate(gain=Max("views") - Min("views")).order_by("-gain")[:TOP_POSTS]
    latest = NaiveAccountSnapshot.objects.filter(account__workspace=workspace)
    accounts = latest.order_by("account", "-captured_at").distinct("account").values_list("account", "followers")
    return totals, by_day, list(top), list(accounts)


def compare(asker: Asker, subject: Subject) -> object:
    days = asker.days(TimeRange.LAST_90)
    samples = NaiveSnapshot.objects.filter(video__account__in=subject.compared, **_within(days))
    own = NaiveAccountSnapshot.objects.filter(account__in=subject.compared, **_within(days))
    day = TruncDate("captured_at", tzinfo=ZoneInfo(days.zone))
    followers = own.annotate(day=day).values("account", "day").annotate(last=Max("followers"))
    videos = _ends(samples, days).annotate(account=F("video__account"))
    return list(videos.values_list("account", "video", "day", "last")), list(followers)


NAIVE: dict[str, Callable[[Asker, Subject], object]] = {
    "metrics": metrics,
    "series": series,
    "post": post,
    "best": best,
    "dashboard": dashboard,
    "compare": compare,
}
