"""Exports as they are asked for and shown."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from ninja import Schema
from pydantic import Field

from api.analytics.export_request import ExportFormat, ExportRequest, check_range
from api.analytics.export_sheets import ExportWhat
from api.analytics.models.export_job_model import ExportJob, ExportStatus
from api.users.services import check_zone
from api.workspaces.models import Workspace
from core.sentences.answer import Sentence

PREFIX = "/api/v1/analytics/exports"
MOST_ACCOUNTS = 1_000


class ExportIn(Schema):
    """
    What to export, and as what kind of file.

    `days` has a row for each account and day, `posts` for each post with its counters now and at equal ages, `samples` for each
    time a post was looked at, `metrics` for each account with the sums of the range. Without accounts all of the workspace's are
    meant, without days everything there is. `time_zone`, the workspace's unless given, says where days begin and what instants
    are written in; an account's days are its own.
    """

    what: ExportWhat
    format: ExportFormat = ExportFormat.CSV
    account_id: list[UUID] = Field([], max_length=MOST_ACCOUNTS)
    since: date | None = None
    until: date | None = None
    time_zone: str | None = Field(None, max_length=64)

    def to_request(self, workspace: Workspace) -> ExportRequest:
        """
        Return the request, checked.

        :raises Invalid: at the field
        """
        check_range(self.since, self.until)
        zone = check_zone(self.time_zone or workspace.time_zone)
        accounts = tuple(sorted(set(self.account_id)))
        return ExportRequest(workspace.pk, self.what, self.format, zone, accounts, self.since, self.until)


class ExportOut(Schema):
    """
    An export that a worker makes. `rows_total` is null until they were counted; `progress` in percent.

    `file_url` is null until the file is there, and again once it has expired.
    """

    id: UUID
    what: ExportWhat
    format: ExportFormat
    account_ids: list[UUID]
    since: date | None
    until: date | None
    time_zone: str
    status: ExportStatus
    progress: int
    rows_done: int
    rows_total: int | None
    file_name: str
    file_url: str | None
    size_bytes: int | None
    error: Sentence | None
    asked_by: str | None
    created_at: datetime
    finished_at: datetime | None
    expires_at: datetime | None

    @classmethod
    def of(cls, job: ExportJob) -> "ExportOut":
        is_there = job.status == ExportStatus.DONE and job.expires_at is not None and job.expires_at > timezone.now()
        names = ("what", "format", "status", "progress", "rows_done", "rows_total", "file_name", "size_bytes")
        fields = {name: getattr(job, name) for name in (*names, "created_at", "finished_at", "expires_at")}
        return cls.model_validate(
            fields
            | job.parameters
            | {
                "id": job.pk,
                "file_url": f"{PREFIX}/{job.pk}/file" if is_there else None,
                "error": job.error or None,
                "asked_by": job.asked_by.email if job.asked_by else None,
            }
        )


class ExportPage(Schema):
    items: list[ExportOut]
    next_cursor: str | None
