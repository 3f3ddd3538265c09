"""Making slideshows' videos in the background, and taking up again what a killed worker left."""

import logging
from uuid import UUID

from celery import shared_task
from django.utils import timezone

from api.slideshows import conversion, rendering, services

logger = logging.getLogger(__name__)


@shared_task(name="slideshows.convert_slideshow")
def convert_slideshow(*, slideshow_id: str, **_: object) -> None:
    """Make one slideshow's video, unless another worker is at it."""
    if rendering.run(UUID(slideshow_id)) is None:
        logger.info("slideshow %s is taken, made, or gone", slideshow_id)


@shared_task(name="slideshows.check_overdue_slideshows")
def check_overdue_slideshows(**_: object) -> None:
    """Line up again the slideshows whose message was lost or whose worker was killed, and clear up after those."""
    if left := rendering.sweep_scratch():
        logger.warning("cleared up after %d conversions that broke off", left)
    for slideshow_id in conversion.list_overdue(now=timezone.now()):
        convert_slideshow.delay(slideshow_id=str(slideshow_id))


@shared_task(name="slideshows.drop_unused_videos")
def drop_unused_videos(**_: object) -> None:
    """Delete videos that no post has needed for a week."""
    logger.info("dropped %d videos of slideshows", services.drop_unused_videos(now=timezone.now()))
