from django.db import models

from core.base_model import BaseModel


class Workspace(BaseModel):
    """
    A client or a team. Every other row belongs to one, and nothing is loaded without saying which.

    `time_zone` is where its day begins and ends. While `paused_at` is set, nothing of it is published. `slideshow_encoder`:
    "x264" encodes every picture of a slideshow, should something ever not take the authored ones.
    """

    name = models.CharField(max_length=80)
    time_zone = models.CharField(max_length=64, default="UTC")
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_by = models.CharField(max_length=254, default="", blank=True)
    slideshow_encoder = models.CharField(
        max_length=8, choices=[("authored", "authored"), ("x264", "x264")], default="authored"
    )

    def __str__(self) -> str:
        return self.name
