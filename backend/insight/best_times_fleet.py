"""Learning what a fleet's week has in common: empirical Bayes. Pure; numpy. Seconds, so once a week."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from insight.best_times import LEVEL_VARIANCE, SLOTS, Curve, FleetWeek, Shape, Week, similarity
from insight.best_times_bands import learn_widening
from insight.best_times_shape import learn_shape

BENDING = Shape(0.25, 0.1, 0.05)  # how the common curve bends; how far is learnt
BENDS = 2.0 ** np.arange(-5, 3)  # times the variances of BENDING
USUAL_BEND, BENT_WITHIN = 0.25, 1.0  # that of them which is usual, and by how much others are not, in logarithms
JITTER = 1e-6
ROUNDS = 2
MOST_LEARNT_FROM = 300  # accounts, for what takes seconds: more teach it next to nothing
LEAST_POSTS = 10
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What accounts say of the common curve, added up: its precision, and its precision times itself."""

    precision: Curve
    pull: Curve

    def without(self, other: "Told") -> "Told":
        return Told(self.precision - other.precision, self.pull - other.pull)


def learn_fleet_week(weeks: Sequence[Week]) -> FleetWeek | None:
    """Return what the accounts have in common; None while nobody has posts enough."""
    known = [week for week in weeks if week.posts >= LEAST_POSTS]
    if not known:
        return None
    shape = Shape()
    for _ in range(ROUNDS):
        told = listen(known, shape)
        curve, _ = find_curve(told, find_bend(told))
        shape = learn_shape(known[:MOST_LEARNT_FROM], curve, shape)
    told = listen(known, shape)
    bend = find_bend(told)
    curve, covariance = find_curve(told, bend)
    fleet = FleetWeek(curve, covariance, shape, 1.0, len(known))
    return replace(fleet, widening=_learn_widening(known, fleet, told, bend))


def listen(weeks: Sequence[Week], shape: Shape) -> Told:
    """Add up what every account says of the common curve, each account's own differences being noise to it."""
    alike = similarity(shape) + LEVEL_VARIANCE
    precision, pull = np.zeros((SLOTS, SLOTS)), np.zeros(SLOTS)
    for week in weeks:
        seen = np.flatnonzero(week.counts)
        known = np.linalg.inv(alike[np.ix_(seen, seen)] + np.diag(shape.noise * week.noise / week.counts[seen]))
        precision[np.ix_(seen, seen)] += known
        pull[seen] += known @ week.means[seen]
    return Told(precision, pull)


def find_curve(told: Told, bend: float) -> tuple[Curve, Curve]:
    """Return the common curve and its covariance, for a variance of `bend` times BENDING's."""
    precision = np.linalg.inv(_bending(bend)) + told.precision
    covariance = np.linalg.inv(precision)
    return covariance @ told.pull, (covariance + covariance.T) / 2


def find_bend(told: Told) -> float:
    """
    Return how far the common curve bends, as the accounts' posts make likeliest.

    Taken for granted, a dozen accounts would be believed too much: the best hour would be the luckiest of the week.
    """
    return float(max(BENDS, key=lambda bend: _evidence(told, float(bend))))


def _evidence(told: Told, bend: float) -> float:
    curve, _ = find_curve(told, bend)
    bending = _bending(bend)
    volumes = np.linalg.slogdet(bending)[1] + np.linalg.slogdet(np.linalg.inv(bending) + told.precision)[1]
    oddity = (np.log(bend / USUAL_BEND) / BENT_WITHIN) ** 2
    return 0.5 * float(told.pull @ curve - volumes - oddity)


def _bending(bend: float) -> Curve:
    return np.asarray(bend * similarity(BENDING) + JITTER * np.eye(SLOTS), np.float64)


def _learn_widening(weeks: Sequence[Week], fleet: FleetWeek, told: Told, bend: float) -> float:
    """Foretell a part of the accounts by a curve that the others taught, part by part."""
    parts = []
    for fold in range(FOLDS):
        mine = weeks[fold::FOLDS]
        curve, covariance = find_curve(told.without(listen(mine, fleet.shape)), bend)
        others = replace(fleet, curve=curve, covariance=covariance)
        parts.append((mine[: MOST_LEARNT_FROM // FOLDS], others))
    return learn_widening(parts)
