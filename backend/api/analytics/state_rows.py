"""Reading and writing what is known of many videos or accounts at once, for the write path."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from api.analytics.ages import AGES_H, DAY_PLACE
from api.analytics.counters import NEVER_US, NOTHING, Chain, Sample
from api.analytics.days import SQL_INSTANT, SQL_US, Calendar
from api.analytics.replay import Walked

# The names of what a video's and an account's samples count, as in `snapshot_models.py`.
COUNTED = {
    "video": ("views", "likes", "comments", "shares"),
    "account": ("followers", "following", "profile_likes", "posts"),
}
# Instants cross the wire as microseconds, and many values at once as one text that PostgreSQL reads as an array: a batch has
# twenty thousand of each, and turning every one into an object, or looking at it for what might need quotes, takes longer than
# all the rest.
_STATE = (
    f"{SQL_US.format('s.at')}, {{}}, {SQL_US.format('s.held_at')}, s.held, {SQL_US.format('s.base_at')}, s.base,"
    f" {SQL_US.format('s.base_held_at')}, s.base_held"
)
_SAMPLES = "unnest(%s::uuid[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])"
_PLACES = ("one", "two", "three", "four")  # what COUNTED names, whoever it is of
_ZEROS = (0, 0, 0, 0)


# An account's, a workspace's or a video's id as PostgreSQL writes it. A batch looks each up twenty times, and every look at a
# dictionary has a UUID work out its hash anew.
Key = str


class VideoRow(NamedTuple):
    """A video as the write path needs it: how far its count has come, and where the samples that are kept begin."""

    account_id: Key
    published_us: int
    kept_us: int
    chain: Chain
    base: Chain


class AccountRow(NamedTuple):
    """An account as the write path needs it; `kept_us` is NEVER_US while all of its samples are kept."""

    workspace_id: Key
    version: int
    calendar: Calendar
    kept_us: int
    chain: Chain
    base: Chain


def as_array(values: Iterable[object]) -> str:
    """Return numbers, dates or ids as the text of a PostgreSQL array."""
    return f"{{{','.join(map(str, values))}}}"


def lock_accounts(cursor: CursorWrapper, account_ids: Collection[UUID | Key]) -> dict[Key, AccountRow]:
    """Return the accounts that have a state, locked until the transaction ends: one writer for each at a time."""
    return read_accounts(cursor, account_ids, lock=True)


def read_accounts(
    cursor: CursorWrapper, account_ids: Collection[UUID | Key], *, lock: bool = False
) -> dict[Key, AccountRow]:
    counted = ", ".join(f"s.{name}" for name in COUNTED["account"])
    cursor.execute(
        f"SELECT s.account_id::text, s.workspace_id::text, s.version, s.zones, {SQL_US.format('s.kept_since')},"  # noqa: S608 - our own columns' names
        f" {_STATE.format(counted)}"
        " FROM analytics_accountstate s WHERE s.account_id = ANY(%s::uuid[])"
        f" ORDER BY s.account_id{' FOR UPDATE' if lock else ''}",
        [as_array(account_ids)],
    )
    return {
        row[0]: AccountRow(row[1], row[2], Calendar(read_zones(row[3])), _or_never(row[4]), *_read_chains(row, 5))
        for row in cursor.fetchall()
    }


def read_zones(stored: Any) -> list[tuple[int | None, str]]:
    """Return an account's zones as they are kept: `[[from, zone], …]`."""
    pairs: list[tuple[int | None, str]] = json.loads(stored) if isinstance(stored, str) else stored
    return [(since, zone) for since, zone in pairs]


def lock_videos(
    cursor: CursorWrapper, video_ids: Collection[UUID | Key]
) -> tuple[dict[Key, VideoRow], dict[Key, AccountRow]]:
    """Return the videos that have a state, and their accounts, which are locked until the transaction ends."""
    videos, seen = _read_videos(cursor, video_ids)
    accounts = lock_accounts(cursor, seen)
    # Whoever had an account until now may have written its videos since they were read; that raises its version, or moves on
    # where its samples begin. It is seldom, and reading twice as much each time would be a quarter of the whole work.
    if any((row.version, row.kept_us) != seen[account_id] for account_id, row in accounts.items()):
        videos, _ = _read_videos(cursor, video_ids)
    return videos, accounts


