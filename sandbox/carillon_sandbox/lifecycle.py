"""What happens after the last byte: the video is examined, waits its time and is posted or fails."""

import asyncio
import logging
from dataclasses import dataclass, field

from .media_rules import Facts, judge_video
from .posts import Post, find_post, has_public_id, list_processing, new_post_id, next_video_ms
from .probe import ProbeError, examine
from .sandbox import Sandbox
from .stages import forced_failure, moderation_end
from .world import find_account

AT_ONCE = 2
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Lifecycle:
    """One task for each post in processing; a restart takes them up again."""

    sandbox: Sandbox
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    probes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def resume(self) -> None:
        """Take up what was being processed when the sandbox stopped."""
        for post in list_processing(self.sandbox.store):
            self.follow(post.publish_id)

    def follow(self, publish_id: str) -> None:
        """See a fully uploaded post through to its end."""
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
        if post is None or post.ready_at is None:
            return
        facts, reason = await self._examine(post)
        await self.sandbox.clock.sleep_until(post.ready_at)
        if reason := reason or forced_failure(self.sandbox, post.handle):
            fail_post(self.sandbox, post, facts, reason)
        elif facts:
            complete_post(self.sandbox, post, facts)

    async def _examine(self, post: Post) -> tuple[Facts | None, str | None]:
        account = find_account(self.sandbox.store, post.handle)
        longest = account.max_video_post_duration_sec if account else 0
        async with self.probes:
            try:
                facts = await examine(self.sandbox.post_folder(post.upload_id), post.cover_ms)
            except ProbeError:
                return None, "internal"
        return facts, judge_video(facts, max_duration_sec=longest)


def complete_post(sandbox: Sandbox, post: Post, facts: Facts) -> None:
    """Put the video on the profile; a public one is shown with its id once moderation is through."""
    now, store = sandbox.now(), sandbox.store
    is_public = has_public_id(post)
    post_id = new_post_id(now) if is_public else None
    sql = (
        "UPDATE posts SET status = 'complete', finished_at = ?, post_id = ?, public_at = ?, video_ms = ?, "
        "container = ?, width = ?, height = ?, duration_ms = ? WHERE publish_id = ? AND status = 'processing'"
    )
    public_at = moderation_end(sandbox, post.handle) if is_public else None
    video_ms = next_video_ms(store, post.handle, now)
    shape = (facts.container, facts.width, facts.height, facts.duration_ms)
    with store.change() as change:
        if change.run(sql, (now, post_id, public_at, video_ms, *shape, post.publish_id)) == 1:
            shown = str(post_id) if post_id is not None else None
            change.record(
                "post.completed",
                now,
                publish_id=post.publish_id,
                post_id=shown,
                handle=post.handle,
                sha256=post.sha256,
            )


def fail_post(sandbox: Sandbox, post: Post, facts: Facts | None, reason: str) -> None:
    """End the post; TikTok found something wrong with the video."""
    now = sandbox.now()
    sql = (
        "UPDATE posts SET status = 'failed', fail_reason = ?, finished_at = ?, "
        "container = ?, width = ?, height = ?, duration_ms = ? WHERE publish_id = ? AND status = 'processing'"
    )
    shape = (facts.container, facts.width, facts.height, facts.duration_ms) if facts else (None,) * 4
    with sandbox.store.change() as change:
        if change.run(sql, (reason, now, *shape, post.publish_id)) == 1:
            change.record("post.failed", now, publish_id=post.publish_id, fail_reason=reason, handle=post.handle)
