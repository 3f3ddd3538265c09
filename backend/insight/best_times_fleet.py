"""Learning the fleet's week, and how accounts differ from it: empirical Bayes. Pure; numpy. Seconds, so once a week."""

import math
from collections.abc import Sequence
from dataclasses import asdict, replace

import numpy as np

from insight.best_times import (
    BAND,
    LEVEL_VARIANCE,
    SLOTS,
    Curve,
    FleetWeek,
    Shape,
    Week,
    learn_from,
    similarity,
)

FLEET_SHAPE = Shape(0.25, 0.1, 0.05)  # how far the fleet's own curve may bend
JITTER = 1e-6
# A value is tried times these, one after the other.
STEPS = {
    "noise": (0.5, 0.7, 0.85, 1.2, 1.5),
    "hour": (0.25, 0.5, 2.0, 4.0),
    "weekend": (0.25, 0.5, 2.0, 4.0),
    "day": (0.25, 0.5, 2.0, 4.0),
    "width_h": (0.6, 0.8, 1.25, 1.6),
}
ROUNDS = 2
USUAL_WITHIN = 0.5  # in logarithms: a factor of 1.6 either way is nothing special
MOST_LEARNT_FROM = 300  # accounts, for the shape: more teach it nothing new
LEAST_POSTS = 10
LEAST_WIDENING, MOST_WIDENING = 1.0, 2.0
WIDENING_STEPS = 21
FOLDS = 4
COVERED = 0.8


def learn_fleet_week(weeks: Sequence[Week]) -> FleetWeek | None:
    """Return what the accounts have in common; None while nobody has posts enough."""
    known = [week for week in weeks if week.posts >= LEAST_POSTS]
    if not known:
        return None
    shape = Shape()
    curve, covariance = _learn_curve(known, shape)
    for _ in range(ROUNDS):
        shape = _learn_shape(known[:MOST_LEARNT_FROM], curve, shape)
        curve, covariance = _learn_curve(known, shape)
    fleet = FleetWeek(curve, covariance, shape, 1.0, len(known))
    return replace(fleet, widening=_learn_widening(known[:MOST_LEARNT_FROM], fleet))


def _learn_curve(weeks: Sequence[Week], shape: Shape) -> tuple[Curve, Curve]:
    """Add up what every account says of the common curve, each account's own differences being noise to it."""
    alike = similarity(shape) + LEVEL_VARIANCE
    precision = np.linalg.inv(similarity(FLEET_SHAPE) + JITTER * np.eye(SLOTS))
    pull = np.zeros(SLOTS)
    for week in weeks:
        seen = np.flatnonzero(week.counts)
        doubt = alike[np.ix_(seen, seen)] + np.diag(shape.noise * week.noise / week.counts[seen])
        known = np.linalg.inv(doubt)
        precision[np.ix_(seen, seen)] += known
        pull[seen] += known @ week.means[seen]
    covariance = np.linalg.inv(precision)
    return covariance @ pull, (covariance + covariance.T) / 2


def _learn_shape(weeks: Sequence[Week], curve: Curve, shape: Shape) -> Shape:
    """Climb the accounts' joint likelihood, one value at a time."""
    best = _likelihood(weeks, curve, shape)
    for name, steps in STEPS.items():
        value = getattr(shape, name)
        for one in [value * step for step in steps]:
            other = replace(shape, **{name: one})
            if (found := _likelihood(weeks, curve, other)) > best:
                best, shape = found, other
    return shape


def _likelihood(weeks: Sequence[Week], curve: Curve, shape: Shape) -> float:
    alike, total = similarity(shape) + LEVEL_VARIANCE, -_oddity(shape)
    for week in weeks:
        seen = np.flatnonzero(week.counts)
        doubt = alike[np.ix_(seen, seen)] + np.diag(shape.noise * week.noise / week.counts[seen])
        lower = np.linalg.cholesky(doubt)
        off = np.linalg.solve(lower, week.means[seen] - curve[seen])
        total -= 0.5 * float(off @ off) + float(np.log(np.diag(lower)).sum())
    return total


def _oddity(shape: Shape) -> float:
    """How far a shape is from what is usual: the likelihood alone would take small differences between accounts for none."""
    usual = asdict(Shape())
    return 0.5 * sum((math.log(value / usual[name]) / USUAL_WITHIN) ** 2 for name, value in asdict(shape).items())


def _learn_widening(weeks: Sequence[Week], fleet: FleetWeek) -> float:
    """
    Leave out a quarter of each account's hours, foretell them from the rest, and see how wide the bands should have been.

    The hours' own noise is known; what the band is widened by is only the doubt about the curve.
    """
    off, doubt, noise = list[float](), list[float](), list[float]()
    covariance = similarity(fleet.shape) + fleet.covariance
    for number, week in enumerate(weeks):
        seen = np.flatnonzero(week.counts)
        out = seen[number % FOLDS :: FOLDS]
        if len(seen) - len(out) < LEAST_POSTS // 2 or not len(out):
            continue
        counts = week.counts.copy()
        counts[out] = 0
        curve, sure = learn_from(replace(week, counts=counts), fleet.curve, covariance, noise=fleet.shape.noise)
        off += (week.means[out] - curve[out]).tolist()
        doubt += np.diag(sure)[out].tolist()
        noise += (fleet.shape.noise * week.noise / week.counts[out]).tolist()
    if not off:
        return MOST_WIDENING
    far, unsure, by_chance = np.abs(off), np.array(doubt), np.array(noise)
    for widening in np.linspace(LEAST_WIDENING, MOST_WIDENING, WIDENING_STEPS):
        if np.mean(far <= BAND * np.sqrt(widening**2 * unsure + by_chance)) >= COVERED:
            return float(widening)
    return MOST_WIDENING
