"""Making large exports in the background, and taking up again what a killed worker left."""

import logging
from uuid import UUID

from celery import shared_task
from django.utils import timezone

from api.analytics import export_runs, export_services

logger = logging.getLogger(__name__)


@shared_task(name="exports.make_export")
def make_export(*, export_id: str, **_: object) -> None:
    """Make one export's file, unless another worker is at it."""
    if not export_runs.run(UUID(export_id)):
        logger.info("export %s is taken, over, or gone", export_id)


@shared_task(name="exports.check_overdue_exports")
def check_overdue_exports(**_: object) -> None:
    """Line up again the exports whose message was lost or whose worker was killed, and clear up after those."""
    if left := export_runs.sweep_scratch():
        logger.warning("cleared up after %d exports that broke off", left)
    if worn := export_runs.give_up_worn_out(now=timezone.now()):
        logger.warning("gave up %d exports that no worker survived", worn)
    for export_id in export_runs.list_overdue(now=timezone.now()):
        make_export.delay(export_id=str(export_id))


@shared_task(name="exports.drop_expired_exports")
def drop_expired_exports(**_: object) -> None:
    """Delete the files that were kept for a day."""
    if count := export_services.drop_expired(now=timezone.now()):
        logger.info("dropped %d exports", count)
