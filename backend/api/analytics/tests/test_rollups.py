"""Roll-ups are what the samples come to: exactly, in whatever order and however often the samples came."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.accounts.models import Account
from api.analytics import retention_services
from api.analytics.ingest_services import Reading, record_accounts, record_videos
from api.analytics.models import AccountDay, AccountHour, AccountState, VideoSnapshot, WorkspaceDay
from api.analytics.rebuild_services import move_to_zone, rebuild_account, verify_account, verify_workspace
from api.analytics.tests.makers import add_tracked, add_video, hours, state_of, tell, tell_account, utc
from conftest import Caller

pytestmark = pytest.mark.django_db

# Clocks that change in the two weeks of the samples, by an hour, half an hour and not at all; one skips midnight itself.
START = utc(2026, 10, 20)
ZONES = [
    "UTC",
    "Europe/Oslo",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Asia/Beirut",
]
MOST_HOURS = 24 * 14


@dataclass(frozen=True)
class Plan:
    """Samples of two videos (0, 1) and their account (2), the batches they come in, and where the zone changes."""

    zone: str
    next_zone: str
    batches: list[list[tuple[int, datetime, tuple[int, int, int, int]]]]
    moves_after: int
    drops_after: int


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    samples = []
    for subject in range(3):
        minutes = sorted(draw(st.sets(st.integers(1, MOST_HOURS * 60), min_size=1, max_size=12)))
        value = draw(st.integers(0, 5_000))
        for minute in minutes:
            # Mostly growth; small falls, great falls, zeros and negatives as TikTok has them.
            value = max(0, value + draw(st.integers(-50, 2_000)))
            told = draw(st.sampled_from([value] * 6 + [value // 3, 0, -1]))
            samples.append((subject, START + timedelta(minutes=minute), (told, told // 9, told // 31, told // 70)))
    order = draw(st.permutations(samples)) if draw(st.booleans()) else sorted(samples, key=lambda one: one[1])
    again = draw(st.lists(st.sampled_from(samples), max_size=5))
    cuts = sorted(draw(st.lists(st.integers(0, len(order)), max_size=4)))
    batches = [order[low:high] for low, high in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    moves, drops = draw(st.integers(-1, len(batches))), draw(st.integers(-1, len(batches)))
    return Plan(draw(st.sampled_from(ZONES)), draw(st.sampled_from(ZONES)), [*batches, again], moves, drops)


def play(account: Account, plan: Plan) -> None:
    videos = [add_video(account, at=START + hours(age)) for age in (-400, 30)]
    ids = [videos[0].pk, videos[1].pk, account.pk]
    for number, batch in enumerate(plan.batches):
        if number == plan.moves_after:
            move_to_zone(account.pk, plan.next_zone)
        if number == plan.drops_after:
            retention_services.keep_since(START + hours(24 * 5), accounts=[account.pk])
        record_videos([Reading(ids[which], at, told) for which, at, told in batch if which < 2])
        record_accounts([Reading(ids[which], at, told) for which, at, told in batch if which == 2])


class TestEqualRecomputation:
    @given(plans())
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_whatever_the_order_replays_falls_gaps_clocks_and_zones(self, alice: Caller, plan: Plan) -> None:
        account = add_tracked(alice, zone=plan.zone)

        play(account, plan)

        assert verify_account(account.pk) == []
        assert verify_workspace(account.workspace_id) == []

    @given(plans())
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_rebuilding_changes_nothing(self, alice: Caller, plan: Plan) -> None:
        account = add_tracked(alice, zone=plan.zone)
        play(account, plan)
        before = all_of(account)

        rebuild_account(account.pk)

        assert all_of(account) == before

    def test_a_spoilt_cell_is_found_and_rebuilding_mends_it(self, alice: Caller) -> None:
        account = add_tracked(alice)
        tell(add_video(account, at=START), (START + hours(2), [100]), (START + hours(30), [900]))
        AccountDay.objects.filter(account_id=account.pk, day=START.date()).update(views_gain=5)

        (found,) = verify_account(account.pk)
        rebuild_account(account.pk)

        assert (found.where, found.column, found.stored) == ("day 2026-10-20", "views_gain", 5)
        assert verify_account(account.pk) == []


def all_of(account: Account) -> list[object]:
    state = AccountState.objects.filter(pk=account.pk).values(
        "videos", "views", "likes", "comments", "shares", "followers"
    )
    days = AccountDay.objects.filter(account_id=account.pk).exclude(samples=0, views_gain=0, followers_gain=0, posts=0)
    hour_rows = AccountHour.objects.filter(account_id=account.pk).exclude(samples=0, views_gain=0, held=0)
    return [list(state), list(days.order_by("day").values()), list(hour_rows.order_by("hour").values())]


@dataclass(frozen=True)
class Line:
    """A counter that only grows, by another's reckoning: exact fractions, one midnight at a time."""

    samples: list[tuple[datetime, int]]
    zone: ZoneInfo

    def at(self, instant: datetime) -> int:
        for (start, low), (end, high) in zip(self.samples, self.samples[1:], strict=False):
            if start <= instant <= end:
                part = Fraction(
                    (instant - start) // timedelta(microseconds=1), (end - start) // timedelta(microseconds=1)
                )
                return low + int((high - low) * part)
        raise AssertionError(instant)

    def days(self) -> dict[date, int]:
        first, last = self.samples[0][0].astimezone(self.zone), self.samples[-1][0].astimezone(self.zone)
        found, day = {}, first.date()
        while day <= last.date():
            start = max(
                self.samples[0][0], datetime.combine(day, datetime.min.time(), self.zone).astimezone(START.tzinfo)
            )
            end = datetime.combine(day + timedelta(days=1), datetime.min.time(), self.zone).astimezone(START.tzinfo)
            found[day] = self.at(min(end, self.samples[-1][0])) - self.at(start)
            day += timedelta(days=1)
        return {day: gain for day, gain in found.items() if gain}