def _read_videos(
    cursor: CursorWrapper, video_ids: Collection[UUID | Key]
) -> tuple[dict[Key, VideoRow], dict[Key, tuple[int, int]]]:
    """Return the videos, and each of their accounts' version with where its samples begin."""
    counted = ", ".join(f"s.{name}" for name in COUNTED["video"])
    cursor.execute(
        f"SELECT s.video_id::text, s.account_id::text, {SQL_US.format('s.published_at')}, a.version,"  # noqa: S608 - our own columns' names
        f" {SQL_US.format('a.kept_since')},"
        f" {_STATE.format(counted)} FROM analytics_videostate s JOIN analytics_accountstate a USING (account_id)"
        " WHERE s.video_id = ANY(%s::uuid[])",
        [as_array(video_ids)],
    )
    rows = cursor.fetchall()
    videos = {row[0]: VideoRow(row[1], row[2], _or_never(row[4]), *_read_chains(row, 5)) for row in rows}
    return videos, {row[1]: (row[3], _or_never(row[4])) for row in rows}


def _or_never(at_us: int | None) -> int:
    return NEVER_US if at_us is None else at_us


def _read_chains(row: Sequence[Any], start: int) -> tuple[Chain, Chain]:
    """Return how far a count has come and what it begins with, as `_STATE` has them."""
    at_us, one, two, three, four, held_us, held, base_us, base, base_held_us, base_held = row[start:]
    last = None if at_us is None else Sample(at_us, (one, two, three, four))
    if base_us is None and base_held_us is None:
        return Chain(last, _read(held_us, held)), NOTHING
    return Chain(last, _read(held_us, held)), Chain(_read(base_us, base), _read(base_held_us, base_held))


def _read(at_us: int | None, counters: Sequence[int] | None) -> Sample | None:
    return None if at_us is None or counters is None else Sample(at_us, tuple(counters))


def insert_samples(
    cursor: CursorWrapper, subject: str, told: Mapping[tuple[Key, int], tuple[int, ...]]
) -> list[tuple[Key, int]]:
    """Insert samples, by whose they are and their instant in microseconds; return those that were not there yet."""
    if not told:
        return []
    keys, names = list(told), ", ".join(COUNTED[subject])
    # Nearly always all of them are new, and then it is enough to be told so.
    statement = f"""
        WITH told AS (
            SELECT id, {SQL_INSTANT.format("at_us")} AS at, one, two, three, four, place
            FROM {_SAMPLES} WITH ORDINALITY AS t(id, at_us, one, two, three, four, place)),
        fresh AS (
            INSERT INTO analytics_{subject}snapshot ({subject}_id, captured_at, {names}, flags)
            SELECT id, at, one, two, three, four, 0 FROM told ORDER BY id, at
            ON CONFLICT DO NOTHING RETURNING {subject}_id AS id, captured_at AS at)
        SELECT CASE WHEN (SELECT count(*) FROM fresh) < (SELECT count(*) FROM told)
            THEN ARRAY(SELECT place FROM told JOIN fresh USING (id, at)) END"""  # noqa: S608 - our own names
    cursor.execute(statement, _columns([one for one, _ in keys], [at_us for _, at_us in keys], told.values()))
    (places,) = cursor.fetchone() or (None,)
    return keys if places is None else [keys[place - 1] for place in places]


def _columns(ids: Iterable[Key], at_us: Iterable[object], counters: Iterable[Sequence[int]]) -> list[str]:
    """Return what `_SAMPLES` takes."""
    return [as_array(ids), as_array(at_us), *map(as_array, zip(*counters, strict=True))]


