"""Planted posts that stand out: the score against formulas over raw counts, with and without more shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.insights.posts_world import AGES_H, World, make_world
from bench.insights.scoring import Flags, Values, auc
from insight.viral_fleet import AccountPosts, learn_fleet
from insight.viral_score import BASELINE_POSTS, Counts, Fleet, score_post

HIGH = 95.0
HISTORIES = ((0, 1), (1, 5), (5, 20), (20, BASELINE_POSTS + 1))
Figures = dict[str, object]
Places = npt.NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Scored:
    """Arrays over the posts that have views enough for a score."""

    ours: Values
    seed: Values
    per_follower: Values
    per_hour: Values
    planted: Flags
    history: Values


def measure_viral(*, seed: int, accounts: int) -> Figures:
    """Return the figures of the planted set, and the AUC where what was planted is shared no more than anything else."""
    scored, unshared = (
        score_world(make_world(seed, accounts=accounts, with_share_lift=lift)) for lift in (True, False)
    )
    normal = ~scored.planted
    in_bins = [(low <= scored.history) & (scored.history < high) & normal for low, high in HISTORIES]
    by_history = {
        f"{low}-{high - 1}": round(float(np.mean(scored.ours[chosen] >= HIGH)), 4)
        for (low, high), chosen in zip(HISTORIES, in_bins, strict=True)
    }
    return {
        "viral_auc": round(auc(scored.ours, scored.planted), 3),
        "viral_auc_no_share_lift": round(auc(unshared.ours, unshared.planted), 3),
        "viral_auc_seed_formula": round(auc(scored.seed, scored.planted), 3),
        "viral_auc_per_follower": round(auc(scored.per_follower, scored.planted), 3),
        "viral_auc_per_hour": round(auc(scored.per_hour, scored.planted), 3),
        "viral_false_high": round(float(np.mean(scored.ours[normal] >= HIGH)), 4),
        "viral_false_high_by_history": by_history,
        "viral_posts": len(scored.ours),
    }


def score_world(world: World) -> Scored:
    """Score every post at the age it is looked at, against its account's earlier ones at that age, as the product does."""
    starts = np.searchsorted(world.account, np.arange(len(world.followers)))
    fleets = [_learn(world, starts, age) for age in range(len(AGES_H))]
    rows = [row for place in range(len(world.account)) if (row := _score(world, starts, fleets, place))]
    columns = np.array(rows, np.float64).T
    return Scored(columns[0], columns[1], columns[2], columns[3], columns[4] > 0, columns[5])


def _learn(world: World, starts: Places, age: int) -> Fleet:
    ends = np.append(starts[1:], len(world.account))
    known = [
        AccountPosts(
            int(world.followers[one]),
            [_counts(world, at, age) for at in range(start, min(end, start + BASELINE_POSTS))],
        )
        for one, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True))
    ]
    return learn_fleet(known)


def _score(world: World, starts: Places, fleets: Sequence[Fleet], place: int) -> tuple[float, ...] | None:
    age, one = int(world.age_index[place]), int(world.account[place])
    post, followers = _counts(world, place, age), int(world.followers[one])
    before = [_counts(world, at, age) for at in range(max(int(starts[one]), place - BASELINE_POSTS), place)]
    scored = score_post(post, before, followers=followers, fleet=fleets[age])
    if scored.score is None:
        return None
    rate = (post.likes + post.comments) / post.views
    return (
        scored.score,
        (post.likes + 2 * post.comments + 3 * post.shares) / post.views,
        min(100.0, 50 * post.views / max(followers, 1) + 5 * 100 * rate),
        post.views / AGES_H[age],
        float(world.outlier[place]),
        float(scored.baseline_posts),
    )


def _counts(world: World, place: int, age: int) -> Counts:
    return Counts(
        int(world.views[place, age]),
        int(world.likes[place, age]),
        int(world.comments[place, age]),
        int(world.shares[place, age]),
    )
