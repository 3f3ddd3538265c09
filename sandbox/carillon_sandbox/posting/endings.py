"""How a post ends: on the profile, in the inbox, refused, cancelled or taken down again."""

from dataclasses import replace

from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.store import Change
from carillon_sandbox.webhooks.events import forget_availability, tell_of_post
from carillon_sandbox.webhooks.rules import AVAILABLE, COMPLETE, DELIVERED, FAILED, NO_LONGER
from carillon_sandbox.world.accounts import PUBLIC, take_next
from carillon_sandbox.world.app_videos import next_video_ms

from .media_rules import Facts
from .posts import Post, find_post, new_post_id
from .stages import forced_failure, moderation_end


def end_post(sandbox: Sandbox, post: Post, facts: Facts | None, reason: str | None) -> None:
    """Let a processed post end as its file, its account's knobs and the fault rules would have it."""
    current = find_post(sandbox.store, post.publish_id)
    if current is None or current.status != "processing":
        return  # it failed while it waited: no knob and no rule is used up by it
    reason = reason or take_next(sandbox.store, post.handle, "next_fail_reason")
    reason = reason or forced_failure(sandbox, post.handle)
    if reason or facts is None:
        fail_post(sandbox, post, facts, reason or "internal")
    elif post.mode == "draft":
        deliver_draft(sandbox, post, facts)
    else:
        publish(sandbox, post, post.privacy_level, facts)


def deliver_draft(sandbox: Sandbox, post: Post, facts: Facts) -> None:
    """Put the draft in the person's inbox, which is as far as an app can bring it."""
    now = sandbox.now()
    with sandbox.store.change() as change:
        if _leave(change, post, "inbox", facts):
            change.run("UPDATE posts SET finished_at = ? WHERE publish_id = ?", (now, post.publish_id))
            change.record("draft.delivered", now, **_facts_of(post))
            tell_of_post(change, sandbox, post, DELIVERED)


def publish(sandbox: Sandbox, post: Post, privacy: str, facts: Facts | None = None) -> None:
    """
    Give a post its place on the profile; one for everyone is shown with its id once moderation is through.

    `facts` come from processing; a draft that its owner posts has had them since it was delivered.
    """
    now = sandbox.now()
    # Asked first: a fault rule that is used up by it makes a change of its own.
    public_at = moderation_end(sandbox, post.handle, now) if privacy == PUBLIC else None
    with sandbox.store.change() as change:
        if facts is None or _leave(change, post, "complete", facts):
            _put_on_profile(change, sandbox, replace(post, privacy_level=privacy, public_at=public_at), now)


def _put_on_profile(change: Change, sandbox: Sandbox, post: Post, now: float) -> None:
    post_id = new_post_id(now) if post.privacy_level == PUBLIC else None  # a private post never gets one
    video_ms = next_video_ms(sandbox.store, post.handle, now)
    sql = (
        "UPDATE posts SET status = 'complete', privacy_level = ?, finished_at = ?, post_id = ?, public_at = ?, "
        "video_ms = ? WHERE publish_id = ?"
    )
    change.run(sql, (post.privacy_level, now, post_id, post.public_at, video_ms, post.publish_id))
    shown = str(post_id) if post_id is not None else None
    change.record("post.completed", now, post_id=shown, **_facts_of(post))
    tell_of_post(change, sandbox, post, COMPLETE, at=now)
    if post.public_at is not None:
        tell_of_post(change, sandbox, post, AVAILABLE, at=post.public_at, post_id=shown)


def fail_post(sandbox: Sandbox, post: Post, facts: Facts | None, reason: str) -> bool:
    """End a post that is under way; False when it had ended already."""
    with sandbox.store.change() as change:
        return fail_within(change, sandbox, post, facts, reason)


def fail_within(change: Change, sandbox: Sandbox, post: Post, facts: Facts | None, reason: str) -> bool:
    """Do the same inside a change that does more."""
    now = sandbox.now()
    if not _leave(change, post, "failed", facts):
        return False
    sql = "UPDATE posts SET fail_reason = ?, finished_at = ?, urls = '[]' WHERE publish_id = ?"
    change.run(sql, (reason, now, post.publish_id))
    change.record("post.failed", now, publish_id=post.publish_id, fail_reason=reason, handle=post.handle)
    tell_of_post(change, sandbox, post, FAILED, reason=reason)
    return True


def cancel_post(sandbox: Sandbox, post: Post) -> bool:
    """Stop a download at the app's wish; False when none is under way."""
    if post.status != "downloading" or not fail_post(sandbox, post, None, "publish_cancelled"):
        return False
    with sandbox.store.change() as change:
        change.record("post.cancelled", sandbox.now(), publish_id=post.publish_id, handle=post.handle)
    return True


def delete_post(sandbox: Sandbox, post: Post) -> None:
    """Take a post off the profile, as its owner can at any time."""
    now = sandbox.now()
    with sandbox.store.change() as change:
        sql = "UPDATE posts SET deleted_at = ?, public_at = NULL WHERE publish_id = ?"
        change.run(sql, (now, post.publish_id))
        shown = None if post.post_id is None else str(post.post_id)
        change.record("post.deleted", now, publish_id=post.publish_id, post_id=shown, handle=post.handle)
        if post.is_listed(now):
            tell_of_post(change, sandbox, post, NO_LONGER, post_id=str(post.post_id))
        else:
            forget_availability(change, post)


def hide_post(sandbox: Sandbox, post: Post, *, hidden: bool) -> None:
    """Keep a post for everyone from the public, or let it be seen again; asking twice changes nothing."""
    if (post.hidden_at is not None) == hidden:
        return
    now, shown = sandbox.now(), str(post.post_id)
    with sandbox.store.change() as change:
        sql = "UPDATE posts SET hidden_at = ? WHERE publish_id = ?"
        change.run(sql, (now if hidden else None, post.publish_id))
        facts = {"publish_id": post.publish_id, "post_id": shown, "handle": post.handle}
        change.record("post.hidden" if hidden else "post.shown", now, **facts)
        if post.is_listed(now):
            tell_of_post(change, sandbox, post, NO_LONGER, post_id=shown)
        elif hidden:
            forget_availability(change, post)
        elif post.public_at is not None:
            tell_of_post(change, sandbox, post, AVAILABLE, at=max(now, post.public_at), post_id=shown)


def _leave(change: Change, post: Post, status: str, facts: Facts | None) -> bool:
    """Move a post out of what is under way, once, and keep what was found out about its file."""
    sql = (
        "UPDATE posts SET status = ?, container = ?, width = ?, height = ?, duration_ms = ? "
        "WHERE publish_id = ? AND status IN ('uploading', 'downloading', 'processing')"
    )
    shape = (facts.container, facts.width, facts.height, facts.duration_ms) if facts else (None,) * 4
    return change.run(sql, (status, *shape, post.publish_id)) == 1


def _facts_of(post: Post) -> dict[str, object]:
    return {"publish_id": post.publish_id, "handle": post.handle, "sha256": post.sha256}
