"""
The sender threads of one worker process: as many publications at once as TikTok's slow answers leave room for.

A worker process waits for TikTok most of the time, so it sends from several threads. They are started when there is work and
end when there has been none for a while, each with its database connection, so that a worker at rest weighs nothing more.
"""

import logging
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections

logger = logging.getLogger(__name__)

Errand = Callable[[], object]
IDLE_S = 5.0
LONGEST_HOST = 40


def name_owner() -> str:
    """Return who holds a lease, down to the thread: `worker:<host>:<process id>:<thread>`."""
    return f"{name_process()}{threading.current_thread().name}"


def name_process() -> str:
    """Return what every owner in this process begins with."""
    return f"worker:{socket.gethostname()[:LONGEST_HOST]}:{os.getpid()}:"


class SenderPool:
    """At most `size` errands at once, each in a thread; whoever brings one more waits until there is room."""

    def __init__(self, size: int, *, idle_s: float = IDLE_S, is_open: bool = True) -> None:
        self._size, self._idle_s, self._open = size, idle_s, is_open
        self._changed = threading.Condition()
        self._waiting: deque[Errand] = deque()
        self._threads: dict[int, threading.Thread] = {}
        self._in_hand = 0
        self._closed = False

    @property
    def in_hand(self) -> int:
        """How many errands are under way."""
        return self._in_hand

    @property
    def is_closed(self) -> bool:
        """Whether it has been stopped."""
        return self._closed

    def hand_over(self, errand: Errand, *, patience_s: float | None = None) -> bool:
        """
        Have a thread run `errand`; wait for room first, so that a queue outside stays where it can be seen.

        :param patience_s: how long to wait, None for ever
        :return: False when there was no room in that time, or the pool has been stopped
        """
        with self._changed:
            room = self._changed.wait_for(
                lambda: self._closed or (self._open and self._in_hand < self._size), patience_s
            )
            if self._closed or not room:
                return False
            self._in_hand += 1
            self._waiting.append(errand)
            if len(self._threads) < self._in_hand:
                self._start_thread()
            self._changed.notify_all()
        return True

    def open(self) -> None:
        """Begin to take errands, where it was made to wait for this."""
        with self._changed:
            self._open = True
            self._changed.notify_all()

    def stop(self, *, grace_s: float) -> bool:
        """Take nothing more, and wait for what is under way; False when some of it is still not done."""
        give_up_at = time.monotonic() + grace_s
        with self._changed:
            self._closed = True
            self._in_hand -= len(self._waiting)
            self._waiting.clear()
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._in_hand == 0, max(0.0, give_up_at - time.monotonic()))

    def _start_thread(self) -> None:
        number = next(number for number in range(1, self._size + 1) if number not in self._threads)
        thread = threading.Thread(target=self._work, args=(number,), name=f"sender-{number}", daemon=True)
        self._threads[number] = thread
        thread.start()

    def _work(self, number: int) -> None:
        try:
            while errand := self._next(number):
                _run(errand)
                with self._changed:
                    self._in_hand -= 1
                    self._changed.notify_all()
        finally:
            connections.close_all()  # this thread's own

    def _next(self, number: int) -> Errand | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed, self._idle_s)
            if self._waiting:
                return self._waiting.popleft()
            del self._threads[number]  # under the lock: whoever comes next starts another thread
            return None


def _run(errand: Errand) -> None:
    close_old_connections()  # one that broke, or grew old, since this thread's last errand
    try:
        errand()
    except DatabaseError as error:
        logger.warning("an errand broke off, the sweep will find it again: %s", type(error).__name__)
    except Exception:  # one post's trouble must not take the thread from the others
        logger.exception("an errand broke off, the sweep will find it again")
    finally:
        close_old_connections()


_pools: list[SenderPool] = []
os.register_at_fork(after_in_child=_pools.clear)  # the parent's threads are not the child's


def open_senders() -> SenderPool:
    """Give this process its sender threads, as a publish worker's child does at its start; they wait to be opened."""
    if not _pools:
        _pools.append(SenderPool(settings.SENDER_THREADS, is_open=False))
    return _pools[0]


def run_or_hand_over(errand: Errand) -> None:
    """Hand an errand to this process's sender threads; run it here where there are none."""
    if _pools:
        _pools[0].hand_over(errand)
    else:
        errand()
