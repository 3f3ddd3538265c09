"""Every account is synced once a night, in the hour after 02:00 of its workspace's zone."""

import itertools
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.analytics.models import AccountState
from api.analytics.sync_selectors import list_whose_turn_it_is
from api.analytics.sync_times import last_night, offset_of
from api.workspaces.models import Workspace
from conftest import Caller, Sandbox
from core.ids import uuid7
from core.slots import take_slots

CHANGES = [
    ("Europe/Berlin", "2027-03-28"),  # 02:00 is skipped
    ("Europe/Berlin", "2026-10-25"),  # 02:00 comes twice
    ("America/New_York", "2027-03-14"),
    ("America/New_York", "2026-11-01"),
    ("Australia/Lord_Howe", "2026-10-04"),  # half an hour
    ("Australia/Lord_Howe", "2027-04-04"),
    ("Asia/Kathmandu", "2026-11-25"),
]


class TestTheNightsOfAZone:
    @pytest.mark.parametrize(("name", "date"), CHANGES)
    def test_each_local_date_has_exactly_one(self, name: str, date: str) -> None:
        zone = ZoneInfo(name)
        seen: list[tuple[str, datetime]] = []
        at = datetime.fromisoformat(date).replace(tzinfo=UTC) - timedelta(days=1)
        for minute in range(0, 3 * 24 * 60, 5):
            night = last_night(zone, now=at + timedelta(minutes=minute))
            if not seen or seen[-1] != night:
                seen.append(night)

        dates = [night for night, _ in seen]
        assert len(set(dates)) == len(dates)
        assert date in dates
        gaps = {later[1] - earlier[1] for earlier, later in itertools.pairwise(seen)}
        assert all(timedelta(hours=22) < gap < timedelta(hours=26) for gap in gaps)

    def test_a_skipped_hour_counts_from_where_it_would_have_been(self) -> None:
        night = last_night(ZoneInfo("Europe/Berlin"), now=datetime(2027, 3, 28, 12, tzinfo=UTC))

        assert night == ("2027-03-28", datetime(2027, 3, 28, 1, tzinfo=UTC))

    def test_turns_are_spread_over_an_hour_and_stay_where_they_are(self) -> None:
        ids: list[UUID] = [uuid7() for _ in range(500)]

        offsets = [offset_of(each) for each in ids]

        assert offsets == [offset_of(each) for each in ids]
        assert max(offsets) < timedelta(hours=1)
        quarters = [sum(offset // timedelta(minutes=15) == quarter for offset in offsets) for quarter in range(4)]
        assert min(quarters) > 80


@pytest.mark.django_db
class TestWhoseTurnItIs:
    def test_comes_once_by_the_workspaces_zone(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        Workspace.objects.update(time_zone="Asia/Kathmandu")  # 02:00 there is 20:15 UTC
        turn = datetime(2026, 11, 25, 20, 15, tzinfo=UTC) + offset_of(account.pk)
        AccountState.objects.update(whole_at=datetime(2026, 11, 25, 12, tzinfo=UTC))

        assert list_whose_turn_it_is(now=turn - timedelta(seconds=1)) == []
        assert list_whose_turn_it_is(now=turn) == [(account.pk, "2026-11-26")]
        AccountState.objects.update(whole_at=turn)
        assert list_whose_turn_it_is(now=turn + timedelta(hours=5)) == []

    def test_is_found_by_two_queries(self, alice: Caller, sandbox: Sandbox) -> None:
        for handle in ("studio.nord", "short.cuts"):
            alice.connect(sandbox, handle)

        with CaptureQueriesContext(
            connection,
        ) as queries:
            list_whose_turn_it_is(now=datetime(2027, 1, 1, tzinfo=UTC))

        assert len(queries) == 2


@pytest.mark.django_db
def test_of_several_clocks_one_gets_each_slot() -> None:
    assert take_slots("job", ["a", "b"]) == {"a", "b"}
    assert take_slots("job", ["b", "c"]) == {"c"}
    assert take_slots("other", ["b"]) == {"b"}
    assert take_slots("job", []) == set()
