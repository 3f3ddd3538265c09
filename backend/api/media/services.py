"""What happens to a stored file afterwards."""

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError

from api.media.models import MediaAsset
from core.domain_error import DomainError


class MediaInUse(DomainError):
    code, status, title = "media_in_use", 409, "The file is in use"


def delete_asset(asset: MediaAsset) -> None:
    """
    Delete the file for good, the stored bytes too.

    :raises MediaInUse: while a post needs it
    """
    try:
        with transaction.atomic():
            asset.places.exclude(post__deleted_at=None).delete()  # a deleted post needs nothing any more
            asset.sounded_slideshows.exclude(post__deleted_at=None).update(music=None)
            asset.delete()
    except ProtectedError as error:
        raise MediaInUse(f"{asset.file_name} belongs to a post. Delete the post first, or keep the file.") from error
    keys = [asset.file_key, *([asset.thumbnail_key] if asset.has_thumbnail else [])]
    keys += [asset.filmstrip_key] if asset.filmstrip else []

    def delete_bytes() -> None:
        for key in keys:
            default_storage.delete(key)
        drop_photo(asset)

    transaction.on_commit(delete_bytes)


def drop_photo(asset: MediaAsset) -> None:
    """Delete the JPEG that was made of a deleted picture, unless another picture became the same one."""
    same = MediaAsset.objects.filter(workspace=asset.workspace_id, photo_sha256=asset.photo_sha256)
    if asset.photo_sha256 and not same.exists():
        default_storage.delete(asset.photo_key)
