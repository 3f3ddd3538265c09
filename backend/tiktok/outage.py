"""Doing without Valkey while it is away: who asks is answered from this process, and the log says so once."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")

PATIENCE_S = 0.1
ASK_AGAIN_S = 1.0


def open_valkey(url: str) -> "Redis":
    """Return a client that gives up soon. It asks twice, since a restarted Valkey leaves dead connections behind."""
    retry = Retry(NoBackoff(), 1)
    return Redis.from_url(url, socket_connect_timeout=PATIENCE_S, socket_timeout=PATIENCE_S, retry=retry)


class Outage:
    """
    The way to the shared store, or to this process's own while the shared one is away.

    `degraded_since` is when it went away, None while it is there.
    """

    def __init__(self, *, ask_again_s: float = ASK_AGAIN_S, clock: Callable[[], float] = time.monotonic) -> None:
        self.degraded_since: datetime | None = None
        self._when_gone: list[Callable[[], None]] = []
        self._when_back: list[Callable[[], None]] = []
        self._ask_again_s, self._clock = ask_again_s, clock
        self._ask_again_at = 0.0
        self._lock = threading.Lock()

    def on_change(self, *, gone: Callable[[], None], back: Callable[[], None]) -> None:
        """Have these called when the shared store goes away, and when it has come back."""
        self._when_gone.append(gone)
        self._when_back.append(back)

    def ask(self, shared: Callable[[], Answer], own: Callable[[], Answer]) -> Answer:
        """Return what `shared` answers; what `own` answers while the shared store is away."""
        if self.degraded_since is not None and self._clock() < self._ask_again_at:
            return own()
        try:
            answer = shared()
        except RedisError as error:
            self._note_gone(error)
            return own()
        if self.degraded_since is not None:
            self._note_back()
        return answer

    def _note_gone(self, error: RedisError) -> None:
        with self._lock:
            self._ask_again_at = self._clock() + self._ask_again_s
            if self.degraded_since is not None:
                return
            self.degraded_since = datetime.now(UTC)
            for tell in self._when_gone:
                tell()
        logger.warning("Valkey is away (%s): this process limits its calls to TikTok by itself", type(error).__name__)

    def _note_back(self) -> None:
        try:
            for tell in self._when_back:
                tell()
        except RedisError:
            return  # gone again; the next to ask will see
        with self._lock:
            since, self.degraded_since = self.degraded_since, None
        if since is not None:
            logger.warning("Valkey is back; it was away since %s", since.isoformat(timespec="seconds"))
