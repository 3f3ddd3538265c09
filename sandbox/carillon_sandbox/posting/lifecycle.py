"""What happens to an accepted post: it is pulled where need be, examined, waits its time and ends."""

import asyncio
import logging
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request

from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.accounts import find_account

from .endings import end_post
from .media_rules import Facts, judge_video
from .posts import Post, find_post, list_processing
from .probe import ProbeError, examine, examine_photos
from .pulls import pull

AT_ONCE = 2
MOST_KNOWN = 200
PULLS_AT_ONCE = 16  # each has a process of its own; the others wait, which to the app looks like a slow download
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Lifecycle:
    """One task for each post in processing; a restart takes them up again."""

    sandbox: Sandbox
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    probes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    pulls: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PULLS_AT_ONCE))
    known: dict[tuple[str, int | None], tuple[Facts | None, Path]] = field(default_factory=dict)

    def resume(self) -> None:
        """Take up what was being processed when the sandbox stopped."""
        for post in list_processing(self.sandbox.store):
            self.follow(post.publish_id)

    def follow(self, publish_id: str) -> None:
        """See a post that needs no more from the app through to its end."""
        task = asyncio.create_task(self._finish(publish_id), name=publish_id)
        self.tasks.add(task)
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("processing %s stopped", task.get_name(), exc_info=error)

    async def stop(self) -> None:
        """Stop at once; nothing is lost, `resume` goes on from here."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _finish(self, publish_id: str) -> None:
        post = find_post(self.sandbox.store, publish_id)
        if post is not None and post.status == "downloading":
            async with self.pulls:
                await pull(self.sandbox, post)
            post = find_post(self.sandbox.store, publish_id)
        if post is None or post.status != "processing" or post.ready_at is None:
            return
        facts, reason = await self._examine(post)
        await self.sandbox.clock.sleep_until(post.ready_at)
        end_post(self.sandbox, post, facts, reason)

    async def _examine(self, post: Post) -> tuple[Facts | None, str | None]:
        folder = self.sandbox.post_folder(post.upload_id)
        try:
            async with self.probes:
                if post.kind == "photo":
                    return await examine_photos(folder, post.file_names, post.cover_index)
                facts = await self._examine_video(post, folder)
        except ProbeError:
            return None, "internal"
        account = find_account(self.sandbox.store, post.handle)
        return facts, judge_video(facts, max_duration_sec=account.max_video_post_duration_sec if account else 0)

    async def _examine_video(self, post: Post, folder: Path) -> Facts | None:
        """Look at a file, once: the same bytes with the same cover on forty accounts are the same video."""
        key = (post.sha256 or "", post.cover_ms)
        if key in self.known:
            facts, cover = self.known[key]
            if facts is None or cover.exists():
                if facts is not None:
                    shutil.copyfile(cover, folder / cover.name)
                return facts
        facts = await examine(folder, post.cover_ms)
        if post.sha256:
            while len(self.known) >= MOST_KNOWN:
                self.known.pop(next(iter(self.known)))
            self.known[key] = (facts, folder / "cover.jpg")
        return facts


def lifecycle_of(request: Request) -> Lifecycle:
    """Return what sees the posts of this server through."""
    found = request.app.state.lifecycle
    if not isinstance(found, Lifecycle):
        raise TypeError("the application was built without its lifecycle")
    return found
