"""Making the filmstrips of videos, once a video was checked; nothing waits for them."""

import tempfile
from dataclasses import asdict
from pathlib import Path
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from api.media.check_services import local_copy
from api.media.models import AssetStatus, MediaAsset, MediaKind
from core.live import announce
from video.filmstrip import draw_filmstrip

# Newest first: what somebody just uploaded is what is looked at.
WITHOUT = MediaAsset.objects.filter(
    filmstrip__isnull=True, kind=MediaKind.VIDEO, status=AssetStatus.READY, deleted_at=None
).order_by("-pk")


def make_filmstrip(asset: MediaAsset) -> None:
    """Draw the video's filmstrip and keep it; {} is noted where none can be made. Twice changes nothing."""
    with (
        tempfile.TemporaryDirectory(prefix="carillon-strip-") as folder,
        local_copy(asset, Path(folder)) as path,
    ):
        target = Path(folder) / "strip.jpg"
        strip = draw_filmstrip(path, target=target)
        if strip and not default_storage.exists(asset.filmstrip_key):
            with target.open("rb") as stream:
                default_storage.save(asset.filmstrip_key, File(stream))
    asset.filmstrip = asdict(strip) if strip else {}
    with transaction.atomic():
        if MediaAsset.objects.filter(pk=asset.pk).update(filmstrip=asset.filmstrip):
            announce(asset.workspace_id, "media", asset.pk)
        else:
            default_storage.delete(asset.filmstrip_key)  # the file was deleted meanwhile, and stays so


def list_without(limit: int) -> list[UUID]:
    """Return videos nobody has drawn the filmstrip of, of all workspaces."""
    return list(WITHOUT.values_list("pk", flat=True)[:limit])
