"""The benchmark's fleet put into the database: people and accounts as the product makes them, the rest by COPY."""

from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.utils import timezone

from api.accounts.models import Account, TikTokApp
from api.analytics import partitions
from api.analytics.models import AccountState, WorkspaceState
from api.analytics.replay import COLUMNS
from api.workspaces.models import Workspace
from api.workspaces.services import sign_up
from bench.analytics import video_rows
from bench.analytics.copying import copy_rows, days, execute, instants, numbers, texts, unchecked, uuids
from bench.analytics.fleet import HOUR_S, TEAMS, Fleet, Samples, make_fleet
from bench.analytics.rollups import UNKNOWN
from bench.analytics.video_rows import Ids, bytes_of
from bench.analytics.worked import Rows, Size, Worked, work_out

PASSWORD = "benchmark " * 3
SCOPES = ["user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.publish"]
ENDS = ("followers_end", "following_end", "profile_likes_end", "posts_end")
COUNTERS = {
    "video": ("views", "likes", "comments", "shares"),
    "account": ("followers", "following", "profile_likes", "posts"),
}
TABLES = (
    "accounts_account", "analytics_video", "analytics_videostate", "analytics_accountstate", "analytics_workspacestate",
    "analytics_accountday", "analytics_accounthour", "analytics_workspaceday", "analytics_earlyforecast",
    "analytics_videosnapshot", "analytics_accountsnapshot",
)  # fmt: skip


def fill(size: Size, say: Callable[[str], None]) -> dict[str, int]:
    """Fill an empty, migrated database; return how many rows of what there are."""
    fleet = make_fleet(int(timezone.now().timestamp()))
    accounts = _add_people(fleet)
    ids = video_rows.make_ids(fleet)
    worked = work_out(fleet, size)
    say("  worked out what the fleet does, and what it comes to")
    execute("SET synchronous_commit = off", "SET maintenance_work_mem = '256MB'")
    own_ids = bytes_of([account.pk for account in accounts])
    counts = {
        "accounts": len(accounts),
        "videos": video_rows.copy_videos(fleet, worked, ids, accounts),
        "hours": _copy_hours(worked, own_ids),
        "days": _copy_days(fleet, worked, own_ids),
    }
    _add_states(fleet, worked, accounts)
    say("  " + ", ".join(f"{count:,} {name}" for name, count in counts.items()))
    partitions.make_partitions(since=datetime.fromtimestamp(fleet.begin, UTC), now=timezone.now())
    counts["samples"] = _copy_samples("video", worked.videos, ids)
    counts["samples_of_accounts"] = _copy_samples("account", worked.accounts, own_ids)
    say(f"  {counts['samples']:,} samples of videos, {counts['samples_of_accounts']:,} of accounts")
    execute("RESET synchronous_commit", *(f"VACUUM (ANALYZE) {table}" for table in TABLES))
    return counts


def _add_people(fleet: Fleet) -> list[Account]:
    """Make a person with a workspace for each team, and the accounts."""
    now = timezone.now()
    app = TikTokApp.objects.create(client_key="benchmark", platform="desktop", audited=True)
    workspaces = list[Workspace]()
    for team in TEAMS:
        user = sign_up(email=f"{team.name}@example.com", password=PASSWORD, name=team.name, time_zone=team.zone)
        workspaces.append(Workspace.objects.get(memberships__user=user))
    return Account.objects.bulk_create(
        Account(
            workspace=workspaces[team],
            app=app,
            open_id=f"open-{number}",
            username=f"account.{number}",
            nickname=f"Account {number}",
            scopes=SCOPES,
            connected_at=now,
        )
        for number, team in enumerate(fleet.team.tolist())
    )


def _copy_samples(subject: str, chunks: list[Samples], ids: Ids) -> int:
    """Copy samples in the order of time, as they would have come in."""
    table = f"analytics_{subject}snapshot"
    at = np.concatenate([chunk.at for chunk in chunks])
    order = np.argsort(at, kind="stable")
    counters = np.concatenate([chunk.counters for chunk in chunks])[order]
    whose = np.concatenate([chunk.subject for chunk in chunks])[order]
    odd = np.concatenate([chunk.odd for chunk in chunks])[order]
    columns = {
        f"{subject}_id": uuids(ids[whose]),
        "captured_at": instants(at[order]),
        **{name: numbers("int8", counters[:, place]) for place, name in enumerate(COUNTERS[subject])},
        "flags": numbers("int2", odd),  # Flag.HELD is 1
    }
    with unchecked(table, "p"):
        return copy_rows(table, columns)


