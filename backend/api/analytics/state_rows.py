"""Reading and writing what is known of many videos or accounts at once, for the write path."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from api.analytics.ages import AGES_H, DAY_PLACE
from api.analytics.counters import Chain, Sample
from api.analytics.days import Calendar, to_instant, to_us
from api.analytics.replay import Walked

# The names of what a video's and an account's samples count, as in `snapshot_models.py`.
COUNTED = {
    "video": ("views", "likes", "comments", "shares"),
    "account": ("followers", "following", "profile_likes", "posts"),
}
_STATE = "s.at, {}, s.held_at, s.held, s.base_at, s.base, s.base_held_at, s.base_held"


@dataclass(frozen=True, slots=True)
class VideoRow:
    """A video as the write path needs it: how far its count has come, and where the samples that are kept begin."""

    account_id: UUID
    published_us: int
    kept_since: datetime | None
    chain: Chain
    base: Chain

    @property
    def chain_us(self) -> int:
        return _end_of(self.chain)


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as the write path needs it."""

    workspace_id: UUID
    calendar: Calendar
    kept_since: datetime | None
    chain: Chain
    base: Chain

    @property
    def chain_us(self) -> int:
        return _end_of(self.chain)


def _end_of(chain: Chain) -> int:
    return max((sample.at_us for sample in (chain.last, chain.held) if sample), default=-1 << 63)


def lock_accounts(cursor: CursorWrapper, account_ids: Collection[UUID]) -> dict[UUID, AccountRow]:
    """Return the accounts that have a state, locked until the transaction ends: one writer for each at a time."""
    return read_accounts(cursor, account_ids, lock=True)


def read_accounts(
    cursor: CursorWrapper, account_ids: Collection[UUID], *, lock: bool = False
) -> dict[UUID, AccountRow]:
    counted = ", ".join(f"s.{name}" for name in COUNTED["account"])
    cursor.execute(
        f"SELECT s.account_id, s.workspace_id, s.zones, s.kept_since, {_STATE.format(counted)}"  # noqa: S608 - our own columns' names
        f" FROM analytics_accountstate s WHERE s.account_id = ANY(%s) ORDER BY s.account_id{' FOR UPDATE' if lock else ''}",
        [sorted(account_ids)],
    )
    return {
        row[0]: AccountRow(row[1], Calendar(read_zones(row[2])), row[3], *_read_chains(row[4:]))
        for row in cursor.fetchall()
    }


def read_zones(stored: Any) -> list[tuple[int | None, str]]:
    """Return an account's zones as they are kept: `[[from, zone], …]`."""
    pairs: list[tuple[int | None, str]] = json.loads(stored) if isinstance(stored, str) else stored
    return [(since, zone) for since, zone in pairs]


def lock_videos(cursor: CursorWrapper, video_ids: Collection[UUID]) -> dict[UUID, VideoRow]:
    """Return the videos that have a state; their accounts are locked until the transaction ends."""
    wanted = sorted(video_ids)
    cursor.execute(
        "SELECT 1 FROM analytics_accountstate WHERE account_id IN"
        " (SELECT account_id FROM analytics_videostate WHERE video_id = ANY(%s)) ORDER BY account_id FOR UPDATE",
        [wanted],
    )
    counted = ", ".join(f"s.{name}" for name in COUNTED["video"])
    cursor.execute(
        f"SELECT s.video_id, s.account_id, s.published_at, a.kept_since, {_STATE.format(counted)}"  # noqa: S608 - our own columns' names
        " FROM analytics_videostate s JOIN analytics_accountstate a USING (account_id) WHERE s.video_id = ANY(%s)",
        [wanted],
    )
    return {row[0]: VideoRow(row[1], to_us(row[2]), row[3], *_read_chains(row[4:])) for row in cursor.fetchall()}


def _read_chains(row: Sequence[object]) -> tuple[Chain, Chain]:
    now, base = (
        Chain(_read(row[0], row[1:5]), _read(row[5], row[6])),
        Chain(_read(row[7], row[8]), _read(row[9], row[10])),
    )
    return now, base


def _read(at: object, counters: object) -> Sample | None:
    if not isinstance(at, datetime) or not isinstance(counters, tuple | list):
        return None
    return Sample(to_us(at), tuple(counters))


