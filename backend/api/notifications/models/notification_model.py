from django.db import models
from django.db.models import Q

from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class Urgency(models.TextChoices):
    """Whether a person has to act, and how soon."""

    NOW = "now"  # a post may be lost, or an account
    SOON = "soon"
    FYI = "fyi"


class Notification(BaseModel):
    """
    What one person should know of a workspace. One row for one cause: told again, it grows instead of piling up.

    `key` names the cause while it is unread (`publication.held:reconnect_required`); what it is about are its `subjects`.
    `title`, `body` and `link` are the only subject's, or said of all of them by `many` and `many_link`; `link` is a path of the
    web app. `settled_at` is set, with `read_at`, when every subject came right by itself. `unmailed` until an e-mail has it.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="notifications")
    user = models.ForeignKey(User, models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=40)
    urgency = models.CharField(max_length=4, choices=Urgency)
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=160)
    body = models.CharField(max_length=400, default="", blank=True)
    link = models.CharField(max_length=200, default="", blank=True)
    many = models.CharField(max_length=120, default="", blank=True)
    many_link = models.CharField(max_length=200, default="", blank=True)
    count = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    unmailed = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "user", "key"], condition=Q(read_at=None), name="one_unread_per_thing"
            )
        ]
        indexes = [
            models.Index(fields=["workspace", "user", "-last_at"], name="notifications_of_person"),
            models.Index(fields=["user"], condition=Q(unmailed=True), name="notifications_unmailed"),
        ]

    def __str__(self) -> str:
        return self.title
