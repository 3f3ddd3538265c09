"""One worker making one export: claimed, written, stored, settled. Every write to the row is fenced by the attempt."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from api.analytics.export_heart import Heart, Stopped, mine
from api.analytics.export_request import ExportFormat, read_request
from api.analytics.export_services import drop_files
from api.analytics.export_workbook import MOST_ROWS, MOST_SHEETS
from api.analytics.export_writers import count_rows, write_export
from api.analytics.models.export_job_model import KEPT, LEASE, MOST_ATTEMPTS, ExportJob, ExportStatus
from api.media.storage import keep_file
from core.live import announce
from core.tempo import paced_delta
from video.child import FULL

logger = logging.getLogger(__name__)

LOST = timedelta(seconds=15)  # after which a message counts as lost
GIVEN_UP = "Making this file broke off three times. Ask for a shorter stretch of time, or for another format."
NO_ROOM = "The server has no room left for this file. Ask whoever runs it to make some."
TOO_LONG = "{rows:,} rows are more than a workbook can hold here. Take CSV or Parquet, or a shorter stretch of time."


class CannotMake(Exception):
    """This export cannot be made; the sentence says why."""


def run(export_id: UUID) -> bool:
    """Make the file of an export nobody else is at; False when there was nothing to do."""
    job = claim(export_id)
    if job is None:
        return False
    try:
        _make(job)
    except CannotMake as error:
        _settle(job, status=ExportStatus.FAILED, error=str(error))
    except Stopped:
        logger.info("export %s was called off, or is another worker's", export_id)
    except OSError as error:
        if error.errno not in FULL:
            raise
        _settle(job, status=ExportStatus.FAILED, error=NO_ROOM)
    return True


def claim(export_id: UUID) -> ExportJob | None:
    """Take an export that waits, or whose worker is gone; None when there is nothing to take."""
    free = Q(status=ExportStatus.QUEUED) | Q(status=ExportStatus.RUNNING, lease_until__lt=Now())
    taken = ExportJob.objects.filter(free, pk=export_id, attempt__lt=MOST_ATTEMPTS).update(
        status=ExportStatus.RUNNING,
        attempt=F("attempt") + 1,
        lease_until=Now() + paced_delta(LEASE),
        progress=0,
        rows_done=0,
        updated_at=Now(),
    )
    if not taken:
        return None
    job = ExportJob.objects.get(pk=export_id)
    for key in job.keys[:-1]:  # a worker that was killed may have stored its file already
        default_storage.delete(key)
    return job


def list_overdue(*, now: datetime) -> list[UUID]:
    """Return the exports whose message was lost, or whose worker is gone."""
    lost = Q(status=ExportStatus.QUEUED, created_at__lt=now - paced_delta(LOST))
    rows = ExportJob.objects.filter(lost | Q(status=ExportStatus.RUNNING, lease_until__lt=now))
    return list(rows.filter(attempt__lt=MOST_ATTEMPTS).values_list("pk", flat=True)[:100])


def give_up_worn_out(*, now: datetime) -> int:
    """End the exports that no worker survived; return how many."""
    worn = ExportJob.objects.filter(status=ExportStatus.RUNNING, lease_until__lt=now, attempt__gte=MOST_ATTEMPTS)
    ended = 0
    for job in worn:
        ended += _settle(job, status=ExportStatus.FAILED, error=GIVEN_UP)
        drop_files(job)
    return ended


def sweep_scratch() -> int:
    """Delete what killed workers left on this machine; return how many files."""
    there = list(_scratch_root().glob("*"))  # first: who makes a file after this has claimed its export before
    running = ExportJob.objects.filter(status=ExportStatus.RUNNING)
    kept = {_scratch_name(pk, attempt) for pk, attempt in running.values_list("pk", "attempt")}
    left = [path for path in there if path.name not in kept]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def _make(job: ExportJob) -> None:
    request = read_request(job.workspace_id, job.what, job.format, job.parameters)
    connection.ensure_connection()
    with _scratch(job) as path:
        with Heart(job, connection.connection).beating() as heart, path.open("wb") as out:
            heart.total = count_rows(request)
            heart.note(0)
            if request.format == ExportFormat.XLSX and heart.total > MOST_ROWS * MOST_SHEETS:
                raise CannotMake(TOO_LONG.format(rows=heart.total))
            rows = write_export(request, out, on_rows=heart.note)
        key = job.keys[-1]
        keep_file(key, path)
        made = {"file_key": key, "size_bytes": path.stat().st_size, "rows_done": rows, "rows_total": rows}
        if not _settle(job, status=ExportStatus.DONE, progress=100, **made):
            default_storage.delete(key)
            raise Stopped


def _settle(job: ExportJob, *, status: ExportStatus, **result: object) -> bool:
    """End an export; False when it was no longer this worker's."""
    now = timezone.now()
    with transaction.atomic():
        ended = {"lease_until": None, "finished_at": now, "expires_at": now + KEPT, "updated_at": now}
        done = mine(job).update(status=status, **ended, **result)
        if done:
            announce(job.workspace_id, "export", job.pk, status=status)
    return done == 1


@contextmanager
def _scratch(job: ExportJob) -> Iterator[Path]:
    """A file of this attempt's own, to be written and then stored."""
    path = _scratch_root() / _scratch_name(job.pk, job.attempt)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _scratch_root() -> Path:
    root: Path = settings.UPLOAD_ROOT / "exports"
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    return root


def _scratch_name(pk: UUID, attempt: int) -> str:
    return f"{pk}-{attempt}"