class TestDays:
    @given(
        st.lists(st.tuples(st.integers(1, 3_000), st.integers(0, 10**9)), min_size=2, max_size=9),
        st.sampled_from(ZONES),
    )
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_are_read_off_the_straight_line_at_local_midnight(
        self, alice: Caller, steps: list[tuple[int, int]], zone: str
    ) -> None:
        account, at, value, samples = add_tracked(alice, zone=zone), START, 0, []
        video = add_video(account, at=START - hours(1_000))
        for minutes, more in steps:
            at, value = at + timedelta(minutes=minutes), value + more
            samples.append((at, value))

        tell(video, *((at, [value]) for at, value in samples))

        rows = AccountDay.objects.filter(account_id=account.pk, views_gain__gt=0)
        assert dict(rows.values_list("day", "views_gain")) == Line(samples, ZoneInfo(zone)).days()

    def test_of_a_workspace_are_its_accounts_added_up(self, alice: Caller) -> None:
        for views in (100, 900):
            account = add_tracked(alice)
            tell(add_video(account, at=START), (START + hours(2), [views]))

        day = WorkspaceDay.objects.get(workspace_id=alice.member.workspace.pk, day=START.date())
        assert (day.views_gain, day.posts) == (1_000, 2)

    def test_have_gains_and_losses_apart(self, alice: Caller) -> None:
        account = add_tracked(alice)
        tell_account(account, (START, [1_000]), (START + hours(1), [1_040]), (START + hours(2), [1_010]))

        day = AccountDay.objects.get(account_id=account.pk, day=START.date())
        assert (day.followers_gain, day.followers_loss, day.followers_end) == (40, 30, 1_010)

    def test_a_post_seen_young_brings_its_first_views(self, alice: Caller) -> None:
        account = add_tracked(alice)
        tell(add_video(account, at=START + hours(8)), (START + hours(10), [700]))

        assert AccountDay.objects.get(account_id=account.pk, day=START.date()).views_gain == 700

    def test_what_a_post_had_before_anybody_looked_is_nobodys_day(self, alice: Caller) -> None:
        account = add_tracked(alice)
        tell(add_video(account, at=START - hours(300)), (START + hours(10), [70_000]), (START + hours(12), [70_010]))

        assert sum(AccountDay.objects.filter(account_id=account.pk).values_list("views_gain", flat=True)) == 10


