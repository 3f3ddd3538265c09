"""Telling a worker something after the commit. A hint may be lost or doubled: the rows are the truth, sweeps find the rest."""

import logging
from datetime import datetime

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def hint(task: str, *, at: datetime | None = None, **ids: str) -> None:
    """After the commit, queue `task` with `ids`, for `at` or at once. A broker that is away is logged and nothing more."""

    def send() -> None:
        try:
            current_app.send_task(task, kwargs=ids, eta=at)
        except (OperationalError, OSError) as error:
            logger.warning("hint %s %s was not sent: %s", task, ids, type(error).__name__)

    transaction.on_commit(send)
