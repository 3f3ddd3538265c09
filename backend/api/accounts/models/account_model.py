from django.db import models
from django.db.models import Q

from api.accounts.models.tiktok_app_model import TikTokApp
from api.workspaces.models import Workspace
from core.base_model import BaseModel

# TikTok does not renew the permission, but what we hold of it works until it ends.
RENEWAL_TROUBLES = ("renewal_refused", "renewal_lost")


class AccountStatus(models.TextChoices):
    """Whether we may act for the account."""

    CONNECTED = "connected"
    RECONNECT_REQUIRED = "reconnect_required"
    DISCONNECTED = "disconnected"


class PostMode(models.TextChoices):
    """How TikTok is handed a post: published there and then, or left in the creator's inbox to be finished by hand."""

    DIRECT_POST = "DIRECT_POST"
    MEDIA_UPLOAD = "MEDIA_UPLOAD"


MODE_SCOPES = {PostMode.DIRECT_POST: "video.publish", PostMode.MEDIA_UPLOAD: "video.upload"}


class Account(BaseModel):
    """
    A TikTok account somebody connected. Disconnecting keeps the row, for its history.

    Counters are as TikTok last told them; None is unknown (a scope was not granted), never zero. `trouble_code` and
    `trouble_message` say why the account has to be connected again, and until when posts still go out. `post_mode` is what a
    new post starts with. While `paused_at` is set, nothing is published on it. `longest_video_s` is what TikTok last let it
    post, in seconds; sending asks again.
    """

    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="accounts")
    app = models.ForeignKey(TikTokApp, models.PROTECT, related_name="accounts")
    open_id = models.CharField(max_length=128)
    union_id = models.CharField(max_length=128, default="", blank=True)
    username = models.CharField(max_length=64, default="", blank=True)
    nickname = models.CharField(max_length=120)
    avatar_key = models.CharField(max_length=200, default="", blank=True)
    status = models.CharField(max_length=20, choices=AccountStatus, default=AccountStatus.CONNECTED)
    scopes = models.JSONField(default=list)
    trouble_code = models.CharField(max_length=80, default="", blank=True)
    trouble_message = models.CharField(max_length=400, default="", blank=True)
    trouble_since = models.DateTimeField(null=True, blank=True)
    follower_count = models.BigIntegerField(null=True, blank=True)
    following_count = models.BigIntegerField(null=True, blank=True)
    likes_count = models.BigIntegerField(null=True, blank=True)
    video_count = models.BigIntegerField(null=True, blank=True)
    post_mode = models.CharField(max_length=12, choices=PostMode, default=PostMode.DIRECT_POST)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_by = models.CharField(max_length=254, default="", blank=True)
    longest_video_s = models.PositiveIntegerField(null=True, blank=True)
    connected_at = models.DateTimeField()
    synced_at = models.DateTimeField(null=True, blank=True)
    disconnected_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "app", "open_id"], name="one_row_per_account_and_workspace"),
            # two workspaces that both post to one account would each be surprised by the other
            models.UniqueConstraint(
                fields=["app", "open_id"],
                condition=~Q(status="disconnected"),
                name="one_live_workspace_per_account",
            ),
        ]
        # The few that left are looked up to be kept out of sums over all the others.
        indexes = [models.Index(fields=["workspace"], condition=Q(status="disconnected"), name="accounts_that_left")]

    def __str__(self) -> str:
        return self.handle

    @property
    def handle(self) -> str:
        return handle_of(self.username, self.nickname)

    @property
    def can_publish(self) -> bool:
        return self.status == AccountStatus.CONNECTED and "video.publish" in self.scopes

    @property
    def can_draft(self) -> bool:
        return self.status == AccountStatus.CONNECTED and "video.upload" in self.scopes

    @property
    def can_send(self) -> bool:
        """Tell whether a post may be tried: also on the last hours of a permission that TikTok no longer renews."""
        lasting = self.status == AccountStatus.RECONNECT_REQUIRED and self.trouble_code in RENEWAL_TROUBLES
        alive = lasting or self.status == AccountStatus.CONNECTED
        return alive and any(scope in self.scopes for scope in MODE_SCOPES.values())

    def allows(self, post_mode: str) -> bool:
        """Tell whether the person allowed posts of this mode when they connected the account."""
        return MODE_SCOPES[PostMode(post_mode)] in self.scopes


def handle_of(username: str, nickname: str) -> str:
    """Return how people call an account: its @username, or its nickname where TikTok did not give the username."""
    return f"@{username}" if username else nickname
