"""Finding posts; always within a workspace, deleted ones never."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from api.posts.models import Post, PostMedia
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_posts(workspace: Workspace) -> "QuerySet[Post]":
    """Return the workspace's posts with their media: two queries."""
    places = PostMedia.objects.select_related("asset").order_by("order")
    posts = Post.objects.filter(workspace=workspace, deleted_at=None)
    return posts.prefetch_related(Prefetch("places", places))


def list_posts_with(workspace: Workspace, asset_id: UUID) -> "QuerySet[Post]":
    """Return the workspace's posts that have a file, as it is or in a slideshow, to be seen or heard."""
    seen = Q(pk__in=PostMedia.objects.filter(asset_id=asset_id).values("post_id"))
    return Post.objects.filter(seen | Q(slideshow__music=asset_id), workspace=workspace, deleted_at=None)


def find_holders(asset_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """Return, for each file that posts have, the ids of those posts, the newest first; one query."""
    seen = PostMedia.objects.filter(asset_id__in=asset_ids, post__deleted_at=None).order_by()
    heard = Post.objects.filter(slideshow__music__in=asset_ids, deleted_at=None).order_by()
    pairs = seen.values_list("asset_id", "post_id").union(heard.values_list("slideshow__music", "pk"))
    holders: dict[UUID, list[UUID]] = {}
    for asset_id, post_id in sorted(pairs, key=lambda pair: pair[1], reverse=True):
        holders.setdefault(asset_id, []).append(post_id)
    return holders


def get_post(*, workspace: Workspace, post_id: UUID) -> Post:
    """
    Return one post with its media.

    :raises NotFound: when it is unknown, deleted or another workspace's
    """
    post = list_posts(workspace).filter(pk=post_id).first()
    if post is None:
        raise NotFound("There is no such post in this workspace.")
    return post
