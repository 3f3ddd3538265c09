"""Holding on to a claim while one request to TikTok lasts long."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from api.publishing.transitions import renew_lease
from core.tempo import paced

BEAT_S = 30.0


@contextmanager
def kept_lease(publication_id: UUID, *, attempt: int) -> Iterator[None]:
    """Renew the lease every 30 s from a thread of its own, until the block ends or the claim is lost."""
    done = threading.Event()

    def beat() -> None:
        try:
            while not done.wait(paced(BEAT_S)) and renew_lease(publication_id, attempt=attempt):
                pass
        finally:
            connection.close()  # this thread's own

    thread = threading.Thread(target=beat, name=f"lease-{publication_id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
