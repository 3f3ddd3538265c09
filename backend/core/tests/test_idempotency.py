"""A request that is sent twice is done once."""

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory
from ninja import Schema

from core.domain_error import DomainError
from core.idempotency import KeyReused, run_once
from core.ids import uuid7
from core.models import IdempotencyRecord

SCOPE = uuid7()
BODY = {"caption": "A rabbit wakes up"}


class Made(Schema):
    number: int


class Counter:
    """Work that tells how often it was done."""

    def __init__(self) -> None:
        self.done = 0
        self._lock = threading.Lock()

    def work(self) -> Made:
        with self._lock:
            self.done += 1
            return Made(number=self.done)


@pytest.fixture
def counter() -> Counter:
    return Counter()


def make_request(key: str, body: object = BODY, path: str = "/api/v1/posts") -> HttpRequest:
    headers = {"Idempotency-Key": key} if key else {}
    return RequestFactory().post(path, json.dumps(body), content_type="application/json", headers=headers)


def ask(work: Callable[[], Made], request: HttpRequest, *, scope: UUID = SCOPE) -> int:
    return run_once(request, scope=scope, run=work, answer_type=Made).number


@pytest.mark.django_db
class TestRunOnce:
    def test_gives_the_same_answer_to_the_same_request(self, counter: Counter) -> None:
        first = ask(counter.work, make_request("k"))
        second = ask(counter.work, make_request("k"))

        assert (first, second, counter.done) == (1, 1, 1)

    def test_does_it_each_time_without_a_key(self, counter: Counter) -> None:
        ask(counter.work, make_request(""))
        ask(counter.work, make_request(""))

        assert counter.done == 2
        assert not IdempotencyRecord.objects.exists()

    def test_takes_another_key_for_another_request(self, counter: Counter) -> None:
        ask(counter.work, make_request("k"))
        ask(counter.work, make_request("l"))

        assert counter.done == 2

    def test_keeps_workspaces_apart(self, counter: Counter) -> None:
        ask(counter.work, make_request("k"))
        ask(counter.work, make_request("k"), scope=uuid7())

        assert counter.done == 2

    @pytest.mark.parametrize(
        "other", [make_request("k", {"caption": "Another"}), make_request("k", path="/api/v1/media")]
    )
    def test_refuses_a_key_that_came_with_another_request(self, counter: Counter, other: HttpRequest) -> None:
        ask(counter.work, make_request("k"))

        with pytest.raises(KeyReused) as refusal:
            ask(counter.work, other)

        assert (refusal.value.status, refusal.value.code) == (422, "idempotency_key_reused")
        assert counter.done == 1

    def test_lets_a_request_that_failed_be_sent_again(self, counter: Counter) -> None:
        def fail() -> Made:
            raise DomainError("Not now.")

        with pytest.raises(DomainError):
            ask(fail, make_request("k"))
        found = ask(counter.work, make_request("k"))

        assert (found, counter.done) == (1, 1)


@pytest.mark.django_db(transaction=True)
class TestRunOnceInParallel:
    def test_does_it_once_when_two_requests_come_together(self, counter: Counter) -> None:
        start = threading.Barrier(2)

        def send() -> int:
            try:
                start.wait()
                return ask(counter.work, make_request("k"))
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            answers = [future.result() for future in [pool.submit(send), pool.submit(send)]]

        assert answers == [1, 1]
        assert counter.done == 1
        assert IdempotencyRecord.objects.count() == 1
