"""What the questions about many accounts at once read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from api.analytics.days import SQL_US, to_instant
from api.analytics.post_selectors import JOINED as POST_JOINED
from api.analytics.post_selectors import LISTED, PostNow
from api.analytics.post_selectors import read as read_post_row
from api.analytics.ranges import Days
from api.analytics.selectors import (
    FROM,
    NOW,
    OF_DAYS,
    SUMS,
    AccountNow,
    Stretch,
    read_account,
    read_stretches,
    run,
)
from api.workspaces.models import Workspace

_LISTED = (
    "a.id, CASE WHEN a.username = '' THEN a.nickname ELSE '@' || a.username END, a.nickname, a.status,"
    f" {SQL_US.format('s.checked_at')}, s.held_at IS NOT NULL, coalesce(s.refresh_status, 'none'),"
    " coalesce(s.refresh_error, ''), CASE WHEN s.at IS NOT NULL THEN s.followers END"
)
_OF_WORKSPACES = ", ".join(f"d.{name}" for name in (*SUMS, "posts"))
_OF_ACCOUNTS = ", ".join(f"d.{name}" for name in OF_DAYS)


class FleetRow(NamedTuple):
    """
    An account with what it gained in a range and in as many days before; None where nobody counted.

    Its answer (`schemas.FleetAccountOut`) is read off it, name by name.
    """

    id: UUID
    handle: str
    nickname: str
    status: str
    checked_us: int | None
    is_doubted: bool
    refresh_status: str
    refresh_error: str
    followers: int | None
    followers_net: int | None
    views: int | None
    likes: int | None
    comments: int | None
    shares: int | None
    followers_net_before: int | None
    views_before: int | None
    posts: int
    held_out: int

    @property
    def account(self) -> Self:
        return self

    @property
    def updated_at(self) -> datetime | None:
        return None if self.checked_us is None else to_instant(self.checked_us)

    @property
    def engagement_rate(self) -> float | None:
        engaged = (self.likes or 0) + (self.comments or 0) + (self.shares or 0)
        return round(engaged / self.views, 5) if self.views and self.views > 0 else None


@dataclass(frozen=True, slots=True)
class Whole:
    """A workspace's accounts added up; `checked_at` is when one was last looked at. `ill` are the most followed first."""

    accounts: int
    followers: int
    checked_at: datetime | None
    ill: list[AccountNow]


def version_of(workspace: Workspace) -> int:
    """Return the version of everything in a workspace; one query."""
    rows = run("SELECT version FROM analytics_workspacestate WHERE workspace_id = %(id)s", {"id": workspace.pk})
    return int(rows[0][0]) if rows else 0


def read_workspace_days(workspace: Workspace, days: Days, *, known: int) -> tuple[int, list[Stretch] | None]:
    """Return a workspace's version and its days; no days (None) when the version is the known one."""
    rows = run(
        f"SELECT coalesce(w.version, 0), x.* FROM (SELECT 1) one"  # noqa: S608 - our own names
        " LEFT JOIN analytics_workspacestate w ON w.workspace_id = %(id)s"
        f" LEFT JOIN LATERAL (SELECT d.day, {_OF_WORKSPACES} FROM analytics_workspaceday d"
        " WHERE d.workspace_id = %(id)s AND d.day BETWEEN %(since)s AND %(until)s AND coalesce(w.version, 0) <> %(known)s"
        " ORDER BY d.day) x ON true",
        {"id": workspace.pk, "since": days.since, "until": days.until, "known": known},
    )
    version = int(rows[0][0])
    if version == known:
        return version, None
    return version, read_stretches((row[1:] for row in rows if row[1] is not None), (*SUMS, "posts"))


def read_whole(workspace: Workspace, *, stale_since: datetime) -> Whole:
    """Return the accounts of a workspace that are connected, added up; of the accounts themselves those that are ill."""
    # A thousand states are read through once, for three sums and the ids of the few that are ill; as rows that somebody has to
    # make objects of, they would take ten times as long. Every account has one since it was connected.
    ill = "s.checked_at IS NULL OR s.checked_at < %(since)s OR s.held_at IS NOT NULL"
    rows = run(
        f"SELECT w.accounts, w.followers, w.checked_at, {NOW} FROM (SELECT count(*) AS accounts,"  # noqa: S608 - our own names
        " coalesce(sum(s.followers), 0)::bigint AS followers, max(s.checked_at) AS checked_at,"
        f" array_agg(s.account_id) FILTER (WHERE {ill}) AS ill FROM analytics_accountstate s WHERE s.workspace_id = %(id)s"
        " AND s.account_id NOT IN (SELECT id FROM accounts_account"
        " WHERE workspace_id = %(id)s AND status = 'disconnected')) w"
        " LEFT JOIN accounts_account a ON a.id = ANY (w.ill) LEFT JOIN analytics_accountstate s ON s.account_id = a.id",
        {"id": workspace.pk, "since": stale_since},
    )
    accounts, followers, checked_at = rows[0][:3]
    ill_ones = [read_account(row[3:]) for row in rows if row[3] is not None]
    return Whole(accounts, followers, checked_at, sorted(ill_ones, key=lambda one: (-one.followers, one.id)))


