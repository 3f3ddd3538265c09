"""What the owner of an account does in TikTok's own app, beyond the rules: leave an app, delete a post."""

from collections.abc import Mapping

from .grants import handles_connected, revoke_account
from .sandbox import Sandbox

REASON_DISCONNECTED = 1  # TikTok's number for "the user disconnected in TikTok"


def remove_app(sandbox: Sandbox, handle: str, *, reason: int = REASON_DISCONNECTED) -> bool:
    """Remove the app from an account: its tokens are dead, what was under way fails; False when there was none."""
    now, store, key = sandbox.now(), sandbox.store, sandbox.client.key
    if handle not in handles_connected(store, key, now):
        return False
    sql = (
        "UPDATE posts SET status = 'failed', fail_reason = 'auth_removed', finished_at = ? "
        "WHERE publish_id = ? AND status IN ('uploading', 'processing')"
    )
    unfinished = "SELECT publish_id FROM posts WHERE handle = ? AND status IN ('uploading', 'processing')"
    with store.change() as change:
        revoke_account(change, key, handle, now)
        change.record("auth.removed", now, handle=handle, reason=reason)
        for row in store.rows(unfinished, (handle,)):
            change.run(sql, (now, row["publish_id"]))
            facts: Mapping[str, str] = {"publish_id": row["publish_id"], "fail_reason": "auth_removed"}
            change.record("post.failed", now, **facts, handle=handle)
    return True
