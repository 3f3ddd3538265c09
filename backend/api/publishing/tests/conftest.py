"""What tests of publishing share: a clip, a way to schedule it, workers without the pauses, and a line that breaks."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from api.accounts import gateway
from api.accounts.models import Account
from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.claim import Claim
from api.publishing.models import Publication
from api.publishing.sending import send
from conftest import CLIP, Caller, Sandbox
from tiktok import upload_plan
from tiktok.upload_plan import SMALLEST_CHUNK

LONG_BYTES = 11_000_000
Schedule = Callable[..., Publication]


@pytest.fixture
def clip(alice: Caller) -> MediaAsset:
    """Big Buck Bunny, uploaded and checked."""
    return alice.upload()


@pytest.fixture
def long_clip(alice: Caller, clip: MediaAsset, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> MediaAsset:
    """The clip with 11 MB of nothing at its end, cut in two for TikTok as only files above 64 MB are in life."""
    padding = LONG_BYTES - clip.size_bytes
    path = tmp_path / "long.mp4"
    path.write_bytes(CLIP.read_bytes() + padding.to_bytes(4, "big") + b"free" + bytes(padding - 8))
    monkeypatch.setattr(upload_plan, "SINGLE_CHUNK_LIMIT", SMALLEST_CHUNK)
    monkeypatch.setattr(upload_plan, "CHUNK_SIZE", SMALLEST_CHUNK)
    return alice.upload(path)


@pytest.fixture
def schedule(alice: Caller, clip: MediaAsset) -> Schedule:
    """Schedule the clip through the API on one account, due at once: `schedule(account, allow_comment=True)`."""

    def make(account: Account, *, media: MediaAsset = clip, **choices: object) -> Publication:
        answer = alice.post("/posts", compose_body(media, account, **choices))
        assert answer.status_code == 201, answer.content
        return Publication.objects.get(pk=answer.json()["publications"][0]["id"])

    return make


@pytest.fixture
def publication(alice: Caller, sandbox: Sandbox, schedule: Schedule) -> Publication:
    """The clip on @studio.nord, due at once."""
    return schedule(alice.connect(sandbox, "studio.nord"))


def take(publication: Publication) -> Claim:
    """Claim a publication as a worker does, and hold it."""
    claimed = transitions.claim(publication.pk, owner="doomed")
    assert claimed is not None
    return Claim(claimed, "doomed")


def compose_body(clip: MediaAsset | None, *accounts: Account, **choices: object) -> dict[str, Any]:
    """Return what the composer sends for the clip on these accounts, to go out now."""
    chosen = {"privacy_level": "PUBLIC_TO_EVERYONE", **choices}
    return {
        "caption": "A rabbit wakes up #bunny",
        "media_ids": [str(clip.pk)] if clip else [],
        "timing": {"mode": "now", "time_zone": "Europe/Berlin"},
        "consent": True,
        "publications": [{"account_id": str(account.pk), **chosen} for account in accounts],
    }


def run(publication: Publication, *, rounds: int = 100) -> Publication:
    """Let workers go on until the publication rests, with short pauses in place of the real ones."""
    for number in range(rounds):
        if send(publication.pk, worker=f"worker-{number}") is None:
            break
        make_due(publication)
        time.sleep(0.05)  # the sandbox opens the video for real
    return Publication.objects.get(pk=publication.pk)


def make_due(publication: Publication) -> None:
    """End the pause a publication is in."""
    Publication.objects.filter(pk=publication.pk, next_try_at__gt=timezone.now()).update(next_try_at=timezone.now())


def forget_worker(publication: Publication) -> None:
    """Let the lease run out, as if the worker had been killed and three minutes had passed."""
    Publication.objects.filter(pk=publication.pk).update(lease_until=timezone.now())


def forget_connection() -> None:
    """Have the next call connect anew, to the address the settings name now."""
    gateway.connection().close()
    gateway.connection.cache_clear()


@dataclass
class BrokenLine:
    """A line to the sandbox that delivers every request and loses the answers to those that match."""

    target: tuple[str, int]
    loses: re.Pattern[bytes]
    times: int
    lost: list[bytes] = field(default_factory=list)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.create_connection(self.target) as server:
            # the sandbox names its own address for uploads; ours has a port of as many digits
            while request := read_message(client):
                server.sendall(request.replace(b"\r\n\r\n", b"\r\nConnection: keep-alive\r\n\r\n", 1))
                answer = read_message(server).replace(
                    b"%s:%d" % (self.target[0].encode(), self.target[1]), self.url[7:].encode()
                )
                line = request.partition(b"\r\n")[0]
                if self.loses.search(line) and len(self.lost) < self.times:
                    self.lost.append(line)
                    return
                client.sendall(answer)


def read_message(stream: socket.socket) -> bytes:
    """Read one HTTP message with a Content-Length; nothing when the other side has gone."""
    content = b""
    while b"\r\n\r\n" not in content:
        block = stream.recv(65536)
        if not block:
            return b""
        content += block
    head, _, body = content.partition(b"\r\n\r\n")
    found = re.search(rb"(?i)content-length: (\d+)", head)
    length = int(found.group(1)) if found else 0
    while len(body) < length and (block := stream.recv(65536)):
        body += block
    return head + b"\r\n\r\n" + body


@contextmanager
def broken_line(path: str, *, times: int = 1) -> Iterator[BrokenLine]:
    """Put a line between Carillon and the sandbox that loses the first `times` answers to requests for `path`."""
    old = settings.TIKTOK
    parts = urlsplit(old.api_url)
    line = BrokenLine((parts.hostname or "", parts.port or 0), re.compile(path.encode()), times)
    thread = threading.Thread(target=line.serve, daemon=True)
    thread.start()
    with override_settings(TIKTOK=replace(old, api_url=line.url)):
        forget_connection()
        yield line
        forget_connection()
    line.listener.shutdown(socket.SHUT_RDWR)
    line.listener.close()
    thread.join(5)
