"""
Answers kept in Valkey, each with the version of what it is about.

An answer whose version is not the present one is never given, so a refresh makes the old ones void by itself, and how long one
is kept is an upper bound only. One process works out a missing answer, the others wait for it a moment. Without Valkey every
answer is worked out anew.
"""

import hashlib
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Schema
from redis import Redis
from redis.exceptions import RedisError

from tiktok.outage import open_valkey

logger = logging.getLogger(__name__)

HOUR_S, HALF_HOUR_S, SIX_HOURS_S = 3_600, 1_800, 21_600
WORKING_S, WAIT_S, LOOK_S = 10, 2.0, 0.02
PREFIX = "carillon:answer:"
UNKNOWN = -1  # no version: everything there is counts as newer


class Question(Protocol):
    """Reads what an answer needs, unless its version is the known one; then returns None."""

    def __call__(self, known: int) -> tuple[int, Schema | None]: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """A JSON body, what version it is of, and its tag."""

    version: int
    tag: str
    body: bytes

    def respond(self, request: HttpRequest, *, found: str) -> HttpResponse:
        """Return it, or 304 to who has it already."""
        tag = f'"{self.tag}"'
        same = tag in [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]
        response = HttpResponse(status=304) if same else HttpResponse(self.body, content_type="application/json")
        response["ETag"] = tag
        response["Cache-Control"] = "private, no-cache"
        response["X-Cache"] = found
        return response


def answer(request: HttpRequest, name: str, words: dict[str, object], *, keep_s: int, ask: Question) -> HttpResponse:
    """
    Answer a request from what is kept, or anew.

    :param words: all that the answer depends on besides the data: whose, ranges, zones
    :param ask: is given the kept answer's version; returns the present one, and the answer where they differ
    """
    key = PREFIX + name + ":" + hashlib.sha256(json.dumps(words, sort_keys=True, default=str).encode()).hexdigest()[:32]
    kept = _read(key)
    working = kept is None and not _begin(key)
    if working and (kept := _wait(key)) is None:
        working = False
    version, fresh = ask(kept.version if kept else UNKNOWN)
    if fresh is None and kept is not None:
        return kept.respond(request, found="hit")
    body = b"" if fresh is None else fresh.model_dump_json().encode()
    made = Answer(version, hashlib.sha256(body).hexdigest()[:24], body)
    _keep(key, made, keep_s)
    return made.respond(request, found="stale" if kept else "miss")


@cache
def _valkey() -> Redis:
    return open_valkey(settings.REDIS_URL)


def _safely(do: Callable[[], Any]) -> Any:
    """Return what Valkey says; None while it is away, since nothing here needs it."""
    try:
        return do()
    except RedisError as error:
        logger.warning("answers are not kept: %s", type(error).__name__)
        return None


def _read(key: str) -> Answer | None:
    found = _safely(lambda: _valkey().get(key))
    if not found:
        return None
    version, tag, body = found.split(b"\n", 2)
    return Answer(int(version), tag.decode(), body)


def _keep(key: str, made: Answer, keep_s: int) -> None:
    value = b"%d\n%s\n%s" % (made.version, made.tag.encode(), made.body)
    _safely(lambda: _valkey().set(key, value, ex=keep_s))
    _safely(lambda: _valkey().delete(key + ":working"))


def _begin(key: str) -> bool:
    """Say whether it is ours to work the answer out."""
    mine = _safely(lambda: _valkey().set(key + ":working", b"1", nx=True, ex=WORKING_S))
    return mine is not False and mine is not None or _safely(lambda: _valkey().exists(key + ":working")) is None


def _wait(key: str) -> Answer | None:
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        if (found := _read(key)) is not None:
            return found
        time.sleep(LOOK_S)
    return None
