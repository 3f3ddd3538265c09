"""Mailing the reports that are sent by themselves."""

import logging

from celery import shared_task
from django.utils import timezone

from api.analytics import report_schedule_services

logger = logging.getLogger(__name__)


@shared_task(name="reports.write_reports", max_retries=0, ignore_result=True)
def write_reports(**_: object) -> None:
    """Put the reports that became due into the outbox, each quarter of an hour."""
    if count := report_schedule_services.write_due(now=timezone.now()):
        logger.info("%d reports are due", count)


@shared_task(name="reports.send_reports", max_retries=0, ignore_result=True)
def send_reports(**_: object) -> None:
    """Send the reports that wait: hinted at when one is put in, and each minute."""
    from api.analytics import report_mail  # and what draws PDFs with it, which no other worker needs

    if count := report_mail.send_waiting():
        logger.info("%d reports went out", count)
