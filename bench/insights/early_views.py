"""Seven days' views from the first hours, on accounts never seen: against Szabo and Huberman, and the account's usual."""

from dataclasses import dataclass

import numpy as np

from bench.insights.posts_world import AGES_H as WORLD_AGES
from bench.insights.posts_world import make_world
from bench.insights.scoring import Flags, Values, covered, median_off
from insight.early import AGES_H, TARGET, EarlyModel, expect_views, learn_early, usual_before
from insight.viral_score import FEWEST_VIEWS

MOST_TRIED = 4_000
FIFTHS = 5
Figures = dict[str, object]


@dataclass(frozen=True, slots=True)
class Posts:
    """ln(1 + views) and what the account was used to before, (posts, ages); and which posts may be learnt from."""

    logs: Values
    usual: Values
    learnt: Flags


def measure_early(*, seed: int, accounts: int, second_law: bool = False) -> Figures:
    """Learn from one half of the accounts, foretell the other's posts at each age; by the second law no bar is set."""
    posts = _make_posts(seed, accounts, second_law=second_law)
    model = learn_early(posts.logs[posts.learnt], posts.usual[posts.learnt])
    if model is None:
        raise RuntimeError("too few posts to learn from")
    tried = np.flatnonzero(~posts.learnt & (np.expm1(posts.logs[:, TARGET]) >= FEWEST_VIEWS))[:MOST_TRIED]
    found: Figures = {}
    worst = 0.0
    for age in range(TARGET):
        scaling = float(np.median(posts.logs[posts.learnt, TARGET] - posts.logs[posts.learnt, age]))
        judged = _judge(model, posts.logs[tried], posts.usual[tried], age, scaling)
        worst = max(worst, judged["mdape"] / judged["mdape_szabo_huberman"])
        found |= {f"{name}_{AGES_H[age]}h": round(figure, 3) for name, figure in judged.items()}
    found |= {"early_of_szabo_huberman_at_worst": round(worst, 3), "early_posts": len(tried)}
    return {f"second_law_{name}": one for name, one in found.items()} if second_law else found


def _make_posts(seed: int, accounts: int, *, second_law: bool) -> Posts:
    world = make_world(seed, accounts=accounts, second_law=second_law)
    logs = np.log1p(world.views[:, [WORLD_AGES.index(age) for age in AGES_H]].astype(np.float64))
    levels = _levels(logs, world.account, np.log1p(world.followers))
    usual = np.vstack([usual_before(logs[world.account == one], float(levels[one])) for one in range(accounts)])
    return Posts(logs, usual, world.account < accounts // 2)


def _levels(logs: Values, account: Values, sizes: Values) -> Values:
    """What an account of a size is to be expected to have, by the line through the first half's accounts."""
    half = len(sizes) // 2
    middles = np.array([np.median(logs[account == one, TARGET]) for one in range(half)])
    slope, intercept = np.polyfit(sizes[:half], middles, 1)
    return np.asarray(intercept + slope * sizes, np.float64)


def _judge(model: EarlyModel, logs: Values, usual: Values, age: int, scaling: float) -> dict[str, float]:
    expected = [
        expect_views(model, row[: age + 1].tolist(), own.tolist()) for row, own in zip(logs, usual, strict=True)
    ]
    truth = np.expm1(logs[:, TARGET])
    middle, low, high = (np.array([getattr(one, name) for one in expected]) for name in ("middle", "low", "high"))
    by_views = np.array_split(np.argsort(logs[:, age], kind="stable"), FIFTHS)
    of_fifths = [covered(low[one], high[one], truth[one]) for one in by_views]
    return {
        "mdape": median_off(middle, truth),
        "mdape_szabo_huberman": median_off(np.expm1(logs[:, age] + scaling), truth),
        "mdape_account_usual": median_off(np.expm1(usual[:, TARGET]), truth),
        "early_coverage80": covered(low, high, truth),
        "early_coverage80_worst_fifth_by_views": min(of_fifths),
    }
