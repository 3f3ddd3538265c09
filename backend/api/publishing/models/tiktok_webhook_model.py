from django.db import models
from django.db.models import Q

from api.accounts.models import TikTokApp
from core.base_model import BaseModel


class TikTokWebhook(BaseModel):
    """
    One thing TikTok told us unasked, signed by the app's secret; kept once, however often it is delivered.

    `handled_at` is set when it was acted upon, `outcome` says how. Rows are dropped a month later.
    """

    app = models.ForeignKey(TikTokApp, models.CASCADE, related_name="webhooks")
    event = models.CharField(max_length=200)
    user_openid = models.CharField(max_length=200, default="", blank=True)
    publish_id = models.CharField(max_length=200, default="", blank=True)
    post_id = models.CharField(max_length=200, default="", blank=True)
    reason = models.CharField(max_length=200, default="", blank=True)
    sent_at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        constraints = [
            # With the app, so that nobody's own app can use up the place of another app's event.
            models.UniqueConstraint(
                fields=["app", "event", "user_openid", "publish_id", "post_id", "sent_at"],
                name="one_row_per_webhook",
            )
        ]
        indexes = [models.Index(fields=["created_at"], condition=Q(handled_at=None), name="webhooks_waiting")]

    def __str__(self) -> str:
        return f"{self.event} of {self.sent_at:%Y-%m-%d %H:%M:%S}"
