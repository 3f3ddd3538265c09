"""Acting on what TikTok told unasked."""

import logging

from celery import shared_task
from django.utils import timezone

from api.publishing.models import TikTokWebhook
from api.publishing.webhook_handling import handle
from api.publishing.webhook_services import sweep

logger = logging.getLogger(__name__)


@shared_task(name="publishing.handle_webhook", max_retries=0, ignore_result=True)
def handle_webhook(*, webhook_id: str, **_: object) -> None:
    """Act on one webhook; a second hint finds it handled."""
    row = TikTokWebhook.objects.filter(pk=webhook_id, handled_at=None).first()
    if row:
        outcome = handle(row, now=timezone.now())
        logger.info("webhook %s: %s", row.event, outcome)


@shared_task(name="publishing.check_webhooks", ignore_result=True)
def check_webhooks(**_: object) -> None:
    """Find what a lost hint left, each minute."""
    if count := sweep(now=timezone.now()):
        logger.info("hinted at %d webhooks", count)
