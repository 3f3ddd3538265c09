"""An app that speaks for one account."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
from asks import init_body

PATIENCE = 15.0


@dataclass
class App:
    """An app that holds a token for one account."""

    http: httpx2.Client
    tokens: dict[str, Any]

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens['access_token']}"}

    def get(self, path: str) -> httpx2.Response:
        return self.http.get(path, headers=self.headers)

    def post(self, path: str, body: Any = None) -> httpx2.Response:
        return self.http.post(path, headers=self.headers, json={} if body is None else body)

    def creator_info(self) -> httpx2.Response:
        return self.post("/v2/post/publish/creator_info/query/")

    def all_videos(self, fields: str = "id,create_time,cover_image_url") -> list[dict[str, Any]]:
        """Return every video of the account, page by page."""
        found: list[dict[str, Any]] = []
        cursor, more = 0, True
        while more:
            answer = self.post(f"/v2/video/list/?fields={fields}", {"max_count": 20, "cursor": cursor})
            assert answer.status_code == 200, answer.text
            data = answer.json()["data"]
            found, cursor, more = found + data["videos"], data["cursor"], data["has_more"]
        return found

    def init(self, body: Mapping[str, Any]) -> httpx2.Response:
        return self.post("/v2/post/publish/video/init/", body)

    def init_draft(self, body: Mapping[str, Any]) -> httpx2.Response:
        return self.post("/v2/post/publish/inbox/video/init/", body)

    def init_photos(self, body: Mapping[str, Any]) -> httpx2.Response:
        return self.post("/v2/post/publish/content/init/", body)

    def cancel(self, publish_id: str) -> httpx2.Response:
        return self.post("/v2/post/publish/cancel/", {"publish_id": publish_id})

    def send_draft(self, data: bytes) -> str:
        """Upload a whole small video as a draft and return its publish id."""
        opened = self.init_draft({"source_info": init_body(len(data))["source_info"]}).json()["data"]
        assert self.put(opened["upload_url"], data, 0, len(data)).status_code == 201
        publish_id: str = opened["publish_id"]
        return publish_id

    def open_upload(self, size: int, chunk: int | None = None, count: int = 1, **info: Any) -> dict[str, str]:
        """Have an init accepted and return its `publish_id` and `upload_url`."""
        answer = self.init(init_body(size, chunk, count, **info))
        assert answer.status_code == 200, answer.text
        data: dict[str, str] = answer.json()["data"]
        return data

    def put(self, url: str, data: bytes, first: int, total: int, **headers: str) -> httpx2.Response:
        last = first + len(data) - 1
        usual = {"Content-Type": "video/mp4", "Content-Range": f"bytes {first}-{last}/{total}"}
        return self.http.put(url, content=data, headers=usual | headers)

    def send(self, data: bytes, **info: Any) -> str:
        """Upload a whole small video and return its publish id."""
        opened = self.open_upload(len(data), **info)
        assert self.put(opened["upload_url"], data, 0, len(data)).status_code == 201
        return opened["publish_id"]

    def status(self, publish_id: str) -> dict[str, Any]:
        answer = self.post("/v2/post/publish/status/fetch/", {"publish_id": publish_id})
        assert answer.status_code == 200, answer.text
        data: dict[str, Any] = answer.json()["data"]
        return data

    def wait(self, publish_id: str, *, public: bool = False) -> dict[str, Any]:
        """Poll until the post has ended and, when wanted, until it has its public id."""
        deadline, pause = time.monotonic() + PATIENCE, 0.05
        while time.monotonic() < deadline:
            data = self.status(publish_id)
            if not data["status"].startswith("PROCESSING") and not (public and not data["publicaly_available_post_id"]):
                return data
            time.sleep(pause)
            pause *= 1.15  # thirty polls a minute are all there are
        raise AssertionError(f"{publish_id} did not end in time")

    def publish(self, data: bytes, **info: Any) -> dict[str, Any]:
        return self.wait(self.send(data, **info))
