"""Best hours: planted ones are found, and without data nothing is said."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight.best_times import APART, SLOTS, FleetWeek, Shape, Source, Week, find_best_times, gather, pick
from insight.best_times_bands import WIDENINGS
from insight.best_times_fleet import find_bend, find_curve, learn_fleet_week, listen

EVENING = 19


def make_weeks(accounts: int, posts: int, *, peak: int = EVENING) -> list[Week]:
    draw, weeks = np.random.default_rng(3), []
    for _ in range(accounts):
        slots = draw.integers(0, SLOTS, posts)
        off = np.abs(slots % 24 - peak)
        lift = 0.6 * np.exp(-0.5 * (np.minimum(off, 24 - off) / 2) ** 2)
        weeks.append(gather(slots.tolist(), (7 + lift + draw.normal(0, 0.6, posts)).tolist()))
    return weeks


@pytest.fixture(scope="module")
def fleet() -> FleetWeek:
    found = learn_fleet_week(make_weeks(60, 60))
    assert found is not None
    return found


def test_the_fleets_evening_is_found_by_an_account_with_few_posts(fleet: FleetWeek) -> None:
    best = find_best_times(make_weeks(1, 10)[0], fleet)

    assert abs(best.times[0].slot % 24 - EVENING) <= 2
    assert best.source in {Source.FLEET, Source.MIXED}
    assert all(time.low < time.uplift < time.high for time in best.times)


def test_an_account_with_many_posts_goes_its_own_way(fleet: FleetWeek) -> None:
    best = find_best_times(make_weeks(1, 1_500, peak=8)[0], fleet)

    assert abs(best.times[0].slot % 24 - 8) <= 2
    assert best.own_share > 0.3


def test_hours_lie_apart_and_the_best_is_first(fleet: FleetWeek) -> None:
    slots = pick(fleet.curve)

    assert len(slots) == 3
    assert fleet.curve[slots[0]] == fleet.curve.max()
    assert all(min((a - b) % SLOTS, (b - a) % SLOTS) >= APART for a in slots for b in slots if a != b)


def test_a_week_is_round() -> None:
    curve = np.zeros(SLOTS)
    curve[[0, SLOTS - 1, 80]] = 3, 2, 1

    assert pick(curve)[:2] == [0, 80]


def test_one_lucky_post_does_not_make_an_hour(fleet: FleetWeek) -> None:
    slots, views = [50, *range(40)], [12.0, *([7.0] * 40)]

    best = find_best_times(gather(slots, views), fleet)

    assert best.times[0].slot != 50


def test_without_data_nothing_is_said() -> None:
    assert learn_fleet_week([gather([], [])]) is None
    few = FleetWeek(np.zeros(SLOTS), np.eye(SLOTS), Shape(), 1.0, accounts=3)
    for found in (find_best_times(make_weeks(1, 49)[0], few), find_best_times(make_weeks(1, 500)[0], None)):
        assert (found.times, found.source) == ((), None)
    assert find_best_times(make_weeks(1, 50)[0], few).times


@settings(deadline=None, max_examples=50)
@given(posts=st.lists(st.tuples(st.integers(0, SLOTS - 1), st.floats(0, 25)), max_size=80))
def test_whatever_is_posted_hours_lie_apart_and_bands_are_in_order(
    fleet: FleetWeek, posts: list[tuple[int, float]]
) -> None:
    best = find_best_times(gather([slot for slot, _ in posts], [views for _, views in posts]), fleet)
    slots = [time.slot for time in best.times]

    assert len(slots) == len(set(slots)) == 3
    assert all(min((a - b) % SLOTS, (b - a) % SLOTS) >= APART for a in slots for b in slots if a != b)
    assert all(-1 < time.low <= time.uplift <= time.high for time in best.times)
    assert [time.uplift for time in best.times] == sorted((time.uplift for time in best.times), reverse=True)
    assert 0 <= best.own_share <= 1


@settings(deadline=None, max_examples=50)
@given(
    posts=st.lists(st.tuples(st.integers(0, SLOTS - 1), st.floats(0, 25)), min_size=1, max_size=40),
    times=st.floats(-5, 5),
)
def test_an_account_that_reaches_more_has_the_same_best_hours(
    fleet: FleetWeek, posts: list[tuple[int, float]], times: float
) -> None:
    slots = [slot for slot, _ in posts]
    one, other = (
        find_best_times(gather(slots, [views + shift for _, views in posts]), fleet) for shift in (0.0, times)
    )

    assert np.allclose(one.uplift, other.uplift, atol=1e-6)


def test_what_is_the_same_for_all_hours_is_no_uplift(fleet: FleetWeek) -> None:
    best = find_best_times(make_weeks(1, 200)[0], fleet)

    assert np.log1p(best.uplift).mean() == pytest.approx(0, abs=1e-9)


class TestLearning:
    def test_a_fleet_without_best_hours_has_a_flat_curve(self) -> None:
        draw = np.random.default_rng(6)
        weeks = [gather(draw.integers(0, SLOTS, 30).tolist(), draw.normal(7, 1, 30).tolist()) for _ in range(12)]

        found = learn_fleet_week(weeks)

        assert found is not None
        assert np.ptp(found.curve - found.curve.mean()) < 0.4

    def test_how_far_the_curve_bends_is_learnt(self) -> None:
        flat, bent = (find_bend(listen(weeks, Shape())) for weeks in (_make_flat(), make_weeks(60, 60)))

        assert flat < bent

    def test_what_a_part_said_can_be_taken_back(self) -> None:
        weeks = make_weeks(20, 30)
        without = listen(weeks, Shape()).without(listen(weeks[:5], Shape()))

        assert np.allclose(find_curve(without, 1.0)[0], find_curve(listen(weeks[5:], Shape()), 1.0)[0])

    def test_bands_are_widened_and_never_narrowed(self, fleet: FleetWeek) -> None:
        assert WIDENINGS[0] == 1.0
        assert fleet.widening in WIDENINGS

    def test_accounts_alike_are_told_from_accounts_that_differ(self) -> None:
        alike = learn_fleet_week(make_weeks(40, 100))
        different = learn_fleet_week([make_weeks(1, 100, peak=peak)[0] for peak in range(0, 24, 2)] * 3)

        assert alike is not None
        assert different is not None
        assert alike.shape.hour < different.shape.hour


def _make_flat() -> list[Week]:
    draw = np.random.default_rng(9)
    return [gather(draw.integers(0, SLOTS, 60).tolist(), draw.normal(7, 0.6, 60).tolist()) for _ in range(60)]
