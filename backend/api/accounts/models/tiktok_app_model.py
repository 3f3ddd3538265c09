from django.db import models

from core.base_model import BaseModel


class Platform(models.TextChoices):
    """How the app is registered at TikTok; it decides the redirect rules and PKCE (tiktok-api §2.1)."""

    WEB = "web"
    DESKTOP = "desktop"


class TikTokApp(BaseModel):
    """One TikTok developer app. `open_id`s are unique within it, so every account names the app it was connected by."""

    client_key = models.CharField(max_length=64, unique=True)
    platform = models.CharField(max_length=10, choices=Platform)

    def __str__(self) -> str:
        return self.client_key