def read_top_posts(workspace: Workspace, *, limit: int) -> list[PostNow]:
    """Return the posts that gained most in the last seven days."""
    # The limit is part of the statement: a plan for any limit would be one for a tenth of all posts.
    rows = run(
        f"SELECT {LISTED} FROM (SELECT * FROM analytics_videostate WHERE workspace_id = %(id)s AND gain_7d > 0"  # noqa: S608 - our own names
        f" ORDER BY gain_7d DESC LIMIT {limit:d}) t {POST_JOINED} ORDER BY t.gain_7d DESC",
        {"id": workspace.pk},
    )
    return [read_post_row(row) for row in rows]


def read_fleet(workspace: Workspace, days: Days) -> list[FleetRow]:
    """Return every account of a workspace with its sums, the most followed first; one query however many there are."""
    net = "sum(d.{0}_gain - d.{0}_loss) FILTER (WHERE d.day {1} %(since)s AND {2})"
    # A day on which something was posted has a row, whether anybody looked or not; a sum of no days is null.
    own, posts = "d.followers_end IS NOT NULL", "(d.samples > 0 OR d.covered_us > 0)"
    sums = [net.format("followers", ">=", own)]
    sums += [net.format(name, ">=", posts) for name in ("views", "likes", "comments", "shares")]
    sums += [net.format("followers", "<", own), net.format("views", "<", posts)]
    sums += [f"coalesce(sum(d.{name}) FILTER (WHERE d.day >= %(since)s), 0)" for name in ("posts", "held")]
    # Each account's days are added up where they are found: joined first and grouped afterwards, they have to be sorted.
    rows = run(
        f"SELECT {_LISTED}, x.* FROM {FROM} CROSS JOIN LATERAL (SELECT {', '.join(f'{one}::bigint' for one in sums)}"  # noqa: S608 - our own names
        " FROM analytics_accountday d WHERE d.account_id = a.id AND d.day BETWEEN %(before)s AND %(until)s) x"
        " WHERE a.workspace_id = %(id)s AND a.status <> 'disconnected' ORDER BY coalesce(s.followers, 0) DESC, a.id",
        {"id": workspace.pk, "since": days.since, "until": days.until, "before": days.before().since},
    )
    return [FleetRow(*row) for row in rows]


def read_compared(workspace: Workspace, account_ids: Sequence[UUID]) -> tuple[int, list[AccountNow]]:
    """Return the workspace's version, and those of these accounts that it has, in the order asked for."""
    rows = run(
        f"SELECT coalesce(w.version, 0), {NOW} FROM (SELECT 1) one"  # noqa: S608 - our own names
        " LEFT JOIN analytics_workspacestate w ON w.workspace_id = %(workspace)s"
        f" LEFT JOIN ({FROM}) ON a.id = ANY(%(ids)s) AND a.workspace_id = %(workspace)s",
        {"ids": list(account_ids), "workspace": workspace.pk},
    )
    found = {row[1]: read_account(row[1:]) for row in rows if row[1] is not None}
    return int(rows[0][0]), [found[one] for one in account_ids if one in found]


def read_days_of(account_ids: Sequence[UUID], days: Days) -> list[list[Stretch]]:
    """Return the days of each of these accounts in a range, oldest first."""
    # By its place an account's name is short; as an id it would take as long to write out and read as all its figures.
    rows = run(
        f"SELECT array_position(%(ids)s::uuid[], d.account_id), d.day, {_OF_ACCOUNTS} FROM analytics_accountday d"  # noqa: S608 - our own names
        " WHERE d.account_id = ANY(%(ids)s::uuid[]) AND d.day BETWEEN %(since)s AND %(until)s",
        {"ids": list(account_ids), "since": days.since, "until": days.until},
    )
    found: list[list[Any]] = [[] for _ in account_ids]
    for row in rows:
        found[row[0] - 1].append(row[1:])
    return [read_stretches(mine, OF_DAYS) for mine in found]


@dataclass(frozen=True, slots=True)
class TaggedPost:
    """A post's hashtags, and its views at a day's age; `account_id` says whose normal it is measured by."""

    account_id: UUID
    hashtags: list[str]
    published_on: date
    views_24h: int
    views: int


def read_tagged_posts(workspace: Workspace, account_id: UUID | None, days: Days, *, most: int) -> list[TaggedPost]:
    """Return the posts published in a range whose views at 24 hours are known, the newest first, with or without hashtags."""
    mine = "t.account_id = %(account)s" if account_id else "t.workspace_id = %(workspace)s"
    rows = run(
        f"SELECT t.account_id, v.hashtags, t.published_at::date, t.views_24h, t.views FROM analytics_videostate t"  # noqa: S608 - our own names
        f" JOIN analytics_video v ON v.id = t.video_id WHERE {mine} AND t.workspace_id = %(workspace)s"
        " AND t.views_24h IS NOT NULL AND t.published_at >= %(since)s AND t.published_at < %(until)s + 1"
        " ORDER BY t.published_at DESC LIMIT %(most)s",
        {"workspace": workspace.pk, "account": account_id, "since": days.since, "until": days.until, "most": most},
    )
    return [TaggedPost(*row) for row in rows]
