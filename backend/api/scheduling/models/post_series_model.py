from django.db import models
from django.db.models import Q

from api.posts.models import Post
from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class Frequency(models.TextChoices):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class PostSeries(BaseModel):
    """
    A post that comes again: what it says, on which accounts, and by which rule.

    `local_time` and `time_zone` are what the person chose; a change of the clocks moves the instant, not the hour. `content` is
    the composition to make each post of (services.Composition, without a time). A person agreed to all of it once:
    `consent_snapshot` names the content and the rule. `stopped_at` ends it; posts it made are posts like any other.
    """

    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="series")
    author = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    frequency = models.CharField(max_length=10, choices=Frequency)
    interval = models.PositiveSmallIntegerField(default=1)  # every so many days, weeks or months
    weekdays = models.JSONField(default=list)  # weekly: 0 is Monday
    month_day = models.PositiveSmallIntegerField(default=1)  # monthly; in a shorter month its last day
    local_time = models.TimeField()
    time_zone = models.CharField(max_length=64)
    first_day = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day that may have one
    count = models.PositiveSmallIntegerField(null=True, blank=True)  # how many there are in all
    content = models.JSONField()
    consent_at = models.DateTimeField()
    consent_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    consent_snapshot = models.JSONField()
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "post series"
        indexes = [
            models.Index(fields=["id"], condition=Q(stopped_at=None), name="series_running"),
            models.Index(fields=["workspace", "-id"], name="series_of_workspace"),
        ]

    def __str__(self) -> str:
        return f"{self.frequency} at {self.local_time:%H:%M} {self.time_zone}"


class SeriesOccurrence(BaseModel):
    """
    One day of a series: the post that was made for it, or why none could be made yet.

    The unique pair makes several beats harmless: whoever comes second finds the day taken.
    """

    series = models.ForeignKey(PostSeries, models.CASCADE, related_name="occurrences")
    day = models.DateField()
    post = models.OneToOneField(Post, models.PROTECT, null=True, blank=True, related_name="series_place")
    problem = models.CharField(max_length=400, default="", blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["series", "day"], name="one_occurrence_a_day")]

    def __str__(self) -> str:
        return f"{self.series_id} on {self.day}"
