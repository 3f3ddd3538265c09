"""A month of samples let go: how long that takes, that charts of that time stay, and what DELETE would take."""

import time
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from django.db import connection

from api.analytics import retention_services, series_services
from api.analytics.measures import MetricType
from api.analytics.partitions import TABLES, Month, drop_month, list_months
from api.analytics.ranges import Days, Granularity, WeekStart
from api.analytics.services import UNKNOWN
from bench.analytics.copying import execute
from bench.analytics.questions import Asker, pick_subjects

CHARTS = 20
RAW = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was let go: rows of the largest month, how long dropping it took and keeping what rests on it; `charts` stayed."""

    rows: int
    drop_s: float
    keep_s: float
    charts: bool


def let_go(asker: Asker) -> Dropped:
    """Let go of the months that are older than 90 days, as the nightly task does."""
    months = [month for month in list_months(TABLES[0]) if month.bounds[1] <= asker.now - RAW]
    before = _charts(asker, months)
    rows, drop_s, keep_s = 0, 0.0, 0.0
    for month in months:
        count = _count(month)
        began = time.perf_counter()
        retention_services.keep_since(month.bounds[1])
        kept = time.perf_counter()
        for table in TABLES:
            drop_month(table, month)
        if count > rows:
            rows, drop_s, keep_s = count, time.perf_counter() - kept, kept - began
    return Dropped(rows, round(drop_s, 3), round(keep_s, 2), charts=before == _charts(asker, months))


def _charts(asker: Asker, months: list[Month]) -> list[object]:
    """Return some accounts' views day by day over these months."""
    days = Days(months[0].first, months[-1].after - timedelta(days=1), asker.workspace.time_zone)
    found = list[object]()
    for subject in islice(pick_subjects(asker, seed=9), CHARTS):
        _, series = series_services.account_series(
            workspace=asker.workspace,
            account_id=subject.account_id,
            metric=MetricType.VIEWS,
            days=days,
            granularity=Granularity.DAY,
            week_start=WeekStart.MONDAY,
            known=UNKNOWN,
        )
        assert series is not None
        assert series.points
        found.append(series.points)
    return found


def _count(month: Month) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {month.partition_of(TABLES[0])}")  # noqa: S608 - our own name
        return int(cursor.fetchone()[0])


def let_go_naive() -> dict[str, float]:
    """Return how long DELETE and VACUUM take for the same months in one plain table."""
    oldest = list_months(TABLES[0])[0]
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM naive_snapshot WHERE captured_at < %s", [oldest.bounds[0]])
    execute("VACUUM naive_snapshot")
    return {"retention_naive_s": round(time.perf_counter() - began, 2)}
