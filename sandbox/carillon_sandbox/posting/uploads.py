"""The bytes: PUT to an upload_url, chunk after chunk, straight to the disk."""

import asyncio
import contextlib
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from carillon_sandbox.answers import UploadError, upload_answer
from carillon_sandbox.sandbox import Sandbox, sandbox_of

from .chunks import judge_chunk, progress, read_range
from .lifecycle import Lifecycle
from .posts import Post, find_upload

CONTENT_TYPES = ("video/mp4", "video/quicktime", "video/webm")
MOST_DRAINED = 130_000_000
IDLE_SECONDS = 60.0
READ_SIZE = 1024 * 1024


@dataclass(slots=True)
class Uploads:
    """What is under way: one lock and one running hash for each open upload."""

    lifecycle: Lifecycle
    locks: dict[str, asyncio.Lock] = field(default_factory=dict)
    hashes: dict[str, "hashlib._Hash"] = field(default_factory=dict)

    async def put(self, request: Request) -> Response:
        """Answer PUT /upload/ for one chunk."""
        try:
            return await self._put(request)
        except UploadError as refusal:
            await _drain(request)
            return upload_answer(refusal.status, refusal.content_range)
        except asyncio.CancelledError:  # the server stops; the chunk so far does not count
            return upload_answer(503)

    async def _put(self, request: Request) -> Response:
        sandbox = sandbox_of(request)
        upload_id = _find(request).upload_id
        lock = self.locks.setdefault(upload_id, asyncio.Lock())
        async with lock:  # a repeated request waits for the first one to end, then learns how far that came
            post = _check(request, sandbox)
            sent = read_range(request.headers.get("content-range"))
            last = sent.last if sent else 0
            digest = await self._store_chunk(request, sandbox, post, last - post.uploaded_bytes + 1)
            done = self._accept(sandbox, post, last, digest)
        if done:
            self.locks.pop(upload_id, None)
            self.hashes.pop(upload_id, None)
            self.lifecycle.follow(post.publish_id)
        return upload_answer(201 if done else 206, progress(last + 1, post.video_size))

    async def _store_chunk(self, request: Request, sandbox: Sandbox, post: Post, length: int) -> "hashlib._Hash":
        folder = sandbox.post_folder(post.upload_id)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "video"
        known = self.hashes.get(post.upload_id)
        if known is None:  # the first chunk, or the server was started anew in between
            known = await asyncio.to_thread(_hash_file, path, post.uploaded_bytes)
            self.hashes[post.upload_id] = known
        digest = known.copy()
        fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.ftruncate(fd, post.uploaded_bytes)  # what an interrupted chunk left behind does not count
            os.lseek(fd, post.uploaded_bytes, os.SEEK_SET)
            if await _copy_body(request, partial(_write_piece, fd, digest)) != length:
                raise UploadError(400)
            await asyncio.to_thread(os.fsync, fd)
        finally:
            os.close(fd)
        return digest

    def _accept(self, sandbox: Sandbox, post: Post, last: int, digest: "hashlib._Hash") -> bool:
        self.hashes[post.upload_id] = digest
        now, done = sandbox.now(), last + 1 == post.video_size
        facts = {"publish_id": post.publish_id, "first": post.uploaded_bytes, "last": last}
        with sandbox.store.change() as change:
            sql = "UPDATE posts SET uploaded_bytes = ? WHERE publish_id = ? AND status = 'uploading'"
            if change.run(sql, (last + 1, post.publish_id)) == 0:  # it failed while the bytes came in
                raise UploadError(404)
            change.record("chunk.accepted", now, **facts, total=post.video_size)
            if done:
                sql = "UPDATE posts SET status = 'processing', sha256 = ?, ready_at = ? WHERE publish_id = ?"
                ready_at = now + sandbox.settings.processing_wait
                change.run(sql, (digest.hexdigest(), ready_at, post.publish_id))
                change.record("upload.complete", now, publish_id=post.publish_id, sha256=digest.hexdigest())
        return done


def _find(request: Request) -> Post:
    query = request.query_params
    store = sandbox_of(request).store
    post = find_upload(store, query.get("upload_id", ""), query.get("upload_token", ""))
    if post is None:
        raise UploadError(404)
    return post


def _check(request: Request, sandbox: Sandbox) -> Post:
    post = _find(request)
    if post.status == "failed" and post.uploaded_bytes < post.video_size:
        raise UploadError(404)  # what has failed stays failed
    if post.url_expires_at <= sandbox.now():
        raise UploadError(403)
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    length = request.headers.get("content-length", "")
    if content_type not in CONTENT_TYPES or not (length.isascii() and length.isdigit()):
        raise UploadError(400)
    sent = read_range(request.headers.get("content-range"))
    status = judge_chunk(post.plan, post.uploaded_bytes, sent, int(length))
    if status is not None:
        if status == 416 and post.uploaded_bytes == post.video_size:  # noqa: PLR2004
            status = sandbox.settings.repeated_chunk_status  # what TikTok says to a last chunk sent twice is disputed
        shown = progress(post.uploaded_bytes, post.video_size) if status in (201, 416) else None
        raise UploadError(status, shown)
    return post


def _hash_file(path: Path, length: int) -> "hashlib._Hash":
    digest = hashlib.sha256()
    if length == 0:
        return digest
    with path.open("rb") as file:
        while length > 0 and (piece := file.read(min(READ_SIZE, length))):
            digest.update(piece)
            length -= len(piece)
    return digest


def _write_piece(fd: int, digest: "hashlib._Hash", piece: bytes) -> None:
    digest.update(piece)
    rest = memoryview(piece)
    while rest:
        rest = rest[os.write(fd, rest) :]


async def _copy_body(request: Request, write: Callable[[bytes], None]) -> int:
    """Hand the body on piece by piece and return its length; give up on a sender that falls silent."""
    total = 0
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(IDLE_SECONDS) as deadline:
            async for piece in request.stream():
                deadline.reschedule(loop.time() + IDLE_SECONDS)
                write(piece)
                total += len(piece)
    except (ClientDisconnect, TimeoutError) as error:
        raise UploadError(400) from error
    return total


async def _drain(request: Request) -> None:
    # A client that is still sending when the connection closes may never see the answer.
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > MOST_DRAINED:
        return
    with contextlib.suppress(ClientDisconnect, TimeoutError, RuntimeError):
        async with asyncio.timeout(IDLE_SECONDS):
            async for _ in request.stream():
                pass
