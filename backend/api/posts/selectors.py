"""Finding posts; always within a workspace, deleted ones never."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from api.posts.models import Post, PostMedia
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_posts(workspace: Workspace) -> "QuerySet[Post]":
    """Return the workspace's posts with their media: two queries."""
    places = PostMedia.objects.select_related("asset").order_by("order")
    posts = Post.objects.filter(workspace=workspace, deleted_at=None)
    return posts.prefetch_related(Prefetch("places", places))


def get_post(*, workspace: Workspace, post_id: UUID) -> Post:
    """
    Return one post with its media.

    :raises NotFound: when it is unknown, deleted or another workspace's
    """
    post = list_posts(workspace).filter(pk=post_id).first()
    if post is None:
        raise NotFound("There is no such post in this workspace.")
    return post
