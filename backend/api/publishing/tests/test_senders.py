"""The sender threads of a worker process."""

import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connection

from api.publishing.models import Publication
from api.publishing.senders import SenderPool, name_owner


@pytest.fixture
def pool() -> Iterator[SenderPool]:
    """Two threads that end after a moment without work."""
    made = SenderPool(2, idle_s=0.1)
    yield made
    made.stop(grace_s=5)


def note_name(names: list[str], done: threading.Event) -> None:
    names.append(name_owner())
    done.set()


class TestHandingOver:
    def test_runs_as_many_at_once_as_it_has_threads_and_makes_the_next_wait(self, pool: SenderPool) -> None:
        gate, begun = threading.Event(), threading.Semaphore(0)

        def errand() -> None:
            begun.release()
            gate.wait(10)

        assert pool.hand_over(errand)
        assert pool.hand_over(errand)
        assert all(begun.acquire(timeout=5) for _ in range(2))
        assert not pool.hand_over(errand, patience_s=0.05)  # full: the queue outside stays where it can be seen
        gate.set()
        assert pool.hand_over(errand, patience_s=5)

    def test_an_errand_that_breaks_leaves_its_thread_to_the_next(self, pool: SenderPool) -> None:
        done = threading.Event()

        for _ in range(5):
            assert pool.hand_over(lambda: 1 / 0, patience_s=5)
        assert pool.hand_over(done.set, patience_s=5)

        assert done.wait(5)

    def test_a_thousand_errands_are_each_run_once(self, pool: SenderPool) -> None:
        ran: list[int] = []

        for number in range(1000):
            pool.hand_over(partial(ran.append, number))
        while pool.in_hand:
            time.sleep(0.01)

        assert sorted(ran) == list(range(1000))


class TestAtRest:
    def test_its_threads_end_and_come_back(self, pool: SenderPool) -> None:
        for _ in range(3):
            names: list[str] = []
            done = threading.Event()
            pool.hand_over(partial(note_name, names, done))
            assert done.wait(5)
            time.sleep(0.3)
            assert not [one for one in threading.enumerate() if one.name.startswith("sender-")]
            assert names[0].endswith(":sender-1")


class TestStopping:
    def test_waits_for_what_is_under_way_and_takes_nothing_more(self, pool: SenderPool) -> None:
        done = threading.Event()
        begun = threading.Event()

        def errand() -> None:
            begun.set()
            time.sleep(0.2)
            done.set()

        pool.hand_over(errand)
        begun.wait(5)

        assert pool.stop(grace_s=5)
        assert done.is_set()
        assert not pool.hand_over(errand)

    def test_says_so_when_something_is_still_under_way(self, pool: SenderPool) -> None:
        gate = threading.Event()
        pool.hand_over(lambda: gate.wait(10))
        time.sleep(0.05)

        assert not pool.stop(grace_s=0.05)
        gate.set()


@pytest.mark.django_db(transaction=True)
def test_a_thread_keeps_its_connection_from_errand_to_errand_and_closes_it_at_the_end(pool: SenderPool) -> None:
    backends: list[int] = []

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            backends.append(cursor.fetchone()[0])
        assert Publication.objects.count() == 0

    for _ in range(3):
        pool.hand_over(ask, patience_s=5)
        while pool.in_hand:
            time.sleep(0.01)
    time.sleep(0.4)

    assert len(backends) == 3
    assert len(set(backends)) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE pid = %s", [backends[0]])
        assert cursor.fetchone()[0] == 0
