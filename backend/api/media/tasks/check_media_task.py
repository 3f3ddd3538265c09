"""Checking what was uploaded, and clearing away what was not finished."""

import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from api.media import bin_services, check_services, filmstrip_services, upload_services
from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.media.tasks.fix_media_task import line_up_overdue_fixes
from core.hints import hint

logger = logging.getLogger(__name__)

OVERDUE = timedelta(minutes=2)
MOST_STRIPS = 10  # a minute: of a library that is older than filmstrips, without keeping uploads waiting


@shared_task(name="media.check_media")
def check_media(*, asset_id: str, **_: object) -> None:
    """Measure one asset and settle on ready or rejected."""
    asset = MediaAsset.objects.filter(pk=asset_id, status=AssetStatus.CHECKING).first()
    if asset is None:
        logger.info("asset %s is checked already, or gone", asset_id)
        return
    check_services.check_asset(asset)
    if asset.kind == MediaKind.VIDEO and asset.status == AssetStatus.READY:
        hint("media.make_filmstrip", asset_id=asset_id)


@shared_task(name="media.make_filmstrip")
def make_filmstrip(*, asset_id: str, **_: object) -> None:
    """Draw the frames of one video for looking through it."""
    asset = filmstrip_services.WITHOUT.filter(pk=asset_id).first()
    if asset is None:
        logger.info("asset %s has its filmstrip, or is gone", asset_id)
        return
    filmstrip_services.make_filmstrip(asset)


@shared_task(name="media.sweep_deleted")
def sweep_deleted(**_: object) -> None:
    """Delete for good what was put into the bin half an hour ago."""
    if swept := bin_services.sweep(now=timezone.now()):
        logger.info("deleted %d files for good", swept)


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
    for asset_id in filmstrip_services.list_without(MOST_STRIPS):
        make_filmstrip.delay(asset_id=str(asset_id))
