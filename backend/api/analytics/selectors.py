"""
What the questions read. One statement each, and it reads no more than whose and which version when that version is known.

Nothing here touches the samples: every question is answered from rows that stay as few, however old the installation gets.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
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
    """What a day, or an hour, added; `start` is the day's date or the hour's instant. What was not read is nothing."""

    start: date | datetime
    views_gain: int = 0
    likes_gain: int = 0
    comments_gain: int = 0
    shares_gain: int = 0
    views_loss: int = 0
    likes_loss: int = 0
    comments_loss: int = 0
    shares_loss: int = 0
    followers_gain: int = 0
    followers_loss: int = 0
    samples: int = 0
    held: int = 0
    resets: int = 0
    views_seen: int = 0
    covered_us: int = 0
    own_covered_us: int = 0
    followers_end: int | None = None
    posts: int = 0


NOW = (
    "a.id, a.username, a.nickname, a.status, a.scopes, coalesce(s.version, 0) AS version,"
    f" {SQL_US.format('s.at')}, coalesce(s.followers, 0), coalesce(s.following, 0), coalesce(s.profile_likes, 0),"
    " coalesce(s.posts, 0), coalesce(s.videos, 0), coalesce(s.views, 0), coalesce(s.likes, 0), coalesce(s.comments, 0),"
    f" coalesce(s.shares, 0), {SQL_US.format('s.checked_at')}, {SQL_US.format('s.held_at')},"
    " coalesce(s.refresh_status, 'none'), coalesce(s.refresh_error, '')"
)
FROM = "accounts_account a LEFT JOIN analytics_accountstate s ON s.account_id = a.id"
OF_DAYS = Stretch._fields[1:]
SUMS = OF_DAYS[: OF_DAYS.index("followers_end")]
OF_HOURS = frozenset({
    "views_gain", "likes_gain", "comments_gain", "shares_gain", "followers_gain", "followers_loss", "views_seen", "covered_us",
    "own_covered_us",
})  # fmt: skip
WIDTH, SCOPES = len(AccountNow._fields), AccountNow._fields.index("scopes")
INSTANTS = [AccountNow._fields.index(name) for name in ("at", "checked_at", "held_at")]


@lru_cache(maxsize=64)
def _stretches(table: str, start: str, range_: str, names: tuple[str, ...]) -> str:
    """Return the statement for an account and what these columns say of its days or hours."""
    # The account first and its days afterwards, each with what is its own alone: joined, every day would bring its whole account.
    mine, nothing = ", ".join(f"d.{name}" for name in (start, *names)), ", ".join(["NULL"] * (len(names) + 1))
    return (
        f"WITH n AS MATERIALIZED (SELECT {NOW} FROM {FROM} WHERE a.id = %(account)s AND a.workspace_id = %(workspace)s)"  # noqa: S608 - our own names
        f" SELECT n.*, {nothing} FROM n UNION ALL SELECT {', '.join(['NULL'] * WIDTH)}, {mine}"
        f" FROM n JOIN {table} d ON d.account_id = n.id AND {range_} WHERE n.version <> %(known)s"
    )


def read_days(
    workspace: Workspace, account_id: UUID, days: Days, *, known: int, names: tuple[str, ...] = OF_DAYS
) -> tuple[AccountNow, list[Stretch] | None]:
    """
    Return an account and its days in a range, oldest first; no days (None) when its version is the known one.

    :param names: what is to be read of each day; writing out what nobody asks for takes longer than finding the days
    :raises NotFound: when the workspace has no such account
    """
    statement = _stretches("analytics_accountday", "day", "d.day BETWEEN %(since)s AND %(until)s", names)
    words = {"since": days.since, "until": days.until, "known": known}
    return _read_stretches(statement, names, workspace, account_id, words)


def read_hours(
    workspace: Workspace, account_id: UUID, *, since: datetime, until: datetime, known: int, names: tuple[str, ...]
) -> tuple[AccountNow, list[Stretch] | None]:
    """Return an account and its hours in a range, as `read_days`; what hours are not asked for (OF_HOURS) is nothing."""
    kept = tuple(name for name in names if name in OF_HOURS)
    statement = _stretches("analytics_accounthour", "hour", "d.hour >= %(since)s AND d.hour < %(until)s", kept)
    return _read_stretches(statement, kept, workspace, account_id, {"since": since, "until": until, "known": known})


def _read_stretches(
    statement: str, names: tuple[str, ...], workspace: Workspace, account_id: UUID, words: dict[str, Any]
) -> tuple[AccountNow, list[Stretch] | None]:
    rows = run(statement, {**words, "account": account_id, "workspace": workspace.pk})
    if not rows:
        raise NotFound
    now = next(read_account(row) for row in rows if row[0] is not None)
    if now.version == words["known"]:
        return now, None
    return now, read_stretches((row[WIDTH:] for row in rows if row[0] is None), names)


def read_stretches(rows: Iterable[Sequence[Any]], names: Sequence[str]) -> list[Stretch]:
    """Return rows of a start and these columns, the earliest first."""
    return sorted((Stretch(row[0], **dict(zip(names, row[1:], strict=True))) for row in rows), key=itemgetter(0))


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
