"""On which days a rule falls. Pure: days only, so the clocks change nothing here; timing.py makes instants."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice, takewhile

from api.scheduling.models import Frequency

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    How often something comes again, from `first_day` on.

    `weekdays` (0 is Monday) counts for weekly rules, `month_day` for monthly ones: in a month that is shorter it is the last
    day. It ends after `until`, or after `count` days, or never.
    """

    frequency: Frequency
    first_day: date
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    month_day: int = 1
    until: date | None = None
    count: int | None = None


def days_of(rule: Rule) -> Iterator[date]:
    """Yield the rule's days in order, without end for a rule that has none."""
    steps = {Frequency.DAILY: _daily, Frequency.WEEKLY: _weekly, Frequency.MONTHLY: _monthly}
    days: Iterator[date] = (day for day in steps[rule.frequency](rule) if day >= rule.first_day)
    if rule.until is not None:
        last = rule.until
        days = takewhile(lambda day: day <= last, days)
    return days if rule.count is None else islice(days, rule.count)


def days_between(rule: Rule, start: date, end: date) -> list[date]:
    """Return the rule's days from `start` to `end`, both included."""
    return [day for day in takewhile(lambda day: day <= end, days_of(rule)) if day >= start]


def _daily(rule: Rule) -> Iterator[date]:
    return (rule.first_day + timedelta(days=rule.interval * step) for step in count())


def _weekly(rule: Rule) -> Iterator[date]:
    monday = rule.first_day - timedelta(days=rule.first_day.weekday())
    for step in count():
        yield from (monday + step * rule.interval * WEEK + timedelta(days=day) for day in sorted(rule.weekdays))


def _monthly(rule: Rule) -> Iterator[date]:
    for step in count():
        years, month = divmod(rule.first_day.month - 1 + step * rule.interval, 12)
        year = rule.first_day.year + years
        yield date(year, month + 1, min(rule.month_day, calendar.monthrange(year, month + 1)[1]))
