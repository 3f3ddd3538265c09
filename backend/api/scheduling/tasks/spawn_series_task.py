"""The beat of series: it makes the posts of the next two weeks, as far as they are not there yet."""

import logging

from celery import shared_task
from django.utils import timezone

from api.scheduling.models import PostSeries
from api.scheduling.series_services import spawn

logger = logging.getLogger(__name__)


@shared_task(name="scheduling.spawn_series", ignore_result=True)
def spawn_series(**_: object) -> None:
    """Go through the running series. Several beats at once make no post twice: a day of a series has one row."""
    made = 0
    running = PostSeries.objects.filter(stopped_at=None).select_related("author", "workspace")
    for series in running.iterator(chunk_size=100):
        made += spawn(series, now=timezone.now())
    if made:
        logger.info("made %d posts of series", made)
