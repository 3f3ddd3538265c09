"""Posts as they are kept: from the init that was accepted to the video that can be seen."""

import secrets
from dataclasses import dataclass, fields
from sqlite3 import Row
from typing import Any

from carillon_sandbox.login.grants import digest_of
from carillon_sandbox.store import Store

from .chunks import Plan

FLAGS = ("comment_off", "duet_off", "stitch_off", "brand_content", "brand_organic", "is_aigc", "auto_add_music")
LONGEST_ID = 19
LARGEST_ID = 2**63 - 1
ID_PREFIXES = {
    ("video", "direct", "upload"): "v_pub_file~v2-1",
    ("video", "direct", "pull"): "v_pub_url~v2",
    ("video", "draft", "upload"): "v_inbox_file~v2",
    ("video", "draft", "pull"): "v_inbox_url~v2",
    ("photo", "direct", "pull"): "p_pub_url~v2",
    ("photo", "draft", "pull"): "p_inbox_url~v2",
}


@dataclass(frozen=True, slots=True)
class Post:
    """One accepted init and what became of it."""

    publish_id: str
    upload_id: str
    upload_token_digest: str
    client_key: str
    handle: str
    caption: str
    privacy_level: str
    comment_off: bool
    duet_off: bool
    stitch_off: bool
    brand_content: bool
    brand_organic: bool
    is_aigc: bool
    cover_ms: int | None
    video_size: int
    chunk_size: int
    total_chunk_count: int
    created_at: float
    url_expires_at: float
    uploaded_bytes: int = 0
    status: str = "uploading"
    fail_reason: str | None = None
    ready_at: float | None = None
    finished_at: float | None = None
    public_at: float | None = None
    post_id: int | None = None
    video_ms: int | None = None
    sha256: str | None = None
    container: str | None = None
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    kind: str = "video"
    mode: str = "direct"
    source: str = "upload"
    title: str = ""
    auto_add_music: bool = False
    urls: str = "[]"
    photo_count: int = 0
    cover_index: int = 0
    downloaded_bytes: int = 0
    discarded_at: float | None = None
    deleted_at: float | None = None
    hidden_at: float | None = None

    @property
    def file_names(self) -> list[str]:
        """The files this post is made of, in the post's folder."""
        return ["video"] if self.kind == "video" else [f"photo-{number:02d}" for number in range(self.photo_count)]

    @property
    def words(self) -> str:
        """All that people read with it: a post of photos has a title and a description."""
        return " · ".join(text for text in (self.title, self.caption) if text)

    @property
    def plan(self) -> Plan:
        return Plan(self.video_size, self.chunk_size, self.total_chunk_count)

    def is_out(self, now: float) -> bool:
        """Tell whether moderation let it out to the public."""
        return self.post_id is not None and self.public_at is not None and self.public_at <= now

    def is_listed(self, now: float) -> bool:
        """Tell whether the public sees it."""
        return self.is_out(now) and self.hidden_at is None


COLUMNS = tuple(field.name for field in fields(Post))


def _read(row: Row) -> Post:
    values: dict[str, Any] = {name: bool(row[name]) if name in FLAGS else row[name] for name in COLUMNS}
    return Post(**values)


def insert_sql() -> str:
    names = ", ".join(COLUMNS)
    return f"INSERT INTO posts ({names}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608  our names


def find_post(store: Store, publish_id: str) -> Post | None:
    row = store.row("SELECT * FROM posts WHERE publish_id = ?", (publish_id,))
    return _read(row) if row else None


def find_upload(store: Store, upload_id: str, upload_token: str) -> Post | None:
    """Return the post an upload address belongs to; both halves of it must be right."""
    sql = "SELECT * FROM posts WHERE upload_id = ? AND upload_token_digest = ?"
    row = store.row(sql, (upload_id, digest_of(upload_token)))
    return _read(row) if row else None


def parse_post_id(text: str) -> int | None:
    """Return the post id that a text is, or None when it can be none."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_ID):
        return None
    return number if (number := int(text)) <= LARGEST_ID else None


def find_by_post_id(store: Store, post_id: int) -> Post | None:
    row = store.row("SELECT * FROM posts WHERE post_id = ?", (post_id,))
    return _read(row) if row else None


def list_processing(store: Store) -> list[Post]:
    """Return the posts that are being pulled or examined."""
    return [_read(row) for row in store.rows("SELECT * FROM posts WHERE status IN ('downloading', 'processing')")]


def list_unfinished(store: Store, client_key: str, handle: str) -> list[Post]:
    """Return what the app has under way for an account."""
    sql = (
        "SELECT * FROM posts WHERE client_key = ? AND handle = ? "
        "AND status IN ('uploading', 'downloading', 'processing') ORDER BY created_at"
    )
    return [_read(row) for row in store.rows(sql, (client_key, handle))]


def list_of_account(store: Store, handle: str) -> list[Post]:
    """Return everything sent to an account, newest first."""
    sql = "SELECT * FROM posts WHERE handle = ? ORDER BY created_at DESC, publish_id DESC"
    return [_read(row) for row in store.rows(sql, (handle,))]


def count_complete(store: Store) -> dict[str, int]:
    rows = store.rows("SELECT handle, count(*) AS n FROM posts WHERE status = 'complete' GROUP BY handle")
    return {row["handle"]: row["n"] for row in rows}


def count_recent(store: Store, handle: str, *, now: float, since: float) -> int:
    """Count the posts that weigh on the daily cap: not the failed ones, nor uploads that died unfinished."""
    row = store.row(
        "SELECT count(*) AS n FROM posts WHERE handle = ? AND created_at > ? AND status <> 'failed' AND mode = 'direct' "
        "AND NOT (status = 'uploading' AND url_expires_at <= ?)",
        (handle, since, now),
    )
    return row["n"] if row else 0


def count_pending_drafts(store: Store, handle: str, *, now: float, since: float) -> int:
    """Count the drafts on their way or in the inbox: not the failed, posted and discarded ones."""
    row = store.row(
        "SELECT count(*) AS n FROM posts WHERE handle = ? AND created_at > ? AND mode = 'draft' "
        "AND status NOT IN ('failed', 'complete') AND discarded_at IS NULL "
        "AND NOT (status = 'uploading' AND url_expires_at <= ?)",
        (handle, since, now),
    )
    return row["n"] if row else 0


def recent_creators(store: Store, client_key: str, since: float) -> set[str]:
    """Return who posted directly through the client lately."""
    sql = "SELECT DISTINCT handle FROM posts WHERE client_key = ? AND created_at > ? AND mode = 'direct'"
    return {row["handle"] for row in store.rows(sql, (client_key, since))}


def new_digits() -> str:
    """Make the nineteen digits of a publish id."""
    return str(10**18 + secrets.randbelow(9 * 10**18))


def new_post_id(now: float) -> int:
    """Make a post id as TikTok does: the second in the upper 32 bits; nineteen digits until the year 2043."""
    return (int(now) << 32) | secrets.randbits(32)
