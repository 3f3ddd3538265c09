"""Views at seven days, foretold from a post's first hours; kept, and compared with what came."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import numpy as np

from api.analytics.ages import place_at
from api.analytics.learnt_store import read_early, read_viral
from api.analytics.models import AccountState, EarlyForecast, VideoState
from insight.early import AGES_H, BASELINE_POSTS, TARGET, EarlyModel, expect_views, usual_before

PLACES = [place_at(hours) for hours in AGES_H]


def known_logs(post: VideoState, *, since: int = 0) -> list[float]:
    """Return ln(1 + views) at the ages of `insight.early` from one on, as far as they are known without a gap."""
    logs = list[float]()
    for place in PLACES[since:]:
        views = post.views_at[place] if post.views_at else None
        if views is None:
            break
        logs.append(float(np.log1p(max(views, 0))))
    return logs


def foretell(posts: Iterable[VideoState]) -> int:
    """Foretell for posts younger than seven days, and note what came of earlier forecasts for the others."""
    posts = list(posts)
    _judge(posts)
    young = [post for post in posts if (post.views_at or [None] * (PLACES[TARGET] + 1))[PLACES[TARGET]] is None]
    models = read_early() if young else {}
    if not models:
        return 0
    rows = [row for account_id in {post.account_id for post in young} for row in _foretell(account_id, young, models)]
    fields = ["middle", "low", "high"]
    EarlyForecast.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["video", "age_h"], update_fields=fields
    )
    return len(rows)


def _foretell(
    account_id: UUID, posts: Sequence[VideoState], models: Mapping[int, EarlyModel]
) -> Iterable[EarlyForecast]:
    mine = [post for post in posts if post.account_id == account_id]
    oldest = min(post.published_at for post in mine)
    before = VideoState.objects.filter(account_id=account_id, published_at__lt=oldest).order_by("-published_at")
    earlier = list(reversed(before[: 2 * BASELINE_POSTS]))
    level = level_of(AccountState.objects.get(pk=account_id))
    for post in mine:
        # The model for the earliest age from which on this post is known up to the last age it has reached.
        found = next((model for since, model in sorted(models.items()) if known_logs(post, since=since)), None)
        if found is not None:
            yield _expect(post, earlier, found, level)


def _expect(post: VideoState, earlier: Sequence[VideoState], model: EarlyModel, level: float) -> EarlyForecast:
    since = model.since
    logs, whole = known_logs(post, since=since), len(AGES_H) - since
    rows = [known for one in earlier if len(known := known_logs(one, since=since)) == whole]
    # The row asked about stands last; what it has itself plays no part in what was usual before it.
    usual = usual_before(np.array([*rows[-BASELINE_POSTS:], [logs[-1]] * whole]), level)[-1]
    expected = expect_views(model, logs, usual.tolist())
    return EarlyForecast(
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
