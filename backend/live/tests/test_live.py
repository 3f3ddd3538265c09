"""The process itself, beside the real API and on the real database."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from conftest import Caller, free_port, wait_for
from core.ids import uuid7
from core.live import announce

pytestmark = pytest.mark.django_db(transaction=True)
BACKEND = Path(__file__).resolve().parents[2]
ASK_S = 1.0
ON_ITS_WAY_S = 0.5  # so long a question may be on its way, as the page reckons too


@contextmanager
def run(folder: Path, name: str, port: int, words: list[str], **environment: str) -> Iterator[None]:
    with (folder / name).open("wb") as log:
        command = [sys.executable, "-m", *words]
        process = subprocess.Popen(command, cwd=BACKEND, env=os.environ | environment, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process, folder / name)
            yield
        finally:
            process.terminate()
            assert process.wait(10) == 0


@pytest.fixture(scope="module")
def live_port(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Start the API and the live process on ports of their own; return the latter's."""
    folder, api, live = tmp_path_factory.mktemp("live"), free_port(), free_port()
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    url = urlunsplit(database)
    granian = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(api), "--workers", "1"]
    granian += ["config.wsgi:application"]
    words = ["live", "--port", str(live), "--beat", "0.5", "--ask", str(ASK_S)]
    with (
        run(folder, "api", api, granian, DATABASE_URL=url),
        run(folder, "live", live, words, DATABASE_URL=url, API_URL=f"http://127.0.0.1:{api}"),
    ):
        yield live


class Stream:
    """One open page's line to the live process."""

    def __init__(self, port: int, token: str, *headers: str, method: str = "GET", path: str = "/api/v1/events") -> None:
        self.line = socket.create_connection(("127.0.0.1", port), timeout=10)
        head = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Authorization: Bearer {token}", *headers]
        self.line.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
        self.heard = b""
        self.read_until(b"\r\n\r\n")

    @property
    def status(self) -> int:
        return int(self.heard.split()[1])

    def read_until(self, sign: bytes) -> bool:
        """Read on; False when the line was closed first."""
        while sign not in self.heard:
            block = self.line.recv(65536)
            if not block:
                return False
            self.heard += block
        return True

    def hears(self, word: str) -> bool:
        return self.read_until(word.encode())

    def ends(self, *, within_s: float) -> bool:
        until = time.monotonic() + within_s
        while (left := until - time.monotonic()) > 0:
            self.line.settimeout(left)
            try:
                block = self.line.recv(65536)
            except TimeoutError:
                break
            if not block:
                return True
            self.heard += block
        return False


@pytest.fixture
def open_stream(live_port: int) -> Iterator[Callable[..., Stream]]:
    made: list[Stream] = []

    def make(token: str, *headers: str, method: str = "GET", path: str = "/api/v1/events") -> Stream:
        made.append(Stream(live_port, token, *headers, method=method, path=path))
        return made[-1]

    yield make
    for one in made:
        one.line.close()


Open = Callable[..., Stream]


class TestAnEvent:
    def test_reaches_the_pages_of_its_workspace_and_no_other(
        self, open_stream: Open, alice: Caller, mallory: Caller
    ) -> None:
        mine, theirs = open_stream(alice.token), open_stream(mallory.token)
        assert mine.hears("event: hello")
        assert theirs.hears("event: hello")
        first, second = uuid7(), uuid7()

        announce(alice.member.workspace.pk, "post", first, state="held")
        announce(mallory.member.workspace.pk, "post", second)

        assert mine.hears(str(first))
        assert theirs.hears(str(second))
        assert str(first).encode() not in theirs.heard
        assert b'"state":"held"' in mine.heard
        assert str(alice.member.workspace.pk).encode() not in mine.heard

    def test_comes_after_the_database_broke_the_line_and_everything_is_asked_for_again(
        self, open_stream: Open, alice: Caller
    ) -> None:
        stream = open_stream(alice.token)
        assert stream.hears("event: hello")

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'"
            )
            assert cursor.rowcount >= 1

        assert stream.hears("event: resync")
        row: UUID = uuid7()
        announce(alice.member.workspace.pk, "media", row)
        assert stream.hears(str(row))


