"""The API as its OpenAPI document describes it, operation by operation; and one row of everything in Alice's workspace."""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from api.accounts.gateway import vault
from api.accounts.models import Account, AccountToken, TikTokApp
from api.analytics.models import ExportJob, Video
from api.analytics.video_services import keep_videos
from api.media.models import AssetStatus, MediaAsset, MediaFix, MediaKind
from api.notifications.models import Notification
from config.api import api
from conftest import Caller
from tiktok.wire import VideoItem

# Who may call these is anybody; adding a line here is a decision.
PUBLIC = frozenset({"register", "login", "refresh", "receiveTikTokWebhook"})
PREFIX = "/api/v1"


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    name: str
    method: str
    path: str
    document: dict[str, Any]

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"{(\w+)}", self.path)

    @property
    def has_body(self) -> bool:
        return "requestBody" in self.document

    @property
    def responses(self) -> set[int]:
        return {int(status) for status in self.document["responses"]}

    def url(self, ids: dict[str, str]) -> str:
        ids = ids | {"post_id": ids["slideshow_id"]} if "/slideshow/" in self.path and "slideshow_id" in ids else ids
        return re.sub(r"{(\w+)}", lambda match: ids[match[1]], self.path)


DOCUMENT: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema()))
OPERATIONS = [
    Operation(operation["operationId"], method.upper(), path, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]


def call(
    operation: Operation, *, ids: dict[str, str] | None = None, token: str | None = None, body: object = None
) -> HttpResponseBase:
    """Call an operation the way its clients do; without a body given, with one that has the right shape."""
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    url = operation.url(ids or dict.fromkeys(operation.parameters, "0199e1a0-0000-7000-8000-000000000000"))
    if operation.name == "sendUpload":
        headers["Upload-Offset"] = "0"
        return send(operation.method, url, b"x" * 64, "application/offset+octet-stream", headers)
    if operation.name == "startUpload":
        headers["Upload-Length"] = "1000"
    content = (
        json.dumps(BODIES.get(operation.name, {}) if body is None else body).encode() if operation.has_body else b""
    )
    return send(operation.method, url, content, "application/json", headers)


def send(method: str, url: str, content: bytes, content_type: str, headers: dict[str, str]) -> HttpResponseBase:
    client = Client()
    return client.generic(method, url, content, content_type=content_type, headers=headers)


APP = {"name": "Northwind", "client_key": "northwind1", "platform": "desktop", "scopes": ["user.info.basic"]}
# So far ahead that none of its posts is made yet.
RULE = {"frequency": "daily", "first_day": f"{timezone.now() + timedelta(days=60):%Y-%m-%d}", "local_time": "18:00"}
TAGS = {"name": "Mornings", "tags": ["bunny", "morning"]}
BRAND = {"name": "Brand DE"}
REPORT = {"rhythm": "weekly", "weekday": 0, "local_hour": 8, "recipients": ["alice@example.com"]}
NOBODYS = "0199e1a0-0000-7000-8000-000000000000"
BODIES: dict[str, object] = {
    "fixMedia": {"fixes": ["frame_rate"]},
    "renameMedia": {"file_name": "Mallory's.mp4"},
    "setMediaTags": {"tags": ["mine"]},
    "changeMediaTags": {"ids": [NOBODYS], "add": ["mine"]},
    "restoreMedia": {"ids": [NOBODYS]},
    "deleteManyMedia": {"ids": [NOBODYS]},
    "previewMediaDeletion": {"ids": [NOBODYS]},
    "addTikTokApp": APP | {"client_key": "northwind2", "client_secret": "not-a-real-one"},
    "updateMe": {"name": "Mallory", "time_zone": "UTC"},
    "updateWorkspace": {"name": "Mallory's own", "time_zone": "UTC"},
    "changePassword": {"current_password": "not the password", "new_password": "another long password"},
    "finishConnect": {"state": "made-up", "code": "x"},
    "createPost": {"caption": "Hello", "timing": {"mode": "draft"}},
    "updatePost": {"caption": "Hello", "timing": {"mode": "draft"}},
    "updateSlideshow": {
        "caption": "Hello",
        "timing": {"mode": "draft"},
        "images": [{"media_id": "0199e1a0-0000-7000-8000-000000000000", "order": order} for order in (0, 1)],
    },
    "resolvePublication": {"is_there": True},
    "setPostMode": {"post_mode": "MEDIA_UPLOAD"},
    "setPullPrefix": {"pull_prefix": "https://photos.example.com/"},
    "askQuota": {"targets": [], "at": timezone.now().isoformat()},
    "movePost": {"local_time": "2026-12-24T18:00", "time_zone": "UTC"},
    "schedulePosts": {
        "post_ids": ["0199e1a0-0000-7000-8000-000000000000"],
        "spread": "every",
        "start": "2026-12-24T18:00",
    },
    "deletePosts": {"post_ids": [NOBODYS]},
    "restorePosts": {"post_ids": [NOBODYS]},
    "undoCancel": {"publication_ids": [NOBODYS]},
    "importPosts": {"csv": "caption\nHello"},
    "setSlots": {"slots": [{"weekday": 0, "local_time": "18:00"}]},
    "startSeries": {"rule": RULE},
    "changeSeries": {"rule": RULE, "consent": True},
    "stopSeries": {"keep_posts": False},
    "setRetention": {"raw_days": 90, "hour_days": 365},
    "addReportSchedule": REPORT,
    "changeReportSchedule": REPORT,
    "addHashtagGroup": TAGS | {"name": "Weekdays"},
    "changeHashtagGroup": TAGS | {"name": "Sundays"},
    "addAccountGroup": {"name": "Brand FR"},
    "changeAccountGroup": {"name": "Brand IT", "account_ids": []},
    "setGroupsOfAccount": {"group_ids": []},
    "chooseMailPreference": {"now": "now", "soon": "digest", "fyi": "never"},
}


def add_accounts(caller: Caller, count: int) -> list[Account]:
    """Put connected accounts into a workspace without TikTok, for tests that need many or none of TikTok's answers."""
    app, _ = TikTokApp.objects.get_or_create(client_key="key", defaults={"platform": "desktop", "audited": True})
    now = timezone.now()
    accounts = []
    for number in range(count):
        account = Account.objects.create(
            workspace=caller.member.workspace,
            app=app,
            open_id=f"{caller.member.user.email}-{Account.objects.count()}-{number}",
            username=f"account.{number}",
            nickname=f"Account {number}",
            scopes=["user.info.basic", "video.publish"],
            connected_at=now,
        )
        sealed = {f"{which}_sealed": vault().seal("act.canary", context=f"{account.pk}|{which}") for which in TOKENS}
        AccountToken.objects.create(account=account, expires_at=now, refresh_expires_at=now, **sealed)
        accounts.append(account)
    return accounts


TOKENS = ("access", "refresh")


def add_video(account: Account, *, at: datetime, caption: str = "") -> Video:
    """Put a video of an account there as TikTok would list it."""
    tiktok_id = str(7_000_000_000_000_000_000 + Video.objects.count())
    item = VideoItem(id=tiktok_id, create_time=int(at.timestamp()), video_description=caption)
    return keep_videos(account, [item], now=at).videos[tiktok_id]


def add_asset(caller: Caller, number: int = 0, *, kind: MediaKind = MediaKind.VIDEO) -> MediaAsset:
    """Put a checked video, or a photo, into a library without its bytes."""
    is_video = kind == MediaKind.VIDEO
    return MediaAsset.objects.create(
        workspace=caller.member.workspace,
        uploaded_by=caller.member.user,
        file_name=f"clip-{number}.mp4" if is_video else f"photo-{number}.jpg",
        kind=kind,
        mime_type="video/mp4" if is_video else "image/jpeg",
        sha256=f"{number:064x}",
        size_bytes=1000,
        status=AssetStatus.READY,
        duration_ms=5000 if is_video else None,
        has_thumbnail=True,
    )


def add_post(caller: Caller, accounts: list[Account], asset: MediaAsset) -> dict[str, Any]:
    """Schedule a post through the API; return it as the API shows it."""
    body = {
        "caption": "A rabbit wakes up",
        "media_ids": [str(asset.pk)],
        "timing": {"mode": "now"},
        "consent": True,
        "publications": [{"account_id": str(account.pk), "privacy_level": "SELF_ONLY"} for account in accounts],
    }
    answer = caller.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def add_slideshow(caller: Caller) -> str:
    """Draft a slideshow of two photos through the API; return its post's id."""
    photos = [add_asset(caller, number, kind=MediaKind.IMAGE) for number in (8, 9)]
    images = [{"media_id": str(photo.pk), "order": order} for order, photo in enumerate(photos)]
    answer = caller.post("/posts/slideshow", {"caption": "Two", "timing": {"mode": "draft"}, "images": images})
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def add_export(caller: Caller) -> ExportJob:
    """Put an export that waits for a worker into a workspace."""
    asked: dict[str, object] = {"account_ids": [], "since": None, "until": None, "time_zone": "UTC"}
    mine = {"workspace": caller.member.workspace, "asked_by": caller.member.user, "file_name": "carillon-days.csv"}
    return ExportJob.objects.create(what="days", format="csv", parameters=asked, **mine)


@pytest.fixture
def alices(alice: Caller) -> dict[str, str]:
    """One of everything in Alice's workspace: its id by the name of the path parameter."""
    [account], asset = add_accounts(alice, 1), add_asset(alice)
    post = add_post(alice, [account], asset)
    series = alice.post("/series", {"post_id": post["id"], "rule": RULE, "consent": True}).json()
    upload = alice.post("/media/uploads", **{"Upload-Length": "1000"}).json()
    told = {"workspace": alice.member.workspace, "user": alice.member.user, "kind": "test", "urgency": "fyi"}
    news = Notification.objects.create(**told, key="test", title="Hello", last_at=timezone.now())
    app = TikTokApp.objects.create(workspace=alice.member.workspace, **APP)
    app.client_secret_sealed = vault().seal("act.canary", context=f"{app.pk}|client_secret")
    app.save()
    return {
        "app_id": str(app.pk),
        "export_id": str(add_export(alice).pk),
        "schedule_id": alice.post("/analytics/report-schedules", REPORT).json()["id"],
        "session_id": str(alice.member.session.pk),
        "account_id": str(account.pk),
        "asset_id": str(asset.pk),
        "fix_id": str(MediaFix.objects.create(workspace=asset.workspace, asset=asset, fixes=["remux"], key="remux").pk),
        "upload_id": upload["id"],
        "post_id": post["id"],
        "slideshow_id": add_slideshow(alice),
        "series_id": series["id"],
        "account_group_id": alice.post("/account-groups", BRAND | {"account_ids": [str(account.pk)]}).json()["id"],
        "group_id": alice.post("/hashtag-groups", TAGS).json()["id"],
        "publication_id": post["publications"][0]["id"],
        "notification_id": str(news.pk),
        "video_id": str(add_video(account, at=timezone.now()).pk),
    }
