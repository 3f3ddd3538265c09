"""When an account's posts reach farthest, and which hashtags go with more views."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from api.analytics import overview_selectors
from api.analytics.days import slot_of
from api.analytics.learnt_cache import fleet_week
from api.analytics.ranges import Days
from api.analytics.selectors import FROM, NOW, WIDTH, AccountNow, read_account, run
from api.workspaces.models import Workspace
from core.domain_error import NotFound
from insight.hashtags import HashtagEffect, Tagged, find_effects
from insight.least import WEEK_SLOTS

if TYPE_CHECKING:
    from insight.best_times import BestTimes

MOST_POSTS = 500  # the newest: what an audience did two years ago says little of it now
MOST_TAGGED = 5_000


@dataclass(frozen=True, slots=True)
class AccountTimes:
    """The week's posts by hour, how many, beside what is to be expected of each hour."""

    account: AccountNow
    zone: str
    best: "BestTimes"
    posts_by_slot: list[int]
    last_post_at: datetime | None


def best_times(
    *, workspace: Workspace, account_id: UUID, zone: str, known: int, now: datetime
) -> tuple[int, AccountTimes | None]:
    """
    Return when the account's posts reach farthest, in its zone; None when the known version is the present one.

    :raises NotFound: when the workspace has no such account
    """
    rows = run(
        f"SELECT {NOW}, x.* FROM {FROM} LEFT JOIN LATERAL (SELECT t.published_at, t.views_24h FROM analytics_videostate t"  # noqa: S608 - our own names
        " WHERE t.account_id = a.id AND t.views_24h IS NOT NULL AND coalesce(s.version, 0) <> %(known)s"
        " ORDER BY t.published_at DESC LIMIT %(most)s) x ON true"
        " WHERE a.id = %(account)s AND a.workspace_id = %(workspace)s",
        {"account": account_id, "workspace": workspace.pk, "known": known, "most": MOST_POSTS},
    )
    if not rows:
        raise NotFound
    account = read_account(rows[0])
    if account.version == known:
        return account.version, None
    from insight.best_times import find_best_times, gather  # numpy is loaded by the first who asks

    local = ZoneInfo(zone)
    posts = [(slot_of(row[WIDTH], local), math.log1p(max(row[WIDTH + 1], 0))) for row in rows if row[WIDTH]]
    best = find_best_times(gather([slot for slot, _ in posts], [value for _, value in posts]), fleet_week(now))
    counts = [0] * WEEK_SLOTS
    for slot, _ in posts:
        counts[slot] += 1
    last = max((row[WIDTH] for row in rows if row[WIDTH]), default=None)
    return account.version, AccountTimes(account, zone, best, counts, last)


@dataclass(frozen=True, slots=True)
class Hashtags:
    """`posts` is how many were looked at: those with known views at 24 hours."""

    days: Days
    posts: int
    effects: list[HashtagEffect]


def hashtags(*, workspace: Workspace, account_id: UUID | None, days: Days, known: int) -> tuple[int, Hashtags | None]:
    """
    Return hashtags of a workspace, or of one account, by how many times the usual views they go with.

    :raises NotFound: when the workspace has no such account
    """
    if account_id is not None and not run(
        "SELECT 1 FROM accounts_account WHERE id = %(id)s AND workspace_id = %(workspace)s",
        {"id": account_id, "workspace": workspace.pk},
    ):
        raise NotFound
    version = overview_selectors.version_of(workspace)
    if version == known:
        return version, None
    posts = overview_selectors.read_tagged_posts(workspace, account_id, days, most=MOST_TAGGED)
    tagged = [Tagged(post.account_id, post.hashtags, math.log1p(max(post.views_24h, 0))) for post in posts]
    return version, Hashtags(days, len(posts), find_effects(tagged))
