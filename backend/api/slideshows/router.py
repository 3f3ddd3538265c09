"""A slideshow's video: how far it is, calling it off, making it again, looking at it. Making one is part of composing a post."""

from uuid import UUID

from ninja import Router, Status

from api.media.schemas import MediaAssetOut
from api.slideshows import services
from api.slideshows.models import Slideshow
from api.slideshows.schemas import SlideshowPreviewOut, SlideshowStatusOut
from api.slideshows.selectors import get_slideshow
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.get("/{uuid:post_id}/status", response={200: SlideshowStatusOut, **REFUSALS}, operation_id="getSlideshowStatus")
def get_status(request: AuthedRequest, post_id: UUID) -> SlideshowStatusOut:
    """Say how far a slideshow's conversion is, and why there is no video, if so."""
    return SlideshowStatusOut.of(_find(request, post_id))


@router.post("/{uuid:post_id}/retry", response={202: SlideshowStatusOut, **REFUSALS}, operation_id="retrySlideshow")
def retry(request: AuthedRequest, post_id: UUID) -> Status[SlideshowStatusOut]:
    """Make a failed slideshow's video again; what came of the last time is deleted."""
    services.retry(_find(request, post_id))
    return Status(202, SlideshowStatusOut.of(_find(request, post_id)))


@router.post("/{uuid:post_id}/cancel", response={200: SlideshowStatusOut, **REFUSALS}, operation_id="cancelSlideshow")
def cancel(request: AuthedRequest, post_id: UUID) -> SlideshowStatusOut:
    """Call a conversion off; the post and its images stay."""
    services.cancel(_find(request, post_id))
    return SlideshowStatusOut.of(_find(request, post_id))


@router.get("/{uuid:post_id}/preview", response={200: SlideshowPreviewOut, **REFUSALS}, operation_id="previewSlideshow")
def preview(request: AuthedRequest, post_id: UUID) -> SlideshowPreviewOut:
    """Return the video as it will be sent, with the times at which each image is seen."""
    slideshow = _find(request, post_id)
    if slideshow.result is None:
        raise services.NotReady(services.why_not_ready(slideshow))
    return SlideshowPreviewOut.of(slideshow, MediaAssetOut.of(slideshow.result))


def _find(request: AuthedRequest, post_id: UUID) -> Slideshow:
    return get_slideshow(workspace=request.auth.workspace, post_id=post_id)
