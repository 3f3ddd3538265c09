"""
What TikTok's pages leave open (tiktok-api §12, publishing §4), measured against a real app and account.

Speaks raw HTTP on purpose: what matters here is what comes over the wire, not what our client makes of it. Each measure says
how it was made, and what it costs: orphaned inits, and one post that only its owner sees.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2 as httpx

from tiktok.http import is_upload_url
from tiktok.operations import Operation
from tiktok.upload_plan import CHUNK_SIZE, SINGLE_CHUNK_LIMIT, plan_upload

FORMAT = 1
NO_SUCH_TOKEN = "rft.made-up-by-the-probe"  # noqa: S105 - it opens nothing
CAPTION = "Carillon probe, only for me. It can be deleted."
CREATOR_INFO_BURST = 25
POLLS, POLL_PAUSE_S = 40, 3.0
UNTOLD = "not measured"


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer: `value` in the question's own terms, `how` it was found, and what TikTok said word for word."""

    question: str
    value: object
    how: str
    status: int = 0
    code: str = ""
    log_id: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def content(self) -> dict[str, Any]:
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def error(self) -> dict[str, Any]:
        found = self.content.get("error")
        return found if isinstance(found, dict) else {"code": found or ""}

    @property
    def data(self) -> dict[str, Any]:
        found = self.content.get("data")
        return found if isinstance(found, dict) else {}

    def finding(self, question: str, value: object, how: str) -> Finding:
        log_id = str(self.error.get("log_id") or self.content.get("log_id") or self.headers.get("x-tt-logid", ""))
        return Finding(question, value, how, self.status, str(self.error.get("code", "")), log_id)


