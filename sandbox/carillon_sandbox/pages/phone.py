"""What the owner of an account does in TikTok's own app with their videos."""

from carillon_sandbox.posting.endings import delete_post, hide_post
from carillon_sandbox.posting.posts import Post, find_by_post_id, find_post, parse_post_id
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.app_videos import hide_video, remove_video


def delete_video(sandbox: Sandbox, named: str) -> bool:
    """Delete a video by its post id or its publish id, whoever made it; False when no profile has it."""
    post_id = parse_post_id(named)
    if post_id is not None and remove_video(sandbox.store, post_id, sandbox.now()):
        return True
    post = _find_on_profile(sandbox, named)
    if post is None:
        return False
    delete_post(sandbox, post)
    return True


def hide(sandbox: Sandbox, named: str, *, hidden: bool) -> bool:
    """Take a public video out of sight or put it back, by its post id or its publish id; False when there is none."""
    post_id = parse_post_id(named)
    if post_id is not None and hide_video(sandbox.store, post_id, sandbox.now(), hidden=hidden):
        return True
    post = _find_on_profile(sandbox, named)
    if post is None or post.post_id is None:
        return False
    hide_post(sandbox, post, hidden=hidden)
    return True


def _find_on_profile(sandbox: Sandbox, named: str) -> Post | None:
    post_id = parse_post_id(named)
    post = find_post(sandbox.store, named) if post_id is None else find_by_post_id(sandbox.store, post_id)
    return post if post is not None and post.status == "complete" and post.deleted_at is None else None
