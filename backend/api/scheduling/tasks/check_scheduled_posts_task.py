"""The sweep: every 60 s it looks 90 s ahead and hints at everything that is due, or whose worker is gone."""

import logging

from celery import shared_task

from api.publishing.hints import HORIZON, hint_find_post_id, hint_look_up, hint_publish
from api.publishing.selectors import list_due, list_to_look_up, list_without_post_id
from core.pulses import note_pulse
from core.tempo import paced_delta

logger = logging.getLogger(__name__)

AT_ONCE = 2000


@shared_task(name="scheduling.check_scheduled_posts", ignore_result=True)
def check_scheduled_posts(**_: object) -> None:
    """Hint at what is due within 90 s. Hinting twice does no harm, so several beats do none either."""
    note_pulse("clock", kind="clock")
    due = list_due(ahead=paced_delta(HORIZON), limit=AT_ONCE)
    for publication in due:
        held_until = publication.lease_until  # a worker that is gone keeps its lease to the end
        at = max(filter(None, (publication.next_try_at, held_until)))
        hint_publish(publication.pk, at=at)
    unnamed = list_without_post_id(ahead=paced_delta(HORIZON), limit=AT_ONCE)
    for publication in unnamed:
        hint_find_post_id(publication.pk, at=publication.next_try_at)
    for publication in list_to_look_up(ahead=paced_delta(HORIZON), limit=AT_ONCE):
        hint_look_up(publication.pk, at=publication.next_try_at)
    if due or unnamed:
        logger.info("hinted at %d due publications and %d post ids", len(due), len(unnamed))
