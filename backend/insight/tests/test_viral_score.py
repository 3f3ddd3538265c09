"""How far a post stands out: what moves the score, what must not, and what is learnt of a fleet."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight.viral_fleet import FEWEST_ACCOUNTS, AccountPosts, learn_fleet
from insight.viral_score import BASELINE_POSTS, UNKNOWN_FLEET, WEIGHTS, Confidence, Counts, score_post

USUAL = [Counts(views, views // 15, views // 150, views // 200) for views in (900, 1_000, 1_100, 950, 1_050) * 6]
COUNTS = st.integers(0, 10**9).flatmap(
    lambda views: st.builds(Counts, st.just(views), *[st.integers(0, views) for _ in range(3)])
)


def score(post: Counts, baseline: list[Counts] = USUAL, followers: int = 5_000) -> float:
    found = score_post(post, baseline, followers=followers, fleet=UNKNOWN_FLEET).score
    assert found is not None
    return found


def test_what_is_usual_scores_fifty() -> None:
    assert score(Counts(1_000, 66, 6, 5)) == pytest.approx(50, abs=4)


def test_more_of_anything_scores_more() -> None:
    usual = score(Counts(1_000, 66, 6, 5))

    assert score(Counts(8_000, 528, 48, 40)) > usual + 30
    assert score(Counts(1_000, 66, 6, 40)) > usual + 5
    assert score(Counts(1_000, 300, 60, 5)) > usual + 3


def test_the_same_views_are_more_for_a_smaller_account_without_posts() -> None:
    post = Counts(20_000, 1_300, 120, 100)

    assert score(post, [], followers=300) > score(post, [], followers=3_000_000) + 30


def test_a_post_is_judged_by_its_own_account_once_that_has_posts() -> None:
    post = Counts(1_000, 66, 6, 5)

    assert score(post, followers=5_000_000) == pytest.approx(score(post, followers=5_000), abs=4)


def test_too_few_views_score_nothing() -> None:
    found = score_post(Counts(29, 29, 29, 29), USUAL, followers=10, fleet=UNKNOWN_FLEET)

    assert (found.score, found.parts, found.confidence) == (None, {}, Confidence.NONE)


@pytest.mark.parametrize(
    ("posts", "confidence"), [(0, "low"), (4, "low"), (5, "medium"), (19, "medium"), (20, "high"), (90, "high")]
)
def test_confidence_is_in_the_number_of_posts(posts: int, confidence: str) -> None:
    found = score_post(Counts(1_000), USUAL[:1] * posts, followers=10, fleet=UNKNOWN_FLEET)

    assert found.confidence == confidence
    assert found.baseline_posts == min(posts, 50)


@settings(deadline=None, max_examples=50)
@given(post=COUNTS, baseline=st.lists(COUNTS, max_size=60), followers=st.integers(0, 10**9))
def test_any_counts_score_between_nothing_and_a_hundred(post: Counts, baseline: list[Counts], followers: int) -> None:
    found = score_post(post, baseline, followers=followers, fleet=UNKNOWN_FLEET)

    if found.score is not None:
        assert 0 <= found.score <= 100
        assert set(found.parts) == set(WEIGHTS)


@settings(deadline=None, max_examples=50)
@given(post=COUNTS, more=st.integers(0, 10**9), baseline=st.lists(COUNTS, max_size=60), followers=st.integers(0, 10**9))
def test_more_views_never_mean_less_reach(post: Counts, more: int, baseline: list[Counts], followers: int) -> None:
    one, other = (
        score_post(replace(post, views=views), baseline, followers=followers, fleet=UNKNOWN_FLEET)
        for views in (post.views, post.views + more)
    )

    if one.score is not None:
        assert other.parts["reach"].z >= one.parts["reach"].z


@settings(deadline=None, max_examples=50)
@given(views=st.integers(30, 10**8), times=st.integers(2, 100))
def test_a_post_liked_and_shared_as_usual_scores_more_the_more_it_is_viewed(views: int, times: int) -> None:
    posts = (Counts(seen, seen // 15, seen // 150, seen // 200) for seen in (views, views * times))

    fewer, more = (score(post) for post in posts)

    assert more >= fewer


@settings(deadline=None, max_examples=50)
@given(post=COUNTS, name=st.sampled_from(["likes", "comments", "shares"]), baseline=st.lists(COUNTS, max_size=60))
def test_more_of_what_viewers_did_never_scores_less(post: Counts, name: str, baseline: list[Counts]) -> None:
    most = replace(post, **{name: post.views})
    one, other = (score_post(it, baseline, followers=1_000, fleet=UNKNOWN_FLEET).score for it in (post, most))

    if one is not None and other is not None:
        assert other >= one


@settings(deadline=None, max_examples=50)
@given(post=COUNTS, older=st.lists(COUNTS, max_size=10))
def test_only_the_last_posts_before_it_count(post: Counts, older: list[Counts]) -> None:
    last = (USUAL * 2)[:BASELINE_POSTS]
    one, other = (score_post(post, it, followers=100, fleet=UNKNOWN_FLEET) for it in (last, [*older, *last]))

    assert one == other


def make_accounts(count: int, *, rate: float = 0.07) -> list[AccountPosts]:
    draw = random.Random(5)
    accounts = []
    for _ in range(count):
        followers = round(10 ** draw.uniform(2, 6))
        views = [round(2 * followers**0.8 * 2.718 ** draw.gauss(0, 0.6)) for _ in range(12)]
        accounts.append(AccountPosts(followers, [Counts(one, round(one * rate), 0, one // 200) for one in views]))
    return accounts


class TestFleet:
    def test_what_was_put_in_comes_out(self) -> None:
        fleet = learn_fleet(make_accounts(200))

        assert fleet.slope == pytest.approx(0.8, abs=0.05)
        assert fleet.spread == pytest.approx(0.6, abs=0.1)
        assert fleet.engagement.rate == pytest.approx(0.07, abs=0.005)
        assert fleet.accounts == 200

    def test_of_a_few_accounts_nothing_is_learnt(self) -> None:
        assert learn_fleet(make_accounts(FEWEST_ACCOUNTS - 1)) is UNKNOWN_FLEET

    def test_accounts_without_posts_do_not_count(self) -> None:
        accounts = make_accounts(FEWEST_ACCOUNTS - 1) + [AccountPosts(100, [])] * 50

        assert learn_fleet(accounts) is UNKNOWN_FLEET

    @settings(deadline=None, max_examples=50)
    @given(
        accounts=st.lists(
            st.builds(AccountPosts, st.integers(0, 10**9), st.lists(COUNTS, min_size=1, max_size=8)),
            min_size=FEWEST_ACCOUNTS,
            max_size=14,
        ),
        post=COUNTS,
    )
    def test_whatever_it_learns_from_scores_stay_scores(self, accounts: list[AccountPosts], post: Counts) -> None:
        found = score_post(post, accounts[0].posts, followers=100, fleet=learn_fleet(accounts))

        assert found.score is None or 0 <= found.score <= 100
