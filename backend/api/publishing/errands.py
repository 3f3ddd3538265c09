"""What a sender thread does for one publication, and the hint for what comes next."""

import time
from datetime import timedelta
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Greatest, Now
from django.utils import timezone

from api.publishing.hints import hint_find_post_id, hint_look_up, hint_publish
from api.publishing.line import call_next
from api.publishing.lookups import look_up
from api.publishing.models import Publication, State
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.post_ids import find_post_id
from api.publishing.senders import name_owner
from api.publishing.sending import send

EARLY = timedelta(seconds=2)


def send_one(publication_id: UUID) -> None:
    """Claim the publication and go on with it; whoever comes twice, or too late, finds nothing to claim."""
    account_id = _wait_for_due(publication_id)
    if account_id is None:
        return
    publication = send(publication_id, worker=name_owner())
    if publication and publication.state == State.SCHEDULED:  # behind others: whoever goes ahead calls it
        return
    if called := call_next(account_id):  # also when this one was too late to be sent
        hint_publish(called, at=timezone.now())
    if publication is None:
        return
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


def _wait_for_due(publication_id: UUID) -> UUID | None:
    """
    Wait out the moment by which a hint came early; return whose post it is, None when a claim would be in vain.

    In a backlog most of what comes by here was taken by another hint, or stands behind others: that is one small question.
    """
    rows = Publication.objects.filter(pk=publication_id, state__in=CLAIMABLE, next_try_at__isnull=False)
    waits = Greatest(F("next_try_at"), F("lease_until")) - Now()
    found = rows.values_list("account_id", waits).order_by().first()
    if found is None or found[1] > EARLY:
        return None
    account_id: UUID
    account_id, early = found
    if early > timedelta(0):
        time.sleep(early.total_seconds() + 0.002)
    return account_id
