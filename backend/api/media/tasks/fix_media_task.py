"""Mending files in the background, and taking up again what a killed worker left."""

import logging
from datetime import timedelta
from uuid import UUID

from celery import shared_task
from django.utils import timezone

from api.media import fix_runs, fix_services
from core.tempo import paced_delta

logger = logging.getLogger(__name__)

LOST = timedelta(seconds=30)


@shared_task(name="media.fix_media")
def fix_media(*, fix_id: str, **_: object) -> None:
    """Mend one file, unless another worker is at it."""
    if fix_runs.run(UUID(fix_id)) is None:
        logger.info("fix %s is taken, over, or gone", fix_id)


def line_up_overdue_fixes() -> None:
    """Line up again the fixes whose message was lost or whose worker was killed; give up those that wore out three."""
    now = timezone.now()
    if worn := fix_services.give_up_worn_out(now=now):
        logger.warning("gave up %d fixes that no worker survived", worn)
    for fix_id in fix_services.list_overdue(now=now, wait=paced_delta(LOST)):
        fix_media.delay(fix_id=str(fix_id))
