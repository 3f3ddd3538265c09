"""
Taking files in: resumable (tus 1.0), streamed to disk, never whole in memory.

A broken connection costs the bytes in flight and nothing else: what was received is counted in the row, and the client
goes on from there.
"""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Protocol
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, transaction
from django.http import UnreadablePostError

from api.media.models import MediaAsset, MediaKind, MediaUpload
from api.media.storage import digest_of, keep_file
from api.workspaces.auth import Member
from core.domain_error import DomainError, FieldError, NotFound
from core.live import announce
from video.container import HEAD_BYTES, find_container
from video.photo import MAX_SOURCE_BYTES
from video.picture import find_picture
from video.sound_file import MAX_SOUND_BYTES, find_sound

MAX_FILE_BYTES = 4 * 1024**3
MAX_PATCH_BYTES = 64 * 1024**2
BLOCK_BYTES = 256 * 1024
UPLOAD_LIFETIME = timedelta(hours=24)


class FileTooLarge(DomainError):
    code, status, title = "file_too_large", 413, "The file is too large"


class FileEmpty(DomainError):
    code, status, title = "file_empty", 422, "The file is empty"


class NotAVideo(DomainError):
    code, status, title = "not_a_video", 422, "Not a video"


class PictureTooLarge(DomainError):
    code, status, title = "picture_too_large", 413, "The picture is too large"


class SoundTooLarge(DomainError):
    code, status, title = "sound_too_large", 413, "The sound file is too large"


class OffsetMismatch(DomainError):
    code, status, title = "upload_offset_mismatch", 409, "The upload is elsewhere"


class DiskFull(DomainError):
    code, status, title = "disk_full", 507, "No room for the file"


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def start_upload(*, member: Member, file_name: str, size: int, now: datetime) -> MediaUpload:
    """
    Make room for a file of `size` bytes.

    :raises FileEmpty, FileTooLarge, DiskFull:
    """
    name = clean_file_name(file_name)
    if size <= 0:
        raise _at_file(FileEmpty, f"{name} is empty (0 bytes). Choose the file again.")
    if size > MAX_FILE_BYTES:
        raise _at_file(FileTooLarge, f"{name} has {size / 1024**3:.1f} GB; TikTok takes 4 GB at most.")
    settings.UPLOAD_ROOT.mkdir(parents=True, exist_ok=True, mode=0o700)
    disk = os.statvfs(settings.UPLOAD_ROOT)
    if disk.f_bavail * disk.f_frsize < size * 2:  # once here, once in the storage
        raise _at_file(DiskFull, f"There is no room on this server for {name}. Free some space and choose it again.")
    upload = MediaUpload(
        workspace=member.workspace,
        user=member.user,
        file_name=name,
        size=size,
        expires_at=now + UPLOAD_LIFETIME,
    )
    upload.path.touch(mode=0o600)
    upload.save(force_insert=True)
    return upload


def get_upload(*, member: Member, upload_id: UUID) -> MediaUpload:
    """
    Return an upload of this workspace that is still on its way, or done.

    :raises NotFound: when it is unknown, somebody else's or expired
    """
    upload = MediaUpload.objects.filter(pk=upload_id, workspace=member.workspace).first()
    if upload is None:
        raise NotFound("This upload is over. Choose the file again.")
    return upload


def receive(*, upload: MediaUpload, offset: int, stream: Readable, length: int) -> MediaUpload:
    """
    Append up to `length` bytes at `offset`; the row counts what arrived, also when the connection breaks.

    The row is locked meanwhile, so two tabs cannot write over each other.

    :raises OffsetMismatch: when `offset` is not where the upload stands, or another request is writing to it
    :raises FileTooLarge: when there would be more bytes than announced
    :raises NotAVideo, PictureTooLarge: as soon as the first bytes show it; the upload is over then
    """
    if length > MAX_PATCH_BYTES:
        raise FileTooLarge(f"Send at most {MAX_PATCH_BYTES // 1024**2} MiB at a time.")
    with transaction.atomic():
        try:
            locked = MediaUpload.objects.select_for_update(nowait=True).get(pk=upload.pk)
        except DatabaseError as error:
            raise OffsetMismatch("Another window is sending this file right now.") from error
        if locked.received != offset:
            raise OffsetMismatch(f"This upload stands at byte {locked.received}.")
        if offset + length > locked.size:
            raise FileTooLarge("There are more bytes than the file was announced with.")
        if locked.asset_id:  # complete already, and asked again: its bytes are in the storage by now
            return locked
        locked.received += _append(locked.path, offset, stream, length)
        locked.save(update_fields=["received", "updated_at"])
    if offset < HEAD_BYTES <= locked.received or locked.received == locked.size:
        _check_head(locked)
    return locked


