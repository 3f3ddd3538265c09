"""Sending one publication. No Celery retries: what comes next, and when, is written in the row."""

import os
import time
from uuid import UUID

from celery import Task, shared_task
from django.utils import timezone

from api.publishing.hints import hint_find_post_id, hint_publish
from api.publishing.models import Publication, State
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.sending import send

EARLY_S = 2.0


@shared_task(name="publishing.publish_post", bind=True, acks_late=False, max_retries=0, ignore_result=True)
def publish_post(self: Task[..., None], /, *, publication_id: str, **_: object) -> None:
    """Claim the publication and go on with it; a hint that comes twice, or too late, finds nothing to claim."""
    _wait_for_due(UUID(publication_id))
    publication = send(UUID(publication_id), worker=f"worker:{self.request.hostname}:{os.getpid()}")
    if publication is None:
        return
    if publication.state in CLAIMABLE:
        hint_publish(publication.pk, at=publication.next_try_at)
    if publication.state == State.PUBLISHED and not publication.tiktok_post_id:
        hint_find_post_id(publication.pk, at=publication.next_try_at)


def _wait_for_due(publication_id: UUID) -> None:
    # A hint may come a few milliseconds early; the claim would refuse it, and the post would wait for the sweep.
    next_try_at = Publication.objects.filter(pk=publication_id).values_list("next_try_at", flat=True).first()
    early_s = (next_try_at - timezone.now()).total_seconds() if next_try_at else 0.0
    if 0.0 < early_s <= EARLY_S:
        time.sleep(early_s + 0.002)
