"""Servers for the tests: one that all share, and new ones for tests that turn its knobs or need a quiet account."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from asks import WEB_REDIRECT
from client_app import App
from driver import BUNNY, QUICK, ROOMY, Server, running
from files import FileServer, serving
from receiver import Receiver, receiving


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A quick sandbox with roomy limits; a test may use it, but leaves its settings and rules alone."""
    yield from running(tmp_path_factory.mktemp("shared"), ROOMY)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A new sandbox with TikTok's own limits, for this test alone."""
    yield from running(tmp_path / "data", QUICK)


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Server]:
    """A new sandbox whose world began sixty days ago, with tokens that last longer than that."""
    patient = {**QUICK, "access_token_seconds": 100 * 86400}
    yield from running(tmp_path / "data", patient, "--begin-days-ago", "60")


@pytest.fixture
def unaudited(tmp_path: Path) -> Iterator[Server]:
    """A new sandbox whose client has not passed the audit."""
    yield from running(tmp_path / "data", QUICK, SANDBOX_AUDITED="0")


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A sandbox whose client is registered for the web platform."""
    data = tmp_path_factory.mktemp("web")
    yield from running(data, QUICK, SANDBOX_PLATFORM="web", SANDBOX_REDIRECT_URIS=WEB_REDIRECT)


@pytest.fixture(scope="session", params=["200", "rfc"])
def oauth(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Two sandboxes, one for each of the disputed ways to answer an OAuth error."""
    mode = str(request.param)
    yield from running(tmp_path_factory.mktemp(f"oauth-{mode}"), {**QUICK, "oauth_error_status": mode})


@pytest.fixture(scope="session")
def files() -> Iterator[FileServer]:
    """A file server on this machine for the pulls; the address of each file is new."""
    yield from serving()


@pytest.fixture
def puller(shared: Server, files: FileServer) -> App:
    """An app with every scope of @mira.builds that has verified the file server."""
    shared.change_client(url_prefixes=[f"{files.url}/"])
    return shared.connect("mira.builds")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    yield from receiving()


@pytest.fixture
def told(fresh: Server, receiver: Receiver) -> Server:
    """A sandbox whose client listens to webhooks, and whose retries are quick."""
    fresh.change_client(webhook_url=receiver.url)
    fresh.settings(webhook_time_scale=100)
    return fresh


@pytest.fixture(scope="session")
def bunny() -> bytes:
    return BUNNY.read_bytes()


@pytest.fixture
def nord(shared: Server) -> App:
    """An app with every scope of @studio.nord, on the shared sandbox."""
    return shared.connect("studio.nord")
