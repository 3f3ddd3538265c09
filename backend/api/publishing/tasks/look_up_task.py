"""Looking up what became of a publication that needs a person."""

from uuid import UUID

from celery import Task, shared_task

from api.publishing.hints import hint_look_up, hint_publish
from api.publishing.lookups import look_up
from api.publishing.models import State


@shared_task(name="publishing.look_up", bind=True, max_retries=0, ignore_result=True)
def look_up_publication(self: Task[..., None], /, *, publication_id: str, **_: object) -> None:
    """Look once; what is settled goes on at once, what is not is looked up again when its turn comes."""
    publication = look_up(UUID(publication_id), worker=f"worker:{self.request.hostname}")
    if publication is None:
        return
    hint = hint_publish if publication.state == State.SCHEDULED else hint_look_up
    hint(publication.pk, at=publication.next_try_at)
