"""
Two months of the demo workspace's life, before its first day: the sandbox's clock begins in the past and is walked up to now, and
at each step the accounts are looked at as on any day. So a newcomer's charts tell of what the sandbox's people did, by the same
code as ever, and nothing in them was made up.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from threading import Barrier

import httpx2 as httpx
from django.db import connection
from django.utils import timezone

from api.accounts.models import Account
from api.accounts.token_services import fresh_access_token
from api.analytics.collect_services import collect
from api.analytics.forecast_services import judge_forecasts, keep_forecasts
from api.analytics.learn_services import learn_all
from api.analytics.models import AccountState, VideoState
from api.analytics.score_services import score_videos

STEP = timedelta(hours=11, minutes=45)  # twice a day and a little more: views at 24 hours can still be told
NOW_ENOUGH_S = 60.0
LONG_TOKEN_S = 80 * 86_400  # or each step would begin with a renewal
FORECAST_EVERY = 7 * 86_400
AT_ONCE = 3  # accounts: a look waits for the sandbox and for PostgreSQL most of its time


def live_up_to_now(accounts: list[Account], *, sandbox_url: str) -> int:
    """Walk the sandbox's clock up to the real time, looking at the accounts on the way; return how many steps it took."""
    with httpx.Client(base_url=sandbox_url, timeout=30.0, trust_env=False) as http:
        if behind_s(http) < NOW_ENOUGH_S:
            return 0
        steps, next_forecast = 0, 0.0
        with lasting_tokens(http), threads_at_once() as threads:
            while True:
                left = behind_s(http)
                now = timezone.now() - timedelta(seconds=left)
                # The worker has time for pictures; older posts are looked at once a day. A look that fails ends it.
                look = partial(collect, now=now, pictures=False, beyond=steps % 2 == 0)
                list(threads.map(lambda account, look=look: look(account=account), accounts))
                if now.timestamp() > next_forecast:
                    keep_forecasts(now=now)
                    next_forecast = now.timestamp() + FORECAST_EVERY
                steps += 1
                if left < NOW_ENOUGH_S:
                    break
                put(http, "/sandbox/api/clock", {"offset_seconds": -max(0.0, left - STEP.total_seconds())})
    for account in accounts:
        refused = fresh_access_token(account.pk)
        fresh_access_token(account.pk, refused=refused)  # one that lasts as long as any
    AccountState.objects.filter(account__in=accounts).update(due_at=timezone.now())
    learn_all(now=timezone.now())
    score_videos(set(VideoState.objects.filter(account__in=accounts).values_list("pk", flat=True)))
    judge_forecasts(now=timezone.now())
    return steps


@contextmanager
def threads_at_once() -> Iterator[ThreadPoolExecutor]:
    """Give threads, each of which keeps its connection to the database until the end, and closes it then."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        try:
            yield threads
        finally:
            all_there = Barrier(AT_ONCE)  # so that no thread does this twice, and another never
            for _ in range(AT_ONCE):
                threads.submit(_close_connection, all_there)


def _close_connection(all_there: Barrier) -> None:
    all_there.wait()
    connection.close()


def behind_s(http: httpx.Client) -> float:
    """Return by how many seconds the sandbox's clock is behind the real time."""
    return -float(http.get("/sandbox/api/clock").raise_for_status().json()["offset_seconds"])


@contextmanager
def lasting_tokens(http: httpx.Client) -> Iterator[None]:
    """Have the sandbox give tokens that last, for as long as the block does; then as it did before."""
    usual = http.get("/sandbox/api/settings").raise_for_status().json()["access_token_seconds"]
    put(http, "/sandbox/api/settings", {"access_token_seconds": LONG_TOKEN_S})
    try:
        yield
    finally:
        put(http, "/sandbox/api/settings", {"access_token_seconds": usual})


def put(http: httpx.Client, path: str, body: dict[str, float]) -> None:
    http.put(path, json=body).raise_for_status()
