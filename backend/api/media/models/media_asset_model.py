from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Lower

from api.users.models import User
from api.workspaces.models import Workspace
from core.base_model import BaseModel
from video.doctor import Measured


class MediaKind(models.TextChoices):
    VIDEO = "video"
    IMAGE = "image"
    AUDIO = "audio"


class AssetStatus(models.TextChoices):
    """
    Checking until the file was opened and measured; rejected ones could not be read, and stay visible with the reason.

    A file TikTok would refuse can be read: it is ready, and the doctor says what is wrong with it.
    """

    CHECKING = "checking"
    READY = "ready"
    REJECTED = "rejected"


MOST_TAGS = 20
LONGEST_TAG = 40


class MediaAsset(BaseModel):
    """
    One stored file. The same bytes are stored once per workspace, under their hash, and never change.

    A picture has a second file, made of it for photo posts: `photo_sha256` and `photo_size_bytes` are that one's. `details` are
    the doctor's further measures (`check_services.DETAILS`), None until they were taken; `origin` is the file this one was
    made from. `worst` is the gravest thing the doctor says, "" until it was checked. `tags` are as people wrote them, in
    `tag_keys` the same for comparing. `filmstrip` tells what is on the picture of a video's frames: `frames`, and the size of
    one of them; {} when none can be made, None until somebody tried. One that has `deleted_at` is in the bin: nobody sees it,
    and the sweep deletes it for good.
    """

    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="media")
    uploaded_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=255)
    kind = models.CharField(max_length=5, choices=MediaKind)
    mime_type = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    status = models.CharField(max_length=10, choices=AssetStatus, default=AssetStatus.CHECKING)
    rejection_code = models.CharField(max_length=60, default="", blank=True)
    rejection_message = models.CharField(max_length=300, default="", blank=True)
    duration_ms = models.PositiveIntegerField(null=True, blank=True)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    frame_rate = models.FloatField(null=True, blank=True)
    video_codec = models.CharField(max_length=30, default="", blank=True)
    audio_codec = models.CharField(max_length=30, default="", blank=True)
    has_thumbnail = models.BooleanField(default=False)
    photo_sha256 = models.CharField(max_length=64, default="", blank=True)
    photo_size_bytes = models.BigIntegerField(null=True, blank=True)
    details = models.JSONField(null=True, blank=True)
    worst = models.CharField(max_length=7, default="", blank=True)
    tags = ArrayField(models.CharField(max_length=LONGEST_TAG), default=list, blank=True)
    tag_keys = ArrayField(models.CharField(max_length=4 * LONGEST_TAG), default=list, blank=True)
    filmstrip = models.JSONField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    origin = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="mended")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "sha256"], name="same_bytes_once_per_workspace")]
        # One for each order of the library, which reads a page off it; and one each for what the sweeps look for.
        indexes = [
            models.Index(fields=["workspace", "-id"], condition=Q(deleted_at=None), name="library_newest"),
            models.Index("workspace", Lower("file_name"), "id", condition=Q(deleted_at=None), name="library_by_name"),
            models.Index(
                fields=["workspace", "-size_bytes", "-id"], condition=Q(deleted_at=None), name="library_by_size"
            ),
            models.Index(
                "workspace",
                Coalesce(F("duration_ms"), -1).desc(),
                F("id").desc(),
                condition=Q(deleted_at=None),
                name="library_by_duration",
            ),
            GinIndex(fields=["tag_keys"], name="library_tags"),
            models.Index(fields=["deleted_at"], condition=Q(deleted_at__isnull=False), name="media_in_the_bin"),
            models.Index(
                fields=["id"],
                condition=Q(filmstrip__isnull=True, kind="video", status="ready", deleted_at=None),
                name="media_without_filmstrip",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def measured(self) -> Measured:
        """The file as the doctor looks at it."""
        return Measured(
            is_image=self.kind == MediaKind.IMAGE,
            mime_type=self.mime_type,
            size_bytes=self.size_bytes,
            duration_ms=self.duration_ms,
            width=self.width,
            height=self.height,
            frame_rate=self.frame_rate,
            video_codec=self.video_codec,
            audio_codec=self.audio_codec,
            **(self.details or {}),
        )

    @property
    def file_key(self) -> str:
        """Where the bytes are in the media storage; nothing of the client's file name is in it."""
        return f"media/{self.workspace_id}/{self.sha256}"

    @property
    def photo_key(self) -> str:
        """Where the JPEG made for TikTok is; only of a picture that is ready."""
        return photo_key(self.workspace_id, self.photo_sha256)

    @property
    def thumbnail_key(self) -> str:
        return f"thumbnails/{self.workspace_id}/{self.sha256}.jpg"

    @property
    def filmstrip_key(self) -> str:
        return f"filmstrips/{self.workspace_id}/{self.sha256}.jpg"


def photo_key(workspace_id: UUID, sha256: str) -> str:
    """Return where a JPEG made for TikTok is in the media storage."""
    return f"photos/{workspace_id}/{sha256}.jpg"
