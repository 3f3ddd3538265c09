"""Putting files into the media storage so that a name always stands for whole bytes, whoever is killed meanwhile."""

import errno
import hashlib
import os
from pathlib import Path
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import default_storage

BLOCK_BYTES = 1024**2
PERMISSIONS = 0o644


def keep_file(key: str, path: Path) -> None:
    """
    Store the file under `key`, which is made of its content's hash: what is there already, and whole, is left as it is.

    A worker that was killed while it wrote may have left a shorter file there: that one is written anew.

    :raises OSError: when there is no room
    """
    if default_storage.exists(key):
        if default_storage.size(key) == path.stat().st_size:
            return
        default_storage.delete(key)
    try:
        _place(Path(default_storage.path(key)), path)
    except NotImplementedError:  # S3 and its like show a file only when it is whole
        with path.open("rb") as stream:
            default_storage.save(key, File(stream))


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def _place(target: Path, source: Path) -> None:
    """Give the bytes their name in one step: a second name for the same file, or, on another disk, a copy that is renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    source.chmod(PERMISSIONS)
    try:
        target.hardlink_to(source)
    except FileExistsError:
        return  # whoever was faster wrote the same bytes
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.ENOTSUP):
            raise
        _copy(target, source)


def _copy(target: Path, source: Path) -> None:
    part = target.with_name(f"{target.name}.{uuid4().hex}.part")
    try:
        with source.open("rb") as old, part.open("xb") as new:
            while block := old.read(BLOCK_BYTES):
                new.write(block)
            new.flush()
            os.fsync(new.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
