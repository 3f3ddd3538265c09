"""Planted best hours: the process around the fleet's curve, against a mean an hour and against the fleet alone."""

import numpy as np

from bench.insights.weeks_world import Habit, make_habits
from insight.best_times import FleetWeek, Week, find_best_times, gather, pick
from insight.best_times_fleet import learn_fleet_week

SIZES = (20, 50, 200)
Figures = dict[str, object]


def measure_times(*, seed: int, accounts: int) -> Figures:
    """Return, for each number of posts an account has, how much of the best hour's uplift the recommendation brings."""
    figures: Figures = {}
    for posts in SIZES:
        figures |= {f"besttimes_{name}_n{posts}": value for name, value in _measure(seed, accounts, posts).items()}
    return figures


def _measure(seed: int, accounts: int, posts: int) -> dict[str, float]:
    habits = make_habits(seed, accounts=accounts, posts=posts)
    weeks = [gather(habit.slots.tolist(), habit.log_views.tolist()) for habit in habits]
    fleet = learn_fleet_week(weeks)
    if fleet is None:
        raise RuntimeError("a fleet without posts")
    ours, naive, held = [], [], []
    for habit, week in zip(habits, weeks, strict=True):
        caught, within = _ours(habit, week, fleet)
        ours.append(caught)
        held += within
        naive.append(_caught(habit, int(np.argmax(np.where(week.counts > 0, week.means, -np.inf)))))
    alone = [_caught(habit, pick(fleet.curve)[0]) for habit in habits]
    return {
        "capture": round(float(np.mean(ours)), 3),
        "capture_naive": round(float(np.mean(naive)), 3),
        "capture_fleet_alone": round(float(np.mean(alone)), 3),
        "coverage80": round(float(np.mean(held)), 3),
    }


def _ours(habit: Habit, week: Week, fleet: FleetWeek) -> tuple[float, list[bool]]:
    best = find_best_times(week, fleet)
    within = [bool(np.log1p(time.low) <= habit.truth[time.slot] <= np.log1p(time.high)) for time in best.times]
    return _caught(habit, best.times[0].slot), within


def _caught(habit: Habit, slot: int) -> float:
    """Return the share of the best hour's uplift that this hour has."""
    return float(habit.truth[slot] / habit.truth.max())
