"""
What the questions read. One statement each, and it reads no more than whose and which version when that version is known.

Nothing here touches the samples: every question is answered from rows that stay as few, however old the installation gets.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from api.analytics.days import SQL_US, to_instant
from api.analytics.ranges import Days
from api.analytics.statements import open_cursor
from api.workspaces.models import Workspace
from core.domain_error import NotFound


# Tuples: an answer is made of up to a thousand, and a frozen dataclass of twenty fields takes seven times as long to make.
class AccountNow(NamedTuple):
    """An account and what is known of it now; `version` is 0 for one that nobody has looked at yet."""

    id: UUID
    username: str
    nickname: str
    status: str
    scopes: tuple[str, ...]
    version: int
    at: datetime | None
    followers: int
    following: int
    profile_likes: int
    posts: int
    videos: int
    views: int
    likes: int
    comments: int
    shares: int
    checked_at: datetime | None
    held_at: datetime | None
    refresh_status: str
    refresh_error: str

    @property
    def handle(self) -> str:
        return f"@{self.username}" if self.username else self.nickname

    @property
    def tells_counters(self) -> bool:
        return "user.info.stats" in self.scopes

    @property
    def tells_posts(self) -> bool:
        return "video.list" in self.scopes


class Stretch(NamedTuple):
    """What a day, or an hour, added; `start` is the day's date or the hour's instant."""

    start: date | datetime
    views_gain: int
    likes_gain: int
    comments_gain: int
    shares_gain: int
    views_loss: int
    likes_loss: int
    comments_loss: int
    shares_loss: int
    followers_gain: int
    followers_loss: int
    samples: int
    held: int
    resets: int
    views_seen: int
    covered_us: int
    own_covered_us: int
    followers_end: int | None
    posts: int
    zone: str


NOW = (
    "a.id, a.username, a.nickname, a.status, a.scopes, coalesce(s.version, 0) AS version,"
    f" {SQL_US.format('s.at')}, coalesce(s.followers, 0), coalesce(s.following, 0), coalesce(s.profile_likes, 0),"
    " coalesce(s.posts, 0), coalesce(s.videos, 0), coalesce(s.views, 0), coalesce(s.likes, 0), coalesce(s.comments, 0),"
    f" coalesce(s.shares, 0), {SQL_US.format('s.checked_at')}, {SQL_US.format('s.held_at')},"
    " coalesce(s.refresh_status, 'none'), coalesce(s.refresh_error, '')"
)
FROM = "accounts_account a LEFT JOIN analytics_accountstate s ON s.account_id = a.id"
SUMS = [name for name in Stretch._fields if name not in {"start", "followers_end", "posts", "zone"}]
DAY = ", ".join(["d.day", *(f"d.{name}" for name in SUMS), "d.followers_end", "d.posts", "d.zone"])
_HOURLY = {
    "views_gain", "likes_gain", "comments_gain", "shares_gain", "followers_gain", "followers_loss", "views_seen", "covered_us",
    "own_covered_us",
}  # fmt: skip
HOUR = ", ".join(["d.hour", *(f"d.{name}" if name in _HOURLY else "0" for name in SUMS), "NULL::bigint", "0", "'UTC'"])
WIDTH, SCOPES = len(AccountNow._fields), AccountNow._fields.index("scopes")
INSTANTS = [AccountNow._fields.index(name) for name in ("at", "checked_at", "held_at")]


# The account first and its days afterwards, each with what is its own alone: joined, every day would bring its whole account.
_STRETCHES = (
    f"WITH n AS (SELECT {NOW} FROM {FROM} WHERE a.id = %(account)s AND a.workspace_id = %(workspace)s),"  # noqa: S608 - our own names
    " d AS (SELECT {columns} FROM n JOIN {table} d ON d.account_id = n.id AND {range} WHERE n.version <> %(known)s)"
    " SELECT * FROM n FULL JOIN d ON false ORDER BY d.start NULLS FIRST"
)
_DAYS = _STRETCHES.format(
    columns=DAY.replace("d.day", "d.day AS start", 1),
    table="analytics_accountday",
    range="d.day BETWEEN %(since)s AND %(until)s",
)
_HOURS = _STRETCHES.format(
    columns=HOUR.replace("d.hour", "d.hour AS start", 1),
    table="analytics_accounthour",
    range="d.hour >= %(since)s AND d.hour < %(until)s",
)


def read_days(
    workspace: Workspace, account_id: UUID, days: Days, *, known: int
) -> tuple[AccountNow, list[Stretch] | None]:
    """
    Return an account and its days in a range, oldest first; no days (None) when its version is the known one.

    :raises NotFound: when the workspace has no such account
    """
    words = {"since": days.since, "until": days.until, "known": known}
    return _read_stretches(_DAYS, workspace, account_id, words, known=known)


def read_hours(
    workspace: Workspace, account_id: UUID, *, since: datetime, until: datetime, known: int
) -> tuple[AccountNow, list[Stretch] | None]:
    """Return an account and its hours in a range, as `read_days`."""
    words = {"since": since, "until": until, "known": known}
    return _read_stretches(_HOURS, workspace, account_id, words, known=known)


def _read_stretches(
    statement: str, workspace: Workspace, account_id: UUID, words: dict[str, Any], *, known: int
) -> tuple[AccountNow, list[Stretch] | None]:
    rows = run(statement, {**words, "account": account_id, "workspace": workspace.pk})
    if not rows:
        raise NotFound
    now = read_account(rows[0])
    if now.version == known:
        return now, None
    return now, [Stretch(*row[WIDTH:]) for row in rows[1:]]


def read_account(row: Sequence[Any]) -> AccountNow:
    """Return the account that a row begins with, as NOW has it."""
    values = list(row[:WIDTH])
    values[SCOPES] = _read_scopes(values[SCOPES])
    for place in INSTANTS:
        values[place] = None if values[place] is None else to_instant(values[place])
    return AccountNow(*values)


@lru_cache(maxsize=256)
def _read_scopes(stored: str) -> tuple[str, ...]:
    """Return an account's permissions; nearly all accounts have the same."""
    return tuple(json.loads(stored))


def run(statement: str, words: dict[str, Any]) -> list[Any]:
    with open_cursor() as cursor:
        cursor.execute(statement, words)
        return list(cursor.fetchall())
