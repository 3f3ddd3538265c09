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
    What one person should know of a workspace. One row for one thing: told again, it counts up instead of piling up.

    `key` names the thing while it is unread ("reconnect:<account>"); `link` is a path of the web app.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="notifications")
    user = models.ForeignKey(User, models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=40)
    urgency = models.CharField(max_length=4, choices=Urgency)
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=160)
    body = models.CharField(max_length=400, default="", blank=True)
    link = models.CharField(max_length=200, default="", blank=True)
    count = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "user", "key"], condition=Q(read_at=None), name="one_unread_per_thing"
            )
        ]
        indexes = [
            models.Index(fields=["workspace", "user", "-last_at"], name="notifications_of_person"),
        ]

    def __str__(self) -> str:
        return self.title
