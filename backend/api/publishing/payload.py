"""What is sent to TikTok for a publication, frozen when its first session opens. Pure."""

from typing import Any

from api.media.models import MediaAsset
from api.publishing.models import Publication
from tiktok.bodies import FileUpload, PostInfo, VideoInit
from tiktok.upload_plan import UploadPlan


def freeze(publication: Publication, asset: MediaAsset) -> dict[str, Any]:
    """Return the caption, the choices and the file as they are now; later edits no longer reach this publication."""
    post_info = PostInfo(
        title=publication.post.caption,
        privacy_level=publication.privacy_level,
        disable_comment=not publication.allow_comment,
        disable_duet=not publication.allow_duet,
        disable_stitch=not publication.allow_stitch,
        brand_content_toggle=publication.disclosure and publication.branded_content,
        brand_organic_toggle=publication.disclosure and publication.your_brand,
        is_aigc=publication.is_aigc,
    )
    media = {
        "asset_id": str(asset.pk),
        "sha256": asset.sha256,
        "size_bytes": asset.size_bytes,
        "mime_type": asset.mime_type,
    }
    return {"post_info": post_info.model_dump(mode="json"), "media": media}


def build_init(payload: dict[str, Any], plan: UploadPlan) -> VideoInit:
    """Return the body of `video/init` for a frozen payload."""
    source = FileUpload(video_size=plan.size, chunk_size=plan.chunk_size, total_chunk_count=plan.count)
    return VideoInit(post_info=PostInfo.model_validate(payload["post_info"]), source_info=source)