class TestAPageThatWasDrawnBeforeItWatches:
    def test_is_told_what_changed_since_it_was_asked_for(
        self, open_stream: Open, alice: Caller, mallory: Caller
    ) -> None:
        earlier = open_stream(alice.token)
        before, missed, foreign = uuid7(), uuid7(), uuid7()
        announce(alice.member.workspace.pk, "account", before)
        assert earlier.hears(str(before))
        time.sleep(2 * ON_ITS_WAY_S)
        begun = time.monotonic()
        announce(mallory.member.workspace.pk, "account", foreign)
        announce(alice.member.workspace.pk, "account", missed)
        assert earlier.hears(str(missed))

        ago_ms = int((time.monotonic() - begun + ON_ITS_WAY_S) * 1000)
        page = open_stream(alice.token, path=f"/api/v1/events?ago={ago_ms}")

        assert page.hears(str(missed))
        assert b"event: hello" in page.heard
        assert str(before).encode() not in page.heard
        assert str(foreign).encode() not in page.heard

    def test_asks_for_everything_where_that_is_longer_ago_than_is_known(self, open_stream: Open, alice: Caller) -> None:
        assert open_stream(alice.token, path="/api/v1/events?ago=600000").hears("event: resync")

    @pytest.mark.parametrize("ago", ["", "-1", "1e9", "ten", "9" * 40])
    def test_is_told_what_comes_where_it_says_no_time(self, open_stream: Open, alice: Caller, ago: str) -> None:
        assert open_stream(alice.token, path=f"/api/v1/events?ago={ago}").hears("event: hello")


class TestAStream:
    def test_says_that_it_is_there_while_nothing_happens(self, open_stream: Open, alice: Caller) -> None:
        assert open_stream(alice.token).hears(": still here")

    def test_that_came_back_asks_for_everything_again(self, open_stream: Open, alice: Caller) -> None:
        stream = open_stream(alice.token, "Last-Event-ID: 1-1")

        assert stream.hears("event: resync")
        assert b"event: hello" not in stream.heard

    def test_ends_soon_after_its_person_has_signed_out(self, open_stream: Open, alice: Caller) -> None:
        stream = open_stream(alice.token)
        assert stream.hears("event: hello")
        assert not stream.ends(within_s=ASK_S * 1.5)

        alice.member.session.end(now=timezone.now(), because="signed_out")

        assert stream.ends(within_s=ASK_S * 4)

    @pytest.mark.parametrize("token", ["", "garbage"])
    def test_is_refused_to_strangers(self, open_stream: Open, token: str) -> None:
        stream = open_stream(token)

        assert stream.status == 401
        assert stream.hears("not_signed_in")

    def test_is_refused_to_one_page_too_many(self, open_stream: Open, alice: Caller) -> None:
        pages = [open_stream(alice.token) for _ in range(12)]
        assert all(page.hears("event: hello") for page in pages)

        assert open_stream(alice.token).status == 429
        pages[0].line.close()
        assert eventually(lambda: open_stream(alice.token).status == 200)


def eventually(holds: Callable[[], bool], *, within_s: float = 5.0) -> bool:
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.1)
    return False


class TestOtherRequests:
    @pytest.mark.parametrize(
        ("method", "path", "status"),
        [("POST", "/api/v1/events", 405), ("GET", "/", 404), ("GET", "/api/v1/events/x", 404), ("GET x", "/", 400)],
    )
    def test_are_refused(self, open_stream: Open, alice: Caller, method: str, path: str, status: int) -> None:
        assert open_stream(alice.token, method=method, path=path).status == status

    def test_a_head_without_end_is_refused(self, live_port: int) -> None:
        with socket.create_connection(("127.0.0.1", live_port), timeout=5) as line:
            line.sendall(b"GET / HTTP/1.1\r\nX: " + b"x" * 40_000)
            line.settimeout(5)

            assert b" 400 " in line.recv(100)
