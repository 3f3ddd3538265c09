"""What the clocks do to a schedule: from the sentence in the composer to the instant stored, moved, repeated and kept.

The table is read by the web app's tests too (frontend/src/lib/clock-changes.test.ts): both sides say and do the same.
"""

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.posts.models import Post, TimingMode
from api.publishing.models import Publication
from api.publishing.schemas import CHOICES
from api.publishing.services import Choices
from api.publishing.tests.conftest import compose_body
from api.scheduling import move_services
from api.scheduling.models import Frequency, SeriesOccurrence
from api.scheduling.recurrence import Rule
from api.scheduling.series_rules import Timetable
from api.scheduling.series_services import spawn, start_series
from api.scheduling.services import Composition, compose
from api.scheduling.slots import WeekTime, slots_after
from api.scheduling.tasks.keep_hours_task import keep_hours
from api.scheduling.timing import read_clock
from conftest import Caller

pytestmark = pytest.mark.django_db

CASES: list[dict[str, str]] = json.loads((Path(__file__).parent / "clock_changes.json").read_text())
EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['zone']} {case['local']}")


def instant_of(case: dict[str, str]) -> datetime:
    return datetime.fromisoformat(case["instant"])


def eve(case: dict[str, str]) -> datetime:
    """Return a moment some days before the case."""
    return instant_of(case) - timedelta(days=3)


@pytest.fixture
def account(alice: Caller) -> Account:
    return add_accounts(alice, 1)[0]


def schedule(alice: Caller, account: Account, *, local: str, zone: str, now: datetime) -> Post:
    asset = add_asset(alice)
    flags: dict[str, Any] = dict.fromkeys(CHOICES, False)
    choices = Choices("SELF_ONLY", **flags)
    wanted = Composition("Bells", [asset.pk], [(account.pk, choices)], TimingMode.AT, local, zone, consent=True)
    return compose(member=alice.member, composition=wanted, post=None, now=now)


@EACH
class TestAWallClockTime:
    def test_means_what_the_composer_says(self, case: dict[str, str]) -> None:
        reading = read_clock(datetime.fromisoformat(case["local"]), ZoneInfo(case["zone"]))

        assert reading.clock == case["clock"]
        assert reading.instant == instant_of(case)
        assert reading.shown == datetime.fromisoformat(case["shown"])

    def test_is_stored_as_that_instant_and_as_it_was_typed(
        self, case: dict[str, str], alice: Caller, account: Account
    ) -> None:
        post = schedule(alice, account, local=case["local"], zone=case["zone"], now=eve(case))

        publication = Publication.objects.get()
        assert post.due_at == publication.due_at == publication.next_try_at == instant_of(case)
        assert (post.local_time, post.time_zone) == (case["local"], case["zone"])

    def test_is_where_a_moved_post_goes(self, case: dict[str, str], alice: Caller, account: Account) -> None:
        now = eve(case)
        far = f"{instant_of(case) + timedelta(days=20):%Y-%m-%dT%H:%M}"
        post = schedule(alice, account, local=far, zone="UTC", now=now)

        move_services.move_post(
            member=alice.member, post=post, local_time=case["local"], time_zone=case["zone"], now=now
        )

        publication = Publication.objects.get()
        assert post.due_at == publication.due_at == publication.next_try_at == instant_of(case)
        assert (post.local_time, post.time_zone) == (case["local"], case["zone"])

    def test_is_a_slot_at_that_instant(self, case: dict[str, str]) -> None:
        local = datetime.fromisoformat(case["local"])
        week = [WeekTime(local.weekday(), local.time())]

        slot = next(slots_after(week, zone=ZoneInfo(case["zone"]), after=eve(case)))

        assert (slot.instant, slot.local) == (instant_of(case), datetime.fromisoformat(case["shown"]))

    def test_is_kept_by_a_series_on_every_day_around_it(
        self, case: dict[str, str], alice: Caller, account: Account
    ) -> None:
        now, local, zone = eve(case), datetime.fromisoformat(case["local"]), ZoneInfo(case["zone"])
        post = schedule(alice, account, local=f"{now + timedelta(days=90):%Y-%m-%dT%H:%M}", zone="UTC", now=now)
        rule = Rule(Frequency.DAILY, local.date() - timedelta(days=1), count=3)

        series = start_series(
            member=alice.member,
            post=post,
            timetable=Timetable(rule, local.time(), case["zone"]),
            consent=True,
            now=now,
        )

        places = SeriesOccurrence.objects.filter(series=series).select_related("post")
        made = {place.day: place.post for place in places if place.post}
        assert sorted(made) == [local.date() + timedelta(days=away) for away in (-1, 0, 1)]
        assert made[local.date()].due_at == instant_of(case)
        for day, occurrence in made.items():
            assert occurrence.local_time == f"{day}T{local:%H:%M}"
            assert occurrence.due_at is not None
            if day != local.date():
                shown = occurrence.due_at.astimezone(zone)
                assert shown.replace(tzinfo=None) == datetime.combine(day, local.time())


class TestASeriesOverBothChanges:
    @pytest.mark.parametrize("zone", sorted({case["zone"] for case in CASES}))
    def test_keeps_its_hour_all_year(self, zone: str, alice: Caller, account: Account) -> None:
        now = datetime(2027, 1, 1, tzinfo=UTC)
        post = schedule(alice, account, local="2027-12-31T12:00", zone="UTC", now=now)
        rule = Rule(Frequency.WEEKLY, date(2027, 1, 4), interval=4, weekdays=frozenset({0}))
        timetable = Timetable(rule, time(18, 0), zone)
        series = start_series(member=alice.member, post=post, timetable=timetable, consent=True, now=now)

        for week in range(0, 52, 2):
            spawn(series, now=now + timedelta(weeks=week))

        made = [place.post for place in series.occurrences.select_related("post")]
        assert len(made) == 13
        assert {f"{one.due_at.astimezone(ZoneInfo(zone)):%a %H:%M}" for one in made if one and one.due_at} == {
            "Mon 18:00"
        }


class TestANewZoneDatabase:
    def test_moves_the_instant_and_not_the_hour(self, alice: Caller, account: Account) -> None:
        """A stored instant an hour off is what a country's new rule leaves behind."""
        local = f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}T18:00"
        answer = alice.post("/posts", body_at(alice, account, local))
        wrong = Post.objects.get().due_at
        assert answer.status_code == 201
        assert wrong is not None
        right = wrong
        Post.objects.update(due_at=wrong + timedelta(hours=1))
        Publication.objects.update(due_at=wrong + timedelta(hours=1), next_try_at=wrong + timedelta(hours=1))

        keep_hours()

        publication = Publication.objects.get()
        assert Post.objects.get().due_at == publication.due_at == publication.next_try_at == right


def body_at(alice: Caller, account: Account, local: str) -> dict[str, Any]:
    timing = {"mode": "at", "local_time": local, "time_zone": "Europe/Berlin"}
    return compose_body(add_asset(alice), account) | {"timing": timing}
