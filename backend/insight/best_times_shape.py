"""How accounts differ from their fleet's week: by how much, and over how many hours. Pure; numpy."""

from collections.abc import Callable, Sequence
from dataclasses import astuple

import numpy as np

from insight.best_times import LEVEL_VARIANCE, Curve, Shape, Week, similarity

# Directions of search, by the fields of Shape; in logarithms. The first is what the posts say most of: all variances at once.
DIRECTIONS = np.array(
    [[1, 1, 1, 0, 0], [1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0.5, 0], [0, 0, 0, 0, 0.3]]
)
VARIANCES = 3  # the fields of Shape that come first
FIRST_STEP, LAST_STEP = 0.7, 0.1
# Of what is usual, in logarithms: how much accounts differ is anyone's guess; by which of the three, less so.
VARIED_WITHIN, USUAL_WITHIN = 1.0, 0.5
USUAL = np.log(astuple(Shape()))


def learn_shape(weeks: Sequence[Week], curve: Curve, start: Shape) -> Shape:
    """Climb the accounts' joint likelihood from `start`, in ever smaller steps."""

    def height(where: Curve) -> float:
        return _likelihood(weeks, curve, Shape(*np.exp(where).tolist())) - _oddity(where)

    where, step = np.log(astuple(start)), FIRST_STEP
    best = height(where)
    while step > LAST_STEP:
        before = best
        where, best = _go_round(height, where, best, step)
        if best == before:
            step /= 2
    return Shape(*np.exp(where).tolist())


def _go_round(height: Callable[[Curve], float], where: Curve, best: float, step: float) -> tuple[Curve, float]:
    """Try a step either way along each direction, and keep each that leads upwards."""
    for direction in DIRECTIONS:
        for way in (step, -step):
            other = where + way * direction
            if (found := height(other)) > best:
                where, best = other, found
                break
    return where, best


def _likelihood(weeks: Sequence[Week], curve: Curve, shape: Shape) -> float:
    alike, total = similarity(shape) + LEVEL_VARIANCE, 0.0
    for week in weeks:
        seen = np.flatnonzero(week.counts)
        doubt = alike[np.ix_(seen, seen)] + np.diag(shape.noise * week.noise / week.counts[seen])
        lower = np.linalg.cholesky(doubt)
        off = np.linalg.solve(lower, week.means[seen] - curve[seen])
        total -= 0.5 * float(off @ off) + float(np.log(np.diag(lower)).sum())
    return total


def _oddity(where: Curve) -> float:
    """Return how far a shape is from what is usual: the likelihood alone would take small differences for none."""
    off = where - USUAL
    common = off[:VARIANCES].mean()
    apart = np.concatenate([off[:VARIANCES] - common, off[VARIANCES:]])
    return 0.5 * float((common / VARIED_WITHIN) ** 2 + np.sum((apart / USUAL_WITHIN) ** 2))
