from datetime import datetime

from django.db import models
from django.db.models import Q

from api.users.models.user_model import User
from core.base_model import BaseModel


class Session(BaseModel):
    """
    A signed-in browser. Every access token names one, and it is looked up at every request: ending it ends them all.

    Only hashes of refresh tokens are stored: the current one, and the one before for the grace of parallel tabs.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="sessions")
    refresh_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, default="", blank=True)
    rotated_at = models.DateTimeField()
    idle_until = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=20, default="", blank=True)
    user_agent = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-created_at"], condition=Q(ended_at=None), name="live_sessions")]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.created_at:%Y-%m-%d}"

    def is_alive(self, *, now: datetime) -> bool:
        return self.ended_at is None and now < self.idle_until and now < self.ends_at

    def end(self, *, now: datetime, because: str) -> None:
        """End the session; every token of it is refused from the next request on."""
        Session.objects.filter(pk=self.pk, ended_at=None).update(ended_at=now, ended_because=because)
