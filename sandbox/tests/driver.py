"""Start the real server as a process and speak to it as an app would."""

import hashlib
import json
import os
import re
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx2
from contract_check import keep_to_contract

HERE = Path(__file__).parent
BUNNY = HERE / "media" / "bigbuckbunny.mp4"
KEY, SECRET = "sbxclientkey0001", "sbx-secret-do-not-use"
REDIRECT = "http://localhost:4100/accounts/connect/callback"
WEB_REDIRECT = "https://carillon.example/callback/"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"
RFC_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
ALL_SCOPES = "user.info.basic,user.info.profile,user.info.stats,video.list,video.upload,video.publish"
QUICK = {"processing_seconds": 0.0, "moderation_seconds": 0.0}
ROOMY = {**QUICK, "posts_per_creator": 1000, "init_per_window": 1000, "status_per_window": 10000}
PATIENCE = 15.0
NO_ROOTS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # nothing here speaks TLS, and loading the roots takes time


def authorize_query(**changes: str | None) -> str:
    """Return the query of a good authorize URL, with some of it changed or (None) left out."""
    query: dict[str, str | None] = {
        "client_key": KEY,
        "response_type": "code",
        "scope": ALL_SCOPES,
        "redirect_uri": REDIRECT,
        "state": "st/ate+1",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        **changes,
    }
    return urlencode({name: value for name, value in query.items() if value is not None})