def _gather(chunks: list[Rows], which: Callable[[Rows], npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    return np.concatenate([which(chunk) for chunk in chunks])


def _copy_hours(worked: Worked, ids: Ids) -> int:
    hour, account = (_gather(worked.hours, one) for one in (lambda rows: rows.stretch, lambda rows: rows.account))
    sums, order = _gather(worked.hours, lambda rows: rows.sums), np.lexsort((account, hour))
    columns = {
        "account_id": uuids(ids[account[order]]),
        "hour": instants(hour[order] * HOUR_S),
        **{name: numbers(_kind(name), sums[order, place]) for place, name in enumerate(COLUMNS)},
    }
    return copy_rows("analytics_accounthour", columns)


def _copy_days(fleet: Fleet, worked: Worked, ids: Ids) -> int:
    """Copy accounts' days in the order of days, and workspaces' days; return how many of the former."""
    day, account = (_gather(worked.days, one) for one in (lambda rows: rows.stretch, lambda rows: rows.account))
    sums, ends = _gather(worked.days, lambda rows: rows.sums), _gather(worked.days, lambda rows: rows.ends)
    posts, order = _gather(worked.days, lambda rows: rows.posts), np.lexsort((account, day))
    for number, team in enumerate(TEAMS):
        mine = order[fleet.team[account[order]] == number]
        known = ends[mine, 0] != UNKNOWN
        columns = {
            "account_id": uuids(ids[account[mine]]),
            "day": days(day[mine]),
            "zone": texts([team.zone] * len(mine)),
            "posts": numbers("int4", posts[mine]),
            **{name: numbers(_kind(name), sums[mine, place]) for place, name in enumerate(COLUMNS)},
            **{name: numbers("int8", ends[mine, place], known) for place, name in enumerate(ENDS)},
        }
        copy_rows("analytics_accountday", columns)
    names = ", ".join((*COLUMNS, "posts"))
    totals = ", ".join(f"sum({name})" for name in (*COLUMNS, "posts"))
    execute(
        f"INSERT INTO analytics_workspaceday (workspace_id, day, {names}) SELECT a.workspace_id, d.day, {totals}"  # noqa: S608 - our own names
        " FROM analytics_accountday d JOIN accounts_account a ON a.id = d.account_id GROUP BY 1, 2 ORDER BY 2, 1"
    )
    return len(order)


def _kind(name: str) -> str:
    return "int4" if name in {"samples", "held", "resets"} else "int8"


def _add_states(fleet: Fleet, worked: Worked, accounts: list[Account]) -> None:
    sums = np.zeros((len(accounts), 4), np.int64)
    np.add.at(sums, fleet.account, worked.last)
    count, end = np.bincount(fleet.account), datetime.fromtimestamp(fleet.end, UTC)
    AccountState.objects.bulk_create(
        AccountState(
            account=account,
            workspace_id=account.workspace_id,
            version=1,
            zones=[[None, TEAMS[int(fleet.team[number])].zone]],
            at=datetime.fromtimestamp(int(worked.own_at[number]), UTC),
            **dict(zip(COUNTERS["account"], worked.own[number].tolist(), strict=True)),
            **dict(zip(COUNTERS["video"], sums[number].tolist(), strict=True)),
            videos=int(count[number]),
            checked_at=end,
            due_at=end,
        )
        for number, account in enumerate(accounts)
    )
    WorkspaceState.objects.bulk_create(
        WorkspaceState(workspace_id=one, version=1) for one in {account.workspace_id for account in accounts}
    )


def measure_bytes() -> dict[str, int]:
    """Return what a row of each kind takes on disk, with its index; a post is a video and its state."""
    kinds = {
        "sample": ("analytics_videosnapshot",),
        "hour": ("analytics_accounthour",),
        "day": ("analytics_accountday",),
        "post": ("analytics_video", "analytics_videostate"),
    }
    return {kind: sum(_bytes_a_row(table) for table in tables) for kind, tables in kinds.items()}


def _bytes_a_row(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree(%(table)s::regclass)"
            " UNION ALL SELECT pg_total_relation_size(%(table)s::regclass)",
            {"table": table},
        )
        sizes = [int(row[0]) for row in cursor.fetchall() if row[0] is not None]
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own name
        return max(sizes) // int(cursor.fetchone()[0])
