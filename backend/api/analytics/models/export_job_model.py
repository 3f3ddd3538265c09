from datetime import timedelta

from django.db import models
from django.db.models import Q

from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel

LEASE = timedelta(seconds=20)
MOST_ATTEMPTS = 3
KEPT = timedelta(hours=24)  # a file
SHOWN = timedelta(days=7)  # the row after that, so that who comes late is told what became of the file


class ExportStatus(models.TextChoices):
    """An export waits, runs, and ends in one of three ways."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


LIVE = (ExportStatus.QUEUED, ExportStatus.RUNNING)


class ExportJob(BaseModel):
    """
    An export too large to be answered at once: what was asked for, how far it is, and the file that came of it.

    `parameters` are the request's (`export_request.py`). Whoever claims it raises `attempt` and holds a lease; when that runs out
    another worker begins again, at most MOST_ATTEMPTS times in all. `rows_total` is null until they were counted.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=8)
    format = models.CharField(max_length=8)
    parameters = models.JSONField()
    status = models.CharField(max_length=9, choices=ExportStatus, default=ExportStatus.QUEUED)
    rows_done = models.BigIntegerField(default=0)
    rows_total = models.BigIntegerField(null=True, blank=True)
    progress = models.PositiveSmallIntegerField(default=0)
    file_name = models.CharField(max_length=200)
    file_key = models.CharField(max_length=200, default="", blank=True)
    size_bytes = models.BigIntegerField(null=True, blank=True)
    error = models.CharField(max_length=300, default="", blank=True)
    attempt = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(progress__lte=100), name="export_progress_in_percent"),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(progress=100, expires_at__isnull=False, size_bytes__isnull=False),
                name="a_done_export_is_complete",
            ),
        ]
        indexes = [
            models.Index(
                fields=["status", "lease_until"], condition=Q(status__in=["queued", "running"]), name="live_exports"
            ),
            models.Index(fields=["workspace", "-id"], name="exports_of_workspace"),
            models.Index(fields=["expires_at"], condition=Q(expires_at__isnull=False), name="exports_that_end"),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.status}"

    @property
    def keys(self) -> list[str]:
        """Where each attempt so far may have left a file in the media storage."""
        return [
            f"exports/{self.workspace_id}/{self.pk}-{attempt}.{self.format}" for attempt in range(1, self.attempt + 1)
        ]
