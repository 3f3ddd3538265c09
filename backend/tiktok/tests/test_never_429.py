"""That TikTok never has to say no: in counted time against its sliding window, and against the real sandbox."""

import heapq
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import httpx2 as httpx
import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from conftest import Sandbox
from tiktok.errors import RateLimited
from tiktok.http import open_http
from tiktok.oauth import OAuthClient, build_authorize_url, make_challenge, make_verifier
from tiktok.operations import Operation
from tiktok.outage import Outage, open_valkey
from tiktok.rate_limiter import RateLimiter, pace_of
from tiktok.slot_stores import Ask, MemorySlots, ValkeySlots
from tiktok.tiktok_api_client import TikTokApiClient

WORKERS = 8


@dataclass
class Simulation:
    """Workers that call as fast as they are let, in time that is only counted. TikTok counts a call at any moment of it."""

    calls: int
    window_s: float
    now: float = 1000.0

    def run(self, lasting: Callable[[], tuple[float, float]], *, for_s: float) -> list[float]:
        """Return when TikTok counted the calls; `lasting` says how long one takes to arrive, and to be answered."""
        store = MemorySlots(pace_of(window_s=self.window_s), clock=lambda: self.now)
        self.now += self.window_s + 1
        began, counted, number = self.now, [], 0
        due: list[tuple[float, int, str]] = [(self.now, worker, "") for worker in range(WORKERS)]
        while due and due[0][0] < began + for_s:
            self.now, worker, slot = heapq.heappop(due)
            if slot:
                store.settle("a", slot, hold_ms=pace_of(window_s=self.window_s).cycle_ms)
            number += 1
            slot = f"s{number}"
            wait_ms = store.reserve(Ask("a", self.calls, slot, f"worker{worker}"))
            if wait_ms:
                heapq.heappush(due, (self.now + (wait_ms + 1) / 1000, worker, ""))
                continue
            arrives, answered = lasting()
            counted.append(self.now + arrives)
            heapq.heappush(due, (self.now + arrives + answered, worker, slot))
        return sorted(counted)


class TestSlidingWindow:
    @given(data=st.data(), calls=st.sampled_from([1, 6, 20, 30]))
    def test_never_holds_more_than_tiktok_allows(self, data: st.DataObject, calls: int) -> None:
        lengths = st.floats(0, 30)
        counted = Simulation(calls, 60.0).run(lambda: (data.draw(lengths), data.draw(lengths)), for_s=200)

        most = max((sum(1 for other in counted if at - 60 < other <= at) for at in counted), default=0)

        assert most <= calls

    @pytest.mark.parametrize("calls", [6, 20, 30, 600])
    def test_is_used_to_nine_tenths_and_more(self, calls: int) -> None:
        counted = Simulation(calls, 60.0).run(lambda: (0.15, 0.15), for_s=600)

        assert len(counted) >= 0.9 * calls * 10


WINDOW_S = 0.4


@dataclass(frozen=True)
class Habit:
    """How one worker calls: how often, and how long it dawdles before sending and before it takes the answer."""

    calls: int
    before_s: float
    after_s: float


HABITS = st.lists(
    st.builds(Habit, st.integers(1, 7), st.sampled_from([0.0, 0.02, 0.2]), st.sampled_from([0.0, 0.01, 0.3])),
    min_size=WORKERS,
    max_size=WORKERS,
)


class TestRealSandbox:
    @pytest.fixture
    def token(self, sandbox: Sandbox) -> Iterator[str]:
        sandbox.set(rate_window_seconds=WINDOW_S)
        app, verifier = settings.TIKTOK, make_verifier()
        url = build_authorize_url(
            app.authorize_url,
            client_key=app.client_key,
            redirect_uri=app.redirect_uri,
            state="state",
            challenge=make_challenge(verifier),
        )
        code = sandbox.consent("studio.nord", url).code
        with open_http(sandbox.url) as http:
            oauth = OAuthClient(http, client_key=app.client_key, client_secret=app.client_secret)
            yield oauth.exchange_code(code, redirect_uri=app.redirect_uri, verifier=verifier).access_token
        sandbox.set(rate_window_seconds=60.0)

    @hypothesis_settings(
        max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    )
    @given(habits=HABITS)
    def test_never_answers_429_to_eight_workers(self, habits: list[Habit], sandbox: Sandbox, token: str) -> None:
        time.sleep(WINDOW_S)  # what the last example sent is over
        account, answers = f"stress-{time.monotonic_ns()}", list[str]()

        def work(habit: Habit, name: str) -> None:
            with open_http(sandbox.url) as http, open_valkey(settings.REDIS_URL) as valkey:
                pace = pace_of(window_s=WINDOW_S, margin_s=0.02)
                limiter = RateLimiter(ValkeySlots(valkey, pace), Outage(), pace)
                client = TikTokApiClient(http, access_token=token)
                for _ in range(habit.calls):
                    answers.append(call(limiter, client, account, name, habit))

        run_together([partial(work, habit, f"w{n}") for n, habit in enumerate(habits)])

        assert answers == ["ok"] * sum(habit.calls for habit in habits)


def call(limiter: RateLimiter, client: TikTokApiClient, account: str, name: str, habit: Habit) -> str:
    """Make one call as soon as the limiter lets it through; return what TikTok said."""
    while True:
        try:
            with limiter.slot(account, Operation.CREATOR_INFO, holder=name):
                time.sleep(habit.before_s)
                client.creator_info()
                time.sleep(habit.after_s)
                return "ok"
        except RateLimited as full:
            if not full.ours:
                return full.code
            time.sleep(full.wait_s)
        except httpx.HTTPError as error:
            return type(error).__name__


def run_together(jobs: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
