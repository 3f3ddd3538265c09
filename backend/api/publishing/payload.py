"""What is sent to TikTok for a publication, frozen when its first session opens. Pure."""

from collections.abc import Sequence
from typing import Any

from api.accounts.models import PostMode
from api.media.models import MediaAsset
from api.publishing.models import Publication
from tiktok import bodies
from tiktok.bodies import (
    FileUpload,
    InboxInit,
    PhotoDraftInfo,
    PhotoInit,
    PhotoPostInfo,
    PhotoPull,
    PostInfo,
    VideoInit,
)
from tiktok.upload_plan import UploadPlan


def freeze(publication: Publication, asset: MediaAsset) -> dict[str, Any]:
    """
    Return the caption, the choices and the file as they are now; later edits no longer reach this publication.

    A draft takes the file and nothing else: the rest is chosen in the TikTok app.
    """
    media = {
        "asset_id": str(asset.pk),
        "sha256": asset.sha256,
        "size_bytes": asset.size_bytes,
        "mime_type": asset.mime_type,
    }
    if publication.post_mode == PostMode.MEDIA_UPLOAD:
        return {"post_mode": publication.post_mode, "caption": publication.caption, "media": media}
    post_info = PostInfo(
        title=publication.caption,
        privacy_level=publication.privacy_level,
        disable_comment=not publication.allow_comment,
        disable_duet=not publication.allow_duet,
        disable_stitch=not publication.allow_stitch,
        brand_content_toggle=publication.disclosure and publication.branded_content,
        brand_organic_toggle=publication.disclosure and publication.your_brand,
        is_aigc=publication.is_aigc,
        video_cover_timestamp_ms=publication.post.cover_ms,
    )
    return {"post_info": post_info.model_dump(mode="json"), "media": media}


def build_init(payload: dict[str, Any], plan: UploadPlan) -> VideoInit | InboxInit:
    """Return the body of `video/init`, or of `inbox/video/init`, for a frozen payload."""
    source = FileUpload(video_size=plan.size, chunk_size=plan.chunk_size, total_chunk_count=plan.count)
    if payload.get("post_mode") == PostMode.MEDIA_UPLOAD:
        return InboxInit(source_info=source)
    return VideoInit(post_info=PostInfo.model_validate(payload["post_info"]), source_info=source)


def freeze_photos(publication: Publication, photos: Sequence[MediaAsset]) -> dict[str, Any]:
    """Return texts, choices and photos as they are now; `sha256` and `size_bytes` are of the JPEG that TikTok gets."""
    post = publication.post
    texts = {"title": post.title, "description": publication.caption}
    if publication.post_mode == PostMode.MEDIA_UPLOAD:
        info: PhotoDraftInfo | PhotoPostInfo = PhotoDraftInfo(**texts)
    else:
        info = PhotoPostInfo(
            **texts,
            privacy_level=publication.privacy_level,
            disable_comment=not publication.allow_comment,
            auto_add_music=publication.auto_add_music,
            brand_content_toggle=publication.disclosure and publication.branded_content,
            brand_organic_toggle=publication.disclosure and publication.your_brand,
        )
    return {
        "post_mode": publication.post_mode,
        "post_info": info.model_dump(mode="json"),
        "cover_index": post.cover_index,
        "photos": [
            {"asset_id": str(photo.pk), "sha256": photo.photo_sha256, "size_bytes": photo.photo_size_bytes}
            for photo in photos
        ],
    }


def build_photo_init(payload: dict[str, Any], urls: Sequence[str]) -> PhotoInit:
    """Return the body of `content/init` for a frozen payload, to be fetched from `urls`."""
    is_draft = payload["post_mode"] == PostMode.MEDIA_UPLOAD
    info = (PhotoDraftInfo if is_draft else PhotoPostInfo).model_validate(payload["post_info"])
    source = PhotoPull(photo_images=list(urls), photo_cover_index=payload["cover_index"])
    return PhotoInit(post_mode=bodies.PostMode(payload["post_mode"]), post_info=info, source_info=source)