def read_samples(cursor: CursorWrapper, subject: str, subject_ids: Collection[Key]) -> dict[Key, list[Sample]]:
    """Return all samples that are kept of these, in the order of time; what came before is in their base."""
    found: dict[Key, list[Sample]] = defaultdict(list)
    if subject_ids:
        names = ", ".join(f"t.{name}" for name in COUNTED[subject])
        cursor.execute(
            f"SELECT t.{subject}_id::text, {SQL_US.format('t.captured_at')}, {names} FROM analytics_{subject}snapshot t"  # noqa: S608 - our own names
            f" JOIN analytics_{subject}state s USING ({subject}_id)"
            " JOIN analytics_accountstate a ON a.account_id = s.account_id"
            f" WHERE t.{subject}_id = ANY(%s::uuid[]) AND t.captured_at >= coalesce(a.kept_since, '-infinity')"
            f" ORDER BY t.{subject}_id, t.captured_at",
            [as_array(subject_ids)],
        )
        for subject_id, at_us, *counters in cursor.fetchall():
            found[subject_id].append(Sample(at_us, tuple(counters)))
    return found


def write_flags(cursor: CursorWrapper, subject: str, flags: Sequence[tuple[Key, int, int]]) -> None:
    """Note at samples, by whose they are and their instant in microseconds, what became of them."""
    if flags:
        ids, instants, values = zip(*flags, strict=True)
        cursor.execute(
            f"UPDATE analytics_{subject}snapshot s SET flags = t.flags"  # noqa: S608 - our own names
            " FROM unnest(%s::uuid[], %s::bigint[], %s::smallint[]) AS t(id, at_us, flags)"
            f" WHERE s.{subject}_id = t.id AND s.captured_at = {SQL_INSTANT.format('t.at_us')} AND s.flags <> t.flags",
            [as_array(ids), as_array(instants), as_array(map(int, values))],
        )


def write_videos(cursor: CursorWrapper, videos: Mapping[Key, VideoRow], walks: Mapping[Key, Walked]) -> None:
    """Write how far videos have come, the ages they reached, and what that adds to their accounts' sums."""
    _write_chains(cursor, "video", walks)
    _unmark(cursor, walks)
    _mark(cursor, walks)
    added: dict[Key, list[int]] = {}
    for video_id, walked in walks.items():
        account_id, _, _, before, _ = videos[video_id]
        now, was = _counters(walked.chain), _counters(before)
        total = added.get(account_id)
        if total is None:
            total = added[account_id] = [0, 0, 0, 0]
        total[0] += now[0] - was[0]
        total[1] += now[1] - was[1]
        total[2] += now[2] - was[2]
        total[3] += now[3] - was[3]
    cursor.execute(
        "UPDATE analytics_accountstate s SET version = s.version + 1, views = s.views + t.views, likes = s.likes + t.likes,"
        " comments = s.comments + t.comments, shares = s.shares + t.shares"
        " FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])"
        " AS t(id, views, likes, comments, shares) WHERE s.account_id = t.id",
        [as_array(added), *map(as_array, zip(*added.values(), strict=True))],
    )


def _counters(chain: Chain) -> tuple[int, ...]:
    return _ZEROS if chain.last is None else chain.last.counters


def write_accounts(cursor: CursorWrapper, walks: Mapping[Key, Walked]) -> None:
    """Write how far accounts' own counters have come."""
    _write_chains(cursor, "account", walks)
    cursor.execute(
        "UPDATE analytics_accountstate SET version = version + 1 WHERE account_id = ANY(%s::uuid[])", [as_array(walks)]
    )


def raise_workspaces(cursor: CursorWrapper, account_ids: Iterable[UUID | Key]) -> None:
    """Make every cached answer about the workspaces of these accounts an old one."""
    cursor.execute(
        "INSERT INTO analytics_workspacestate AS w (workspace_id, version, raw_days, hour_days)"
        " SELECT DISTINCT workspace_id, 1, 90, 365 FROM analytics_accountstate WHERE account_id = ANY(%s::uuid[])"
        " ORDER BY 1 ON CONFLICT (workspace_id) DO UPDATE SET version = w.version + 1",
        [as_array(account_ids)],
    )


def clear_ends(cursor: CursorWrapper, account_id: Key, *, since: date) -> None:
    """Forget what an account's own counters stood at when days ended, from one on; they are about to be told anew."""
    cursor.execute(
        "UPDATE analytics_accountday SET followers_end = NULL, following_end = NULL, profile_likes_end = NULL,"
        " posts_end = NULL WHERE account_id = %s AND day >= %s",
        [account_id, since],
    )


