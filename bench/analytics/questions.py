"""The questions that are asked, as the product asks its database and as a client asks over HTTP; and of whom."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from urllib.parse import urlencode
from uuid import UUID

from django.utils import timezone

from api.accounts.models import Account
from api.analytics import dashboard_services, metrics_services, post_services, series_services, times_services
from api.analytics.measures import MetricType
from api.analytics.models import Video
from api.analytics.ranges import Days, Granularity, TimeRange, WeekStart, read_range
from api.analytics.services import UNKNOWN
from api.workspaces.models import Workspace

COMPARED = 10


@dataclass(frozen=True, slots=True)
class Subject:
    """What one question is about: one of the workspace's accounts, one of its posts, ten of its accounts."""

    account_id: UUID
    video_id: UUID
    compared: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Asker:
    """A workspace, and what time it is."""

    workspace: Workspace
    now: datetime

    def days(self, wanted: TimeRange) -> Days:
        return read_range(wanted, since=None, until=None, zone=self.workspace.time_zone, now=self.now)


@dataclass(frozen=True, slots=True)
class Question:
    """`ask` has the product read what an answer needs, as if nothing were kept; `address` is where HTTP asks the same."""

    name: str
    ask: Callable[[Asker, Subject], object]
    address: Callable[[Subject], str]
    is_of_all: bool = False
    is_wide: bool = False


def open_asker(team: str) -> Asker:
    return Asker(Workspace.objects.get(memberships__user__email=f"{team}@example.com"), timezone.now())


def pick_subjects(asker: Asker, *, seed: int) -> Iterator[Subject]:
    """Yield random subjects without end; the same seed yields those at the same places, whatever the fleet's ids."""
    rng = random.Random(seed)  # noqa: S311 - a benchmark's choice
    accounts, videos = _everything(asker.workspace.pk)
    while True:
        yield Subject(rng.choice(accounts), rng.choice(videos), tuple(rng.sample(accounts, COMPARED)))


@cache
def _everything(workspace_id: UUID) -> tuple[list[UUID], list[UUID]]:
    accounts = Account.objects.filter(workspace=workspace_id).order_by("open_id").values_list("pk", flat=True)
    videos = Video.objects.filter(workspace=workspace_id).order_by("tiktok_id").values_list("pk", flat=True)
    return list(accounts), list(videos)


def _metrics(asker: Asker, subject: Subject) -> object:
    ask = partial(metrics_services.account_metrics, workspace=asker.workspace, known=UNKNOWN)
    return ask(account_id=subject.account_id, days=asker.days(TimeRange.LAST_28))


def _series(asker: Asker, subject: Subject) -> object:
    return series_services.account_series(
        workspace=asker.workspace,
        account_id=subject.account_id,
        metric=MetricType.VIEWS,
        days=asker.days(TimeRange.LAST_90),
        granularity=Granularity.DAY,
        week_start=WeekStart.MONDAY,
        known=UNKNOWN,
    )


def _post(asker: Asker, subject: Subject) -> object:
    return post_services.post_analytics(workspace=asker.workspace, video_id=subject.video_id, known=UNKNOWN)


def _best(asker: Asker, subject: Subject) -> object:
    ask = partial(times_services.best_times, workspace=asker.workspace, zone=asker.workspace.time_zone, known=UNKNOWN)
    return ask(account_id=subject.account_id, now=asker.now)


def _dashboard(asker: Asker, _: Subject) -> object:
    days = asker.days(TimeRange.LAST_28)
    return dashboard_services.dashboard(workspace=asker.workspace, days=days, known=UNKNOWN, now=asker.now)


def _compare(asker: Asker, subject: Subject) -> object:
    ask = partial(dashboard_services.compare, workspace=asker.workspace, known=UNKNOWN)
    return ask(account_ids=subject.compared, days=asker.days(TimeRange.LAST_90))


def _fleet(asker: Asker, _: Subject) -> object:
    return dashboard_services.fleet(workspace=asker.workspace, days=asker.days(TimeRange.LAST_28), known=UNKNOWN)


def _compare_address(subject: Subject) -> str:
    return "compare?" + urlencode([("range", "90d"), *(("account_id", str(one)) for one in subject.compared)])


QUESTIONS = (
    Question("metrics", _metrics, lambda subject: f"accounts/{subject.account_id}/metrics"),
    Question(
        "series",
        _series,
        lambda subject: f"accounts/{subject.account_id}/timeseries?metric=views&range=90d&granularity=day",
    ),
    Question("post", _post, lambda subject: f"posts/{subject.video_id}"),
    Question("best", _best, lambda subject: f"insights/best-times?account_id={subject.account_id}"),
    Question("dashboard", _dashboard, lambda _: "dashboard", is_of_all=True),
    Question("compare", _compare, _compare_address, is_wide=True),
    Question("fleet", _fleet, lambda _: "accounts", is_of_all=True, is_wide=True),
)
