from pathlib import Path

from django.conf import settings
from django.db import models

from api.media.models.media_asset_model import MediaAsset
from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class MediaUpload(BaseModel):
    """An upload on its way (tus 1.0): `received` of `size` bytes are in a file under UPLOAD_ROOT."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=255)
    size = models.BigIntegerField()
    received = models.BigIntegerField(default=0)
    expires_at = models.DateTimeField()
    asset = models.ForeignKey(MediaAsset, models.SET_NULL, null=True, blank=True, related_name="+")
    was_known = models.BooleanField(default=False)  # the library had these bytes already: `asset` is that file

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(received__gte=0, received__lte=models.F("size")),
                name="received_within_size",
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.received} of {self.size}"

    @property
    def path(self) -> Path:
        """The file that grows; its name is ours."""
        return settings.UPLOAD_ROOT / f"{self.pk}.part"
