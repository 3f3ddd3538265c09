"""Planted best hours: the process around the fleet's curve, against means of the account's own posts and the fleet alone."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.insights.scoring import Values
from bench.insights.weeks_world import DAY, HOUR, Habit, make_habits
from insight.best_times import FleetWeek, Week, find_best_times, gather, pick
from insight.best_times_fleet import learn_fleet_week

SIZES = (20, 50, 200)
FLEETS = 6  # a fleet's own curve is one draw: its luck is shared by all of its accounts
SMALL_FLEETS, SMALL_FLEET, SMALL_SIZE = 12, 12, 60
SHARP_FLEETS, SHARP_SIZE = 3, 50
APART = 1_000  # between the seeds of fleets
Figures = dict[str, object]
Group = npt.NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Found:
    """Of one account: shares of its best hour's uplift that recommendations bring, and whether the bands held."""

    ours: float
    slot_means: float
    hour_and_day_means: float
    fleet_alone: float
    own_share: float
    held: float


def measure_times(*, seed: int, accounts: int) -> Figures:
    """Return, for each number of posts an account has, how much of the best hour's uplift the recommendation brings."""
    figures: Figures = {}
    for posts in SIZES:
        began = time.process_time()
        found = [one for fleet in _fleets(seed, FLEETS, accounts // FLEETS, posts) for one in _try_fleet(fleet)]
        mean = _means(found)
        figures |= {
            f"besttimes_capture_n{posts}": mean["ours"],
            f"besttimes_capture_naive_n{posts}": mean["slot_means"],
            f"besttimes_times_naive_n{posts}": round(mean["ours"] / mean["slot_means"], 2),
            f"besttimes_capture_hour_and_day_n{posts}": mean["hour_and_day_means"],
            f"besttimes_capture_fleet_alone_n{posts}": mean["fleet_alone"],
            f"besttimes_own_share_n{posts}": mean["own_share"],
            f"besttimes_coverage80_n{posts}": mean["held"],
            f"besttimes_cpu_s_a_fleet_n{posts}": round((time.process_time() - began) / FLEETS, 1),
        }
    return figures


def measure_times_elsewhere(*, seed: int, accounts: int) -> Figures:
    """Return the same for hours with sharp edges, and for installations of a dozen accounts. No bar is set on these."""
    worlds = {
        "sharp": _fleets(seed, SHARP_FLEETS, accounts // SHARP_FLEETS, SHARP_SIZE, sharp=True),
        "small_fleets": _fleets(seed, SMALL_FLEETS, SMALL_FLEET, SMALL_SIZE),
    }
    figures: Figures = {}
    for name, fleets in worlds.items():
        mean = _means([one for fleet in fleets for one in _try_fleet(fleet)])
        figures |= {
            f"besttimes_{name}_capture": mean["ours"],
            f"besttimes_{name}_capture_naive": mean["slot_means"],
            f"besttimes_{name}_coverage80": mean["held"],
        }
    return figures


def _fleets(seed: int, fleets: int, accounts: int, posts: int, *, sharp: bool = False) -> list[list[Habit]]:
    return [make_habits(seed + APART * one, accounts=accounts, posts=posts, sharp=sharp) for one in range(fleets)]


def _means(found: Sequence[Found]) -> dict[str, float]:
    return {name: round(float(np.mean([getattr(one, name) for one in found])), 3) for name in Found.__slots__}


def _try_fleet(habits: Sequence[Habit]) -> list[Found]:
    weeks = [gather(habit.slots.tolist(), habit.log_views.tolist()) for habit in habits]
    fleet = learn_fleet_week(weeks)
    if fleet is None:
        raise RuntimeError("a fleet without posts")
    return [_try_account(habit, week, fleet) for habit, week in zip(habits, weeks, strict=True)]


def _try_account(habit: Habit, week: Week, fleet: FleetWeek) -> Found:
    best = find_best_times(week, fleet)
    within = [bool(np.log1p(one.low) <= habit.truth[one.slot] <= np.log1p(one.high)) for one in best.times]

    def caught(curve: Values) -> float:
        return _caught(habit, int(np.argmax(curve)))

    return Found(
        _caught(habit, best.times[0].slot),
        caught(np.where(week.counts > 0, week.means, -np.inf)),
        caught(_means_of(week, HOUR) + _means_of(week, DAY)),
        _caught(habit, pick(fleet.curve)[0]),
        best.own_share,
        float(np.mean(within)),
    )


def _means_of(week: Week, group: Group) -> Values:
    """Return each slot's group's mean over the account's posts; what it never tried is never recommended."""
    counts = np.bincount(group, week.counts)
    sums = np.bincount(group, week.counts * week.means)
    return np.asarray(np.where(counts > 0, sums / np.maximum(counts, 1), -np.inf)[group], np.float64)


def _caught(habit: Habit, slot: int) -> float:
    """Return the share of the best hour's uplift that this hour has."""
    return float(habit.truth[slot] / habit.truth.max())
