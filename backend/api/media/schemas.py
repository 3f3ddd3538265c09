"""What media look like from outside."""

from datetime import datetime
from uuid import UUID

from ninja import Schema

from api.media.fix_schemas import VerdictOut
from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.media.verdicts import judge
from core.sentences.answer import Sentence

PREFIX = "/api/v1/media"


def thumbnail_path(asset_id: UUID) -> str:
    """Return where a file's small picture is; only of one that has a picture."""
    return f"{PREFIX}/{asset_id}/thumbnail"


class RejectionOut(Schema):
    """Why the file cannot be used at all: a code, and a sentence."""

    code: str
    message: Sentence


class FilmstripOut(Schema):
    """Frames of a video beside each other in one JPEG: how many, and each one's size in pixels."""

    url: str
    frames: int
    width: int
    height: int


class MediaAssetOut(Schema):
    """
    A stored file; sizes in bytes and pixels as shown, durations in milliseconds, null until it was measured.

    `verdict` is what TikTok would say on any account, null while nobody knows; `origin_id` the file this one was made from.
    `file_path` names the file in a slideshow as well as its id does; it is no address. `uploaded_by` is told of the files of a
    library alone, null elsewhere.
    """

    id: UUID
    file_name: str
    kind: MediaKind
    mime_type: str
    size_bytes: int
    sha256: str
    status: AssetStatus
    rejection: RejectionOut | None
    duration_ms: int | None
    width: int | None
    height: int | None
    frame_rate: float | None
    video_codec: str | None
    thumbnail_url: str | None
    file_url: str
    file_path: str
    origin_id: UUID | None
    verdict: VerdictOut | None
    tags: list[str]
    filmstrip: FilmstripOut | None
    uploaded_by: str | None
    audio_codec: str | None
    created_at: datetime

    @classmethod
    def of(cls, asset: MediaAsset, *, with_uploader: bool = False) -> "MediaAssetOut":
        names = (
            "file_name",
            "kind",
            "mime_type",
            "size_bytes",
            "sha256",
            "status",
            "duration_ms",
            "width",
            "height",
            "frame_rate",
            "tags",
        )
        fields: dict[str, object] = {name: getattr(asset, name) for name in (*names, "created_at")}
        rejected = {"code": asset.rejection_code, "message": asset.rejection_message}
        return cls.model_validate(
            fields
            | {
                "id": asset.pk,
                "origin_id": asset.origin_id,
                "verdict": VerdictOut.of(judge(asset)) if asset.status == AssetStatus.READY else None,
                "rejection": rejected if asset.rejection_code else None,
                "video_codec": asset.video_codec or None,
                "audio_codec": asset.audio_codec or None,
                "filmstrip": {"url": f"{PREFIX}/{asset.pk}/filmstrip"} | asset.filmstrip if asset.filmstrip else None,
                "uploaded_by": (asset.uploaded_by.name or None) if with_uploader and asset.uploaded_by else None,
                "thumbnail_url": thumbnail_path(asset.pk) if asset.has_thumbnail else None,
                "file_url": f"{PREFIX}/{asset.pk}/file",
                "file_path": asset.file_key,
            }
        )


class MediaPage(Schema):
    items: list[MediaAssetOut]
    next_cursor: str | None


class UploadOut(Schema):
    """An upload that was started; send its bytes to `location` with PATCH (tus 1.0)."""

    id: UUID
    location: str


class FormatsOut(Schema):
    """What TikTok takes (tiktok-api §5.3); durations per account come from creator-info. Photos are made into JPEG here."""

    mime_types: list[str]
    photo_mime_types: list[str]
    video_codecs: list[str]
    max_size_bytes: int
    min_frame_rate: float
    max_frame_rate: float
    min_side_px: int
    max_side_px: int
    max_duration_ms: int
