"""
Exports: answered at once while they are small, else lined up as a job. The row is the queue; messages are hints.

Whoever may see the figures may take them along: every role may export, and what it exports is its own workspace's alone. Who it
was and what they took stands in the audit log.
"""

from collections.abc import Sequence
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.functions import Now

from api.analytics.export_request import AT_ONCE, ExportRequest, name_file
from api.analytics.export_writers import count_rows, write_export
from api.analytics.models.export_job_model import KEPT, LIVE, SHOWN, ExportJob, ExportStatus
from api.workspaces.audit import record
from api.workspaces.auth import Member
from core.domain_error import DomainError
from core.hints import hint
from core.live import announce

TASK = "exports.make_export"
MOST_LIVE = 3  # a workspace's, at once
KEPT_IN_MEMORY = 1024**2
TRY_AGAIN_S = 60


class TooManyExports(DomainError):
    code, status, title = "too_many_exports", 429, "Exports are under way"


class NoFile(DomainError):
    code, status, title = "export_not_ready", 409, "There is no file yet"


class FileIsGone(DomainError):
    code, status, title = "export_expired", 410, "The file is gone"


def export_at_once(*, member: Member, request: ExportRequest, handles: Sequence[str]) -> IO[bytes] | None:
    """
    Return an export as an open file; None when it is too large for that.

    It is written as a whole before anything of it is sent: what breaks is an error then, not half a file, and a slow reader holds
    no connection to the database.
    """
    most = AT_ONCE[request.format]
    if count_rows(request, most=most + 1) > most:
        return None
    out: IO[bytes] = SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 - the answer closes it
    try:
        rows = write_export(request, out, on_rows=lambda _: None)
        _note(member, request, name_file(request, handles), rows=rows)
    except BaseException:
        out.close()
        raise
    return out


def request_job(*, member: Member, request: ExportRequest, handles: Sequence[str]) -> ExportJob:
    """
    Line an export up. Asked again while it waits or runs, the same row is the answer.

    :raises TooManyExports: while the workspace has as many under way as it may
    """
    with transaction.atomic():
        live = ExportJob.objects.select_for_update().filter(workspace=member.workspace, status__in=LIVE)
        waiting = list(live.order_by("pk"))
        asked = {"what": request.what, "format": request.format, "parameters": request.to_json()}
        for job in waiting:
            if all(getattr(job, name) == value for name, value in asked.items()):
                return job
        if len(waiting) >= MOST_LIVE:
            sentence = f"{MOST_LIVE} exports of this workspace are being made. Wait for one, or call one off."
            raise TooManyExports(sentence, retry_after_s=TRY_AGAIN_S)
        name = name_file(request, handles)
        job = ExportJob.objects.create(workspace=member.workspace, asked_by=member.user, file_name=name, **asked)
        _note(member, request, name, export=str(job.pk))
        hint(TASK, export_id=str(job.pk))
        announce(job.workspace_id, "export", job.pk, status=job.status)
    return job


def remove(job: ExportJob, *, now: datetime) -> None:
    """Call an export off that waits or runs; a worker that is at it stops within a second or two. One that has ended goes."""
    with transaction.atomic():
        live = ExportJob.objects.filter(pk=job.pk, status__in=LIVE)
        if live.update(status=ExportStatus.CANCELLED, lease_until=None, **_ended(now), updated_at=Now()):
            announce(job.workspace_id, "export", job.pk, status=ExportStatus.CANCELLED)
            return
    drop_files(job)  # first: a file without a row would stay for ever
    with transaction.atomic():
        ExportJob.objects.filter(pk=job.pk).exclude(status__in=LIVE).delete()
        announce(job.workspace_id, "export", job.pk, status="removed")


def open_file(job: ExportJob, *, now: datetime) -> IO[bytes]:
    """
    Return the file of a finished export.

    :raises NoFile: while it is being made, or when it was not made
    :raises FileIsGone: after a day
    """
    if job.status != ExportStatus.DONE:
        made = "The file is still being made." if job.status in LIVE else "No file was made: the export was called off."
        raise NoFile(job.error or made)
    if job.expires_at is None or job.expires_at <= now or not default_storage.exists(job.file_key):
        raise FileIsGone("Exports are kept for a day, and this one is gone. Ask for it again.")
    return default_storage.open(job.file_key)


def drop_files(job: ExportJob) -> None:
    """Delete what any attempt left in the media storage."""
    for key in job.keys:
        default_storage.delete(key)


def drop_expired(*, now: datetime) -> int:
    """Delete the files that were kept for a day, and rows a week later; return how many files."""
    files = ExportJob.objects.filter(status=ExportStatus.DONE, expires_at__lte=now).exclude(file_key="")
    dropped = 0
    for job in files[:1000]:
        drop_files(job)
        ExportJob.objects.filter(pk=job.pk).update(file_key="", updated_at=Now())
        announce(job.workspace_id, "export", job.pk, status="expired")
        dropped += 1
    ExportJob.objects.filter(file_key="", expires_at__lte=now - SHOWN).exclude(status__in=LIVE).delete()
    return dropped


def _ended(now: datetime) -> dict[str, datetime]:
    return {"finished_at": now, "expires_at": now + KEPT}


def _note(member: Member, request: ExportRequest, name: str, **more: object) -> None:
    asked = {"what": request.what, "format": request.format, **request.to_json(), **more}
    record(
        member,
        "export.asked",
        kind="workspace",
        subject_id=member.workspace.pk,
        sentence=f"exported {name}",
        **asked,
    )
