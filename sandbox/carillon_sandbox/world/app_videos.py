"""Videos made in TikTok's own app: nobody uploaded them here, so they have a story but no file."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from itertools import count

from carillon_sandbox.store import Change, Store


@dataclass(frozen=True, slots=True)
class AppVideo:
    """One video of an account's own."""

    post_id: int
    handle: str
    caption: str
    video_ms: int
    width: int
    height: int
    duration_ms: int
    is_aigc: bool


def insert_videos(change: Change, videos: Iterable[AppVideo]) -> None:
    sql = (
        "INSERT INTO app_videos (post_id, handle, caption, video_ms, width, height, duration_ms, is_aigc) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    for video in videos:
        change.run(sql, astuple(video))


def has_history(store: Store, handle: str) -> bool:
    return store.row("SELECT 1 FROM app_videos WHERE handle = ? LIMIT 1", (handle,)) is not None


def next_video_ms(store: Store, handle: str, now: float) -> int:
    """Return the creation time for a new video; an account has no two alike, so that cursors skip none."""
    instant = int(now * 1000)
    # Those that lie ahead of the clock keep their place, and a new one does not wait for them.
    sql = (
        "SELECT video_ms FROM posts WHERE handle = ?1 AND video_ms >= ?2 "
        "UNION SELECT video_ms FROM app_videos WHERE handle = ?1 AND video_ms >= ?2"
    )
    taken = {row["video_ms"] for row in store.rows(sql, (handle, instant))}
    return next(free for free in count(instant) if free not in taken)


def remove_video(store: Store, post_id: int, now: float) -> bool:
    """Take a video off its profile; False when none has it."""
    video = find_video(store, post_id, now)
    if video is None:
        return False
    with store.change() as change:
        change.run("UPDATE app_videos SET removed_at = ? WHERE post_id = ?", (now, post_id))
        change.record("post.deleted", now, publish_id=None, post_id=str(post_id), handle=video.handle)
    return True


def hide_video(store: Store, post_id: int, now: float, *, hidden: bool) -> bool:
    """Keep a video from the public, or let it be seen again; False when no profile has it."""
    video = find_video(store, post_id, now)
    if video is None:
        return False
    # The first time counts, and asking twice changes nothing.
    sql = "UPDATE app_videos SET hidden_at = ? WHERE post_id = ? AND (hidden_at IS NULL) = ?"
    with store.change() as change:
        if change.run(sql, (now if hidden else None, post_id, hidden)) == 1:
            facts = {"publish_id": None, "post_id": str(post_id), "handle": video.handle}
            change.record("post.hidden" if hidden else "post.shown", now, **facts)
    return True


def find_video(store: Store, post_id: int, now: float) -> AppVideo | None:
    """Return a video that is made by now and that its owner has not deleted."""
    names = ", ".join(field.name for field in fields(AppVideo))
    sql = (
        f"SELECT {names} FROM app_videos "  # noqa: S608  our own names
        "WHERE post_id = ? AND removed_at IS NULL AND video_ms <= ? * 1000"
    )
    row = store.row(sql, (post_id, now))
    return AppVideo(**{**dict(row), "is_aigc": bool(row["is_aigc"])}) if row else None
