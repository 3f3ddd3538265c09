from datetime import timedelta

from django.db import models
from django.db.models import Q

from api.media.models.media_asset_model import MediaAsset
from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 3


class FixState(models.TextChoices):
    """A fix waits for a worker, runs, and ends in one of three ways."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


LIVE = (FixState.PENDING, FixState.RUNNING)


class MediaFix(BaseModel):
    """
    A file being mended: which fixes, how far, and the new file that came of it. The old one is kept.

    `key` names what was asked, so that asking again while it runs finds this row. Whoever claims it raises `attempt` and holds a
    lease; when that runs out another worker may begin again, at most MOST_ATTEMPTS times in all.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    asset = models.ForeignKey(MediaAsset, models.CASCADE, related_name="fixes")
    requested_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    fixes = models.JSONField(default=list)
    longest_ms = models.PositiveIntegerField(null=True, blank=True)
    key = models.CharField(max_length=120)
    state = models.CharField(max_length=9, choices=FixState, default=FixState.PENDING)
    progress = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, default="", blank=True)
    result = models.ForeignKey(MediaAsset, models.SET_NULL, null=True, blank=True, related_name="+")
    attempt = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asset", "key"], condition=Q(state__in=["pending", "running"]), name="one_live_fix_per_key"
            ),
            models.CheckConstraint(condition=Q(progress__lte=100), name="fix_progress_in_percent"),
        ]
        indexes = [
            models.Index(
                fields=["state", "lease_until"], condition=Q(state__in=["pending", "running"]), name="live_fixes"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} of {self.asset_id}: {self.state}"
