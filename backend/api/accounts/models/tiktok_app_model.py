from django.db import models

from api.workspaces.models import Workspace
from core.base_model import BaseModel


class Platform(models.TextChoices):
    """How the app is registered at TikTok; it decides the redirect rules and PKCE (tiktok-api §2.1)."""

    WEB = "web"
    DESKTOP = "desktop"


class TikTokApp(BaseModel):
    """
    One TikTok developer app. `open_id`s are unique within it, so every account names the app it was connected by.

    Without a workspace it is the installation's own, from the environment, open to all; its secret stays there. An app
    that a workspace added is that workspace's alone, and its secret is sealed here. `problem_code` is set while TikTok
    does not accept the app itself. `pull_prefix` is the address below which TikTok fetches photos, as verified at TikTok for
    this app; `pull_checked_at` and `pull_problem` say what came of asking.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, null=True, blank=True, related_name="tiktok_apps")
    name = models.CharField(max_length=80, default="", blank=True)
    client_key = models.CharField(max_length=64, unique=True)
    client_secret_sealed = models.TextField(default="", blank=True)
    platform = models.CharField(max_length=10, choices=Platform)
    audited = models.BooleanField(default=False)
    scopes = models.JSONField(default=list)
    is_enabled = models.BooleanField(default=True)
    problem_code = models.CharField(max_length=80, default="", blank=True)
    problem_since = models.DateTimeField(null=True, blank=True)
    tested_at = models.DateTimeField(null=True, blank=True)
    pull_prefix = models.CharField(max_length=200, default="", blank=True)
    pull_checked_at = models.DateTimeField(null=True, blank=True)
    pull_problem = models.CharField(max_length=200, default="", blank=True)

    def __str__(self) -> str:
        return self.name or self.client_key
