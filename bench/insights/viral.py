"""Planted posts that stand out: the score against formulas over raw counts, with and without more shares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.insights.posts_world import AGES_H, World, make_world
from bench.insights.scoring import Flags, Values, auc, hits_among_highest
from insight.viral_fleet import AccountPosts, learn_fleet
from insight.viral_score import BASELINE_POSTS, Counts, Fleet, score_post

HIGH = 95.0
HISTORIES = {"under_5": (0, 5), "5_to_19": (5, 20), "from_20": (20, BASELINE_POSTS + 1)}
HALVES = 2
SMALL_FLEETS, SMALL_FLEET = 12, 12
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
    """Return the figures of the planted set, also where what was planted is shared no more than anything else."""
    scored = score_world(make_world(seed, accounts=accounts))
    unshared = score_world(make_world(seed, accounts=accounts, with_share_lift=False))
    ours, formula = auc(scored.ours, scored.planted), auc(scored.seed, scored.planted)
    return {
        "viral_auc": round(ours, 3),
        "viral_auc_no_share_lift": round(auc(unshared.ours, unshared.planted), 3),
        "viral_auc_seed_formula": round(formula, 3),
        "viral_auc_seed_formula_no_share_lift": round(auc(unshared.seed, unshared.planted), 3),
        "viral_auc_above_seed_formula": round(ours - formula, 3),
        "viral_auc_per_follower": round(auc(scored.per_follower, scored.planted), 3),
        "viral_auc_per_hour": round(auc(scored.per_hour, scored.planted), 3),
        "viral_hits_among_highest": round(hits_among_highest(scored.ours, scored.planted), 3),
        "viral_hits_among_highest_seed_formula": round(hits_among_highest(scored.seed, scored.planted), 3),
        **{f"viral_{name}": share for name, share in _false_high(scored).items()},
        "viral_posts": len(scored.ours),
    }


def measure_viral_elsewhere(*, seed: int, accounts: int) -> Figures:
    """Return the same under the second law, and for installations of a dozen accounts. No bar is set on these."""
    other = score_world(make_world(seed, accounts=accounts, second_law=True))
    small = _join(score_world(make_world(seed + one, accounts=SMALL_FLEET), halves=1) for one in range(SMALL_FLEETS))
    found: Figures = {}
    for name, scored in {"second_law": other, "small_fleets": small}.items():
        found |= {
            f"viral_{name}_auc": round(auc(scored.ours, scored.planted), 3),
            f"viral_{name}_auc_seed_formula": round(auc(scored.seed, scored.planted), 3),
            **{f"viral_{name}_{key}": share for key, share in _false_high(scored).items()},
        }
    return found


def _false_high(scored: Scored) -> dict[str, float]:
    """Return the share of ordinary posts that score HIGH: in all, and by how many posts they were compared with."""
    found = {"false_high": np.ones(len(scored.ours), bool)}
    for name, (low, high) in HISTORIES.items():
        found[f"false_high_{name}"] = (low <= scored.history) & (scored.history < high)
    return {name: round(float(np.mean(scored.ours[~scored.planted & one] >= HIGH)), 4) for name, one in found.items()}


def score_world(world: World, *, halves: int = HALVES) -> Scored:
    """
    Score every post at the age it is looked at, against its account's earlier ones at that age, as the product does.

    What is usual over the fleet is learnt from the other half of the accounts; with `halves=1`, from all of them.
    """
    starts = np.searchsorted(world.account, np.arange(len(world.followers)))
    rows = chain.from_iterable(_score_half(world, starts, half, halves) for half in range(halves))
    columns = np.array(list(rows), np.float64).T
    return Scored(columns[0], columns[1], columns[2], columns[3], columns[4] > 0, columns[5])


def _score_half(world: World, starts: Places, half: int, halves: int) -> Iterable[tuple[float, ...]]:
    one_of = np.arange(len(starts)) % halves
    teachers = np.flatnonzero((one_of != half) | (halves == 1))
    fleets = [_learn(world, starts, teachers, age) for age in range(len(AGES_H))]
    places = np.flatnonzero(one_of[world.account] == half).tolist()
    return (row for place in places if (row := _score(world, starts, fleets, place)))


def _learn(world: World, starts: Places, teachers: Places, age: int) -> Fleet:
    ends = np.append(starts[1:], len(world.account))
    stretches = [(one, range(int(starts[one]), int(min(ends[one], starts[one] + BASELINE_POSTS)))) for one in teachers]
    return learn_fleet(
        [AccountPosts(int(world.followers[one]), [_counts(world, at, age) for at in own]) for one, own in stretches]
    )


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
    counters = (world.views, world.likes, world.comments, world.shares)
    return Counts(*(int(counter[place, age]) for counter in counters))


def _join(parts: Iterable[Scored]) -> Scored:
    known = list(parts)
    return Scored(*(np.concatenate([getattr(one, name) for one in known]) for name in Scored.__slots__))
