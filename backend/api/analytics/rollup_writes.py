"""Sums, written to hours, days and workspaces' days: one statement each, however many rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.backends.utils import CursorWrapper

from api.analytics.counters import HOUR_US
from api.analytics.days import to_instant
from api.analytics.replay import COLUMNS, Sums
from api.analytics.state_rows import Key, as_array, raise_workspaces

_NAMES = ", ".join(COLUMNS)
_ARRAYS = ", ".join("%s::bigint[]" for _ in COLUMNS)
_ADDED = ", ".join(f"{name} = t.{name} + excluded.{name}" for name in COLUMNS)

UPSERT_HOURS = (
    f"INSERT INTO analytics_accounthour AS t (account_id, hour, {_NAMES})"  # noqa: S608 - our own columns' names
    f" SELECT * FROM unnest(%s::uuid[], %s::timestamptz[], {_ARRAYS})"
    f" ON CONFLICT (account_id, hour) DO UPDATE SET {_ADDED}"
)
UPSERT_DAYS = (
    f"INSERT INTO analytics_accountday AS t (account_id, day, zone, posts, {_NAMES})"  # noqa: S608 - our own columns' names
    f" SELECT * FROM unnest(%s::uuid[], %s::date[], %s::text[], %s::int[], {_ARRAYS})"
    f" ON CONFLICT (account_id, day) DO UPDATE SET zone = excluded.zone, posts = t.posts + excluded.posts, {_ADDED}"
)
UPSERT_WORKSPACE_DAYS = (
    f"INSERT INTO analytics_workspaceday AS t (workspace_id, day, posts, {_NAMES})"  # noqa: S608 - our own columns' names
    f" SELECT * FROM unnest(%s::uuid[], %s::date[], %s::int[], {_ARRAYS})"
    f" ON CONFLICT (workspace_id, day) DO UPDATE SET posts = t.posts + excluded.posts, {_ADDED}"
)
SET_ENDS = (
    "UPDATE analytics_accountday AS t SET followers_end = e.followers, following_end = e.following,"
    " profile_likes_end = e.likes, posts_end = e.posts"
    " FROM unnest(%s::uuid[], %s::date[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])"
    " AS e(account_id, day, followers, following, likes, posts) WHERE t.account_id = e.account_id AND t.day = e.day"
)

Rows = Mapping[tuple[Key, date], list[int]]


def write_sums(
    cursor: CursorWrapper,
    sums: Mapping[Key, Sums],
    workspaces: Mapping[Key, Key],
    posts: Mapping[tuple[Key, date], int] | None = None,
) -> None:
    """
    Add each account's sums to its roll-ups and its workspace's, whose cached answers are old then.

    In one order, whoever writes: the accounts, which the caller has locked, their workspaces' states, hours, days, workspaces'
    days. Two transactions that touch the same rows wait for one another and never in a circle.

    :param workspaces: which workspace each account belongs to
    :param posts: how many videos were published on an account's days, to be added too; their days must be in `sums`
    """
    posts = posts or {}
    raise_workspaces(cursor, sums)
    _write_hours(cursor, sums)
    days = sorted((account, day) for account, one in sums.items() for day in one.days)
    if days:
        cursor.execute(
            UPSERT_DAYS,
            [
                as_array(account for account, _ in days),
                as_array(day for _, day in days),
                [sums[account].zones[day] for account, day in days],
                as_array(posts.get(key, 0) for key in days),
                *_columns([sums[account].days[day] for account, day in days]),
            ],
        )
        _write_ends(cursor, sums)
        _write_workspaces(cursor, sums, workspaces, posts)


def _write_hours(cursor: CursorWrapper, sums: Mapping[Key, Sums]) -> None:
    hours = sorted((account, hour) for account, one in sums.items() for hour in one.hours)
    if hours:
        cursor.execute(
            UPSERT_HOURS,
            [
                as_array(account for account, _ in hours),
                as_array(to_instant(hour * HOUR_US) for _, hour in hours),
                *_columns([sums[account].hours[hour] for account, hour in hours]),
            ],
        )


def _write_ends(cursor: CursorWrapper, sums: Mapping[Key, Sums]) -> None:
    ends = sorted((account, day) for account, one in sums.items() for day in one.ends)
    if ends:
        values = [sums[account].ends[day] for account, day in ends]
        ids, days = as_array(account for account, _ in ends), as_array(day for _, day in ends)
        cursor.execute(SET_ENDS, [ids, days, *_columns(values)])


def _write_workspaces(
    cursor: CursorWrapper,
    sums: Mapping[Key, Sums],
    workspaces: Mapping[Key, Key],
    posts: Mapping[tuple[Key, date], int],
) -> None:
    totals: dict[tuple[Key, date], list[int]] = {}
    made: dict[tuple[Key, date], int] = {}
    for account, one in sums.items():
        workspace = workspaces[account]
        for day, values in one.days.items():
            key = (workspace, day)
            made[key] = made.get(key, 0) + posts.get((account, day), 0)
            mine = totals.get(key)
            totals[key] = list(values) if mine is None else [a + b for a, b in zip(mine, values, strict=True)]
    keys = sorted(totals)
    cursor.execute(
        UPSERT_WORKSPACE_DAYS,
        [
            as_array(workspace for workspace, _ in keys),
            as_array(day for _, day in keys),
            as_array(made[key] for key in keys),
            *_columns([totals[key] for key in keys]),
        ],
    )


def _columns(rows: Iterable[Sequence[int]]) -> list[str]:
    return [as_array(column) for column in zip(*rows, strict=True)]
