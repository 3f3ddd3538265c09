"""A straight line through many features that odd examples pull at only a little. Pure; numpy."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from insight.robust import MAD_TO_SD

RIDGE = 1.0  # against features that say the same
HUBER = 1.0  # standard deviations; what lies farther off pulls no harder
ROUNDS = 10
NEXT_TO_NOTHING = 1e-9

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """A regression over standardised features."""

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    intercept: float

    def at(self, features: Matrix) -> Matrix:
        """Return the line's value for each row of features."""
        return np.asarray((features - self.mean) / self.scale @ np.array(self.weights) + self.intercept, np.float64)


def fit_line(features: Matrix, target: Matrix) -> Line:
    """Fit by Huber's loss: the middle of what is to be expected, and not the mean that a few hits drag upwards."""
    mean, scale = features.mean(axis=0), features.std(axis=0)
    scale = np.where(scale < NEXT_TO_NOTHING, 1.0, scale)
    scaled = np.hstack([(features - mean) / scale, np.ones((len(target), 1))])
    penalty = RIDGE * np.diag([*[1.0] * len(mean), 0.0])
    pull: Matrix = np.ones(len(target))
    found: Matrix = np.zeros(len(mean) + 1)
    for _ in range(ROUNDS):
        pulled = scaled.T * pull
        found = np.asarray(np.linalg.solve(pulled @ scaled + penalty, pulled @ target), np.float64)
        off = np.abs(target - scaled @ found)
        usual = max(MAD_TO_SD * float(np.median(off)), NEXT_TO_NOTHING)
        pull = 1 / np.maximum(1, off / (HUBER * usual))
    return Line(tuple(mean.tolist()), tuple(scale.tolist()), tuple(found[:-1].tolist()), float(found[-1]))
