from django.db import models

from api.accounts.models.account_model import Account
from api.accounts.models.tiktok_app_model import TikTokApp
from api.users.models import Session
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class OAuthAttempt(BaseModel):
    """
    One walk to TikTok's consent page: its `state` works once, for ten minutes, in the browser that started it.

    `app` is the developer app it goes through; with `account` it reconnects that account and no other.
    """

    state_hash = models.CharField(max_length=64, unique=True)
    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    app = models.ForeignKey(TikTokApp, models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, models.CASCADE, null=True, blank=True, related_name="+")
    verifier_sealed = models.TextField(default="", blank=True)
    redirect_uri = models.CharField(max_length=512)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"attempt of {self.created_at:%Y-%m-%d %H:%M}"