def _write_chains(cursor: CursorWrapper, subject: str, walks: Mapping[Key, Walked]) -> None:
    at_us = ["NULL" if walked.chain.last is None else walked.chain.last.at_us for walked in walks.values()]
    names = ", ".join(f"{name} = t.{place}" for name, place in zip(COUNTED[subject], _PLACES, strict=True))
    told = f"at = {SQL_INSTANT.format('t.at_us')}, {names}, held_at = NULL, held = NULL"
    _update_states(cursor, subject, told, list(walks), at_us, [_counters(walked.chain) for walked in walks.values()])
    held = {one: walked.chain.held for one, walked in walks.items() if walked.chain.held is not None}
    if held:
        told = (
            f"held_at = {SQL_INSTANT.format('t.at_us')}, held = ARRAY[{', '.join(f't.{place}' for place in _PLACES)}]"
        )
        samples = held.values()
        _update_states(cursor, subject, told, held, [one.at_us for one in samples], [one.counters for one in samples])


def _update_states(
    cursor: CursorWrapper,
    subject: str,
    told: str,
    ids: Collection[Key],
    at_us: Collection[object],
    counters: Collection[Sequence[int]],
) -> None:
    # The condition by ANY lets the planner find the rows by their key: for the join alone it would read the whole table. In the
    # order of their keys videos lie side by side, as they were found.
    columns = _columns(ids, at_us, counters)
    statement = f"""
        UPDATE analytics_{subject}state s SET {told}
        FROM (SELECT * FROM {_SAMPLES} AS u(id, at_us, {", ".join(_PLACES)}) ORDER BY id) t
        WHERE s.{subject}_id = t.id AND s.{subject}_id = ANY(%s::uuid[])"""  # noqa: S608 - our own names
    cursor.execute(statement, [*columns, columns[0]])


def _mark(cursor: CursorWrapper, walks: Mapping[Key, Walked]) -> None:
    """Write the ages that were reached. A row is updated once by a statement, so each round takes one age of each video."""
    marks = {video_id: sorted(walked.marks.items()) for video_id, walked in walks.items() if walked.marks}
    for number in range(max(map(len, marks.values()), default=0)):
        rows = {video_id: mine[number] for video_id, mine in marks.items() if number < len(mine)}
        places, counters = zip(*rows.values(), strict=True)
        cursor.execute(
            "UPDATE analytics_videostate s SET views_at[t.place] = t.views, likes_at[t.place] = t.likes,"
            " comments_at[t.place] = t.comments, shares_at[t.place] = t.shares,"
            " views_24h = CASE WHEN t.place = %s THEN t.views ELSE s.views_24h END"
            " FROM unnest(%s::uuid[], %s::int[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])"
            " AS t(id, place, views, likes, comments, shares) WHERE s.video_id = t.id",
            # PostgreSQL counts from one.
            [DAY_PLACE + 1, *_columns(rows, [place + 1 for place in places], counters)],
        )


def _unmark(cursor: CursorWrapper, walks: Mapping[Key, Walked]) -> None:
    """Forget ages that a walk had reached which does not count any more."""
    for video_id, walked in walks.items():
        if not walked.undone:
            continue
        for place in walked.undone - set(walked.marks):
            cursor.execute(
                "UPDATE analytics_videostate SET views_at[%s] = NULL, likes_at[%s] = NULL, comments_at[%s] = NULL,"
                " shares_at[%s] = NULL, views_24h = CASE WHEN %s THEN NULL ELSE views_24h END WHERE video_id = %s",
                [*[place + 1] * 4, place == DAY_PLACE, video_id],
            )


def forget_marks(cursor: CursorWrapper, video_ids: Collection[Key]) -> None:
    """Forget all ages of these videos; their samples, which are all kept, tell them again."""
    empty = [None] * len(AGES_H)
    cursor.execute(
        "UPDATE analytics_videostate SET views_at = %s::bigint[], likes_at = %s::bigint[], comments_at = %s::bigint[],"
        " shares_at = %s::bigint[], views_24h = NULL WHERE video_id = ANY(%s::uuid[])",
        [empty, empty, empty, empty, as_array(video_ids)],
    )
