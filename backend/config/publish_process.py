"""What a publish worker's child process has besides Celery: its sender threads, and the sweeper that needs no broker."""

import logging

from django.db import DatabaseError, connection

from api.publishing.lease import let_go
from api.publishing.senders import SenderPool, name_process, open_senders
from api.publishing.sweeper import Sweeper
from core.durability import find_forgetful

logger = logging.getLogger(__name__)

GRACE_S = 3.0  # the launcher gives a worker four seconds before it presses harder

_running: list[tuple[SenderPool, Sweeper]] = []


def begin() -> None:
    """Start sending; once in a process."""
    if _running:
        return
    pool = open_senders()
    sweeper = Sweeper(pool)
    _running.append((pool, sweeper))
    sweeper.start()


def end() -> None:
    """Stop: what is under way gets three seconds, and the rest is let go, for the next worker to take over at once."""
    while _running:
        pool, sweeper = _running.pop()
        sweeper.stop()
        if pool.stop(grace_s=GRACE_S):
            continue
        try:
            logger.warning("let go of %d publications that were under way", let_go(name_process()))
        except DatabaseError:
            logger.warning("the leases of this process end by themselves")


def require_durable_store() -> None:
    """
    Refuse to work on a database that may forget what it has confirmed: a post could go out twice then.

    A database that does not answer is no reason: every claim asks it anyway.

    :raises SystemExit: with what to change
    """
    try:
        forgetful = find_forgetful()
    except DatabaseError:
        return
    finally:
        connection.close()  # the worker's children are about to be forked off
    if forgetful:
        raise SystemExit(forgetful)
