"""Sending e-mails, and writing the daily ones."""

import logging

from celery import shared_task
from django.utils import timezone

from api.notifications import digest, mail_sending

logger = logging.getLogger(__name__)


@shared_task(name="notifications.send_mail", max_retries=0, ignore_result=True)
def send_mail(**_: object) -> None:
    """Send what the outbox holds: hinted at when something is put in, and each half minute."""
    if count := mail_sending.send_waiting():
        logger.info("%d e-mails went out", count)


@shared_task(name="notifications.write_digests", max_retries=0, ignore_result=True)
def write_digests(**_: object) -> None:
    """Write the digests of those whose morning it is, each quarter of an hour."""
    if count := digest.write_digests(now=timezone.now()):
        logger.info("wrote %d digests", count)


@shared_task(name="notifications.forget_old_news", max_retries=0, ignore_result=True)
def forget_old_news(**_: object) -> None:
    """Delete what nobody needs any more, each night."""
    if count := digest.forget_old(now=timezone.now()):
        logger.info("forgot %d rows of old news", count)