class TestGlitches:
    def test_are_held_out_and_flagged(self, alice: Caller) -> None:
        account = add_tracked(alice)
        video = add_video(account, at=START)
        tell(
            video,
            (START + hours(2), [500]),
            (START + hours(3), [0]),
            (START + hours(4), [-7]),
            (START + hours(5), [600]),
        )

        day = AccountDay.objects.get(account_id=account.pk, day=START.date())
        assert (day.views_gain, day.views_loss, day.held) == (600, 0, 2)
        assert list(
            VideoSnapshot.objects.filter(video_id=video.pk).order_by("captured_at").values_list("flags", flat=True)
        ) == [
            0,
            1,
            1,
            0,
        ]
        assert state_of(video).views == 600

    def test_twice_the_same_an_hour_apart_is_a_new_count(self, alice: Caller) -> None:
        account = add_tracked(alice)
        video = add_video(account, at=START)
        tell(
            video,
            (START + hours(2), [500]),
            (START + hours(3), [50]),
            (START + hours(4), [55]),
            (START + hours(5), [60]),
        )

        day = AccountDay.objects.get(account_id=account.pk, day=START.date())
        assert (day.views_gain, day.views_loss, day.resets) == (505, 0, 1)


class TestReplays:
    def test_change_nothing(self, alice: Caller) -> None:
        account = add_tracked(alice)
        video = add_video(account, at=START)
        samples = [(START + hours(place), [100 * place, place]) for place in range(1, 60)]
        tell(video, *samples)
        before = all_of(account)

        tell(video, *samples)
        tell(video, samples[10], samples[40])

        assert all_of(account) == before


class TestTwoWriters:
    @pytest.mark.django_db(transaction=True)
    def test_who_has_to_wait_goes_on_from_what_the_other_wrote(self, alice: Caller) -> None:
        account = add_tracked(alice)
        video = add_video(account, at=START)
        tell(video, (START + hours(1), [100]))

        with before_locking(lambda: tell(video, (START + hours(2), [300]))):
            tell(video, (START + hours(3), [400]))

        assert state_of(video).views == 400
        assert verify_account(account.pk) == []


@contextmanager
def before_locking(act: Callable[[], None]) -> Iterator[None]:
    """Have somebody else do something right before the first row is locked inside the block."""
    left = [act]

    def other() -> None:
        left.pop()()
        connection.close()

    def wrapper(execute: Callable[..., object], sql: str, params: object, many: bool, context: object) -> object:
        if left and "FOR UPDATE" in sql:
            thread = threading.Thread(target=other)
            thread.start()
            thread.join()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield


class TestAges:
    def test_hold_what_a_post_had_then(self, alice: Caller) -> None:
        video = add_video(add_tracked(alice), at=START)
        tell(video, *((START + timedelta(minutes=30 * place), [60 * place, 6 * place]) for place in range(1, 60)))

        state = state_of(video)
        assert state.views_at[:9] == [120 * age for age in (1, 2, 3, 4, 6, 9, 12, 18, 24)]
        assert (state.views_24h, state.likes_at[0], state.views_at[9]) == (2_880, 12, None)

    def test_are_unknown_where_nobody_looked(self, alice: Caller) -> None:
        video = add_video(add_tracked(alice), at=START)
        tell(video, (START + hours(20), [2_000]), (START + hours(25), [2_500]))

        assert state_of(video).views_at[:9] == [None] * 8 + [2_400]

    def test_of_a_late_sample_are_told_anew(self, alice: Caller) -> None:
        video = add_video(add_tracked(alice), at=START)
        tell(video, (START + hours(0.5), [100]), (START + hours(1.5), [300]))
        tell(video, (START + hours(1), [110]))

        assert state_of(video).views_at[0] == 110