@dataclass(slots=True)
class Probe:
    """One app, one account, one small clip to post for its owner only."""

    http: httpx.Client
    client_key: str
    client_secret: str = field(repr=False)
    access_token: str = field(repr=False)
    clip: Path
    say: Callable[[str], None] = print
    pause: Callable[[float], None] = time.sleep

    def ask(self, operation: Operation, body: object = None, *, params: dict[str, str] | None = None) -> Heard:
        headers = {"Authorization": f"Bearer {self.access_token}"}
        response = self.http.post(operation.path, json=body or {}, params=params, headers=headers)
        return Heard(response.status_code, response.headers, response.content)

    def ask_token(self, refresh_token: str) -> Heard:
        form = {"client_key": self.client_key, "client_secret": self.client_secret}
        form |= {"grant_type": "refresh_token", "refresh_token": refresh_token}
        response = self.http.post(Operation.TOKEN.path, data=form)
        return Heard(response.status_code, response.headers, response.content)

    def put(self, url: str, content: bytes) -> Heard:
        """
        Send a whole small file as its one chunk.

        :raises ValueError: when TikTok names an upload address that is not TikTok's
        """
        if not is_upload_url(url, api_url=str(self.http.base_url)):
            raise ValueError("TikTok named an upload address that is not TikTok's; nothing was sent there.")
        size = len(content)
        headers = {"Content-Type": "video/mp4", "Content-Range": f"bytes 0-{size - 1}/{size}"}
        response = self.http.put(url, content=content, headers=headers, timeout=120.0)
        return Heard(response.status_code, response.headers, response.content)

    def init(self, size: int, **post_info: object) -> Heard:
        plan = plan_upload(size)
        source = {"source": "FILE_UPLOAD", "video_size": plan.size, "chunk_size": plan.chunk_size}
        info: dict[str, object] = {"title": CAPTION, "privacy_level": "SELF_ONLY"}
        info |= {"disable_comment": True, "disable_duet": True, "disable_stitch": True}
        info |= {"brand_content_toggle": False, "brand_organic_toggle": False}
        body = {"post_info": info | post_info, "source_info": {**source, "total_chunk_count": plan.count}}
        return self.ask(Operation.INIT_VIDEO, body)

    # What each measure answers.

    def oauth_error_status(self) -> Finding:
        heard = self.ask_token(NO_SUCH_TOKEN)
        mode = "200" if heard.status == 200 else "rfc"  # noqa: PLR2004
        return heard.finding("oauth_error_status", mode, "refreshed with a token that does not exist")

    def list_limit(self) -> Finding:
        heard = self.ask(Operation.VIDEO_LIST, {"max_count": 21}, params={"fields": "id"})
        return heard.finding("max_count_over_20", heard.error.get("code"), "asked for 21 videos in one page")

    def aigc_field(self) -> Finding:
        heard = self.ask(Operation.VIDEO_LIST, {"max_count": 1}, params={"fields": "id,is_aigc"})
        return heard.finding("video_field_is_aigc", heard.error.get("code") == "ok", "asked video/list for is_aigc")

    def branded_for_only_me(self) -> Finding:
        heard = self.init(self.clip.stat().st_size, brand_content_toggle=True)
        how = "init with brand_content_toggle and SELF_ONLY; no bytes were sent"
        return heard.finding("branded_content_self_only", heard.error.get("code"), how)

    def several_chunks(self) -> tuple[Finding, Finding]:
        """Open a session of several chunks, then ask for it to be cancelled; no byte is ever sent to it."""
        heard = self.init(SINGLE_CHUNK_LIMIT + 1)
        how = f"init of {SINGLE_CHUNK_LIMIT + 1:,} bytes in chunks of {CHUNK_SIZE:,}, the count rounded down"
        opened = heard.finding("several_chunks_init", heard.error.get("code"), how)
        cancelled = self.ask(Operation.CANCEL, {"publish_id": heard.data.get("publish_id", "")})
        return opened, cancelled.finding("cancel_of_an_upload", cancelled.error.get("code"), "cancelled that session")

    def last_chunk_again(self) -> list[Finding]:
        """Post the clip for its owner only, and send its last chunk a second time to the same address."""
        content = self.clip.read_bytes()
        heard = self.init(len(content))
        if "upload_url" not in heard.data:
            return [heard.finding("repeated_last_chunk", UNTOLD, "init was refused")]
        url, publish_id = heard.data["upload_url"], heard.data["publish_id"]
        first, again = self.put(url, content), self.put(url, content)
        shape = "empty" if not first.body else "json" if first.content else "text"
        return [
            first.finding("last_chunk_status", first.status, "sent the whole clip as one chunk"),
            first.finding("chunk_answer_body", shape, "what came with it"),
            again.finding("repeated_last_chunk", again.status, "sent the same bytes to the same address again"),
            self._outcome(publish_id),
        ]

    def _outcome(self, publish_id: str) -> Finding:
        began = time.monotonic()
        for _ in range(POLLS):
            heard = self.ask(Operation.STATUS, {"publish_id": publish_id})
            if heard.data.get("status") in ("PUBLISH_COMPLETE", "FAILED"):
                break
            self.pause(POLL_PAUSE_S)
        value = {
            "status": heard.data.get("status"),
            "fail_reason": heard.data.get("fail_reason", ""),
            "post_ids": len(heard.data.get("publicaly_available_post_id") or []),
            "seconds": round(time.monotonic() - began),
        }
        return heard.finding("outcome_after_a_repeated_chunk", value, "polled until it ended: one post, or a failure")

    def retry_after(self) -> Finding:
        """Call creator_info until TikTok has enough; it only reads."""
        for number in range(1, CREATOR_INFO_BURST + 1):
            heard = self.ask(Operation.CREATOR_INFO)
            if heard.status == 429:  # noqa: PLR2004
                value = {"calls_let_through": number - 1, "retry_after": heard.headers.get("retry-after", "")}
                return heard.finding("rate_limit", value, "called creator_info as fast as it goes")
        return heard.finding("rate_limit", UNTOLD, f"{CREATOR_INFO_BURST} calls were all let through")

    def old_access_token(self, old: str) -> Finding:
        current, self.access_token = self.access_token, old
        heard = self.ask(Operation.CREATOR_INFO)
        self.access_token = current
        how = "read with the access token from before a refresh"
        return heard.finding("old_access_token_after_refresh", heard.error.get("code") != "access_token_invalid", how)


def profile_of(findings: list[Finding], *, measured_at: datetime, client_key: str) -> dict[str, object]:
    """Return what is written down: every finding, and `sandbox`, the settings that make the sandbox behave alike."""
    values = {finding.question: finding.value for finding in findings}
    known = {
        "oauth_error_status": values.get("oauth_error_status"),
        "access_token_seconds": values.get("access_token_seconds"),
        "refresh_token_seconds": values.get("refresh_token_seconds"),
        "rotation_grace_seconds": values.get("rotation_grace_seconds"),
        "repeated_chunk_status": values.get("repeated_last_chunk"),
        "old_access_survives_refresh": values.get("old_access_token_after_refresh"),
    }
    return {
        "format": FORMAT,
        "measured_at": measured_at.astimezone(UTC).isoformat(timespec="seconds"),
        "app": client_key[:4] + "…",
        "findings": [asdict(finding) for finding in findings],
        "sandbox": {name: value for name, value in known.items() if value is not None and value != UNTOLD},
    }