def finish(*, upload: MediaUpload) -> MediaAsset:
    """Move a complete upload into the storage. Bytes the workspace already has become that same asset again."""
    with upload.path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    kind, mime_type = find_kind(head)
    digest = digest_of(upload.path)
    keep_file(MediaAsset(workspace=upload.workspace, sha256=digest).file_key, upload.path)
    fields = {
        "file_name": upload.file_name,
        "kind": kind,
        "mime_type": mime_type,
        "size_bytes": upload.size,
        "uploaded_by": upload.user,
    }
    with transaction.atomic():
        asset, is_new = MediaAsset.objects.get_or_create(workspace=upload.workspace, sha256=digest, defaults=fields)
        upload.was_known = not is_new and asset.deleted_at is None
        if asset.deleted_at:  # deleted a moment ago, and uploaded again: it is wanted
            MediaAsset.objects.filter(pk=asset.pk).update(deleted_at=None)
            asset.deleted_at = None
        MediaUpload.objects.filter(pk=upload.pk).update(asset=asset, was_known=upload.was_known)
        announce(asset.workspace_id, "media", asset.pk)
    upload.path.unlink(missing_ok=True)
    return asset


def find_kind(head: bytes) -> tuple[MediaKind, str]:
    """Return what a file is by its first bytes, and its MIME type."""
    if picture := find_picture(head):
        return MediaKind.IMAGE, picture.mime_type
    if sound := find_sound(head):
        return MediaKind.AUDIO, sound.mime_type
    container = find_container(head)
    return MediaKind.VIDEO, container.mime_type if container else "application/octet-stream"


def drop(upload: MediaUpload) -> None:
    """Forget an upload and its bytes."""
    upload.path.unlink(missing_ok=True)
    upload.delete()


def drop_abandoned(*, now: datetime) -> int:
    """Forget the uploads nobody went on with for a day; return how many."""
    abandoned = list(MediaUpload.objects.filter(expires_at__lt=now, updated_at__lt=now - UPLOAD_LIFETIME))
    for upload in abandoned:
        drop(upload)
    return len(abandoned)


def clean_file_name(name: str) -> str:
    """Return a name that is safe to show; it is never used as a path."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable())[:255].strip() or "video"


def _append(path: Path, offset: int, stream: Readable, length: int) -> int:
    written = 0
    with path.open("r+b") as file:
        file.seek(offset)
        file.truncate()  # a crash may have left bytes that no row counts
        while written < length and (block := _read_block(stream, min(BLOCK_BYTES, length - written))):
            try:
                written += file.write(block)
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    raise DiskFull(
                        "The server's disk is full. What was sent before is kept; free some space and go on."
                    ) from error
                raise
        _sync(file)
    return written


def _read_block(stream: Readable, size: int) -> bytes:
    try:
        return stream.read(size)
    except UnreadablePostError:
        return b""  # the connection broke: what came before it counts, and the client goes on from there


def _sync(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _check_head(upload: MediaUpload) -> None:
    with upload.path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    if find_picture(head):
        if upload.size > MAX_SOURCE_BYTES:
            drop(upload)
            most = f"{MAX_SOURCE_BYTES // 1024**2} MB"
            raise _at_file(PictureTooLarge, f"{upload.file_name} is larger than {most}, the most a picture may have.")
    elif find_sound(head):
        if upload.size > MAX_SOUND_BYTES:
            drop(upload)
            most = f"{MAX_SOUND_BYTES // 1024**2} MB"
            raise _at_file(SoundTooLarge, f"{upload.file_name} is larger than {most}, the most a sound file may have.")
    elif find_container(head) is None:
        drop(upload)
        raise _at_file(
            NotAVideo,
            f"{upload.file_name} is not a video TikTok takes, no picture and no music. Use MP4, MOV or WebM for videos, JPEG,"
            " PNG, WebP or HEIC for photos, and MP3, M4A, WAV, OGG or FLAC for music.",
        )


def _at_file(kind: type[DomainError], message: str) -> DomainError:
    return kind(message, errors=(FieldError("file", message, kind.code),))
