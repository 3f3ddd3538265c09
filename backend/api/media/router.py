"""The library: what was uploaded, its bytes and its thumbnail."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import HttpResponseBase
from django.utils import timezone
from ninja import Query, Router, Status

from api.media import bin_services, selectors, tag_services
from api.media.fix_router import router as fix_router
from api.media.library_router import router as library_router
from api.media.library_schemas import RenameIn, SortIn, WishIn
from api.media.schemas import FormatsOut, MediaAssetOut, MediaPage
from api.media.upload_router import router as upload_router
from api.media.upload_services import MAX_FILE_BYTES
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import NotFound
from core.http_range import serve_range
from core.paging import SortedPageIn, cut_sorted_page
from core.problem_schema import REFUSALS
from video import container, limits, picture

router = Router(auth=member_auth)
router.add_router("/uploads", upload_router)
router.add_router("", fix_router)
router.add_router("", library_router)


@router.get("", response={200: MediaPage, **REFUSALS}, operation_id="listMedia")
def list_media(
    request: AuthedRequest,
    page: Query[SortedPageIn],
    wish: Query[WishIn],
    order: Query[SortIn],
) -> MediaPage:
    """List the workspace's files: the newest, first in the alphabet, largest or longest first."""
    rows = selectors.list_media(request.auth.workspace, wish.to_wish()).select_related("uploaded_by")
    assets, next_cursor = cut_sorted_page(rows, page, selectors.ORDERS[order.sort])
    return MediaPage(items=[MediaAssetOut.of(asset, with_uploader=True) for asset in assets], next_cursor=next_cursor)


@router.get("/supported-formats", response={200: FormatsOut, **REFUSALS}, operation_id="getSupportedFormats")
def supported_formats(request: AuthedRequest) -> FormatsOut:
    """Return what TikTok takes."""
    return FormatsOut(
        mime_types=[kind.mime_type for kind in (container.MP4, container.QUICKTIME, container.WEBM)],
        photo_mime_types=[kind.mime_type for kind in picture.FORMATS],
        video_codecs=list(limits.CODECS),
        max_size_bytes=MAX_FILE_BYTES,
        min_frame_rate=limits.MIN_FPS,
        max_frame_rate=limits.MAX_FPS,
        min_side_px=limits.MIN_SIDE,
        max_side_px=limits.MAX_SIDE,
        max_duration_ms=limits.MAX_DURATION_MS,
    )


@router.get("/{uuid:asset_id}", response={200: MediaAssetOut, **REFUSALS}, operation_id="getMedia")
def get_media(request: AuthedRequest, asset_id: UUID) -> MediaAssetOut:
    """Return one file's facts and verdict."""
    return MediaAssetOut.of(
        selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id), with_uploader=True
    )


@router.patch("/{uuid:asset_id}", response={200: MediaAssetOut, **REFUSALS}, operation_id="renameMedia")
def rename_media(request: AuthedRequest, asset_id: UUID, change: RenameIn) -> MediaAssetOut:
    """Give a file another name."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    tag_services.rename(asset, change.file_name)
    return MediaAssetOut.of(asset, with_uploader=True)


@router.delete("/{uuid:asset_id}", response={204: None, **REFUSALS}, operation_id="deleteMedia")
def delete_media(request: AuthedRequest, asset_id: UUID) -> Status[None]:
    """Delete a file that no post needs; it can be restored within half an hour."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    bin_services.put_away_one(asset, now=timezone.now())
    return Status(204, None)


@router.get(
    "/{uuid:asset_id}/file", response={200: None, 206: None, 416: None, **REFUSALS}, operation_id="getMediaFile"
)
def get_file(request: AuthedRequest, asset_id: UUID) -> HttpResponseBase:
    """Return the bytes, or the one range asked for."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    if not default_storage.exists(asset.file_key):
        raise NotFound("The file is missing from the media storage.")
    stream = default_storage.open(asset.file_key)
    return serve_range(request, stream, size=asset.size_bytes, content_type=asset.mime_type, etag=asset.sha256)


@router.get("/{uuid:asset_id}/thumbnail", response={200: None, **REFUSALS}, operation_id="getMediaThumbnail")
def get_thumbnail(request: AuthedRequest, asset_id: UUID) -> HttpResponseBase:
    """Return a JPEG of at most 480 pixels."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    if not asset.has_thumbnail or not default_storage.exists(asset.thumbnail_key):
        raise NotFound("This file has no thumbnail.")
    stream = default_storage.open(asset.thumbnail_key)
    return serve_range(request, stream, size=stream.size, content_type="image/jpeg", etag=f"{asset.sha256}-480")


@router.get(
    "/{uuid:asset_id}/filmstrip",
    response={200: None, 206: None, 416: None, **REFUSALS},
    operation_id="getMediaFilmstrip",
)
def get_filmstrip(request: AuthedRequest, asset_id: UUID) -> HttpResponseBase:
    """Return frames from all over a video in one JPEG, as `filmstrip` of the file describes it."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    if not asset.filmstrip or not default_storage.exists(asset.filmstrip_key):
        raise NotFound("This file has no filmstrip.")
    stream = default_storage.open(asset.filmstrip_key)
    return serve_range(request, stream, size=stream.size, content_type="image/jpeg", etag=f"{asset.sha256}-strip")
