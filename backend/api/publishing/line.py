"""The order of one account's posts: who is due later stands behind those who still wait to be opened at TikTok."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Least, Now

from api.accounts.models import Account
from api.publishing.models import Publication, State
from core.tempo import paced_delta

# Whoever goes ahead calls the next (call_next), and each sweep calls the first of every line that was not (call_heads). A post
# in a line need not look by itself whether its turn has come: a thousand that do leave no time for sending.
BEHIND = timedelta(hours=6)
MARGIN = timedelta(seconds=1)
NOT_OPEN = (State.SCHEDULED, State.OPENING)
WAITS_FOR_VIDEO = "slideshow_converting"  # the reason of a post whose slideshow is still being made: it holds up nobody


def stand_back(publication: Publication) -> bool:
    """
    Put a due publication, whose row the caller has locked, behind those of its account that are due earlier, if any.

    What failed, is held, or has a session at TikTok stands in nobody's way; nor does what another account waits for. The
    first of an account never waits here, so the line always moves. When its late limit comes first, it asks a person then.
    """
    if publication.state not in NOT_OPEN or not _is_anyone_ahead(publication):
        return False
    again = _look_again(publication.post.late_limit_min)
    Publication.objects.filter(pk=publication.pk).update(next_try_at=again, behind=True)
    return True


def line_up(ids: Collection[UUID]) -> None:
    """
    Put scheduled publications that are due, however many, into their accounts' lines, all but the first of each.

    As many statements as there are late limits among them: else each would have to be looked at to stand back.
    """
    due = Publication.objects.filter(pk__in=ids, due_at__lte=Now())
    places = set(due.values_list("account_id", "post__late_limit_min"))
    due = due.exclude(pk__in=_list_firsts({account_id for account_id, _ in places}))
    for limit in {limit for _, limit in places}:
        due.filter(post__late_limit_min=limit).update(next_try_at=_look_again(limit), behind=True)


def _look_again(limit: int | None) -> Combinable:
    """When what stands behind is looked at by itself; `limit` in minutes is how late it may go out."""
    again = Now() + paced_delta(BEHIND)
    return again if limit is None else Least(again, F("due_at") + timedelta(minutes=limit) + MARGIN)


def _is_anyone_ahead(publication: Publication) -> bool:
    """
    Tell whether one of the account is due earlier and not open: unclaimed, in a worker's hands, or waiting for TikTok.

    The earliest is asked for, not whether there is any: for that PostgreSQL reads the table from its beginning, sure to come upon
    one soon, and it begins with thousands that were published long ago.
    """
    earlier = Q(due_at__lt=publication.due_at) | Q(due_at=publication.due_at, pk__lt=publication.pk)
    ahead = _waiting().filter(earlier, account_id=publication.account_id).order_by("due_at", "pk")
    return ahead.values_list("pk", flat=True).first() is not None


def call_next(account_id: UUID) -> UUID | None:
    """
    Bring up the first of the account's line; return which, None when there is none or it is in a worker's hands.

    Whoever has gone on with one calls the next.
    """
    line = _waiting().filter(account_id=account_id, due_at__lte=Now()).order_by("due_at", "pk")
    first = line.only("state", "behind").first()
    if first is None or not (first.behind or first.state == State.SCHEDULED):
        return None
    Publication.objects.filter(pk=first.pk, behind=True, next_try_at__gt=Now()).update(next_try_at=Now())
    return first.pk


def call_heads() -> int:
    """
    Bring up the first of every account's line that nobody has called; return how many. Two statements, however long the lines.

    Who should have called it was killed, or looked a moment before it stood back.
    """
    heads = Publication.objects.filter(pk__in=_list_firsts(), state__in=NOT_OPEN, behind=True)
    return heads.filter(next_try_at__gt=Now()).update(next_try_at=Now())


def _list_firsts(accounts: Collection[UUID] | None = None) -> list[UUID]:
    """
    Return the first of each account's line, of these accounts or of all.

    Each is looked up by itself: a query over all that wait takes the longer the more do, and this is asked every few seconds.
    """
    in_line = _waiting().filter(account_id=OuterRef("pk"), due_at__lte=Now()).order_by("due_at", "pk")
    firsts = Account.objects.annotate(first=Subquery(in_line.values("pk")[:1])).exclude(first=None)
    if accounts is not None:
        firsts = firsts.filter(pk__in=accounts)
    return list(firsts.values_list("first", flat=True))


def _waiting() -> "QuerySet[Publication]":
    """Return what stands in a line, of all accounts; one that was being opened when its worker died may stand in it too."""
    opening = Q(in_line=True) | Q(behind=True) | Q(lease_until__gt=Now())
    waiting = Q(state=State.SCHEDULED) | Q(state=State.OPENING) & opening
    # The states are said twice, for so the index on them is known to have all of these.
    in_line = Publication.objects.filter(waiting, state__in=NOT_OPEN, next_try_at__isnull=False)
    return in_line.exclude(reason_code=WAITS_FOR_VIDEO)