def insert_samples(
    cursor: CursorWrapper, subject: str, told: Mapping[tuple[UUID, datetime], tuple[int, ...]]
) -> Iterator[tuple[UUID, datetime]]:
    """Insert samples and return those that were not there yet."""
    if not told:
        return
    names = ", ".join(COUNTED[subject])
    cursor.execute(
        f"INSERT INTO analytics_{subject}snapshot ({subject}_id, captured_at, {names}, flags)"  # noqa: S608 - our own names
        " SELECT *, 0 FROM unnest(%s::uuid[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])"
        f" ON CONFLICT DO NOTHING RETURNING {subject}_id, captured_at",
        [
            [subject_id for subject_id, _ in told],
            [at for _, at in told],
            *([counters[place] for counters in told.values()] for place in range(4)),
        ],
    )
    yield from cursor.fetchall()


def read_samples(cursor: CursorWrapper, subject: str, subject_ids: Collection[UUID]) -> dict[UUID, list[Sample]]:
    """Return all samples that are kept of these, in the order of time; what came before is in their base."""
    found: dict[UUID, list[Sample]] = defaultdict(list)
    if subject_ids:
        names = ", ".join(f"t.{name}" for name in COUNTED[subject])
        cursor.execute(
            f"SELECT t.{subject}_id, t.captured_at, {names} FROM analytics_{subject}snapshot t"  # noqa: S608 - our own names
            f" JOIN analytics_{subject}state s USING ({subject}_id)"
            " JOIN analytics_accountstate a ON a.account_id = s.account_id"
            f" WHERE t.{subject}_id = ANY(%s) AND t.captured_at >= coalesce(a.kept_since, '-infinity') ORDER BY 1, 2",
            [sorted(subject_ids)],
        )
        for subject_id, at, *counters in cursor.fetchall():
            found[subject_id].append(Sample(to_us(at), tuple(counters)))
    return found


def write_flags(cursor: CursorWrapper, subject: str, flags: Sequence[tuple[UUID, datetime, int]]) -> None:
    """Note at samples what became of them."""
    if flags:
        cursor.execute(
            f"UPDATE analytics_{subject}snapshot s SET flags = t.flags"  # noqa: S608 - our own names
            " FROM unnest(%s::uuid[], %s::timestamptz[], %s::smallint[]) AS t(id, at, flags)"
            f" WHERE s.{subject}_id = t.id AND s.captured_at = t.at AND s.flags <> t.flags",
            [[one for one, _, _ in flags], [at for _, at, _ in flags], [int(flag) for _, _, flag in flags]],
        )


def write_videos(cursor: CursorWrapper, videos: Mapping[UUID, VideoRow], walks: Mapping[UUID, Walked]) -> None:
    """Write how far videos have come, the ages they reached, and what that adds to their accounts' sums."""
    _write_chains(cursor, "video", walks)
    _unmark(cursor, walks)
    _mark(cursor, walks)
    added: dict[UUID, list[int]] = {}
    for video_id, walked in walks.items():
        before, after = videos[video_id].chain.last, walked.chain.last
        sums = added.setdefault(videos[video_id].account_id, [0, 0, 0, 0])
        for place in range(4):
            sums[place] += (after.counters[place] if after else 0) - (before.counters[place] if before else 0)
    cursor.execute(
        "UPDATE analytics_accountstate s SET version = s.version + 1, views = s.views + t.views, likes = s.likes + t.likes,"
        " comments = s.comments + t.comments, shares = s.shares + t.shares"
        " FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])"
        " AS t(id, views, likes, comments, shares) WHERE s.account_id = t.id",
        [list(added), *([sums[place] for sums in added.values()] for place in range(4))],
    )
    raise_workspaces(cursor, added)


def write_accounts(cursor: CursorWrapper, walks: Mapping[UUID, Walked]) -> None:
    """Write how far accounts' own counters have come."""
    _write_chains(cursor, "account", walks)
    cursor.execute(
        "UPDATE analytics_accountstate SET version = version + 1 WHERE account_id = ANY(%s)", [sorted(walks)]
    )
    raise_workspaces(cursor, walks)


