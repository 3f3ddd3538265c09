"""What every part of the benchmark needs: the sandbox's control, a token, and Carillon's own gate without its database."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx
from redis import Redis

from tiktok.circuit_breaker import CircuitBreaker
from tiktok.circuit_stores import Rules, ValkeyCircuits
from tiktok.http import open_http
from tiktok.oauth import OAuthClient, build_authorize_url, make_challenge, make_verifier
from tiktok.operations import Gate, Operation
from tiktok.outage import Outage, open_valkey
from tiktok.rate_limiter import RateLimiter
from tiktok.slot_stores import BIRTH, Pace, ValkeySlots

HANDLE = "studio.nord"


class Control:
    """The sandbox's own control API."""

    def __init__(self) -> None:
        self.url = os.environ["TIKTOK_API_URL"]
        self._http = httpx.Client(base_url=self.url, trust_env=False, timeout=10)

    def wait_until_ready(self) -> None:
        """Wait until the sandbox answers, ten seconds at most."""
        for _ in range(200):
            try:
                if self._http.get("/sandbox/health").is_success:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.05)
        raise SystemExit("The sandbox did not come up.")

    def set(self, **changes: object) -> None:
        """Turn the sandbox's knobs."""
        self._http.put("/sandbox/api/settings", json=changes).raise_for_status()

    def make_token(self) -> str:
        """Consent as a person would; return a new access token, which has used none of its calls."""
        env, verifier = os.environ, make_verifier()
        key, redirect = env["TIKTOK_CLIENT_KEY"], env["TIKTOK_REDIRECT_URI"]
        url = build_authorize_url(
            f"{self.url}/v2/auth/authorize/",
            client_key=key,
            redirect_uri=redirect,
            state="bench",
            challenge=make_challenge(verifier),
        )
        answer = self._http.post("/sandbox/api/authorize", json={"handle": HANDLE, "authorize_url": url})
        code = parse_qs(urlsplit(answer.raise_for_status().json()["redirect_url"]).query)["code"][0]
        with open_http(self.url) as http:
            oauth = OAuthClient(http, client_key=key, client_secret=env["TIKTOK_CLIENT_SECRET"])
            return oauth.exchange_code(code, redirect_uri=redirect, verifier=verifier).access_token


def open_store() -> Redis:
    """Return Valkey, which has been remembering for long enough."""
    valkey = open_valkey(os.environ["REDIS_URL"])
    valkey.set(BIRTH, 1)
    return valkey


def make_gate(valkey: Redis, pace: Pace, *, account: str, holder: str = "") -> tuple[Gate, RateLimiter]:
    """Return the gate as `api/accounts/gate.py` builds it, and the limiter in it."""
    outage, rules = Outage(), Rules()
    limiter = RateLimiter(ValkeySlots(valkey, pace), outage, pace)
    breaker = CircuitBreaker(ValkeyCircuits(valkey, rules), outage, rules)

    @contextmanager
    def gate(operation: Operation) -> Iterator[None]:
        with (
            breaker.guard(f"bench:{operation.group}", group=operation.group),
            limiter.slot(account, operation, holder=holder),
        ):
            yield

    return gate, limiter
