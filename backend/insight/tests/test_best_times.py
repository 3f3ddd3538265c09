"""Best hours: planted ones are found, and without data nothing is said."""

import numpy as np
import pytest

from insight.best_times import APART, SLOTS, FleetWeek, Shape, Source, Week, find_best_times, gather, pick
from insight.best_times_fleet import learn_fleet_week

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
