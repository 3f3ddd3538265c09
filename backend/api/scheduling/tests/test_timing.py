"""The hour a person chose is kept, whatever the clocks do."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from api.posts.models import TimingMode
from api.scheduling.timing import decide_timing, to_instant
from conftest import NOON
from core.domain_error import Invalid


class TestToInstant:
    @pytest.mark.parametrize(
        ("zone", "local", "instant"),
        [
            ("Europe/Berlin", "2026-11-24T18:00", "2026-11-24T17:00"),
            ("Europe/Berlin", "2027-06-24T18:00", "2027-06-24T16:00"),
            ("Europe/Berlin", "2027-03-28T02:30", "2027-03-28T01:30"),  # skipped: 03:30 summer time
            ("Europe/Berlin", "2027-10-31T02:30", "2027-10-31T00:30"),  # comes twice: the first
            ("America/New_York", "2027-03-14T02:30", "2027-03-14T07:30"),
            ("America/New_York", "2027-11-07T01:30", "2027-11-07T05:30"),
            ("Australia/Lord_Howe", "2027-10-03T02:15", "2027-10-02T15:45"),  # skipped by half an hour
            ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45"),
            ("Asia/Kathmandu", "2026-11-24T18:00", "2026-11-24T12:15"),
        ],
    )
    def test_means_the_wall_clock_of_the_zone(self, zone: str, local: str, instant: str) -> None:
        found = to_instant(datetime.fromisoformat(local), ZoneInfo(zone))

        assert found == datetime.fromisoformat(instant).replace(tzinfo=UTC)


class TestDecideTiming:
    def test_keeps_what_was_chosen(self) -> None:
        timing = decide_timing(mode=TimingMode.AT, local_time="2026-11-24T18:00", time_zone="Europe/Berlin", now=NOON)

        assert (timing.local_time, timing.time_zone) == ("2026-11-24T18:00", "Europe/Berlin")
        assert timing.due_at == datetime(2026, 11, 24, 17, 0, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("local", "code"),
        [
            ("2026-11-24T12:58", "due_in_past"),
            ("2028-01-01T00:00", "due_too_far"),
            ("soon", "time_invalid"),
            ("", "time_invalid"),
            ("2026-11-25T18:00+05:00", "time_invalid"),  # another hour than the one that was typed
            ("9999-12-31T23:59", "time_invalid"),
        ],
    )
    def test_refuses_times_that_cannot_be(self, local: str, code: str) -> None:
        with pytest.raises(Invalid) as refusal:
            decide_timing(mode=TimingMode.AT, local_time=local, time_zone="Europe/Berlin", now=NOON)

        assert refusal.value.code == code
        assert refusal.value.errors[0].field == "timing.local_time"

    def test_takes_the_minute_that_has_just_begun(self) -> None:
        timing = decide_timing(
            mode=TimingMode.AT, local_time="2026-11-24T12:59", time_zone="Europe/Paris", now=NOON.replace(minute=0)
        )

        assert timing.due_at == datetime(2026, 11, 24, 11, 59, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [("", ""), ("2026-11-24T18:00", "2026-11-24T18:00"), ("sometime next week, maybe", ""), ("2026\x00", "")],
    )
    def test_a_draft_keeps_a_time_and_has_no_instant(self, typed: str, kept: str) -> None:
        timing = decide_timing(mode=TimingMode.DRAFT, local_time=typed, time_zone="UTC", now=NOON)

        assert (timing.due_at, timing.local_time) == (None, kept)
