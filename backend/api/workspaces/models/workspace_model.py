from django.db import models

from core.base_model import BaseModel


class Workspace(BaseModel):
    """
    A client or a team. Every other row belongs to one, and nothing is loaded without saying which.

    `time_zone` is where its day begins and ends. While `paused_at` is set, nothing of it is published.
    """

    name = models.CharField(max_length=80)
    time_zone = models.CharField(max_length=64, default="UTC")
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_by = models.CharField(max_length=254, default="", blank=True)

    def __str__(self) -> str:
        return self.name
