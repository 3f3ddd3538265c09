"""Opening a stored file once: what it is, and a photo for TikTok made of a picture; on a local copy where that needs one."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction

from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.media.services import drop_photo
from api.media.verdicts import judge
from core.live import announce
from video.photo import make_ready
from video.probe import VideoRejected, probe_video
from video.sound_file import probe_sound

FACTS = ("mime_type", "duration_ms", "width", "height", "frame_rate", "video_codec", "audio_codec")
# What checking finds out. A name or tags that a person changes meanwhile are left alone.
MEASURED = (
    *FACTS,
    *("status", "rejection_code", "rejection_message", "has_thumbnail", "photo_sha256", "photo_size_bytes"),
    *("details", "worst"),
)
DETAILS = ("pixel_format", "transfer", "rotation", "is_variable", "index_first", "is_cut_off")


def check_asset(asset: MediaAsset) -> MediaAsset:
    """
    Measure the file, keep a thumbnail, and settle on ready, or rejected when it cannot be read. Twice changes nothing.

    Of a picture, the JPEG for photo posts is made and kept. What TikTok would say to the file is asked of `verdicts`.
    """
    measure = MEASURES[MediaKind(asset.kind)]
    with (
        tempfile.TemporaryDirectory(prefix="carillon-check-") as folder,
        local_copy(asset, Path(folder)) as path,
    ):
        try:
            measure(asset, path, Path(folder))
        except VideoRejected as rejected:
            asset.status, asset.rejection_code, asset.rejection_message = (
                AssetStatus.REJECTED,
                rejected.code,
                str(rejected),
            )
        else:
            asset.status, asset.rejection_code, asset.rejection_message = AssetStatus.READY, "", ""
            asset.worst = judge(asset).worst
    try:
        with transaction.atomic():
            asset.save(update_fields=[*MEASURED, "updated_at"])
            announce(asset.workspace_id, "media", asset.pk)
    except DatabaseError:
        if MediaAsset.objects.filter(pk=asset.pk).exists():
            raise
        default_storage.delete(asset.thumbnail_key)  # the file was deleted meanwhile, and stays so
        drop_photo(asset)
    return asset


def measure_video(asset: MediaAsset, path: Path, folder: Path) -> None:
    """
    Write what a video is into its asset, which is not saved, and keep a thumbnail.

    :param folder: where the thumbnail may be made
    :raises VideoRejected: when it cannot be played
    """
    thumbnail = folder / "thumbnail.jpg"
    facts = probe_video(path, thumbnail=thumbnail)
    for name in FACTS:
        setattr(asset, name, getattr(facts, name))
    asset.details = {name: getattr(facts, name) for name in DETAILS}
    _keep_thumbnail(asset, thumbnail)


def _measure_picture(asset: MediaAsset, path: Path, folder: Path) -> None:
    ready, thumbnail = folder / "ready.jpg", folder / "thumbnail.jpg"
    facts = make_ready(path, ready=ready, thumbnail=thumbnail)
    asset.mime_type, asset.width, asset.height = facts.mime_type, facts.width, facts.height
    _keep_thumbnail(asset, thumbnail)
    content = ready.read_bytes()
    asset.photo_sha256, asset.photo_size_bytes = hashlib.sha256(content).hexdigest(), len(content)
    if not default_storage.exists(asset.photo_key):
        default_storage.save(asset.photo_key, ContentFile(content))


def _measure_sound(asset: MediaAsset, path: Path, _: Path) -> None:
    facts = probe_sound(path)
    asset.mime_type, asset.duration_ms, asset.audio_codec = facts.mime_type, facts.duration_ms, facts.codec


MEASURES = {MediaKind.IMAGE: _measure_picture, MediaKind.VIDEO: measure_video, MediaKind.AUDIO: _measure_sound}


@contextmanager
def local_copy(asset: MediaAsset, folder: Path) -> Iterator[Path]:
    """Yield a path on this machine with the asset's bytes: the stored file itself where there is one, else a copy."""
    try:
        yield Path(default_storage.path(asset.file_key))
    except NotImplementedError:  # S3 and its like have no paths
        path = folder / "media"
        with default_storage.open(asset.file_key) as stored, path.open("wb") as copy:
            for block in File(stored).chunks(1024**2):
                copy.write(block)
        yield path


def _keep_thumbnail(asset: MediaAsset, path: Path) -> None:
    if not path.exists():
        return
    if not default_storage.exists(asset.thumbnail_key):
        with path.open("rb") as stream:
            default_storage.save(asset.thumbnail_key, File(stream))
    asset.has_thumbnail = True
