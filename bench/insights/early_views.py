"""Seven days' views from the first hours, on accounts never seen: against Szabo and Huberman, and the account's usual."""

import numpy as np

from bench.insights.posts_world import AGES_H as WORLD_AGES
from bench.insights.posts_world import make_world
from bench.insights.scoring import Values, covered, median_off
from insight.early import AGES_H, TARGET, EarlyModel, expect_views, learn_early, usual_before
from insight.viral_score import FEWEST_VIEWS

MOST_TRIED = 4_000
Figures = dict[str, object]


def measure_early(*, seed: int, accounts: int) -> Figures:
    """Learn from one half of the accounts, foretell the other's posts at each age."""
    world = make_world(seed, accounts=accounts)
    logs = np.log1p(world.views[:, [WORLD_AGES.index(age) for age in AGES_H]].astype(np.float64))
    levels = _levels(logs, world.account, np.log1p(world.followers))
    usual = np.vstack([usual_before(logs[world.account == one], float(levels[one])) for one in range(accounts)])
    learnt = world.account < accounts // 2
    model = learn_early(logs[learnt], usual[learnt])
    if model is None:
        raise RuntimeError("too few posts to learn from")
    tried = np.flatnonzero(~learnt & (np.expm1(logs[:, TARGET]) >= FEWEST_VIEWS))[:MOST_TRIED]
    figures: Figures = {"early_posts": len(tried)}
    for age in range(TARGET):
        scaling = float(np.median(logs[learnt, TARGET] - logs[learnt, age]))
        figures |= _judge(model, logs[tried], usual[tried], age, scaling)
    return figures


def _levels(logs: Values, account: Values, sizes: Values) -> Values:
    """What an account of a size is to be expected to have, by the line through the first half's accounts."""
    half = len(sizes) // 2
    middles = np.array([np.median(logs[account == one, TARGET]) for one in range(half)])
    slope, intercept = np.polyfit(sizes[:half], middles, 1)
    return np.asarray(intercept + slope * sizes, np.float64)


def _judge(model: EarlyModel, logs: Values, usual: Values, age: int, scaling: float) -> Figures:
    expected = [
        expect_views(model, row[: age + 1].tolist(), own.tolist()) for row, own in zip(logs, usual, strict=True)
    ]
    truth = np.expm1(logs[:, TARGET])
    middle, low, high = (np.array([getattr(one, name) for one in expected]) for name in ("middle", "low", "high"))
    hours = AGES_H[age]
    return {
        f"mdape_{hours}h": round(median_off(middle, truth), 3),
        f"mdape_{hours}h_szabo_huberman": round(median_off(np.expm1(logs[:, age] + scaling), truth), 3),
        f"mdape_{hours}h_account_usual": round(median_off(np.expm1(usual[:, TARGET]), truth), 3),
        f"early_coverage80_{hours}h": round(covered(low, high, truth), 3),
    }
