from django.db import models

from api.notifications.models.notification_model import Urgency
from api.users.models import User


class MailTiming(models.TextChoices):
    """When a person is mailed about news of one urgency."""

    NOW = "now"
    DIGEST = "digest"  # once a day, at eight in the person's morning
    NEVER = "never"


class MailPreference(models.Model):
    """What a person chose to be mailed, by urgency; who has no row has the defaults."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="mail_preference")
    now = models.CharField(max_length=6, choices=MailTiming, default=MailTiming.NOW)
    soon = models.CharField(max_length=6, choices=MailTiming, default=MailTiming.DIGEST)
    fyi = models.CharField(max_length=6, choices=MailTiming, default=MailTiming.DIGEST)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.now}, {self.soon}, {self.fyi}"

    def urgencies(self, timing: MailTiming) -> list[Urgency]:
        """Return what is mailed at `timing`."""
        return [urgency for urgency in Urgency if getattr(self, urgency.value) == timing]
