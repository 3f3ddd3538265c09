"""The public videos of an account, those posted by an app and those made in TikTok's own, as one list."""

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Row

from carillon_sandbox.store import Store

COLUMNS = "post_id, handle, caption, video_ms, width, height, duration_ms, is_aigc, hidden_at"
OUT = (  # what was ever let out to the public and not deleted
    f"SELECT {COLUMNS} FROM posts WHERE handle = ?1 AND post_id IS NOT NULL AND public_at <= ?2 UNION ALL "  # noqa: S608
    f"SELECT {COLUMNS} FROM app_videos WHERE handle = ?1 AND removed_at IS NULL AND video_ms <= ?2 * 1000"
)
SHOWN = COLUMNS.removesuffix(", hidden_at")
PUBLIC = f"SELECT {SHOWN} FROM ({OUT}) WHERE hidden_at IS NULL"  # noqa: S608  our own text
HIDDEN = f"SELECT {SHOWN} FROM ({OUT}) WHERE hidden_at IS NOT NULL"  # noqa: S608  our own text


@dataclass(frozen=True, slots=True)
class Video:
    """What the public sees of one video."""

    post_id: int
    handle: str
    caption: str
    video_ms: int
    width: int | None
    height: int | None
    duration_ms: int | None
    is_aigc: bool


def _read(row: Row) -> Video:
    return Video(**{**dict(row), "is_aigc": bool(row["is_aigc"])})


def list_public(store: Store, handle: str, *, now: float, before_ms: int, limit: int) -> list[Video]:
    """Return the videos the public sees, newest first, of those created before an instant."""
    sql = f"SELECT * FROM ({PUBLIC}) WHERE video_ms < ?3 ORDER BY video_ms DESC LIMIT ?4"  # noqa: S608  our own text
    return [_read(row) for row in store.rows(sql, (handle, now, before_ms, limit))]


def list_hidden(store: Store, handle: str, *, now: float) -> list[Video]:
    """Return the videos that were public and that their owner keeps to themselves now, newest first."""
    sql = f"{HIDDEN} ORDER BY video_ms DESC"
    return [_read(row) for row in store.rows(sql, (handle, now))]


def find_public(store: Store, handle: str, ids: Sequence[int], *, now: float) -> list[Video]:
    """Return those of the named videos that the public sees on this account, in the order named."""
    wanted = ", ".join(str(int(post_id)) for post_id in ids)
    sql = f"SELECT * FROM ({PUBLIC}) WHERE post_id IN ({wanted})"  # noqa: S608  whole numbers only
    found = {row["post_id"]: _read(row) for row in store.rows(sql, (handle, now))}
    return [found[post_id] for post_id in dict.fromkeys(ids) if post_id in found]


def count_public(store: Store, handle: str, now: float) -> int:
    row = store.row(f"SELECT count(*) AS n FROM ({PUBLIC})", (handle, now))  # noqa: S608  our own text
    return row["n"] if row else 0
