"""PULL_FROM_URL: the files are fetched by a child process while the post stands at PROCESSING_DOWNLOAD."""

import asyncio
import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from carillon_sandbox.sandbox import Sandbox

from .chunks import LARGEST_VIDEO
from .endings import fail_post
from .media_rules import LARGEST_PHOTO
from .posts import Post, find_post
from .probe import ProbeError, run_child

CHILD = Path(__file__).with_name("pull_child.py")
LOOK_SECONDS = 0.1
LARGEST = {"video": LARGEST_VIDEO, "photo": LARGEST_PHOTO}
# Too large is what the file is; everything else is what became of the way there.
TOO_LARGE = {"video": "file_format_check_failed", "photo": "picture_size_check_failed"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a pull brought: sums and sizes, or why it failed."""

    sha256: str = ""
    each: tuple[str, ...] = ()
    total: int = 0
    fail_reason: str | None = None


def pulled_so_far(sandbox: Sandbox, post: Post) -> int:
    """Return how many bytes of the post's files have arrived."""
    if post.status != "downloading":
        return post.downloaded_bytes
    return _bytes_on_disk(sandbox.post_folder(post.upload_id), post)


def _bytes_on_disk(folder: Path, post: Post) -> int:
    total = 0
    for name in post.file_names:
        with contextlib.suppress(FileNotFoundError):
            total += (folder / name).stat().st_size
    return total


async def pull(sandbox: Sandbox, post: Post) -> None:
    """Fetch the files of a post and move it on to processing, or fail it; stop when it was cancelled meanwhile."""
    with sandbox.store.change() as change:
        change.record("pull.started", sandbox.now(), publish_id=post.publish_id, files=len(post.file_names))
    outcome = await _fetch(sandbox, post)
    folder = sandbox.post_folder(post.upload_id)
    with sandbox.store.change() as change:
        sql = "UPDATE posts SET downloaded_bytes = ? WHERE publish_id = ?"
        change.run(sql, (_bytes_on_disk(folder, post), post.publish_id))
    if outcome.fail_reason:
        fail_post(sandbox, post, None, outcome.fail_reason)
    else:
        _keep(sandbox, post, outcome)


def _keep(sandbox: Sandbox, post: Post, outcome: Outcome) -> None:
    now = sandbox.now()
    sql = (
        "UPDATE posts SET status = 'processing', sha256 = ?, video_size = ?, ready_at = ?, urls = '[]' "
        "WHERE publish_id = ? AND status = 'downloading'"
    )
    ready_at = now + sandbox.settings.processing_wait
    facts = {"publish_id": post.publish_id, "bytes": outcome.total, "sha256": outcome.sha256}
    with sandbox.store.change() as change:
        if change.run(sql, (outcome.sha256, outcome.total, ready_at, post.publish_id)) == 1:
            change.record("pull.completed", now, **facts, files_sha256=list(outcome.each))


async def _fetch(sandbox: Sandbox, post: Post) -> Outcome:
    failed = Outcome(fail_reason=f"{post.kind}_pull_failed")
    task = asyncio.create_task(_run(sandbox, post))
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=LOOK_SECONDS)
            current = find_post(sandbox.store, post.publish_id)
            is_late = sandbox.now() >= post.created_at + sandbox.settings.pull_seconds
            if is_late or current is None or current.status != "downloading":
                return failed  # for a cancelled post it changes nothing: it has failed already
    finally:
        task.cancel()  # the child dies with it
        await asyncio.gather(task, return_exceptions=True)
    return _read(post, task.result()) or failed


async def _run(sandbox: Sandbox, post: Post) -> bytes | None:
    folder, settings = sandbox.post_folder(post.upload_id), sandbox.settings
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in post.file_names]
    for path in paths:  # a child that outlived a killed server writes to a file that has no name any more
        path.unlink(missing_ok=True)
    order = {
        "urls": json.loads(post.urls),
        "paths": [str(path) for path in paths],
        "most": LARGEST[post.kind],
        "rate": settings.pull_bytes_per_second,
        "remote": settings.pull_from_remote,
    }
    try:
        # The addresses go in by the pipe: they may hold a credential, and arguments can be read by anyone.
        return await run_child(
            str(CHILD), folder=folder, wall_seconds=settings.pull_seconds, told=json.dumps(order).encode()
        )
    except ProbeError:
        return None


def _read(post: Post, said: bytes | None) -> Outcome | None:
    found: dict[str, Any] = json.loads(said) if said else {}
    if found.get("problem") == "too large":
        return Outcome(fail_reason=TOO_LARGE[post.kind])
    if not found or "problem" in found:
        return None
    return Outcome(found["sha256"], tuple(found["each"]), found["total"])
