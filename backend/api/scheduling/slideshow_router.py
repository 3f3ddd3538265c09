"""Slideshow posts as people work with them: composing and changing. The video's own way is in `slideshows/router.py`."""

from uuid import UUID

from django.utils import timezone
from ninja import Router, Status

from api.posts.models import Post, PostKind
from api.posts.selectors import list_posts
from api.publishing.selectors import with_publications
from api.scheduling import services
from api.scheduling.schemas import PostOut
from api.scheduling.slideshow_schemas import SlideshowCreateIn
from api.scheduling.slideshow_services import find_images
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import NotFound
from core.idempotency import run_once
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.post("", response={201: PostOut, **REFUSALS}, operation_id="createSlideshow")
def create_slideshow(request: AuthedRequest, slideshow_in: SlideshowCreateIn) -> Status[PostOut]:
    """Save a slideshow post and have its video made; the answer comes at once, with the conversion `pending`."""

    def run() -> PostOut:
        return _show(request, _compose(request, slideshow_in, None).pk)

    return Status(201, run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=PostOut))


@router.put("/{uuid:post_id}", response={200: PostOut, **REFUSALS}, operation_id="updateSlideshow")
def update_slideshow(request: AuthedRequest, post_id: UUID, slideshow_in: SlideshowCreateIn) -> PostOut:
    """Change a slideshow post that has not gone to TikTok; its video is made anew when what is seen in it changed."""
    post = _find(request, post_id)
    _compose(request, slideshow_in, post)
    return _show(request, post_id)


def _compose(request: AuthedRequest, slideshow_in: SlideshowCreateIn, post: Post | None) -> Post:
    named = [(image.media_id, image.file_path) for image in slideshow_in.images]
    media_ids = find_images(workspace=request.auth.workspace, named=named)
    composition = slideshow_in.to_composition(media_ids)
    return services.compose(member=request.auth, composition=composition, post=post, now=timezone.now())


def _find(request: AuthedRequest, post_id: UUID) -> Post:
    post = with_publications(list_posts(request.auth.workspace)).filter(pk=post_id).first()
    if post is None:
        raise NotFound("There is no such post in this workspace.")
    return post


def _show(request: AuthedRequest, post_id: UUID) -> PostOut:
    post = _find(request, post_id)
    if post.kind != PostKind.SLIDESHOW:
        raise NotFound("There is no such slideshow in this workspace.")
    return PostOut.of(post)
