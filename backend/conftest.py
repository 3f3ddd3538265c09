"""What every backend test may ask for: a real database, a real sandbox process, people and a way to speak to the API as them."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx
import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client, override_settings
from django.utils import timezone
from tests.leak_watch import pytest_collection_modifyitems, pytest_configure, watch  # noqa: F401 - pytest finds its hooks here
from tests.side_by_side import pytest_runtestloop  # noqa: F401 - here too

from api.accounts import gate, gateway
from api.accounts.connect_services import Callback, finish_connect, start_connect
from api.accounts.models import Account
from api.media.models import MediaAsset
from api.users.services import open_session
from api.workspaces.auth import Member
from api.workspaces.models import Role
from api.workspaces.selectors import find_membership
from api.workspaces.services import sign_up
from tiktok.slot_stores import BIRTH

ROOT = Path(__file__).resolve().parent.parent
CLIP = Path(__file__).resolve().parent / "config" / "demo_media" / "bigbuckbunny.mp4"
PASSWORD = "a long enough password"


@dataclass
class Sandbox:
    """The running sandbox, over HTTP like everything else of TikTok's."""

    url: str
    http: httpx.Client = field(repr=False)

    def ledger(self, *, after: int = 0, event: str = "") -> list[dict[str, Any]]:
        entries = self.http.get("/sandbox/api/ledger", params={"after": after}).raise_for_status().json()["entries"]
        return [entry for entry in entries if not event or entry["event"] == event]

    def mark(self) -> int:
        """Return where the ledger stands, to read on from there."""
        return max((entry["seq"] for entry in self.ledger()), default=0)

    def set(self, **changes: object) -> None:
        self.http.put("/sandbox/api/settings", json=changes).raise_for_status()

    def fault(self, kind: str, path: str, *, times: int = 1, **options: object) -> None:
        """Have the next `times` calls of `path` go wrong (sandbox/README.md, Faults)."""
        rule = {"kind": kind, "path": path, "handle": None, "times": times, "options": options}
        self.http.post("/sandbox/api/faults", json=rule).raise_for_status()

    def change_account(self, handle: str, **changes: object) -> None:
        self.http.patch(f"/sandbox/api/accounts/{handle}", json=changes).raise_for_status()

    def consent(self, handle: str, authorize_url: str, scopes: list[str] | None = None) -> Callback:
        body: dict[str, object] = {"handle": handle, "authorize_url": authorize_url}
        if scopes is not None:
            body["scopes"] = scopes
        answer = self.http.post("/sandbox/api/authorize", json=body).raise_for_status().json()
        query = parse_qs(urlsplit(answer["redirect_url"]).query)
        return Callback(state=query["state"][0], code=query["code"][0])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def sandbox_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start one sandbox for the whole run; return its address."""
    port, data = free_port(), tmp_path_factory.mktemp("sandbox")
    tiktok = django_settings.TIKTOK
    environment = os.environ | {
        "SANDBOX_CLIENT_KEY": tiktok.client_key,
        "SANDBOX_CLIENT_SECRET": tiktok.client_secret,
        "SANDBOX_REDIRECT_URIS": tiktok.redirect_uri,
        "SANDBOX_PLATFORM": "desktop",
        "SANDBOX_AUDITED": "1",
    }
    command = [
        sys.executable,
        "-m",
        "carillon_sandbox",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--data",
        str(data),
    ]
    with (data / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT / "sandbox", env=environment, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/sandbox/health", process, data / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


def wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError(f"the sandbox ended: {log.read_text()[-2000:]}")
        try:
            if httpx.get(url, timeout=1, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise RuntimeError(f"the sandbox did not come up: {log.read_text()[-2000:]}")


@pytest.fixture
def sandbox(sandbox_process: str) -> Iterator[Sandbox]:
    """The sandbox as this installation's TikTok, processing at once unless a test says otherwise."""
    config = replace(
        django_settings.TIKTOK,
        api_url=sandbox_process,
        authorize_url=f"{sandbox_process}/v2/auth/authorize/",
        platform="desktop",
        audited=True,
    )
    with override_settings(TIKTOK=config), httpx.Client(base_url=sandbox_process, trust_env=False, timeout=10) as http:
        gateway.connection.cache_clear()
        gate.forget()
        gate.keepers().valkey.set(BIRTH, 1)  # no cold start: Valkey has been there for long
        world = Sandbox(sandbox_process, http)
        # Its accounts are the same in every test, so what tests before this one left there must not fill them up.
        world.set(processing_seconds=0.0, moderation_seconds=0.0, posts_per_creator=1000, pending_drafts=1000)
        yield world
        http.delete("/sandbox/api/faults").raise_for_status()
        gateway.connection().close()
        gateway.connection.cache_clear()
        gate.keepers().valkey.close()
        gate.forget()


