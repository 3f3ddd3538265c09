from django.db import models

from api.media.models import MediaAsset
from api.posts.models.post_model import Post
from core.base_model import BaseModel


class MediaType(models.TextChoices):
    VIDEO = "video"
    IMAGE = "image"
    SLIDESHOW_VIDEO = "slideshow_video"


class PostMedia(BaseModel):
    """A media asset's place in a post; `order` starts at 0, `duration_ms` is an image's time in a slideshow."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="places")
    asset = models.ForeignKey(MediaAsset, models.PROTECT, related_name="places")
    order = models.PositiveSmallIntegerField()
    media_type = models.CharField(max_length=20, choices=MediaType)
    duration_ms = models.PositiveIntegerField(null=True, blank=True)
    is_slideshow_source = models.BooleanField(default=False)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["post", "order"], name="one_asset_a_place")]

    def __str__(self) -> str:
        return f"{self.order} of {self.post_id}"
