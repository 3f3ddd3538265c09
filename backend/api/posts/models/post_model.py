from django.db import models

from api.media.models import MediaAsset
from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class PostKind(models.TextChoices):
    VIDEO = "video"
    PHOTO = "photo"
    SLIDESHOW = "slideshow"


class TimingMode(models.TextChoices):
    """When a post goes out: not yet decided, as soon as possible, or at a time the person chose."""

    DRAFT = "draft"
    NOW = "now"
    AT = "at"


class Post(BaseModel):
    """
    What to say, and when. What becomes of it on each account, its publications know.

    `local_time` and `time_zone` are what the person chose; a change of the clocks moves the instant, not the hour.
    """

    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="posts")
    author = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=PostKind)
    title = models.CharField(max_length=90, default="", blank=True)  # photo posts only; TikTok counts UTF-16 units
    caption = models.TextField(default="", blank=True)
    cover_index = models.PositiveSmallIntegerField(default=0)  # photo posts: which photo is the cover
    cover_ms = models.PositiveIntegerField(default=0)  # of a video: the moment whose picture is the cover
    media = models.ManyToManyField(MediaAsset, through="posts.PostMedia", related_name="posts")
    timing_mode = models.CharField(max_length=5, choices=TimingMode, default=TimingMode.DRAFT)
    local_time = models.CharField(max_length=16, default="", blank=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    due_at = models.DateTimeField(null=True, blank=True)
    late_limit_min = models.PositiveIntegerField(default=360, null=True, blank=True)  # None: however late
    stagger_min = models.PositiveSmallIntegerField(default=0)  # accounts are spread over so many minutes
    consent_at = models.DateTimeField(null=True, blank=True)
    consent_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    consent_snapshot = models.JSONField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-id"], condition=models.Q(deleted_at=None), name="posts_of_workspace"),
            models.Index(fields=["workspace", "due_at"], condition=models.Q(deleted_at=None), name="posts_by_due"),
            models.Index(
                fields=["workspace", "local_time"],
                condition=models.Q(deleted_at=None, timing_mode="draft"),
                name="drafts_by_day",
            ),
        ]

    def __str__(self) -> str:
        return self.caption[:60] or str(self.pk)
