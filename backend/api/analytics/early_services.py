"""Views at seven days, foretold from a post's first hours; kept, and compared with what came."""

from collections.abc import Iterable, Sequence
from uuid import UUID

import numpy as np

from api.analytics.ages import place_at
from api.analytics.learnt_store import read_early, read_viral
from api.analytics.models import AccountState, EarlyForecast, VideoState
from insight.early import AGES_H, BASELINE_POSTS, TARGET, EarlyModel, expect_views, usual_before

PLACES = [place_at(hours) for hours in AGES_H]


def known_logs(post: VideoState) -> list[float]:
    """Return ln(1 + views) at the ages of `insight.early`, as far as they are known without a gap."""
    logs = list[float]()
    for place in PLACES:
        views = post.views_at[place] if post.views_at else None
        if views is None:
            break
        logs.append(float(np.log1p(max(views, 0))))
    return logs


def foretell(posts: Iterable[VideoState]) -> int:
    """Foretell for posts younger than seven days, and note what came of earlier forecasts for the others."""
    posts = list(posts)
    _judge(posts)
    young = [post for post in posts if 0 < len(known_logs(post)) <= TARGET]
    model = read_early() if young else None
    if model is None:
        return 0
    rows = [row for account_id in {post.account_id for post in young} for row in _foretell(account_id, young, model)]
    fields = ["middle", "low", "high"]
    EarlyForecast.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["video", "age_h"], update_fields=fields
    )
    return len(rows)


def _foretell(account_id: UUID, posts: Sequence[VideoState], model: EarlyModel) -> Iterable[EarlyForecast]:
    mine = [post for post in posts if post.account_id == account_id]
    oldest = min(post.published_at for post in mine)
    before = VideoState.objects.filter(account_id=account_id, published_at__lt=oldest).order_by("-published_at")
    whole = [logs for one in reversed(before[: 2 * BASELINE_POSTS]) if len(logs := known_logs(one)) == len(AGES_H)]
    level = level_of(AccountState.objects.get(pk=account_id))
    for post in mine:
        logs = known_logs(post)
        # The row asked about stands last; what it has itself plays no part in what was usual before it.
        rows = np.array([*whole[-BASELINE_POSTS:], [logs[-1]] * len(AGES_H)])
        usual = usual_before(rows, level)[-1]
        expected = expect_views(model, logs, usual.tolist())
        yield EarlyForecast(
            video_id=post.pk,
            age_h=expected.age_h,
            middle=round(expected.middle),
            low=round(expected.low),
            high=round(expected.high),
        )


def level_of(account: AccountState) -> float:
    """Return ln(1 + views) at seven days that accounts of this size are used to."""
    return read_viral()[PLACES[TARGET]].level(account.followers)


def _judge(posts: Iterable[VideoState]) -> None:
    for post in posts:
        came = post.views_at[PLACES[TARGET]] if post.views_at else None
        if came is not None:
            EarlyForecast.objects.filter(video_id=post.pk, came=None).update(came=came)
