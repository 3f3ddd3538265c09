"""The little HTTP there is: one GET with a bearer token, answered by a stream that ends when the session does."""

import asyncio
import contextlib
import logging
import re
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import parse_qs

from live import who
from live.hub import Hub, Watcher
from live.words import BEAT, event

EVENTS_PATH = "/api/v1/events"
HEAD_LIMIT = 16 * 1024
HEAD_TIMEOUT_S = 10.0
WRITE_TIMEOUT_S = 30.0
MOST_UNASKED_S = 300.0  # without the API's yes for so long, a stream ends: its token has by then

AGO = re.compile(r"[0-9]{1,9}")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a quiet stream says that it is there, and how often its session is asked for; seconds."""

    beat_s: float = 20.0
    ask_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Request:
    """A request's first line and its headers, names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    query: str = ""
    came_at: float = field(default_factory=monotonic)

    @property
    def token(self) -> str:
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if kind.lower() == "bearer" else ""

    @property
    def ago_s(self) -> float | None:
        """How long ago the page was asked for (`?ago=`, milliseconds), seconds until now; None where it does not say."""
        said = parse_qs(self.query).get("ago", [""])[0]
        if not AGO.fullmatch(said):
            return None
        return int(said) / 1000 + (monotonic() - self.came_at)


class BadRequest(Exception):
    """What came is no request that is understood here."""


class Door:
    """Answers one connection after another; give `answer` to asyncio's server."""

    def __init__(self, hub: Hub, api_url: str, pace: Pace) -> None:
        self._hub, self._api_url, self._pace = hub, api_url, pace

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read one request, answer it, close."""
        try:
            await self._route(await read_request(reader), reader, writer)
        except BadRequest:
            await refuse(writer, 400, "bad_request")
        except (OSError, TimeoutError):
            pass  # the caller went away
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _route(self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if request.path == "/healthz" and request.method == "GET":
            await plain(writer, 200, f"watching {self._hub.size}\n")
        elif request.path != EVENTS_PATH:
            await refuse(writer, 404, "not_found")
        elif request.method != "GET":
            await refuse(writer, 405, "method_not_allowed", "Allow: GET")
        else:
            await self._admit(request, reader, writer)

    async def _admit(self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            person = await who.ask(self._api_url, request.token) if request.token else None
        except who.Stranger:
            person = None
        except who.ApiAway:
            await refuse(writer, 503, "api_away", "Retry-After: 10")
            return
        if person is None:
            await refuse(writer, 401, "not_signed_in", "WWW-Authenticate: Bearer")
        elif not self._hub.has_room(person.id):
            await refuse(writer, 429, "too_many_streams", "Retry-After: 60")
        else:
            watcher = Watcher(person.id, person.workspace)
            self._hub.join(watcher)
            try:
                await self._stream(request, watcher, reader, writer)
            finally:
                self._hub.leave(watcher)

    async def _stream(
        self, request: Request, watcher: Watcher, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        first = self._first(request, watcher)
        await write(writer, head(200, "text/event-stream", "X-Accel-Buffering: no") + b"retry: 3000\n\n" + first)
        jobs = [
            asyncio.create_task(self._pour(watcher, writer)),
            asyncio.create_task(self._ask_again(request.token, watcher)),
            asyncio.create_task(gone(reader)),
        ]
        try:
            await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)

    def _first(self, request: Request, watcher: Watcher) -> bytes:
        """
        Return what a stream begins with.

        A page was drawn before it watches: what changed since it was asked for is told to it, or, where that is not
        known, to ask for everything again.
        """
        hello, resync = (event(name, number=self._hub.number()) for name in ("hello", "resync"))
        if "last-event-id" in request.headers:
            return resync
        ago_s = request.ago_s
        missed = [] if ago_s is None else self._hub.told_since(watcher.workspace, ago_s)
        return resync if missed is None else b"".join([hello, *missed])

    async def _pour(self, watcher: Watcher, writer: asyncio.StreamWriter) -> None:
        while True:
            try:
                said = await asyncio.wait_for(watcher.waiting.get(), self._pace.beat_s)
            except TimeoutError:
                said = BEAT
            await write(writer, said)

    async def _ask_again(self, token: str, watcher: Watcher) -> None:
        """Return once the session is over, or the person has moved to another workspace."""
        asked_at = monotonic()
        while monotonic() - asked_at < MOST_UNASKED_S:
            await asyncio.sleep(self._pace.ask_s)
            try:
                person = await who.ask(self._api_url, token)
            except who.Stranger:
                return
            except who.ApiAway:
                continue
            if (person.id, person.workspace) != (watcher.person, watcher.workspace):
                return
            asked_at = monotonic()


async def read_request(reader: asyncio.StreamReader) -> Request:
    """
    Read a request's head.

    :raises BadRequest: when it is not HTTP/1, too long or too slow
    """
    try:
        text = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), HEAD_TIMEOUT_S)).decode("latin-1")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError) as error:
        raise BadRequest from error
    first, *lines = text.rstrip("\r\n").split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1."):  # noqa: PLR2004 - method, target, version
        raise BadRequest
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or name != name.strip():
            raise BadRequest
        headers[name.lower()] = value.strip()
    path, _, query = words[1].partition("?")
    return Request(words[0], path, headers, query)


async def gone(reader: asyncio.StreamReader) -> None:
    """Return when the caller has closed its side; what it still says is of no interest."""
    while await reader.read(1024):
        pass


async def write(writer: asyncio.StreamWriter, content: bytes) -> None:
    """Write, and wait until the caller takes it; TimeoutError when it does not."""
    writer.write(content)
    await asyncio.wait_for(writer.drain(), WRITE_TIMEOUT_S)


def head(status: int, content_type: str, *more: str) -> bytes:
    """Return an answer's head; the connection closes after each answer, so its body needs no length."""
    phrase = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed"}
    lines = [
        f"HTTP/1.1 {status} {phrase.get(status, 'Refused')}",
        f"Content-Type: {content_type}",
        "Cache-Control: no-store, no-transform",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
        *more,
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


SENTENCES = {
    "bad_request": "This is no request that is understood here.",
    "not_signed_in": "Sign in to go on.",
    "not_found": "There is nothing at this address.",
    "method_not_allowed": "Only GET is answered here.",
    "too_many_streams": "Too many pages of this person are open; this one asks now and then instead.",
    "api_away": "The Carillon server is not answering. Try again in a moment.",
}


async def refuse(writer: asyncio.StreamWriter, status: int, code: str, *more: str) -> None:
    """Answer with an RFC 9457 problem, in the shape the API uses."""
    said = SENTENCES[code]
    body = f'{{"type":"about:blank","title":"{said}","status":{status},"code":"{code}","detail":"{said}","errors":[]}}'
    await write(writer, head(status, "application/problem+json", *more) + body.encode())


async def plain(writer: asyncio.StreamWriter, status: int, text: str) -> None:
    await write(writer, head(status, "text/plain") + text.encode())
