"""An app's webhook endpoint: it keeps what it hears and answers as it is told."""

import hashlib
import hmac
import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from asks import SECRET
from driver import Server


@dataclass
class Heard:
    """One delivery as it arrived."""

    path: str
    signature: str
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.raw)
        return found

    @property
    def content(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body["content"])
        return found


@dataclass
class Receiver:
    """Everything heard, oldest first; `answers` are used up one by one, then it is 200 for good."""

    url: str
    heard: list[Heard] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def wait(self, count: int) -> list[Heard]:
        """Return what was heard once there are so many."""
        deadline = time.monotonic() + 10
        while len(self.heard) < count and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(self.heard) >= count, [heard.body["event"] for heard in self.heard]
        return self.heard

    def events(self, count: int) -> list[str]:
        return [heard.body["event"] for heard in self.wait(count)]


def receiving() -> Iterator[Receiver]:
    """Yield a listening receiver and stop it afterwards."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            known.heard.append(Heard(self.path, self.headers["TikTok-Signature"], raw))
            self.send_response(known.answers.pop(0) if known.answers else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known = Receiver(f"http://127.0.0.1:{server.server_port}/tiktok/webhook")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


def deliveries(server: Server, *, ended: int) -> list[dict[str, Any]]:
    """Return the list of deliveries once so many of them have come to an end."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found: list[dict[str, Any]] = server.http.get("/sandbox/api/webhooks").json()["webhooks"]
        if sum(1 for one in found if one["state"] != "pending") >= ended:
            return found
        time.sleep(0.05)
    raise AssertionError(found)


def is_signed(heard: Heard, secret: str = SECRET) -> bool:
    match = re.fullmatch(r"t=(\d+),s=([0-9a-f]{64})", heard.signature)
    assert match
    expected = hmac.new(secret.encode(), match[1].encode() + b"." + heard.raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, match[2])
