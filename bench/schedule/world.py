"""What the benchmark is about: accounts connected to the sandbox, a clip, posts; and a TikTok that takes its time."""

import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import httpx2 as httpx
from django.utils import timezone

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.posts.models import Post, PostKind, PostMedia, TimingMode
from api.publishing.hints import hint_publish
from api.publishing.models import Publication, State
from api.workspaces.models import Workspace
from config.demo_workspace import fill_demo, rehearse

SLOW_PATHS = ("creator_info", "init", "upload", "status")
PUBLIC = "PUBLIC_TO_EVERYONE"
PLAIN = {"is_private": False, "can_post": True, "max_video_post_duration_sec": 600}


class World:
    """The sandbox's control, and the demo workspace with its accounts."""

    def __init__(self, *, accounts: int) -> None:
        self.url = os.environ["SANDBOX_URL"]
        self._http = httpx.Client(base_url=self.url, trust_env=False, timeout=60)
        self.set(posts_per_creator=1000, processing_seconds=0.0, moderation_seconds=0.0)
        fill_demo(password="benchmark " * 3, sandbox_url=self.url)
        rehearse(count=accounts + 20, sandbox_url=self.url)
        self.workspace = Workspace.objects.get()
        self.clip = MediaAsset.objects.get()
        self.accounts = self._willing()[:accounts]

    def set(self, **changes: object) -> None:
        """Turn the sandbox's knobs."""
        self._http.put("/sandbox/api/settings", json=changes).raise_for_status()

    def be_slow(self, latency_s: float) -> None:
        """Have TikTok answer everything that posting needs only after so long."""
        for path in SLOW_PATHS:
            rule = {"kind": "late", "path": path, "options": {"seconds": latency_s}}
            self._http.post("/sandbox/api/faults", json=rule).raise_for_status()

    def ledger(self) -> list[dict[str, Any]]:
        """Return all that TikTok accepted."""
        entries: list[dict[str, Any]] = []
        while page := self._page(entries[-1]["seq"] if entries else 0):
            entries += page
        return entries

    def _page(self, after: int) -> list[dict[str, Any]]:
        answer = self._http.get("/sandbox/api/ledger", params={"after": after}).raise_for_status()
        page: list[dict[str, Any]] = answer.json()["entries"]
        return page

    def _willing(self) -> list[Account]:
        """Return accounts that may post publicly, made so: the sandbox's people have every rule that forbids it."""
        made = {account["handle"] for account in self._http.get("/sandbox/api/accounts").json()}
        rows = Account.objects.filter(workspace=self.workspace, status="connected", username__in=made)
        willing = [row for row in rows.order_by("-pk") if row.can_publish]
        for row in willing:
            self._http.patch(f"/sandbox/api/accounts/{row.username}", json=PLAIN).raise_for_status()
        return willing

    def schedule(self, accounts: Sequence[Account], *, due_at: datetime, caption: str) -> list[Publication]:
        """Plan one post on these accounts."""
        post = Post.objects.create(
            workspace=self.workspace,
            kind=PostKind.VIDEO,
            caption=caption,
            timing_mode=TimingMode.AT,
            due_at=due_at,
            late_limit_min=None,
        )
        PostMedia.objects.create(post=post, asset=self.clip, order=0, media_type="video")
        rows = [self._row(post, account, due_at) for account in accounts]
        made = Publication.objects.bulk_create(rows)
        for row in made:
            hint_publish(row.pk, at=due_at)
        return made

    def fill_the_future(self, count: int) -> None:
        """Have so many posts wait for next month."""
        later = timezone.now() + timedelta(days=30)
        post = Post.objects.create(workspace=self.workspace, kind=PostKind.VIDEO, caption="later", due_at=later)
        rows = [
            self._row(post, self.accounts[number % len(self.accounts)], later + timedelta(seconds=number), number)
            for number in range(count)
        ]
        Publication.objects.bulk_create(rows, batch_size=1000)

    def _row(self, post: Post, account: Account, due_at: datetime, occurrence: int = 0) -> Publication:
        return Publication(
            workspace=self.workspace,
            post=post,
            account=account,
            occurrence=occurrence,
            due_at=due_at,
            next_try_at=due_at,
            state=State.SCHEDULED,
            privacy_level=PUBLIC,
        )
