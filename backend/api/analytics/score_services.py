"""Viral scores: worked out when a post reaches another age, from rows that are at hand then, and kept with the post."""

from collections.abc import Collection
from dataclasses import asdict
from uuid import UUID

from api.analytics.ages import AGES_H
from api.analytics.early_services import foretell
from api.analytics.learnt_store import read_viral
from api.analytics.models import AccountState, VideoState
from insight.least import VIRAL_ACCOUNTS
from insight.robust import median
from insight.viral_score import BASELINE_POSTS, FEWEST_VIEWS, Confidence, Counts, Fleet, ViralScore, score_post

LOOKED_BACK = 400  # posts: further back for fifty that are known at an age is further than the account's normal reaches


def score_videos(video_ids: Collection[UUID]) -> int:
    """Score these videos at the last age each has reached; return how many have a score now."""
    if not video_ids:
        return 0
    fleets = read_viral()
    accounts = VideoState.objects.filter(pk__in=video_ids).values_list("account_id", flat=True).distinct()
    states = AccountState.objects.in_bulk(list(accounts))
    scored = list[VideoState]()
    for account_id, account in states.items():
        posts = _read_posts(account_id, video_ids)
        for place, post in enumerate(posts):
            if post.pk in video_ids and (age := last_known(post)) is not None:
                _score(post, posts[:place], age, account, fleets[age])
                scored.append(post)
    if scored:
        VideoState.objects.bulk_update(scored, ["viral_score", "score_parts"], batch_size=500)
    foretell(scored)
    return sum(post.viral_score is not None for post in scored)


def _read_posts(account_id: UUID, video_ids: Collection[UUID]) -> list[VideoState]:
    """Return the account's posts up to the newest of these, oldest first."""
    mine = VideoState.objects.filter(account_id=account_id)
    newest = mine.filter(pk__in=video_ids).order_by("-published_at").values_list("published_at", flat=True)[:1]
    rows = mine.filter(published_at__lte=newest).order_by("-published_at")[: LOOKED_BACK + len(video_ids)]
    return list(reversed(rows))


def last_known(post: VideoState) -> int | None:
    """Return the place in AGES_H of the last age at which a post's counters are known."""
    return next((place for place in reversed(range(len(AGES_H))) if counts_at(post, place)), None)


def counts_at(post: VideoState, place: int) -> Counts | None:
    if not post.views_at or post.views_at[place] is None:
        return None
    views, likes, comments, shares = (
        values[place] or 0 for values in (post.views_at, post.likes_at, post.comments_at, post.shares_at)
    )
    return Counts(views, likes, comments, shares)


def _score(post: VideoState, before: list[VideoState], place: int, account: AccountState, fleet: Fleet) -> None:
    counts = counts_at(post, place)
    baseline = [one for earlier in before if (one := counts_at(earlier, place))][-BASELINE_POSTS:]
    parts: dict[str, object] = {
        "age_h": AGES_H[place],
        "baseline_posts": len(baseline),
        "fleet_accounts": fleet.accounts,
    }
    if counts is None or counts.views < FEWEST_VIEWS:
        found, parts["reason"] = _nothing(baseline), "too_few_views"
    elif not baseline and fleet.accounts < VIRAL_ACCOUNTS:
        found, parts["reason"] = _nothing(baseline), "nothing_to_compare_with"
    else:
        found = score_post(counts, baseline, followers=account.followers, fleet=fleet)
    parts |= {"confidence": found.confidence, "parts": {name: asdict(part) for name, part in found.parts.items()}}
    if counts is not None and baseline:
        usual = median([one.views for one in baseline])
        parts |= {"views": counts.views, "usual_views": round(usual), "times": round(counts.views / max(usual, 1), 2)}
    post.viral_score, post.score_parts = found.score, parts


def _nothing(baseline: list[Counts]) -> ViralScore:
    return ViralScore(None, {}, len(baseline), Confidence.NONE)
