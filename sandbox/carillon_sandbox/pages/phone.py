"""What the owner of an account does in TikTok's own app with their videos."""

from carillon_sandbox.posting.endings import delete_post
from carillon_sandbox.posting.posts import find_by_post_id, find_post, parse_post_id
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.app_videos import remove_video


def delete_video(sandbox: Sandbox, named: str) -> bool:
    """Delete a video by its post id or its publish id, whoever made it; False when no profile has it."""
    post_id = parse_post_id(named)
    if post_id is not None and remove_video(sandbox.store, post_id, sandbox.now()):
        return True
    post = find_post(sandbox.store, named) if post_id is None else find_by_post_id(sandbox.store, post_id)
    if post is None or post.status != "complete" or post.deleted_at is not None:
        return False
    delete_post(sandbox, post)
    return True
