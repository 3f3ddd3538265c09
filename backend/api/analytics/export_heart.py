"""
The second thread of an export's worker: it keeps the lease, says how far the file is, and looks whether it is still wanted.

The first may be waiting for the database, which sorts for a while before it sends anything. An export that was called off is
cancelled there too.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import Error, connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from api.analytics.models.export_job_model import LEASE, ExportJob, ExportStatus
from core.live import announce
from core.tempo import paced, paced_delta

logger = logging.getLogger(__name__)

LOOKED_EVERY_S = 0.5
CANCEL_S = 2.0


class Stopped(Exception):
    """The export was called off, or is another worker's by now."""


def mine(job: ExportJob) -> "QuerySet[ExportJob]":
    """Return the row while it is still this attempt's."""
    return ExportJob.objects.filter(pk=job.pk, status=ExportStatus.RUNNING, attempt=job.attempt)


def keep(job: ExportJob, *, rows: int, total: int | None) -> bool:
    """Write how far it is and renew the lease; False when the export was called off, or another worker has it."""
    percent = min(rows * 100 // total, 99) if total else 0
    lease = Now() + paced_delta(LEASE)
    with transaction.atomic():
        kept = mine(job).update(rows_done=rows, rows_total=total, progress=percent, lease_until=lease, updated_at=Now())
        if kept and percent != job.progress:
            words = {"status": ExportStatus.RUNNING, "progress": str(percent)}
            announce(job.workspace_id, "export", job.pk, **words)
    job.progress = percent
    return kept == 1


class Heart(threading.Thread):
    """Keeps a claimed export, and stops its writer, also in the middle of a statement, once it is not wanted any more."""

    def __init__(self, job: ExportJob, writer: "psycopg.Connection[Any]") -> None:
        super().__init__(name=f"export-{job.pk}", daemon=True)
        self.rows, self.total = 0, job.rows_total
        self._job, self._writer = job, writer
        self._stopped, self._over = threading.Event(), threading.Event()

    def note(self, rows: int) -> None:
        """
        Take down how many rows were written.

        :raises Stopped: when no more are wanted
        """
        self.rows = rows
        if self._stopped.is_set():
            raise Stopped

    def run(self) -> None:
        try:
            while not self._over.wait(paced(LOOKED_EVERY_S)):
                self._beat()
        finally:
            connection.close()  # this thread's own

    def _beat(self) -> None:
        try:
            wanted = keep(self._job, rows=self.rows, total=self.total)
        except (
            Error
        ) as error:  # the database is away for a moment: the lease outlasts that, or another worker takes over
            logger.warning("export %s could not say how far it is: %s", self._job.pk, type(error).__name__)
            connection.close()
            return
        if not wanted:
            self._stopped.set()
            self._writer.cancel_safe(timeout=CANCEL_S)

    @contextmanager
    def beating(self) -> Iterator["Heart"]:
        """
        Beat for as long as the block lasts.

        :raises Stopped: instead of the database's own error, when a statement was cancelled
        """
        self.start()
        try:
            yield self
        except (Error, psycopg.Error) as error:
            if self._stopped.is_set():
                raise Stopped from error
            raise
        finally:
            self._over.set()
            self.join()
