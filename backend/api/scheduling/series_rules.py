"""The timetable of a series: read from its row, checked, and said in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from api.scheduling.models import Frequency, PostSeries
from api.scheduling.recurrence import Rule, days_between, days_of
from api.scheduling.timing import to_instant
from api.users.services import check_zone
from core.domain_error import Invalid


@dataclass(frozen=True, slots=True)
class Timetable:
    """A rule with the hour it falls on: on the clock of `time_zone`, whatever the clocks do."""

    rule: Rule
    at: time
    time_zone: str


def timetable_of(series: PostSeries) -> Timetable:
    """Return the timetable a series keeps."""
    rule = Rule(
        Frequency(series.frequency),
        series.first_day,
        series.interval,
        frozenset(series.weekdays),
        series.month_day,
        series.until,
        series.count,
    )
    return Timetable(rule, series.local_time, series.time_zone)


def check_timetable(timetable: Timetable, *, now: datetime) -> None:
    """
    Accept a timetable that has a day to come.

    :raises Invalid: at the field that makes no sense
    """
    zone, rule = ZoneInfo(check_zone(timetable.time_zone)), timetable.rule
    if rule.frequency == Frequency.WEEKLY and not rule.weekdays:
        raise Invalid.at("weekdays", "Choose at least one day of the week.", code="weekdays_missing")
    today = now.astimezone(zone).date()
    if rule.until is not None and rule.until < max(today, rule.first_day):
        raise Invalid.at("until", "The last day lies before the first.", code="until_in_past")
    if rule.first_day > today + timedelta(days=366):
        raise Invalid.at("first_day", "Choose a first day within the next year.", code="first_day_too_far")
    if rule.first_day < today - timedelta(days=366):
        raise Invalid.at("first_day", "Choose a first day from today on.", code="first_day_in_past")
    if not any(to_instant(datetime.combine(day, timetable.at), zone) > now for day in _some_days(rule)):
        raise Invalid.at("until", "By this rule no day is left.", code="no_day_left")


def _some_days(rule: Rule) -> Sequence[date]:
    """Return the rule's days of the next years: enough to see whether one is to come."""
    return days_between(rule, rule.first_day, rule.first_day + timedelta(days=366 * 6))


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say(series: PostSeries) -> str:
    """Return the rule in words: "every 2 weeks on Monday and Friday at 18:00 (Europe/Berlin)"."""
    many = series.interval
    unit = {"daily": "day", "weekly": "week", "monthly": "month"}[series.frequency]
    every = f"every {unit}" if many == 1 else f"every {many} {unit}s"
    if series.frequency == Frequency.WEEKLY:
        names = [WEEKDAYS[day] for day in sorted(series.weekdays)]
        every += " on " + " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    if series.frequency == Frequency.MONTHLY:
        every += f" on day {series.month_day}"
    return f"{every} at {series.local_time:%H:%M} ({series.time_zone})"


def next_days(series: PostSeries, *, now: datetime, limit: int = 5) -> list[date]:
    """Return the next days of a series, stopped ones have none."""
    if series.stopped_at:
        return []
    today = now.astimezone(ZoneInfo(series.time_zone)).date()
    found: list[date] = []
    for day in days_of(timetable_of(series).rule):
        if day >= today:
            found.append(day)
        if len(found) == limit or day > today + timedelta(days=366 * 6):
            break
    return found
