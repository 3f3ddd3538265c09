"""What the questions about posts read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from api.analytics.ages import AGES_H
from api.analytics.selectors import run
from api.workspaces.models import Workspace
from core.domain_error import NotFound


@dataclass(frozen=True, slots=True)
class PostNow:
    """A video and what is known of it now; in a list without its ages, and of its score's parts only how sure it is."""

    id: UUID
    account_id: UUID
    username: str
    nickname: str
    tiktok_id: str
    publication_id: UUID | None
    post_id: UUID | None
    caption: str
    hashtags: list[str]
    published_at: datetime
    duration_s: int | None
    share_url: str
    has_cover: bool
    gone_at: datetime | None
    at: datetime | None
    views: int
    likes: int
    comments: int
    shares: int
    held_at: datetime | None
    checked_at: datetime | None
    views_at: list[int | None]
    likes_at: list[int | None]
    comments_at: list[int | None]
    shares_at: list[int | None]
    gain_24h: int
    gain_7d: int
    viral_score: float | None
    score_parts: dict[str, Any]

    @property
    def handle(self) -> str:
        return f"@{self.username}" if self.username else self.nickname

    @property
    def ages(self) -> list[tuple[int, list[int | None]]]:
        """Return the ages in hours at which the counters are known, with views, likes, comments and shares."""
        rows = zip(self.views_at, self.likes_at, self.comments_at, self.shares_at, strict=True)
        return [(age, list(row)) for age, row in zip(AGES_H, rows, strict=False) if row[0] is not None]


@dataclass(frozen=True, slots=True)
class Expected:
    """How many views at seven days were foretold from an age on; `came` is what it had then, if it is that old."""

    age_h: int
    middle: int
    low: int
    high: int
    came: int | None


@dataclass(frozen=True, slots=True)
class Became:
    """Which post or publication of ours the posts at TikTok are to have come of, if any."""

    post_id: UUID | None = None
    publication_id: UUID | None = None


class PostOrder(StrEnum):
    """By what a list of posts is ordered, the most first."""

    NEWEST = "newest"
    VIEWS = "views"
    SCORE = "viral_score"
    GAIN_7D = "gain_7d"


_COLUMNS = (
    "v.id, v.account_id, a.username, a.nickname, v.tiktok_id, v.publication_id,"
    # Planned by itself: for one row or ten, finding the order of one more join takes longer than all the reading.
    " (SELECT post_id FROM publishing_publication WHERE id = v.publication_id), v.caption, v.hashtags, v.published_at,"
    " v.duration_s, v.share_url, v.cover_key <> '', v.gone_at, t.at, t.views, t.likes, t.comments, t.shares, t.held_at,"
    " t.checked_at, {ages}, t.gain_24h, t.gain_7d, t.viral_score, {parts}"
)
WHOLE = _COLUMNS.format(ages="t.views_at, t.likes_at, t.comments_at, t.shares_at", parts="t.score_parts")
# Of ten posts the ages alone take longer to write out than finding the posts.
LISTED = _COLUMNS.format(
    ages=", ".join(["'{}'::bigint[]"] * 4),
    parts="jsonb_build_object('confidence', coalesce(t.score_parts ->> 'confidence', 'none'))",
)
JOINED = "JOIN analytics_video v ON v.id = t.video_id JOIN accounts_account a ON a.id = v.account_id"
ORDERS = {
    PostOrder.NEWEST: "t.published_at DESC",
    PostOrder.VIEWS: "t.views DESC",
    PostOrder.SCORE: "t.viral_score DESC NULLS LAST",
    PostOrder.GAIN_7D: "t.gain_7d DESC",
}
WIDTH = len(fields(PostNow))


def read_post(workspace: Workspace, video_id: UUID, *, known: int) -> tuple[int, PostNow, list[Expected] | None]:
    """
    Return a post's account's version, the post, and what was foretold of it; the latter None when the version is the known one.

    :raises NotFound: when the workspace has no such post
    """
    rows = run(
        f"SELECT {WHOLE}, coalesce(s.version, 0), e.age_h, e.middle, e.low, e.high, e.came"  # noqa: S608 - our own names
        f" FROM analytics_videostate t {JOINED} LEFT JOIN analytics_accountstate s ON s.account_id = a.id"
        " LEFT JOIN analytics_earlyforecast e ON e.video_id = %(video)s AND coalesce(s.version, 0) <> %(known)s"
        " WHERE t.video_id = %(video)s AND v.id = %(video)s AND v.workspace_id = %(workspace)s",
        {"video": video_id, "workspace": workspace.pk, "known": known},
    )
    if not rows:
        raise NotFound
    post, version = read(rows[0]), int(rows[0][WIDTH])
    if version == known:
        return version, post, None
    foretold = [Expected(*row[WIDTH + 1 :]) for row in rows if row[WIDTH + 1] is not None]
    return version, post, sorted(foretold, key=lambda one: one.age_h)


def list_posts(
    workspace: Workspace,
    *,
    account_ids: Sequence[UUID] = (),
    became_of: Became = Became(),
    since: date | None = None,
    until: date | None = None,
    order: PostOrder = PostOrder.NEWEST,
    limit: int = 50,
    offset: int = 0,
) -> list[PostNow]:
    """Return posts of a workspace, or of these of its accounts, published on days from `since` to `until`."""
    wanted = [] if not account_ids else ["t.account_id = ANY(%(accounts)s)"]
    if became_of.publication_id is not None:
        wanted.append("v.publication_id = %(publication)s")
    if became_of.post_id is not None:
        wanted.append("v.publication_id IN (SELECT id FROM publishing_publication WHERE post_id = %(post)s)")
    if since is not None:
        wanted.append("t.published_at >= %(since)s")
    if until is not None:
        wanted.append("t.published_at < %(until)s + 1")
    where = " AND ".join(["t.workspace_id = %(workspace)s", *wanted])
    rows = run(
        f"SELECT {LISTED} FROM analytics_videostate t {JOINED} WHERE {where}"  # noqa: S608 - our own names
        f" ORDER BY {ORDERS[order]}, t.video_id DESC LIMIT %(limit)s OFFSET %(offset)s",
        {
            "workspace": workspace.pk,
            "accounts": list(account_ids),
            "publication": became_of.publication_id,
            "post": became_of.post_id,
            "since": since,
            "until": until,
            "limit": limit,
            "offset": offset,
        },
    )
    return [read(row) for row in rows]


def read(row: Sequence[Any]) -> PostNow:
    values = list(row[:WIDTH])
    values[-1] = json.loads(values[-1]) if isinstance(values[-1], str) else values[-1]
    return PostNow(*values)
