"""When an account's posts reach farthest, and which hashtags go with more views."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from api.analytics import overview_selectors
from api.analytics.days import SQL_US, slot_of, to_instant
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
        f"SELECT {NOW}, x.* FROM {FROM} LEFT JOIN LATERAL"  # noqa: S608 - our own names
        f" (SELECT array_agg({SQL_US.format('t.published_at')}), array_agg(t.views_24h) FROM (SELECT published_at, views_24h"
        " FROM analytics_videostate WHERE account_id = a.id AND views_24h IS NOT NULL AND coalesce(s.version, 0) <> %(known)s"
        f" ORDER BY published_at DESC LIMIT {MOST_POSTS}) t) x ON true"
        " WHERE a.id = %(account)s AND a.workspace_id = %(workspace)s",
        {"account": account_id, "workspace": workspace.pk, "known": known},
    )
    if not rows:
        raise NotFound
    account = read_account(rows[0])
    if account.version == known:
        return account.version, None
    published, views = ([] if one is None else one for one in rows[0][WIDTH:])
    from insight.best_times import find_best_times, gather  # numpy is loaded by the first who asks

    local = ZoneInfo(zone)
    instants = [to_instant(at_us) for at_us in published]
    slots = [slot_of(at, local) for at in instants]
    best = find_best_times(gather(slots, [math.log1p(max(one, 0)) for one in views]), fleet_week(now))
    counts = [0] * WEEK_SLOTS
    for slot in slots:
        counts[slot] += 1
    return account.version, AccountTimes(account, zone, best, counts, max(instants, default=None))


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