def raise_workspaces(cursor: CursorWrapper, account_ids: Iterable[UUID]) -> None:
    """Make every cached answer about the workspaces of these accounts an old one."""
    cursor.execute(
        "INSERT INTO analytics_workspacestate AS w (workspace_id, version, raw_days, hour_days)"
        " SELECT DISTINCT workspace_id, 1, 90, 365 FROM analytics_accountstate WHERE account_id = ANY(%s) ORDER BY 1"
        " ON CONFLICT (workspace_id) DO UPDATE SET version = w.version + 1",
        [list(account_ids)],
    )


def clear_ends(cursor: CursorWrapper, account_id: UUID, *, since: date) -> None:
    """Forget what an account's own counters stood at when days ended, from one on; they are about to be told anew."""
    cursor.execute(
        "UPDATE analytics_accountday SET followers_end = NULL, following_end = NULL, profile_likes_end = NULL,"
        " posts_end = NULL WHERE account_id = %s AND day >= %s",
        [account_id, since],
    )


def _write_chains(cursor: CursorWrapper, subject: str, walks: Mapping[UUID, Walked]) -> None:
    names = COUNTED[subject]
    last = [walked.chain.last for walked in walks.values()]
    held = [walked.chain.held for walked in walks.values()]
    cursor.execute(
        f"UPDATE analytics_{subject}state s SET at = t.at, "  # noqa: S608 - our own names
        + ", ".join(f"{name} = t.{name}" for name in names)
        + ", held_at = t.held_at, held = t.held::bigint[]"
        " FROM unnest(%s::uuid[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[],"
        f" %s::timestamptz[], %s::text[]) AS t(id, at, {', '.join(names)}, held_at, held) WHERE s.{subject}_id = t.id",
        [
            list(walks),
            [to_instant(one.at_us) if one else None for one in last],
            *([one.counters[place] if one else 0 for one in last] for place in range(4)),
            [to_instant(one.at_us) if one else None for one in held],
            ["{" + ",".join(map(str, one.counters)) + "}" if one else None for one in held],
        ],
    )


def _mark(cursor: CursorWrapper, walks: Mapping[UUID, Walked]) -> None:
    """Write the ages that were reached. A row is updated once by a statement, so each round takes one age of each video."""
    marks = {video_id: sorted(walked.marks.items()) for video_id, walked in walks.items() if walked.marks}
    for number in range(max(map(len, marks.values()), default=0)):
        rows = [(video_id, *mine[number]) for video_id, mine in marks.items() if number < len(mine)]
        cursor.execute(
            "UPDATE analytics_videostate s SET views_at[t.place] = t.views, likes_at[t.place] = t.likes,"
            " comments_at[t.place] = t.comments, shares_at[t.place] = t.shares,"
            " views_24h = CASE WHEN t.place = %s THEN t.views ELSE s.views_24h END"
            " FROM unnest(%s::uuid[], %s::int[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])"
            " AS t(id, place, views, likes, comments, shares) WHERE s.video_id = t.id",
            [
                DAY_PLACE + 1,  # PostgreSQL counts from one
                [video_id for video_id, _, _ in rows],
                [place + 1 for _, place, _ in rows],
                *([counters[which] for _, _, counters in rows] for which in range(4)),
            ],
        )


def _unmark(cursor: CursorWrapper, walks: Mapping[UUID, Walked]) -> None:
    """Forget ages that a walk had reached which does not count any more."""
    for video_id, walked in walks.items():
        for place in walked.undone - set(walked.marks):
            cursor.execute(
                "UPDATE analytics_videostate SET views_at[%s] = NULL, likes_at[%s] = NULL, comments_at[%s] = NULL,"
                " shares_at[%s] = NULL, views_24h = CASE WHEN %s THEN NULL ELSE views_24h END WHERE video_id = %s",
                [*[place + 1] * 4, place == DAY_PLACE, video_id],
            )


def forget_marks(cursor: CursorWrapper, video_ids: Collection[UUID]) -> None:
    """Forget all ages of these videos; their samples, which are all kept, tell them again."""
    empty = [None] * len(AGES_H)
    cursor.execute(
        "UPDATE analytics_videostate SET views_at = %s::bigint[], likes_at = %s::bigint[], comments_at = %s::bigint[],"
        " shares_at = %s::bigint[], views_24h = NULL WHERE video_id = ANY(%s)",
        [empty, empty, empty, empty, sorted(video_ids)],
    )