class QuickArgon2(Argon2PasswordHasher):
    """The real algorithm at a hundredth of its cost, since every person in every test has a password."""

    time_cost, memory_cost, parallelism = 1, 1024, 1


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path) -> Iterator[None]:
    """Keep every test's files and keys to itself."""
    key_file = tmp_path / "keys.json"
    key_file.write_text(json.dumps({"active": "k1", "keys": {"k1": "A" * 43 + "="}}))
    key_file.chmod(0o600)
    storages = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
        "staticfiles": django_settings.STORAGES["staticfiles"],
    }
    own = {"STORAGES": storages, "UPLOAD_ROOT": tmp_path / "uploads", "TOKEN_KEY_FILE": key_file}
    own["TOKEN_JOURNAL"] = tmp_path / "token-journal"
    own["PUBLISH_MARK"] = tmp_path / "publish-mark.json"
    own["TIKTOK_POSTS_A_DAY"] = 1000  # as many as the sandbox takes in a test, unless the test is about that
    with override_settings(**own, PASSWORD_HASHERS=["conftest.QuickArgon2"]):
        yield


@dataclass
class Caller:
    """A signed-in person's way to the API."""

    member: Member
    token: str
    client: Client = field(default_factory=Client)

    def _send(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        extra: dict[str, Any] = {"headers": {"Authorization": f"Bearer {self.token}", **headers}}
        if body is not None:
            extra |= {"data": json.dumps(body), "content_type": "application/json"}
        answer = self.client.generic(method, f"/api/v1{path}", **extra)
        if not answer.streaming:
            watch.note("answer", answer.content)
        return answer

    def get(self, path: str, **headers: str) -> Any:
        return self._send("GET", path, **headers)

    def post(self, path: str, body: object = None, **headers: str) -> Any:
        return self._send("POST", path, {} if body is None else body, **headers)

    def put(self, path: str, body: object, **headers: str) -> Any:
        return self._send("PUT", path, body, **headers)

    def change(self, path: str, body: object, **headers: str) -> Any:
        return self._send("PATCH", path, body, **headers)

    def delete(self, path: str, **headers: str) -> Any:
        return self._send("DELETE", path, **headers)

    def connect(self, sandbox: Sandbox, handle: str, scopes: list[str] | None = None) -> Account:
        """Connect a sandbox account the real way, without the browser."""
        url = start_connect(member=self.member, now=timezone.now())
        return finish_connect(member=self.member, callback=sandbox.consent(handle, url, scopes), now=timezone.now())

    def upload(self, path: Path = CLIP) -> MediaAsset:
        """Upload a file through the API and have it checked."""
        from api.media.check_services import check_asset

        content = path.read_bytes()
        name = "ZmlsZS5tcDQ="
        started = self._send(
            "POST", "/media/uploads", **{"Upload-Length": str(len(content)), "Upload-Metadata": f"filename {name}"}
        )
        assert started.status_code == 201, started.content
        sent = self.patch(started.json()["id"], 0, content)
        assert sent.status_code == 204, sent.content
        return check_asset(MediaAsset.objects.get(pk=sent.headers["Carillon-Media-Id"]))

    def patch(self, upload_id: str, offset: int, content: bytes) -> Any:
        return self.client.generic(
            "PATCH",
            f"/api/v1/media/uploads/{upload_id}",
            data=content,
            content_type="application/offset+octet-stream",
            headers={"Authorization": f"Bearer {self.token}", "Upload-Offset": str(offset)},
        )


@pytest.fixture
def make_person(db: None) -> Callable[[str], Caller]:
    """Make a person with a workspace of their own, signed in: `make_person("alice")`."""

    def make(name: str) -> Caller:
        user = sign_up(email=f"{name}@example.com", password=PASSWORD, name=name.title(), time_zone="Europe/Berlin")
        signed_in = open_session(user=user, user_agent="tests", now=timezone.now())
        membership = find_membership(user)
        assert membership is not None
        return Caller(
            Member(user, signed_in.session, membership.workspace, Role(membership.role)), signed_in.access_token
        )

    return make


@pytest.fixture
def alice(make_person: Callable[[str], Caller]) -> Caller:
    """The person a test is about."""
    return make_person("alice")


@pytest.fixture
def mallory(make_person: Callable[[str], Caller]) -> Caller:
    """Somebody in another workspace."""
    return make_person("mallory")


NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
