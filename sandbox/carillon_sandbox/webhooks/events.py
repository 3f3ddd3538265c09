"""Webhooks as they are kept: written in the same change as what they tell of, delivered later."""

from dataclasses import dataclass
from sqlite3 import Row

from carillon_sandbox.config import Client
from carillon_sandbox.login.grants import open_id_of
from carillon_sandbox.posting.posts import Post
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.store import Change, Store

from .rules import AVAILABLE, PUBLISH_TYPES, write_body

LISTED = 500


@dataclass(frozen=True, slots=True)
class Webhook:
    """One delivery: pending, delivered, dropped after 72 hours, or lost on purpose."""

    id: int
    client_key: str
    event: str
    body: str
    publish_id: str | None
    created_at: float
    first_at: float
    due_at: float
    attempts: int
    state: str
    is_held: bool
    last_status: int | None
    last_error: str | None
    ended_at: float | None


def tell_of_post(
    change: Change, sandbox: Sandbox, post: Post, event: str, *, at: float | None = None, **content: object
) -> None:
    """Tell the app what became of its post, or will have become of it at a later instant."""
    whole = {"publish_id": post.publish_id, **content, "publish_type": PUBLISH_TYPES[post.mode]}
    when = sandbox.now() if at is None else at
    open_id = open_id_of(post.client_key, post.handle)
    body = write_body(post.client_key, event, int(when), open_id, whole)
    _queue(change, sandbox, post.client_key, event, body, at=when, publish_id=post.publish_id)


def tell(
    change: Change,
    sandbox: Sandbox,
    client: Client,
    event: str,
    *,
    open_id: str,
    create_time: int,
    content: dict[str, object],
) -> None:
    """Tell the app of something other than a post."""
    body = write_body(client.key, event, create_time, open_id, content)
    _queue(change, sandbox, client.key, event, body, at=sandbox.now(), publish_id=None)


def forget_availability(change: Change, post: Post) -> None:
    """Take back the news that a post will be public: it was deleted before."""
    sql = "DELETE FROM webhooks WHERE publish_id = ? AND event = ? AND state = 'pending'"
    change.run(sql, (post.publish_id, AVAILABLE))


def _queue(
    change: Change, sandbox: Sandbox, client_key: str, event: str, body: str, *, at: float, publish_id: str | None
) -> None:
    client, settings = sandbox.find_client(client_key), sandbox.settings
    if client is None or client.webhook_url is None:
        return
    is_held = settings.webhook_out_of_order and not _holds_one(sandbox.store, client_key)
    due = at + settings.webhook_delay_seconds + (settings.webhook_hold_seconds if is_held else 0.0)
    state = "lost" if settings.webhook_lose else "pending"
    sql = (
        "INSERT INTO webhooks (client_key, event, body, publish_id, created_at, first_at, due_at, state, is_held) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    for _ in range(2 if settings.webhook_duplicate else 1):
        change.run(sql, (client_key, event, body, publish_id, sandbox.now(), due, due, state, is_held))
    sandbox.outgoing.set()


def _holds_one(store: Store, client_key: str) -> bool:
    sql = "SELECT 1 FROM webhooks WHERE client_key = ? AND state = 'pending' AND is_held"
    return store.row(sql, (client_key,)) is not None


def list_due(store: Store, now: float) -> list[Webhook]:
    sql = "SELECT * FROM webhooks WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id"
    return [_read(row) for row in store.rows(sql, (now,))]


def next_instant(store: Store) -> float | None:
    """Return when the next delivery is due; None when nothing waits."""
    row = store.row("SELECT min(due_at) AS due FROM webhooks WHERE state = 'pending'")
    return row["due"] if row else None


def list_webhooks(store: Store, *, after: int) -> list[Webhook]:
    """Return the deliveries with a higher id, oldest first; of very many, the first five hundred."""
    rows = store.rows("SELECT * FROM webhooks WHERE id > ? ORDER BY id LIMIT ?", (after, LISTED))
    return [_read(row) for row in rows]


def _read(row: Row) -> Webhook:
    return Webhook(**{**dict(row), "is_held": bool(row["is_held"])})
