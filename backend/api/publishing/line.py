"""The order of one account's posts: who is due later stands behind those who still wait to be opened at TikTok."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Greatest, Now

from api.publishing.models import Publication, State
from core.tempo import paced_delta

# The net: whoever goes ahead calls the next (call_next).
BEHIND, EACH = timedelta(seconds=20), timedelta(seconds=2)
NOT_OPEN = (State.SCHEDULED, State.OPENING)


def stand_back(publication: Publication) -> bool:
    """
    Put a due publication, whose row the caller has locked, behind those of its account that are due earlier, if any.

    What failed, is held, or has a session at TikTok stands in nobody's way; nor does what another account waits for. The
    first of an account never waits here, so the line always moves.
    """
    if publication.state not in NOT_OPEN:
        return False
    ahead = list_ahead(publication)
    first = ahead.only("next_try_at").first()
    if first is None:
        return False
    # The longer the line, the further behind: they come up one by one, and not all at once.
    behind = Greatest(Now(), first.next_try_at) + paced_delta(BEHIND) + paced_delta(EACH) * ahead.count()
    Publication.objects.filter(pk=publication.pk).update(next_try_at=behind)
    return True


def list_ahead(publication: Publication) -> "QuerySet[Publication]":
    """Return those of the account that are due earlier and not open: unclaimed, in a worker's hands, or waiting for TikTok."""
    earlier = Q(due_at__lt=publication.due_at) | Q(due_at=publication.due_at, pk__lt=publication.pk)
    waiting = Q(state=State.SCHEDULED) | Q(state=State.OPENING) & (Q(in_line=True) | Q(lease_until__gt=Now()))
    rows = Publication.objects.filter(earlier, waiting, account_id=publication.account_id)
    return rows.filter(next_try_at__isnull=False).order_by("due_at", "pk")


def call_next(account_id: UUID) -> UUID | None:
    """
    Bring up the one of the account that stands behind nobody any more, if it still waits; return which.

    Whoever has gone on with one calls the next: a long line that looked by itself, again and again, whether its turn had
    come would be busy with nothing else.
    """
    waiting = Publication.objects.filter(account_id=account_id, state=State.SCHEDULED, due_at__lte=Now())
    first = waiting.only("due_at", "account_id").order_by("due_at", "pk").first()
    if first is None or list_ahead(first).exists():
        return None
    waiting.filter(pk=first.pk, next_try_at__gt=Now()).update(next_try_at=Now())
    return first.pk
