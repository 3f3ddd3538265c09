"""Covers of the videos that were made in TikTok's own app: drawn when first asked for."""

import asyncio
from pathlib import Path

from carillon_sandbox.posting.probe import run_child
from carillon_sandbox.sandbox import Sandbox

from .app_videos import find_video

COVER_CHILD = Path(__file__).with_name("cover_child.py")
_drawing = asyncio.Lock()


async def drawn_cover(sandbox: Sandbox, post_id: int) -> Path | None:
    """Return the file of such a video's cover; None when there is no such video."""
    video = find_video(sandbox.store, post_id, sandbox.now())
    if video is None:
        return None
    folder = sandbox.data / "covers"
    path = folder / f"{post_id}.jpg"
    async with _drawing:
        if not path.exists():
            folder.mkdir(exist_ok=True)
            shape = (str(video.width), str(video.height), str(post_id % 9973))
            await run_child(str(COVER_CHILD), str(path), *shape, video.caption, folder=folder)
    return path if path.exists() else None
