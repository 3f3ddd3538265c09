"""Holding on to a claim while one request to TikTok lasts long."""

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError, connection
from django.db.models.functions import Now

from api.publishing.models import Publication
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.transitions import renew_lease
from core.tempo import paced

logger = logging.getLogger(__name__)

BEAT_S = 30.0


@contextmanager
def kept_lease(publication_id: UUID, *, attempt: int) -> Iterator[None]:
    """Renew the lease every 30 s from the process's one thread for that, until the block ends or the claim is lost."""
    held = _Held(publication_id, attempt, time.monotonic() + paced(BEAT_S))
    keeper = _keeper()
    keeper.add(held)
    try:
        yield
    finally:
        keeper.remove(held)


def let_go(owners: str) -> int:
    """End the leases of owners whose names begin so, since their process ends now; others take over at once."""
    mine = Publication.objects.filter(lease_owner__startswith=owners, state__in=CLAIMABLE, lease_until__gt=Now())
    return mine.update(lease_until=Now())


@dataclass(eq=False, slots=True)
class _Held:
    publication_id: UUID
    attempt: int
    renew_at: float


class _Keeper:
    """One thread and one connection, however many uploads a process has under way; none while there are none."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._held: set[_Held] = set()
        self._running = False

    def add(self, held: _Held) -> None:
        with self._changed:
            self._held.add(held)
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name="leases", daemon=True).start()
            self._changed.notify_all()

    def remove(self, held: _Held) -> None:
        with self._changed:
            self._held.discard(held)
            self._changed.notify_all()

    def _run(self) -> None:
        while due := self._next():
            self._renew(due)

    def _next(self) -> _Held | None:
        """Wait for the next that has to be renewed; None when nothing has been held for a while."""
        with self._changed:
            while True:
                if not self._held and not self._changed.wait_for(lambda: self._held, paced(BEAT_S)):
                    self._running = False  # under the lock: whoever comes next starts another thread
                    return None
                first = min(self._held, key=lambda held: held.renew_at)
                wait_s = first.renew_at - time.monotonic()
                if wait_s <= 0:
                    return first
                self._changed.wait(wait_s)

    def _renew(self, held: _Held) -> None:
        try:
            kept = renew_lease(held.publication_id, attempt=held.attempt)
        except DatabaseError as error:  # it may come back before the lease ends; and if not, the fence holds
            logger.warning("a lease was not renewed: %s", type(error).__name__)
            kept = True
        finally:
            connection.close()  # this thread's own: nothing is kept open for the next half minute
        if not kept:
            self.remove(held)
        held.renew_at = time.monotonic() + paced(BEAT_S)


_keepers: list[_Keeper] = []
_making = threading.Lock()


def _keeper() -> _Keeper:
    with _making:
        if not _keepers:
            _keepers.append(_Keeper())
        return _keepers[0]


def _forget() -> None:
    global _making  # noqa: PLW0603 - another thread of the parent may have held the lock when it forked
    _making = threading.Lock()
    _keepers.clear()


os.register_at_fork(after_in_child=_forget)
