"""Asking for the id of a post that is out."""

from functools import partial
from uuid import UUID

from celery import shared_task

from api.publishing.errands import find_one_post_id
from api.publishing.senders import run_or_hand_over


@shared_task(name="publishing.find_post_id", max_retries=0, ignore_result=True)
def find_post_id(*, publication_id: str, **_: object) -> None:
    """Hand the question to a sender thread."""
    run_or_hand_over(partial(find_one_post_id, UUID(publication_id)))
