"""Telling a worker something after the commit. A hint may be lost or doubled: the rows are the truth, sweeps find the rest."""

import logging
import time
from datetime import datetime

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

AWAY_S = 5.0  # who has just found the broker away keeps everybody else in this process from waiting for it too

_away_until = [0.0]


def hint(task: str, *, at: datetime | None = None, **ids: str) -> None:
    """After the commit, queue `task` with `ids`, for `at` or at once. A broker that is away is logged and nothing more."""

    def send() -> None:
        if time.monotonic() < _away_until[0]:
            return
        try:
            current_app.send_task(task, kwargs=ids, eta=at)
        except (OperationalError, OSError) as error:
            _away_until[0] = time.monotonic() + AWAY_S
            logger.warning("hint %s %s was not sent: %s", task, ids, type(error).__name__)

    transaction.on_commit(send)


def forget_outage() -> None:
    """Try the broker again at the next hint, however short ago it was away."""
    _away_until[0] = 0.0
