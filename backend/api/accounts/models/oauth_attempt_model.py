from django.db import models

from api.users.models import Session
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class OAuthAttempt(BaseModel):
    """One walk to TikTok's consent page: its `state` works once, for ten minutes, in the browser that started it."""

    state_hash = models.CharField(max_length=64, unique=True)
    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    verifier_sealed = models.TextField(default="", blank=True)
    redirect_uri = models.CharField(max_length=512)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"attempt of {self.created_at:%Y-%m-%d %H:%M}"
