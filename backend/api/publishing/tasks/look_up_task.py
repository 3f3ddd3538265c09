"""Looking up what became of a publication that needs a person."""

from functools import partial
from uuid import UUID

from celery import shared_task

from api.publishing.errands import look_one_up
from api.publishing.senders import run_or_hand_over


@shared_task(name="publishing.look_up", max_retries=0, ignore_result=True)
def look_up(*, publication_id: str, **_: object) -> None:
    """Hand the question to a sender thread."""
    run_or_hand_over(partial(look_one_up, UUID(publication_id)))
