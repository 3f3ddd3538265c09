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
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel
from redis import Redis
from redis.exceptions import RedisError

from core.sentences.answer import language_of
from tiktok.outage import open_valkey

logger = logging.getLogger(__name__)

HOUR_S, HALF_HOUR_S, SIX_HOURS_S = 3_600, 1_800, 21_600
# For how long an answer is kept at most, by its name.
KEPT_S = {
    "metrics": HOUR_S,
    "timeseries": HOUR_S,
    "post": HALF_HOUR_S,
    "posts": HALF_HOUR_S,
    "dashboard": HALF_HOUR_S,
    "accounts": HALF_HOUR_S,
    "compare": HOUR_S,
    "best_times": SIX_HOURS_S,
    "hashtags": SIX_HOURS_S,
    "forecast": SIX_HOURS_S,
}
WORKING_S, WAIT_S, LOOK_S = 10, 2.0, 0.01
PREFIX, WORKING, VERSION = "carillon:answer:", ":working", ":version"
UNKNOWN = -1  # no version: everything there is counts as newer


class Question(Protocol):
    """Reads what an answer needs, unless its version is the known one; then returns None."""

    def __call__(self, known: int) -> tuple[int, BaseModel | None]: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """A JSON body, what version it is of, and its tag."""

    version: int
    tag: str
    body: bytes

    @property
    def packed(self) -> bytes:
        return b"%d\n%s\n%s" % (self.version, self.tag.encode(), self.body)

    def respond(self, request: HttpRequest, *, found: str) -> HttpResponse:
        """Return it, or 304 to who has it already."""
        tag = f'"{self.tag}"'
        same = tag in [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]
        response = HttpResponse(status=304) if same else HttpResponse(self.body, content_type="application/json")
        response["ETag"] = tag
        response["Cache-Control"] = "private, no-cache"
        response["Carillon-Cache"] = found
        return response


def answer(
    request: HttpRequest,
    name: str,
    words: Mapping[str, object],
    ask: Question,
    *,
    tell_version: Callable[[], int] | None = None,
) -> HttpResponse:
    """
    Answer a request from what is kept, or anew.

    :param name: of KEPT_S
    :param words: all that the answer depends on besides the data and the reader's language: whose, ranges, zones
    :param ask: is given the kept answer's version; returns the present one, and the answer where they differ
    :param tell_version: tells the present version alone, where the answer takes much longer than that: of many who ask for one
        that has just become old, one works it out, and whoever came before that began is given the same
    """
    words = {**words, "language": language_of(request)}
    digest = hashlib.sha256(json.dumps(words, sort_keys=True, default=str).encode()).hexdigest()
    key = f"{PREFIX}{name}:{digest[:32]}"
    kept, mine = _read(key), False
    present = None if tell_version is None else tell_version()
    if not _is_enough(kept, present):
        mine, kept = _take_turn(key, kept, present)
    if kept is not None and present is not None and kept.version >= present:
        return kept.respond(request, found="hit")
    try:
        version, fresh = ask(kept.version if kept else UNKNOWN)
        if fresh is None and kept is not None:
            return kept.respond(request, found="hit")
        body = b"" if fresh is None else fresh.model_dump_json(context={"request": request}).encode()
        made = Answer(version, hashlib.sha256(body).hexdigest()[:24], body)
        _keep(key, made, KEPT_S[name])
    finally:
        if mine:
            _end(key)
    return made.respond(request, found="stale" if kept else "miss")


def _is_enough(kept: Answer | None, present: int | None) -> bool:
    """Tell whether a kept answer is as new as the version asked for; without one, whether there is any."""
    return kept is not None and (present is None or kept.version >= present)


def _take_turn(key: str, kept: Answer | None, present: int | None) -> tuple[bool, Answer | None]:
    """Say whether it is ours to work an answer out, and what is kept by now: where others are at it, theirs is waited for."""
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        if _begin(key):
            # Whoever was at it may have ended a moment ago.
            found = _read(key)
            if not _is_enough(found, present):
                return True, found
            _end(key)
            return False, found
        # Others may begin anew all the time: what was kept meanwhile counts, whoever is at it now.
        if _is_kept(key, present) and _is_enough(found := _read(key), present):
            return False, found
        time.sleep(LOOK_S)
    return False, _read(key) or kept


def _keep(key: str, made: Answer, for_s: int) -> None:
    """Keep an answer; its version also by itself, for those who wait for it: an answer may have hundreds of kilobytes."""
    _safely(lambda: _valkey().set(key, made.packed, ex=for_s))
    _safely(lambda: _valkey().set(key + VERSION, made.version, ex=for_s))


def _is_kept(key: str, present: int | None) -> bool:
    version = _safely(lambda: _valkey().get(key + VERSION))
    return version is not None and (present is None or int(version) >= present)


@cache
def _valkey() -> Redis:
    return open_valkey(settings.REDIS_URL)


def forget_connection() -> None:
    """Connect anew at the next answer, to wherever the settings say then."""
    _valkey.cache_clear()


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


def _begin(key: str) -> bool:
    """Say whether it is ours to work the answer out; while Valkey is away it is everybody's."""
    try:
        return bool(_valkey().set(key + WORKING, b"1", nx=True, ex=WORKING_S))
    except RedisError:
        return True


def _end(key: str) -> None:
    _safely(lambda: _valkey().delete(key + WORKING))
