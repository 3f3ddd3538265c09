"""Uploads over a real connection to the real server: cut lines and large files."""

import hashlib
import socket
import struct
import threading
import time
from collections.abc import Iterator

import httpx2 as httpx
import psutil
import pytest

from api.media.tests.conftest import HEAD, LiveApi
from conftest import CLIP, Caller

pytestmark = pytest.mark.django_db(transaction=True)

MIB = 1024**2


def headers_of(caller: Caller, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {caller.token}", "Tus-Resumable": "1.0.0", **more}


def begin(api: LiveApi, caller: Caller, size: int) -> str:
    """Announce a file; return the upload's address."""
    answer = httpx.post(
        f"{api.url}/media/uploads", headers=headers_of(caller, **{"Upload-Length": str(size)}), trust_env=False
    )
    return f"{api.url}/media/uploads/{answer.raise_for_status().json()['id']}"


def patch(caller: Caller, url: str, offset: int, content: bytes | Iterator[bytes], size: int) -> httpx.Response:
    headers = headers_of(
        caller,
        **{
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
            "Content-Length": str(size),
        },
    )
    return httpx.patch(url, content=content, headers=headers, timeout=60, trust_env=False)


def offset_of(caller: Caller, url: str) -> int:
    return int(httpx.head(url, headers=headers_of(caller), trust_env=False).headers["Upload-Offset"])


def cut(api: LiveApi, caller: Caller, url: str, content: bytes, *, sent: int, reset: bool) -> None:
    """Begin to send `content`, and cut the line after `sent` bytes of it."""
    head = "\r\n".join(
        [
            f"PATCH {url.removeprefix(f'http://127.0.0.1:{api.port}')} HTTP/1.1",
            f"Host: 127.0.0.1:{api.port}",
            f"Authorization: Bearer {caller.token}",
            "Content-Type: application/offset+octet-stream",
            "Upload-Offset: 0",
            f"Content-Length: {len(content)}",
        ]
    )
    with api.connect() as line:
        line.sendall(head.encode() + b"\r\n\r\n" + content[:sent])
        time.sleep(0.3)
        if reset:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


class TestBrokenConnection:
    @pytest.mark.parametrize("reset", [False, True])
    def test_costs_nothing_that_had_arrived(self, live_api: LiveApi, alice: Caller, reset: bool) -> None:
        content = CLIP.read_bytes()
        url = begin(live_api, alice, len(content))

        cut(live_api, alice, url, content, sent=700_000, reset=reset)
        deadline = time.monotonic() + 10
        while (offset := offset_of(alice, url)) == 0 and time.monotonic() < deadline:
            time.sleep(0.05)
        rest = patch(alice, url, offset, content[offset:], len(content) - offset)

        assert 0 < offset <= 700_000
        assert rest.status_code == 204
        asset_id = rest.headers["Carillon-Media-Id"]
        shown = httpx.get(f"{live_api.url}/media/{asset_id}", headers=headers_of(alice), trust_env=False).json()
        assert shown["sha256"] == hashlib.sha256(content).hexdigest()

    def test_refuses_a_body_of_unknown_length(self, live_api: LiveApi, alice: Caller) -> None:
        url = begin(live_api, alice, 1000)

        headers = headers_of(alice, **{"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"})
        answer = httpx.patch(url, content=iter([HEAD]), headers=headers, trust_env=False)

        assert (answer.status_code, answer.json()["code"]) == (422, "header_invalid")
        assert offset_of(alice, url) == 0


class Watch:
    """The most memory a process and its children had while it was watched."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def _look(self) -> None:
        while not self._done.wait(0.01):
            self.peak = max(self.peak, sum(process.memory_info().rss for process in self._processes))

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


class TestLargeFile:
    def test_is_never_held_in_memory(self, live_api: LiveApi, alice: Caller) -> None:
        size, piece = 256 * MIB, 64 * MIB
        url = begin(live_api, alice, size)

        def blocks(offset: int) -> Iterator[bytes]:
            first = HEAD if offset == 0 else b""
            yield first + bytes(MIB - len(first))
            for _ in range(piece // MIB - 1):
                yield bytes(MIB)

        with Watch(live_api.process.pid) as before:
            time.sleep(0.1)
        with Watch(live_api.process.pid) as during:
            answers = [patch(alice, url, offset, blocks(offset), piece) for offset in range(0, size, piece)]

        assert [answer.status_code for answer in answers] == [204] * 4
        assert "Carillon-Media-Id" in answers[-1].headers
        assert during.peak < 400 * MIB
        assert during.peak - before.peak < 100 * MIB
