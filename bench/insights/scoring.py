"""Judging scores and guesses: how well planted things are ranked, how far off guesses are, how often bands hold."""

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def auc(scores: Values, planted: Flags) -> float:
    """Return how often something planted scores higher than something ordinary; ties count half (Mann and Whitney's U)."""
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    _, first, counts = np.unique(scores[order], return_index=True, return_counts=True)
    ranks[order] = np.repeat(first + (counts + 1) / 2, counts)
    inside = int(planted.sum())
    above = float(ranks[planted].sum()) - inside * (inside + 1) / 2
    return above / (inside * (len(scores) - inside))


def median_off(guesses: Values, truth: Values) -> float:
    """Return the median of |guess - truth| / truth: one glitch of a counter does not count for more than another post."""
    return float(np.median(np.abs(guesses - truth) / truth))


def covered(low: Values, high: Values, truth: Values) -> float:
    """Return the share of truths within their bands."""
    return float(np.mean((truth >= low) & (truth <= high)))


def hits_among_highest(scores: Values, planted: Flags) -> float:
    """Return the share of planted ones among the highest scores, as many of them as were planted."""
    count = int(planted.sum())
    return float(np.mean(planted[np.argsort(-scores, kind="stable")[:count]]))
