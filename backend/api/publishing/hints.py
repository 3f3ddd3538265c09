"""Hints that a publication is due; only the claim in PostgreSQL decides."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from core.hints import hint
from core.tempo import paced_delta

HORIZON = timedelta(seconds=90)  # far below the broker's visibility timeout, past which an ETA runs many times


def hint_publish(publication_id: UUID, *, at: datetime | None) -> None:
    """Tell a worker to send this publication at `at`; what is beyond the horizon the sweep will hint at."""
    _hint("publishing.publish_post", publication_id, at)


def hint_look_up(publication_id: UUID, *, at: datetime | None) -> None:
    """Have somebody look up what nobody could tell at `at`."""
    _hint("publishing.look_up", publication_id, at)


def hint_find_post_id(publication_id: UUID, *, at: datetime | None) -> None:
    """Tell a worker to ask for the id of a post that is out."""
    _hint("publishing.find_post_id", publication_id, at)


def _hint(task: str, publication_id: UUID, at: datetime | None) -> None:
    now = timezone.now()
    if at is not None and at <= now + paced_delta(HORIZON):
        hint(task, at=max(at, now), publication_id=str(publication_id))
