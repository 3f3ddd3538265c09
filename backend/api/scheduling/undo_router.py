"""Deleting many posts at once, and taking a deletion back."""

from uuid import UUID

from django.utils import timezone
from ninja import Router

from api.scheduling import delete_services
from api.scheduling.undo_schemas import OVER, UNKNOWN, ManyPostsIn, PostRestoredOut, PostsDeletedOut, PostsRestoredOut
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import NotFound
from core.idempotency import run_once
from core.problem_schema import REFUSALS
from core.undo import UndoOver

router = Router(auth=member_auth)


@router.post("/bulk/delete", response={200: PostsDeletedOut, **REFUSALS}, operation_id="deletePosts")
def delete_posts(request: AuthedRequest, many: ManyPostsIn) -> PostsDeletedOut:
    """Delete posts, as deleting each of them does; one that TikTok is processing stays. A repeated key gives the first answer."""

    def run() -> PostsDeletedOut:
        done = delete_services.delete_posts(member=request.auth, post_ids=many.post_ids, now=timezone.now())
        return PostsDeletedOut.of(done)

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=PostsDeletedOut)


@router.post("/bulk/restore", response={200: PostsRestoredOut, **REFUSALS}, operation_id="restorePosts")
def restore_posts(request: AuthedRequest, many: ManyPostsIn) -> PostsRestoredOut:
    """Take deleted posts back within 10 minutes, each as far as it goes. A repeated key gives the first answer."""

    def run() -> PostsRestoredOut:
        done = delete_services.restore_posts(member=request.auth, post_ids=many.post_ids, now=timezone.now())
        ids = dict.fromkeys(many.post_ids)
        return PostsRestoredOut(items=[PostRestoredOut.of(post_id, done) for post_id in ids])

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=PostsRestoredOut)


@router.post("/{uuid:post_id}/restore", response={200: PostRestoredOut, **REFUSALS}, operation_id="restorePost")
def restore_post(request: AuthedRequest, post_id: UUID) -> PostRestoredOut:
    """
    Take a deleted post back within 10 minutes. What was scheduled for a time to come is scheduled again, if the rules allow it.

    Where they do not, or the time has passed, it comes back as a draft; doing it twice changes nothing.
    """
    done = delete_services.restore_posts(member=request.auth, post_ids=[post_id], now=timezone.now())
    if post_id in done.over:
        raise UndoOver(OVER)
    if post_id not in done.undone:
        raise NotFound(UNKNOWN)
    return PostRestoredOut.of(post_id, done)
