"""Whoever writes what accounts of one workspace come to locks in one order: nobody waits in a circle."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from django.db import connection

from api.accounts.models import Account
from api.analytics.models import WorkspaceDay
from api.analytics.rebuild_services import rebuild_account, verify_account
from api.analytics.tests.makers import add_tracked, add_video, hours, tell, tell_account, utc
from api.analytics.video_services import keep_videos
from conftest import Caller
from tiktok.wire import VideoItem

pytestmark = pytest.mark.django_db(transaction=True)

START = utc(2026, 3, 2)
SHARED = ("analytics_workspaceday", "analytics_workspacestate")
WAIT_S = 10.0


def list_a_post(account: Account) -> None:
    item = VideoItem(id=str(7_100_000_000_000_000_000 + account.pk.int % 1_000_003), create_time=int(START.timestamp()))
    keep_videos(account, [item], now=START)


def take_samples(account: Account) -> None:
    video = account.videos.earliest("published_at")
    tell(video, (START + hours(3), [700]), (START + hours(4), [900]))


def take_own(account: Account) -> None:
    tell_account(account, (START + hours(3), [70]), (START + hours(4), [90]))


def rebuild(account: Account) -> None:
    rebuild_account(account.pk)


WRITERS = (list_a_post, take_samples, take_own, rebuild)


@pytest.mark.parametrize(("first", "second"), list(product(WRITERS, WRITERS)), ids=lambda one: one.__name__)
def test_two_accounts_of_a_workspace(
    alice: Caller, first: Callable[[Account], None], second: Callable[[Account], None]
) -> None:
    accounts = [add_tracked(alice), add_tracked(alice)]
    for account in accounts:
        tell(add_video(account, at=START), (START + hours(1), [100]))

    with at_first_shared_row(lambda: second(accounts[1])):
        first(accounts[0])

    assert [verify_account(account.pk) for account in accounts] == [[], []]
    assert WorkspaceDay.objects.count() == 1


@contextmanager
def at_first_shared_row(act: Callable[[], None]) -> Iterator[None]:
    """Have somebody else act once the block has locked a row that both need, and go on when that one waits, or is done."""
    errors, threads = list[Exception](), list[threading.Thread]()

    def other() -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - raised where the test sees it
            errors.append(error)
        finally:
            connection.close()

    def wrapper(execute: Callable[..., object], sql: str, params: object, many: bool, context: object) -> object:
        done = execute(sql, params, many, context)
        if not threads and any(f"INSERT INTO {table}" in sql for table in SHARED):
            # Asked on the same connection, so that what was sent before has been carried out.
            connection.connection.execute("SELECT 1").fetchone()
            threads.append(threading.Thread(target=other))
            threads[0].start()
            wait_until_blocked(threads[0])
        return done

    with connection.execute_wrapper(wrapper):
        yield
    assert threads, "no row of the workspace was written"
    threads[0].join()
    assert errors == []


def wait_until_blocked(thread: threading.Thread) -> None:
    until = time.monotonic() + WAIT_S
    while thread.is_alive() and time.monotonic() < until:
        (waiting,) = connection.connection.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone()
        if waiting:
            return
        time.sleep(0.01)
