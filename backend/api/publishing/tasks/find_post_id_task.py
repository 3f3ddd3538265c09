"""Asking for the id of a post that is out."""

from uuid import UUID

from celery import Task, shared_task

from api.publishing.hints import hint_find_post_id
from api.publishing.post_ids import find_post_id as find


@shared_task(name="publishing.find_post_id", bind=True, max_retries=0, ignore_result=True)
def find_post_id(self: Task[..., None], /, *, publication_id: str, **_: object) -> None:
    """Ask TikTok once; when there is no id yet, ask again later."""
    publication = find(UUID(publication_id), worker=f"worker:{self.request.hostname}")
    if publication and not publication.tiktok_post_id:
        hint_find_post_id(publication.pk, at=publication.next_try_at)
