"""Where an account's followers and views are going; each forecast is kept, and later told how often its band held."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, Sum

from api.analytics import selectors
from api.analytics.days import day_in, to_us
from api.analytics.measures import is_measured
from api.analytics.models import AccountDay, AccountState, Forecast, ForecastMetric
from api.analytics.ranges import DAY, Days
from api.analytics.selectors import AccountNow, Stretch
from api.workspaces.models import Workspace

HISTORY_DAYS, AHEAD = 180, 28
NEVER = -1  # no version: read, whatever it is
LEAST_JUDGED = 14  # days, before a realised share says anything


@dataclass(frozen=True, slots=True)
class Realised:
    """How many days of earlier forecasts have come, and how many of them lay within the band."""

    judged: int = 0
    inside: int = 0

    @property
    def coverage(self) -> float | None:
        return round(self.inside / self.judged, 3) if self.judged >= LEAST_JUDGED else None


@dataclass(frozen=True, slots=True)
class AccountForecast:
    """`days_known` is from how many days in a row it was made; too few, and there is no forecast."""

    account: AccountNow
    metric: ForecastMetric
    days_known: int
    history: list[tuple[date, float]]
    forecast: Forecast | None = None
    realised: Realised = field(default_factory=Realised)

    @property
    def ahead(self) -> list[tuple[date, float, float, float]]:
        """Return the days to come with middle, low and high."""
        made = self.forecast
        if made is None:
            return []
        days = [made.made_on + (place + 1) * DAY for place in range(len(made.middle))]
        return list(zip(days, made.middle, made.low, made.high, strict=True))


def account_forecast(
    *, workspace: Workspace, account_id: UUID, metric: ForecastMetric, now: datetime, known: int
) -> tuple[int, AccountForecast | None]:
    """
    Return a forecast of AHEAD days from today on; None when the known version is the present one.

    :raises NotFound: when the workspace has no such account
    """
    today = day_in(workspace.time_zone, to_us(now))
    days = Days(today - HISTORY_DAYS * DAY, today - DAY, workspace.time_zone)  # today is not over
    account, rows = selectors.read_days(workspace, account_id, days, known=known)
    if rows is None:
        return account.version, None
    history = read_history(rows, metric)
    made = foretell(account_id, history, metric)
    return account.version, AccountForecast(account, metric, len(history), history, made, realised(account_id, metric))


def foretell(account_id: UUID, history: Sequence[tuple[date, float]], metric: ForecastMetric) -> Forecast | None:
    """Return a forecast, not saved; None where there are too few days to tell from."""
    from insight.forecast import TooShort, forecast_daily, forecast_level  # numpy is loaded by the first who asks

    values = [value for _, value in history]
    try:
        made = forecast_level(values, AHEAD) if metric == ForecastMetric.FOLLOWERS else forecast_daily(values, AHEAD)
    except TooShort:
        return None
    return Forecast(
        account_id=account_id,
        metric=metric,
        made_on=history[-1][0],
        basis_days=len(history),
        middle=list(made.middle),
        low=list(made.low),
        high=list(made.high),
    )


def keep_forecasts(*, now: datetime) -> int:
    """Keep a forecast of each account's followers and views, so that it can be judged later; return how many are new."""
    made = list[Forecast]()
    for state in AccountState.objects.select_related("workspace").iterator():
        today = day_in(state.workspace.time_zone, to_us(now))
        days = Days(today - HISTORY_DAYS * DAY, today - DAY, state.workspace.time_zone)
        _, rows = selectors.read_days(state.workspace, state.pk, days, known=NEVER)
        for metric in ForecastMetric:
            found = foretell(state.pk, read_history(rows or [], metric), metric)
            made += [found] if found else []
    return len(Forecast.objects.bulk_create(made, ignore_conflicts=True))


def read_history(rows: Sequence[Stretch], metric: ForecastMetric) -> list[tuple[date, float]]:
    """Return the last days in a row that were measured, oldest first; the very first day, half of it unseen, is left out."""
    found = list[tuple[date, float]]()
    for row in reversed(rows):
        value = row.followers_end if metric == ForecastMetric.FOLLOWERS else row.views_gain - row.views_loss
        day = row.start
        if value is None or not is_measured(row) or (found and found[-1][0] - day != DAY):
            break
        found.append((day, float(value)))
    return list(reversed(found))[1:]


def realised(account_id: UUID, metric: ForecastMetric) -> Realised:
    sums = Forecast.objects.filter(account_id=account_id, metric=metric).aggregate(
        judged=Sum("judged"), inside=Sum("inside")
    )
    return Realised(sums["judged"] or 0, sums["inside"] or 0)


def judge_forecasts(*, now: datetime) -> int:
    """Compare forecasts with the days that have come since; return how many were judged further."""
    horizon = Q(made_on__gte=(now - timedelta(days=120)).date()) & Q(judged__lt=F("length"))
    open_ones = Forecast.objects.annotate(length=F("middle__len")).filter(horizon)
    judged = 0
    for forecast in open_ones.iterator():
        last = min(len(forecast.middle), (now.date() - forecast.made_on).days - 1)
        if last <= forecast.judged:
            continue
        came = _values(forecast, last)
        inside = [
            forecast.low[place] <= came[day] <= forecast.high[place]
            for place in range(last)
            if (day := forecast.made_on + (place + 1) * DAY) in came
        ]
        judged += Forecast.objects.filter(pk=forecast.pk).update(judged=len(inside), inside=sum(inside))
    return judged


def _values(forecast: Forecast, last: int) -> dict[date, float]:
    days = (forecast.made_on + DAY, forecast.made_on + last * DAY)
    rows = AccountDay.objects.filter(account_id=forecast.account_id, day__range=days)
    if forecast.metric == ForecastMetric.FOLLOWERS:
        return {day: float(end) for day, end in rows.values_list("day", "followers_end") if end is not None}
    return {row.day: float(row.views_gain - row.views_loss) for row in rows}