def query_of(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def init_body(size: int, chunk: int | None = None, count: int = 1, **post_info: Any) -> dict[str, Any]:
    """Return the body of an init that is in order, by default in one chunk and for everyone."""
    source = {
        "source": "FILE_UPLOAD",
        "video_size": size,
        "chunk_size": size if chunk is None else chunk,
        "total_chunk_count": count,
    }
    info = {"title": "A caption", "privacy_level": "PUBLIC_TO_EVERYONE", "brand_content_toggle": False}
    return {"post_info": {**info, **post_info}, "source_info": source}


def pull_body(url: str, **post_info: Any) -> dict[str, Any]:
    """Return the body of an init that has a video pulled."""
    return {**init_body(1, **post_info), "source_info": {"source": "PULL_FROM_URL", "video_url": url}}


def photo_body(urls: list[str], mode: str = "DIRECT_POST", cover: int = 0, **post_info: Any) -> dict[str, Any]:
    """Return the body of an init of photos that is in order."""
    info = {"title": "A title", "description": "A caption", "privacy_level": "PUBLIC_TO_EVERYONE"}
    toggles = {"brand_content_toggle": False, "brand_organic_toggle": False}
    source = {"source": "PULL_FROM_URL", "photo_images": urls, "photo_cover_index": cover}
    whole = {**info, **(toggles if mode == "DIRECT_POST" else {}), **post_info}
    return {"media_type": "PHOTO", "post_mode": mode, "post_info": whole, "source_info": source}


def scenario_path(handle: str | None) -> str:
    return "/sandbox/api/scenario" if handle is None else f"/sandbox/api/accounts/{handle}/scenario"


def code_of(answer: httpx2.Response) -> tuple[int, str]:
    """Return the two parts of an answer that say how it went."""
    return answer.status_code, answer.json()["error"]["code"]


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


@dataclass
class Server:
    """One running sandbox."""

    data: Path
    environ: dict[str, str | None] = field(default_factory=dict)
    port: int = 0
    process: "subprocess.Popen[str] | None" = None

    def start(self, *arguments: str) -> None:
        self.process = launch(self.data, self.environ, "--port", str(self.port), *arguments)
        stream = self.process.stdout
        assert stream is not None
        first = stream.readline()
        found = re.search(r"http://\S+:(\d+)", first)
        assert found, first
        self.port = int(found[1])
        hooks = {"response": [keep_to_contract]}
        self.http = httpx2.Client(base_url=found[0], timeout=30.0, trust_env=False, verify=NO_ROOTS, event_hooks=hooks)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> float:
        """End the process and return how long that took."""
        assert self.process is not None
        self.http.close()
        begun = time.monotonic()
        self.process.send_signal(how)
        try:
            self.process.wait(timeout=10)
        finally:
            took = time.monotonic() - begun
            self.process.kill()
            said, _ = self.process.communicate()
            self.process = None
        assert "Traceback" not in said, said
        return took

    def unjudged(self) -> None:
        """From now on, let answers break TikTok's contract: a test wants them wrong."""
        self.http.event_hooks = {"response": []}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self, name: str) -> int:
        """Return a figure of /proc, in bytes."""
        assert self.process is not None
        folder = Path(f"/proc/{self.process.pid}")
        text = (folder / "smaps_rollup").read_text() + (folder / "status").read_text()
        found = re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)
        assert found
        return int(found[1]) * 1024

    def settings(self, **changes: Any) -> None:
        answer = self.http.put("/sandbox/api/settings", json=changes)
        assert answer.status_code == 200, answer.text

    def rules(self, handle: str, **changes: Any) -> None:
        answer = self.http.patch(f"/sandbox/api/accounts/{handle}", json=changes)
        assert answer.status_code == 200, answer.text

    def fault(self, kind: str, **rule: Any) -> dict[str, Any]:
        """Let something go wrong and return the rule."""
        answer = self.http.post("/sandbox/api/faults", json={"kind": kind, **rule})
        assert answer.status_code == 201, answer.text
        added: dict[str, Any] = answer.json()
        return added

    def scenario(self, name: str, handle: str | None = None, **choice: Any) -> dict[str, Any]:
        """Switch a scenario on, for one account or for all."""
        answer = self.http.put(scenario_path(handle), json={"name": name, **choice})
        assert answer.status_code == 200, answer.text
        chosen: dict[str, Any] = answer.json()
        return chosen

    def advance(self, seconds: float) -> None:
        """Move the virtual clock ahead."""
        answer = self.http.post("/sandbox/api/clock/advance", json={"seconds": seconds})
        assert answer.status_code == 200, answer.text

    def clock(self, **changes: float) -> dict[str, float]:
        answer = self.http.put("/sandbox/api/clock", json=changes)
        assert answer.status_code == 200, answer.text
        shown: dict[str, float] = answer.json()
        return shown

    def code(self, handle: str, scopes: list[str] | None = None, **changes: str | None) -> str:
        """Consent for an account and return the code."""
        body: dict[str, Any] = {
            "handle": handle,
            "authorize_url": f"{self.url}/v2/auth/authorize/?{authorize_query(**changes)}",
        }
        if scopes is not None:
            body["scopes"] = scopes
        answer = self.http.post("/sandbox/api/authorize", json=body)
        assert answer.status_code == 200, answer.text
        return query_of(answer.json()["redirect_url"])["code"]

    def token(self, **changes: str | None) -> httpx2.Response:
        """Ask the token endpoint, by default for the exchange of a code."""
        form: dict[str, str | None] = {
            "client_key": KEY,
            "client_secret": SECRET,
            "grant_type": "authorization_code",
            "redirect_uri": REDIRECT,
            "code_verifier": VERIFIER,
            **changes,
        }
        return self.http.post("/v2/oauth/token/", data={k: v for k, v in form.items() if v is not None})

    def refresh(self, refresh_token: str) -> httpx2.Response:
        return self.token(
            grant_type="refresh_token", refresh_token=refresh_token, redirect_uri=None, code_verifier=None
        )

    def connect(self, handle: str, scopes: list[str] | None = None, client: Mapping[str, Any] | None = None) -> App:
        """Connect an account, by default to the environment's client and with every scope."""
        asked, secrets = {}, {}
        if client is not None:
            asked = {"client_key": client["key"]}
            secrets = {"client_key": client["key"], "client_secret": client["secret"]}
        answer = self.token(code=self.code(handle, scopes, **asked), **secrets)
        assert answer.status_code == 200, answer.text
        return App(self.http, answer.json())

    def register(self, **fields: Any) -> dict[str, Any]:
        """Register one more client and return it with its secret."""
        answer = self.http.post("/sandbox/api/clients", json={"redirect_uris": [REDIRECT], "audited": True, **fields})
        assert answer.status_code == 201, answer.text
        client: dict[str, Any] = answer.json()
        return client

    def change_client(self, key: str = KEY, **fields: Any) -> None:
        answer = self.http.patch(f"/sandbox/api/clients/{key}", json=fields)
        assert answer.status_code == 200, answer.text

    def ledger(self, after: int = 0) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.http.get(f"/sandbox/api/ledger?after={after}").json()["entries"]
        return entries


def launch(data: Path, environ: Mapping[str, str | None], *arguments: str) -> "subprocess.Popen[str]":
    """Start the command line as a process with nothing of our own environment; None leaves a variable out."""
    usual: dict[str, str | None] = {
        "PATH": os.environ.get("PATH", ""),
        "SANDBOX_CLIENT_KEY": KEY,
        "SANDBOX_CLIENT_SECRET": SECRET,
        "SANDBOX_REDIRECT_URIS": REDIRECT,
    }
    command = [sys.executable, "-W", "error", "-m", "carillon_sandbox", "--data", str(data), *arguments]
    return subprocess.Popen(
        command, cwd=HERE.parent, env={k: v for k, v in {**usual, **environ}.items() if v is not None}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def running(data: Path, settings: Mapping[str, Any], **environ: str) -> Iterator[Server]:
    """Yield a server with these settings and stop it afterwards."""
    server = Server(data, {**environ})
    server.start()
    server.settings(**settings)
    yield server
    if server.process is not None:
        server.stop(signal.SIGKILL)  # a test that cares how it stops does so itself


def hex_sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def ledger_lines(server: Server) -> list[dict[str, Any]]:
    """Read the ledger as a file, beside the server."""
    text = (server.data / "ledger.jsonl").read_text()
    assert text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]
