"""Checking what was uploaded, and clearing away what was not finished."""

import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from api.media import check_services, upload_services
from api.media.models import AssetStatus, MediaAsset
from api.media.tasks.fix_media_task import line_up_overdue_fixes

logger = logging.getLogger(__name__)

OVERDUE = timedelta(minutes=2)


@shared_task(name="media.check_media")
def check_media(*, asset_id: str, **_: object) -> None:
    """Measure one asset and settle on ready or rejected."""
    asset = MediaAsset.objects.filter(pk=asset_id, status=AssetStatus.CHECKING).first()
    if asset is None:
        logger.info("asset %s is checked already, or gone", asset_id)
        return
    check_services.check_asset(asset)


@shared_task(name="media.drop_abandoned_uploads")
def drop_abandoned_uploads(**_: object) -> None:
    """Forget uploads nobody finished within a day."""
    logger.info("dropped %d abandoned uploads", upload_services.drop_abandoned(now=timezone.now()))


@shared_task(name="media.check_overdue_media")
def check_overdue_media(**_: object) -> None:
    """Line up again what is still unchecked after two minutes, and fixes without a worker: messages can be lost."""
    line_up_overdue_fixes()
    overdue = MediaAsset.objects.filter(status=AssetStatus.CHECKING, created_at__lt=timezone.now() - OVERDUE)
    for asset_id in overdue.values_list("pk", flat=True)[:100]:
        check_media.delay(asset_id=str(asset_id))
