"""Seven days' views from the first hours."""

from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight.early import (
    AGES_H,
    FEWEST_EXAMPLES,
    TARGET,
    AgeModel,
    EarlyModel,
    Matrix,
    expect_views,
    learn_early,
    usual_before,
)


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


@settings(deadline=None, max_examples=50)
@given(gains=st.lists(st.floats(0, 6), min_size=1, max_size=len(AGES_H)), used_to=st.floats(0, 20))
def test_any_post_is_answered_in_order_and_never_with_less_than_it_has(
    learnt: tuple[EarlyModel, Matrix, Matrix], gains: list[float], used_to: float
) -> None:
    logs = np.cumsum(gains).tolist()

    seen = expect_views(learnt[0], logs, [used_to] * len(AGES_H))

    assert np.expm1(logs[min(len(logs), TARGET) - 1]) * (1 - 1e-9) <= seen.low <= seen.middle <= seen.high


def test_a_post_that_has_reached_no_age_is_refused(learnt: tuple[EarlyModel, Matrix, Matrix]) -> None:
    with pytest.raises(ValueError, match="a post of less than 1 h"):
        expect_views(learnt[0], [], [8.0] * len(AGES_H))


def test_posts_with_few_views_have_wider_bands() -> None:
    logs, usual = make_posts(accounts=100)
    model = learn_early(logs, usual)

    assert model is not None
    assert all(model.ages[age].band(2.0) > model.ages[age].band(12.0) for age in range(2, TARGET))


def test_hits_do_not_drag_the_middle_upwards() -> None:
    logs, usual = make_posts()
    hits = logs.copy()
    hits[::10, TARGET] += 4

    plain, dragged = learn_early(logs, usual), learn_early(hits, usual)

    assert plain is not None
    assert dragged is not None
    for age in (0, 3, 6):
        row, own = logs[401, : age + 1].tolist(), usual[401].tolist()
        assert np.log(expect_views(dragged, row, own).middle / expect_views(plain, row, own).middle) < 0.2


def test_what_was_learnt_can_be_kept_as_plain_numbers(learnt: tuple[EarlyModel, Matrix, Matrix]) -> None:
    one = learnt[0].ages[3]

    assert AgeModel(**asdict(one)) == one
    assert all(isinstance(value, float) for value in (*one.mean, *one.weights, *one.edges, *one.bands, one.intercept))
