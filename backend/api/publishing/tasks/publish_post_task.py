"""Sending one publication. No Celery retries: what comes next, and when, is written in the row."""

from functools import partial
from uuid import UUID

from celery import shared_task

from api.publishing.errands import send_one
from api.publishing.senders import run_or_hand_over


@shared_task(name="publishing.publish_post", acks_late=False, max_retries=0, ignore_result=True)
def publish_post(*, publication_id: str, **_: object) -> None:
    """Hand the publication to a sender thread, waiting for one while all are busy: prefetched work must not pile up here."""
    run_or_hand_over(partial(send_one, UUID(publication_id)))
