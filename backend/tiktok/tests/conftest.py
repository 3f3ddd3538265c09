"""What tests of the client share: a TikTok that answers as it is told, and clients that talk to it."""

import threading
from collections.abc import Iterator

import pytest

from tiktok.http import open_http
from tiktok.oauth import OAuthClient
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
