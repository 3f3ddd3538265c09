"""Telling people of permissions that end."""

import logging

from celery import shared_task
from django.utils import timezone

from api.accounts import news

logger = logging.getLogger(__name__)


@shared_task(name="accounts.warn_of_ends", max_retries=0, ignore_result=True)
def warn_of_ends(**_: object) -> None:
    """Tell of permissions that end within a week, and again within a day; each hour."""
    if count := news.warn_of_ends(now=timezone.now()):
        logger.info("told of %d permissions that end", count)
