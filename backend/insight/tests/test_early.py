"""Seven days' views from the first hours."""

import numpy as np
import pytest

from insight.early import AGES_H, FEWEST_EXAMPLES, TARGET, EarlyModel, Matrix, expect_views, learn_early, usual_before


def make_posts(accounts: int = 30, posts: int = 20) -> tuple[Matrix, Matrix]:
    draw, all_logs, all_usual = np.random.default_rng(4), [], []
    ages = np.log(np.array(AGES_H))
    for _ in range(accounts):
        level, middle = draw.normal(8, 1.2), draw.normal(3, 0.5, (posts, 1))
        grown = 1 / (1 + np.exp(-1.7 * (ages - middle)))
        views = np.exp(level + draw.normal(0, 0.7, (posts, 1))) * grown
        logs = np.log1p(np.maximum.accumulate(draw.poisson(views), axis=1))
        all_logs.append(logs)
        all_usual.append(usual_before(logs, 8.0))
    return np.vstack(all_logs), np.vstack(all_usual)


@pytest.fixture(scope="module")
def learnt() -> tuple[EarlyModel, Matrix, Matrix]:
    logs, usual = make_posts()
    model = learn_early(logs[:400], usual[:400])
    assert model is not None
    return model, logs[400:], usual[400:]


def test_the_older_a_post_the_better_it_is_known(learnt: tuple[EarlyModel, Matrix, Matrix]) -> None:
    model, logs, usual = learnt
    off = []
    for age in range(TARGET):
        guesses = np.array(
            [
                expect_views(model, row[: age + 1].tolist(), own.tolist()).middle
                for row, own in zip(logs, usual, strict=True)
            ]
        )
        off.append(float(np.median(np.abs(np.log1p(guesses) - logs[:, TARGET]))))

    assert off[-1] < off[3] < off[0]
    assert off[-1] < 0.1


def test_views_do_not_go_away_and_the_band_holds_the_middle(learnt: tuple[EarlyModel, Matrix, Matrix]) -> None:
    model, logs, usual = learnt
    for row, own in zip(logs, usual, strict=True):
        for age in range(TARGET):
            seen = expect_views(model, row[: age + 1].tolist(), own.tolist())
            assert np.expm1(row[age]) - 1e-6 <= seen.low <= seen.middle <= seen.high
            assert seen.age_h == AGES_H[age]


def test_of_few_posts_nothing_is_learnt() -> None:
    logs, usual = make_posts(accounts=9)

    assert len(logs) < FEWEST_EXAMPLES
    assert learn_early(logs, usual) is None


def test_an_accounts_usual_never_knows_the_post_itself_or_later_ones() -> None:
    logs, _ = make_posts(accounts=1)
    changed = logs.copy()
    changed[10:] += 3

    assert np.array_equal(usual_before(logs, 8.0)[:11], usual_before(changed, 8.0)[:11])
