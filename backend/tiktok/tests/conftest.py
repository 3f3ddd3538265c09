"""What these tests share: a TikTok that answers as it is told, clients that talk to it, and Valkey under keys of a test's own."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.conf import settings
from redis import Redis

from tiktok.http import open_http
from tiktok.oauth import OAuthClient
from tiktok.outage import open_valkey
from tiktok.slot_stores import BIRTH
from tiktok.tests.peer import APP_SECRET, TOKEN, Peer
from tiktok.tiktok_api_client import TikTokApiClient


@pytest.fixture
def peer() -> Iterator[Peer]:
    peer = Peer()
    thread = threading.Thread(target=peer.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield peer
    peer.server.shutdown()
    peer.server.server_close()
    thread.join()


@pytest.fixture
def client(peer: Peer) -> Iterator[TikTokApiClient]:
    with open_http(peer.url) as http:
        yield TikTokApiClient(http, access_token=TOKEN)


@pytest.fixture
def oauth(peer: Peer) -> Iterator[OAuthClient]:
    with open_http(peer.url) as http:
        yield OAuthClient(http, client_key="key", client_secret=APP_SECRET)


@pytest.fixture
def valkey() -> Iterator[Redis]:
    """Valkey, which has been remembering for long enough."""
    client = open_valkey(settings.REDIS_URL)
    client.set(BIRTH, 1)
    yield client
    client.set(BIRTH, 1)
    client.close()


@pytest.fixture
def key() -> str:
    """A key nobody else has."""
    return uuid4().hex


class Relay:
    """A way to Valkey that can be cut and restored, as when Valkey or the network goes away."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._password = parts.password or ""
        is_local = parts.scheme == "unix"
        self._family = socket.AF_UNIX if is_local else socket.AF_INET
        self._target = parts.path if is_local else (parts.hostname or "", parts.port or 6379)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self.is_cut = False
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"redis://:{self._password}@127.0.0.1:{self.port}/0"

    def cut(self) -> None:
        self.is_cut = True
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def restore(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.is_cut:
                client.close()
                continue
            server = socket.socket(self._family)
            server.connect(self._target)
            self._open += [client, server]
            for source, sink in ((client, server), (server, client)):
                threading.Thread(target=self._pump, args=(source, sink), daemon=True).start()

    @staticmethod
    def _pump(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while block := source.recv(65536):
                sink.sendall(block)
        for each in (source, sink):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        source.close()


@pytest.fixture
def relay(valkey: Redis) -> Iterator[Relay]:
    """A way to the same Valkey that a test may cut."""
    made = Relay(settings.REDIS_URL)
    yield made
    made.close()
