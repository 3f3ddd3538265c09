"""On which days the four rules fall."""

from datetime import date, timedelta
from itertools import islice

import pytest

from api.scheduling.models import Frequency
from api.scheduling.recurrence import Rule, days_between, days_of

MONDAY = date(2027, 1, 4)


def first(rule: Rule, count: int) -> list[str]:
    return [f"{day:%m-%d}" for day in islice(days_of(rule), count)]


class TestDaysOf:
    def test_a_daily_rule(self) -> None:
        assert first(Rule(Frequency.DAILY, MONDAY, interval=2), 3) == ["01-04", "01-06", "01-08"]

    def test_a_weekly_rule_starts_in_the_middle_of_its_week(self) -> None:
        rule = Rule(Frequency.WEEKLY, MONDAY + timedelta(days=2), weekdays=frozenset({0, 2, 4}))

        assert first(rule, 4) == ["01-06", "01-08", "01-11", "01-13"]

    def test_every_second_week(self) -> None:
        rule = Rule(Frequency.WEEKLY, MONDAY, interval=2, weekdays=frozenset({1}))

        assert first(rule, 3) == ["01-05", "01-19", "02-02"]

    def test_a_month_that_is_too_short_has_it_on_its_last_day(self) -> None:
        rule = Rule(Frequency.MONTHLY, date(2027, 1, 31), month_day=31)

        assert first(rule, 4) == ["01-31", "02-28", "03-31", "04-30"]

    def test_a_monthly_rule_whose_day_has_passed_starts_next_month(self) -> None:
        assert first(Rule(Frequency.MONTHLY, date(2027, 1, 20), month_day=5), 2) == ["02-05", "03-05"]

    def test_ends_after_its_last_day_and_after_its_count(self) -> None:
        assert first(Rule(Frequency.DAILY, MONDAY, until=date(2027, 1, 6)), 9) == ["01-04", "01-05", "01-06"]
        assert first(Rule(Frequency.DAILY, MONDAY, count=2), 9) == ["01-04", "01-05"]

    @pytest.mark.parametrize("frequency", list(Frequency))
    @pytest.mark.parametrize("interval", [1, 2, 5, 52])
    def test_days_only_grow_and_a_window_is_a_cut_of_them(self, frequency: Frequency, interval: int) -> None:
        rule = Rule(frequency, MONDAY, interval, frozenset({0, 3, 6}), 31)

        days = list(islice(days_of(rule), 60))

        assert days == sorted(set(days))
        assert days[0] >= MONDAY
        assert days_between(rule, days[10], days[20]) == days[10:21]
