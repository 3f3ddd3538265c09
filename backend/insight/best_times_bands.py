"""
How wide the bands of best hours must be: learnt by trying them on posts that were held back. Pure; numpy.

The hours that are picked are the ones that looked best, and so were lucky more often than others; accounts are not all as unlike
their fleet as its average account is. Both show only where a band is tried: at the hours picked from one half of an account's
posts, by its other half.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from insight.best_times import (
    LEVEL_VARIANCE,
    RECOMMENDED,
    Curve,
    FleetWeek,
    Week,
    centred,
    learn_from,
    pick,
    similarity,
)

WIDENINGS = 2.0 ** np.linspace(0, 1.25, 26)  # a band is never narrower than the doubt it stands for
WIDENED_WITHIN = 0.25  # in logarithms: where posts are too few to tell, it stays near 1
HALVES = 2
FEWEST_HOURS = 4  # of an account, to be halved


def learn_widening(parts: Sequence[tuple[Sequence[Week], FleetWeek]]) -> float:
    """
    Return by what bands must be multiplied: how far off they were at picked hours is likeliest under it.

    :param parts: accounts, and what was learnt of a fleet without them
    """
    total = -0.5 * (np.log(WIDENINGS) / WIDENED_WITHIN) ** 2
    for weeks, fleet in parts:
        alike = similarity(fleet.shape) + fleet.covariance
        for week in weeks:
            for off, doubt, chance in _try_halves(week, fleet, alike):
                variance = WIDENINGS[:, None] ** 2 * doubt + chance
                # Hours picked for one account tell much the same: together they count as one.
                total -= 0.5 * np.mean(np.log(variance) + off**2 / variance, axis=1)
    return float(WIDENINGS[np.argmax(total)])


def _try_halves(week: Week, fleet: FleetWeek, alike: Curve) -> Iterator[tuple[Curve, Curve, Curve]]:
    """
    Pick hours by one half of an account's hours, and guess from the other how far off they are.

    Yields the guesses, the variance they have if the doubt is right, and the variance they have by chance.
    """
    seen = np.flatnonzero(week.counts)
    if len(seen) < FEWEST_HOURS:
        return
    for half in range(HALVES):
        held = seen[half::HALVES]
        counts = week.counts.copy()
        counts[held] = 0
        rest = Week(counts, week.means, week.noise)
        curve, doubt = centred(*learn_from(rest, fleet.curve, alike, noise=fleet.shape.noise))
        picked = pick(curve, RECOMMENDED)
        known = doubt[np.ix_(held, held)]
        chance = np.diag(fleet.shape.noise * week.noise / week.counts[held]) + LEVEL_VARIANCE
        guess = np.linalg.solve(known + chance, doubt[held][:, picked]).T
        off = guess @ (week.means[held] - curve[held])
        yield off, np.diag(guess @ known @ guess.T), np.diag(guess @ chance @ guess.T)
