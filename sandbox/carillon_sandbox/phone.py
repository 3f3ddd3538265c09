"""What the owner of an account does in TikTok's own app, beyond the rules: leave an app, delete a post."""

from collections.abc import Mapping

from .grants import handles_connected, revoke_account
from .sandbox import Sandbox

FIND_POST = (
    "SELECT publish_id, post_id FROM posts WHERE handle = ? AND status = 'complete' "
    "AND (publish_id = ? OR CAST(post_id AS TEXT) = ?) AND publish_id NOT IN (SELECT publish_id FROM removed_posts)"
)
REASON_DISCONNECTED = 1  # TikTok's number for "the user disconnected in TikTok"


def remove_app(sandbox: Sandbox, handle: str, *, reason: int = REASON_DISCONNECTED) -> bool:
    """Remove the app from an account: its tokens are dead, what was under way fails; False when there was none."""
    now, store, key = sandbox.now(), sandbox.store, sandbox.client.key
    if handle not in handles_connected(store, key, now):
        return False
    sql = (
        "UPDATE posts SET status = 'failed', fail_reason = 'auth_removed', finished_at = ? "
        "WHERE publish_id = ? AND status IN ('uploading', 'downloading', 'processing')"
    )
    unfinished = (
        "SELECT publish_id FROM posts WHERE handle = ? AND status IN ('uploading', 'downloading', 'processing')"
    )
    with store.change() as change:
        revoke_account(change, key, handle, now)
        change.record("authorization.removed", now, handle=handle, client_key=key, reason=reason)
        for row in store.rows(unfinished, (handle,)):
            change.run(sql, (now, row["publish_id"]))
            facts: Mapping[str, str] = {"publish_id": row["publish_id"], "fail_reason": "auth_removed"}
            change.record("post.failed", now, **facts, handle=handle)
    return True


def delete_post(sandbox: Sandbox, handle: str, named: str) -> bool:
    """Delete a video by its post id or, when it has none, its publish id; False when the account has no such video."""
    now, store = sandbox.now(), sandbox.store
    with store.change() as change:
        sql = "UPDATE app_videos SET removed_at = ? WHERE handle = ? AND post_id = ? AND removed_at IS NULL"
        if change.run(sql, (now, handle, named)):
            change.record("post.deleted", now, handle=handle, post_id=named, publish_id=None)
            return True
        row = store.row(FIND_POST, (handle, named, named))
        if row is None:
            return False
        change.run("UPDATE posts SET public_at = NULL WHERE publish_id = ?", (row["publish_id"],))
        change.run("INSERT INTO removed_posts VALUES (?, ?)", (row["publish_id"], now))
        post_id = None if row["post_id"] is None else str(row["post_id"])
        change.record("post.deleted", now, handle=handle, post_id=post_id, publish_id=row["publish_id"])
    return True


def list_removed(sandbox: Sandbox, handle: str) -> set[str]:
    """Return the publish ids of the posts that the account's owner deleted."""
    sql = "SELECT publish_id FROM removed_posts JOIN posts USING (publish_id) WHERE handle = ?"
    return {row["publish_id"] for row in sandbox.store.rows(sql, (handle,))}
