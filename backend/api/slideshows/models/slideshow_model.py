from datetime import timedelta

from django.db import models
from django.db.models import Q

from api.media.models import MediaAsset
from api.posts.models import Post
from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel

LEASE = timedelta(seconds=20)
MOST_CRASHES = 3
MOST_LOSSES = 10
CANCELLED = "cancelled"


class SlideshowStatus(models.TextChoices):
    """A conversion waits, runs, and ends with a video or without; one that was called off has failed, and says so."""

    PENDING = "pending"
    CONVERTING = "converting"
    READY = "ready"
    FAILED = "failed"


LIVE = (SlideshowStatus.PENDING, SlideshowStatus.CONVERTING)


class Slideshow(BaseModel):
    """
    The video of a slideshow post: how it is to look, how far it is, and what came of it.

    `look` is what the person chose beside the photos and their times (`looks.py`). `choices_hash` names all that decides the
    video's bytes, so that the same choice is made once. Whoever claims it raises `attempt` and holds a lease; when that runs out
    another worker begins again: no fault of the photos' unless it happens MOST_LOSSES times. A child that crashed is tried again
    after `next_try_at`, MOST_CRASHES times in all.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    post = models.OneToOneField(Post, models.CASCADE, related_name="slideshow")
    requested_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    look = models.JSONField()
    # The sound file of `look`, once more as a relation: what a slideshow sounds like is a file it needs.
    music = models.ForeignKey(MediaAsset, models.PROTECT, null=True, blank=True, related_name="sounded_slideshows")
    choices_hash = models.CharField(max_length=64)
    status = models.CharField(max_length=10, choices=SlideshowStatus, default=SlideshowStatus.PENDING)
    progress = models.PositiveSmallIntegerField(default=0)
    encoder = models.CharField(max_length=8, default="", blank=True)  # that made the video
    error_code = models.CharField(max_length=60, default="", blank=True)
    error = models.CharField(max_length=400, default="", blank=True)
    result = models.ForeignKey(MediaAsset, models.SET_NULL, null=True, blank=True, related_name="+")
    attempt = models.PositiveIntegerField(default=0)
    crashes = models.PositiveSmallIntegerField(default=0)
    losses = models.PositiveSmallIntegerField(default=0)  # workers that were gone before it was done
    next_try_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(progress__lte=100), name="slideshow_progress_in_percent"),
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(progress=100), name="a_ready_slideshow_is_complete"
            ),
        ]
        indexes = [
            models.Index(
                fields=["status", "lease_until"],
                condition=Q(status__in=["pending", "converting"]),
                name="live_slideshows",
            ),
            models.Index(fields=["workspace", "choices_hash"], name="slideshows_by_choice"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.status}"
