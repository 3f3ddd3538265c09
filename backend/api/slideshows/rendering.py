"""One worker making one video: files at hand, the child at work, what came out looked at and stored."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.storage import default_storage

from api.media.check_services import local_copy, measure_video
from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.media.storage import digest_of, keep_file
from api.slideshows import conversion
from api.slideshows.models import Slideshow, SlideshowStatus
from api.slideshows.selectors import images_of, list_slideshows
from api.slideshows.services import describe, look_of
from video.child import FULL
from video.probe import VideoRejected
from video.slideshow.child import NO_ROOM
from video.slideshow.run import CannotMake, Crashed, Stopped, make_slideshow
from video.slideshow.spec import Encoder, Show

logger = logging.getLogger(__name__)

MUSIC_GONE = "The music is no longer in the library. Choose another piece, or none."


def run(slideshow_id: UUID) -> Slideshow | None:
    """Make the video of a slideshow nobody else is at; None when there was nothing to do."""
    claimed = conversion.claim(slideshow_id)
    if claimed is None:
        return None
    try:
        _make(claimed)
    except CannotMake as error:
        conversion.fail(claimed, code=error.code, message=_name_photo(claimed, error))
    except Crashed as error:
        logger.warning("slideshow %s: %s", slideshow_id, error)
        conversion.crashed(claimed)
    except Stopped:
        logger.info("slideshow %s was called off, or is another worker's", slideshow_id)
    except OSError as error:
        if error.errno not in FULL:
            raise
        conversion.fail(claimed, code="no_room", message=NO_ROOM)
    return Slideshow.objects.filter(pk=slideshow_id).first()


def sweep_scratch() -> int:
    """Delete what killed workers left on this machine; return how many folders."""
    there = list(
        _scratch_root().glob("*-*")
    )  # first: whoever makes a folder after this has claimed its slideshow before
    live = Slideshow.objects.filter(status=SlideshowStatus.CONVERTING).values_list("pk", "attempt")
    kept = {_scratch_name(pk, attempt) for pk, attempt in live}
    left = [folder for folder in there if folder.name not in kept]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _make(claimed: Slideshow) -> None:
    with _scratch(claimed) as folder, ExitStack() as files:
        show = _describe(claimed, folder, files)
        target = folder / "video.mp4"
        made = make_slideshow(show, target, on_progress=lambda percent: conversion.keep(claimed, percent))
        if made.why:
            logger.warning("slideshow %s was made by x264, for an authored one was not right: %s", claimed.pk, made.why)
        result = _store(claimed, target, folder)
        if not conversion.settle(claimed, result, encoder=made.encoder):
            _forget(result)
            raise Stopped


def _describe(claimed: Slideshow, folder: Path, files: ExitStack) -> Show:
    slideshow = list_slideshows(claimed.workspace).get(pk=claimed.pk)
    look, images = look_of(slideshow), [(place.asset, place.duration_ms or 0) for place in images_of(slideshow)]
    music = None
    if look.music:
        music = MediaAsset.objects.filter(workspace=claimed.workspace, pk=look.music.media_id, deleted_at=None).first()
        if music is None:
            raise CannotMake("music_missing", MUSIC_GONE)
    paths = {}
    for number, asset in enumerate([asset for asset, _ in images] + ([music] if music else [])):
        own = folder / str(number)  # one folder a file
        own.mkdir()
        paths[asset.pk] = str(files.enter_context(local_copy(asset, own)))
    encoder = Encoder(claimed.workspace.slideshow_encoder)
    return describe(look, images, music, encoder=encoder, paths=paths)


def _store(claimed: Slideshow, path: Path, folder: Path) -> MediaAsset:
    """Return the video as an asset, measured and its bytes stored, but without a row."""
    asset = MediaAsset(
        workspace=claimed.workspace,
        uploaded_by=claimed.requested_by,
        file_name="slideshow.mp4",
        kind=MediaKind.VIDEO,
        sha256=digest_of(path),
        size_bytes=path.stat().st_size,
        status=AssetStatus.READY,
    )
    keep_file(asset.file_key, path)
    try:
        measure_video(asset, path, folder)
    except VideoRejected as error:
        raise Crashed(f"what came out cannot be played: {error}") from error
    return asset


def _forget(result: MediaAsset) -> None:
    """Delete the bytes of a video nobody wants any more, unless a row needs the very same ones."""
    if not MediaAsset.objects.filter(workspace_id=result.workspace_id, sha256=result.sha256).exists():
        default_storage.delete(result.file_key)
        default_storage.delete(result.thumbnail_key)


def _name_photo(claimed: Slideshow, error: CannotMake) -> str:
    """Put the photo's name before what is wrong with it."""
    if error.index is None:
        return str(error)
    images = images_of(list_slideshows(claimed.workspace).get(pk=claimed.pk))
    return f"{images[error.index].asset.file_name}: {error}"


@contextmanager
def _scratch(claimed: Slideshow) -> Iterator[Path]:
    """A folder of this attempt's own; what earlier attempts left goes."""
    root = _scratch_root()
    for left in root.glob(f"{claimed.pk}-*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = root / _scratch_name(claimed.pk, claimed.attempt)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _scratch_root() -> Path:
    root: Path = settings.UPLOAD_ROOT / "slideshows"
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    return root


def _scratch_name(pk: UUID, attempt: int) -> str:
    return f"{pk}-{attempt}"
