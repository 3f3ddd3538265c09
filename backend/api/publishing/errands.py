"""What a sender thread does for one publication, and the hint for what comes next."""

import time
from uuid import UUID

from django.utils import timezone

from api.publishing.hints import hint_find_post_id, hint_look_up, hint_publish
from api.publishing.line import call_next
from api.publishing.lookups import look_up
from api.publishing.models import Publication, State
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.post_ids import find_post_id
from api.publishing.senders import name_owner
from api.publishing.sending import send

EARLY_S = 2.0


def send_one(publication_id: UUID) -> None:
    """Claim the publication and go on with it; whoever comes twice, or too late, finds nothing to claim."""
    _wait_for_due(publication_id)
    publication = send(publication_id, worker=name_owner())
    if publication is None:
        return
    if publication.state != State.SCHEDULED and (called := call_next(publication.account_id)):
        hint_publish(called, at=timezone.now())
    if publication.state in CLAIMABLE:
        hint_publish(publication.pk, at=publication.next_try_at)
    if publication.state == State.PUBLISHED and not publication.tiktok_post_id:
        hint_find_post_id(publication.pk, at=publication.next_try_at)


def find_one_post_id(publication_id: UUID) -> None:
    """Ask TikTok once for the id of a post that is out; when there is none yet, ask again later."""
    publication = find_post_id(publication_id, worker=name_owner())
    if publication and not publication.tiktok_post_id:
        hint_find_post_id(publication.pk, at=publication.next_try_at)


def look_one_up(publication_id: UUID) -> None:
    """Look up what nobody could tell; what is settled goes on at once, what is not is looked up again at its turn."""
    publication = look_up(publication_id, worker=name_owner())
    if publication:
        hint = hint_publish if publication.state == State.SCHEDULED else hint_look_up
        hint(publication.pk, at=publication.next_try_at)


def _wait_for_due(publication_id: UUID) -> None:
    # A hint may come a few milliseconds early; the claim would refuse it, and the post would wait for the sweep.
    next_try_at = Publication.objects.filter(pk=publication_id).values_list("next_try_at", flat=True).first()
    early_s = (next_try_at - timezone.now()).total_seconds() if next_try_at else 0.0
    if 0.0 < early_s <= EARLY_S:
        time.sleep(early_s + 0.002)
