"""How many pages a question's statements touch, how long they take, and how many there are."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from statistics import fmean
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from redis import Redis

from api.users.services import open_session
from api.workspaces.models import Membership
from bench.analytics.questions import QUESTIONS, Asker, Question, Subject, open_asker, pick_subjects

SEED, OTHER_SEED = 1, 2
OF_AUTH = 2  # queries of every request: the session, the membership
ROUNDS = 8


@dataclass(slots=True)
class Statements:
    """What was sent to the database while it was watched, and how long that took."""

    sent: list[tuple[str, Any]] = field(default_factory=list)
    took_s: float = 0.0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.took_s += time.perf_counter() - began
            self.sent.append((sql, params))


@contextmanager
def watched() -> Iterator[Statements]:
    statements = Statements()
    with connection.execute_wrapper(statements):
        yield statements


def count_pages(asker: Asker, *, subjects: int) -> dict[str, tuple[float, int]]:
    """Return of each question how many pages it touches, on average and at most."""
    found = {}
    for question in QUESTIONS:
        counts = []
        for subject in islice(pick_subjects(asker, seed=SEED), 1 if question.is_of_all else subjects):
            with watched() as statements:
                question.ask(asker, subject)
            counts.append(sum(_pages_of(sql, params) for sql, params in statements.sent))
        found[question.name] = (round(fmean(counts), 1), max(counts))
    return found


def _pages_of(sql: str, params: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {sql}", params)
        told = cursor.fetchone()[0]
    # The topmost node's counts include those below it.
    top = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    return int(top["Shared Hit Blocks"]) + int(top["Shared Read Blocks"])


def warm_up(asker: Asker) -> None:
    """Ask everything twice: what a process reads once in a while is read then."""
    for subject in islice(pick_subjects(asker, seed=SEED), 2):
        for question in QUESTIONS:
            question.ask(asker, subject)


def time_statements(asker: Asker, *, subjects: int) -> tuple[dict[str, float], dict[str, float]]:
    """
    Return p50 and p95 of each question's statements in ms.

    Of several rounds the quietest one counts: what other programs on the machine take is not the product's.
    """
    some = list(islice(pick_subjects(asker, seed=OTHER_SEED), subjects))
    rounds: dict[str, list[list[float]]] = {question.name: [] for question in QUESTIONS}
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            few = some[: subjects // 4] if question.is_wide else some
            rounds[question.name].append([_time(question, asker, subject) for subject in few])
    p50, p95 = (
        {name: min(at_share(one, share) for one in mine) for name, mine in rounds.items()} for share in (0.5, 0.95)
    )
    return p50, p95


def time_cold(asker: Asker, *, seed: int) -> dict[str, float]:
    """Return how long each question's statements take when it is the first to ask, in ms."""
    subject = next(pick_subjects(asker, seed=seed))
    return {question.name: _time(question, asker, subject) for question in QUESTIONS}


def _time(question: Question, asker: Asker, subject: Subject) -> float:
    with watched() as statements:
        question.ask(asker, subject)
    return statements.took_s * 1000


def at_share(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 3)


def count_queries() -> dict[str, tuple[int, int]]:
    """Return how many queries each request needs that finds no kept answer, with ten accounts and with a thousand."""
    few, many = (_count_queries(team) for team in ("small", "large"))
    return {name: (count, many[name]) for name, count in few.items()}


def _count_queries(team: str) -> Mapping[str, int]:
    asker, found = open_asker(team), {}
    caller = Client(SERVER_NAME="localhost", headers={"Authorization": f"Bearer {make_token(asker)}"})
    Redis.from_url(settings.REDIS_URL).flushdb()
    first, second = islice(pick_subjects(asker, seed=SEED), 2)
    for question in QUESTIONS:
        # The first request also reads what a process reads once; the second must not find the first one's answer.
        caller.get(f"/api/v1/analytics/{question.address(first)}")
        Redis.from_url(settings.REDIS_URL).flushdb()
        with CaptureQueriesContext(connection) as queries:
            answer = caller.get(f"/api/v1/analytics/{question.address(second)}")
        assert answer.status_code == 200, answer.content
        assert answer["Carillon-Cache"] == "miss"
        found[question.name] = len(queries) - OF_AUTH
    return found


def make_token(asker: Asker) -> str:
    """Sign the workspace's owner in; return a token that is good for five minutes."""
    user = Membership.objects.get(workspace=asker.workspace).user
    return open_session(user=user, user_agent="benchmark", now=timezone.now()).access_token
