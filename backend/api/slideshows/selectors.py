"""Finding slideshows; always within a workspace, those of deleted posts never."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from api.posts.models import PostMedia
from api.slideshows.models import Slideshow
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_slideshows(workspace: Workspace) -> "QuerySet[Slideshow]":
    """Return the workspace's slideshows with their images and videos: two queries, however many images."""
    images = PostMedia.objects.filter(is_slideshow_source=True).select_related("asset").order_by("order")
    found = Slideshow.objects.filter(workspace=workspace, post__deleted_at=None)
    return found.select_related("post", "result").prefetch_related(Prefetch("post__places", images, to_attr="images"))


def get_slideshow(*, workspace: Workspace, post_id: UUID) -> Slideshow:
    """
    Return a post's slideshow.

    :raises NotFound: when the post is unknown, deleted, another workspace's, or no slideshow
    """
    slideshow = list_slideshows(workspace).filter(post_id=post_id).first()
    if slideshow is None:
        raise NotFound("There is no such slideshow in this workspace.")
    return slideshow


def images_of(slideshow: Slideshow) -> list[PostMedia]:
    """Return its images in their order, from what `list_slideshows` fetched along."""
    images: list[PostMedia] = slideshow.post.images  # type: ignore[attr-defined]  # set by prefetch_related
    return images
