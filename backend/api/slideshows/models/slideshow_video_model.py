from django.db import models

from api.media.models import MediaAsset
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class SlideshowVideo(BaseModel):
    """A video that was made of a choice, named by the hash of all that decides its bytes: the same choice is made once."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    choices_hash = models.CharField(max_length=64)
    asset = models.ForeignKey(MediaAsset, models.CASCADE, related_name="+")
    encoder = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "choices_hash"], name="one_video_per_slideshow_choice")
        ]

    def __str__(self) -> str:
        return self.choices_hash[:12]
