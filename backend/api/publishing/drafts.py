"""
Drafts in a person's TikTok inbox: what became of them, and how many wait there. TikTok takes five in any 24 hours (§5.2).

TikTok tells when a person posts a draft and never when they throw one away, so a draft counts as waiting for 24 hours.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce, Now

from api.accounts.models import Account, PostMode
from api.publishing.models import Publication, PublishHistory, State

MOST_PENDING = 5
WINDOW = timedelta(hours=24)
# Nobody knows whether a draft that needs a person has arrived, so it counts.
COUNTED = (
    State.SCHEDULED,
    State.OPENING,
    State.UPLOADING,
    State.COMMITTING,
    State.SUBMITTED,
    State.PUBLISHED,
    State.NEEDS_YOU,
)


def note_posts(session: PublishHistory, *, post_ids: Sequence[str], finished: bool) -> None:
    """Keep every post that came of a session, and that the person is done with the draft; what is known already stays."""
    with transaction.atomic(savepoint=False):
        row = PublishHistory.objects.select_for_update().select_related("publication").get(pk=session.pk)
        new = [post_id for post_id in dict.fromkeys(post_ids) if post_id not in row.tiktok_post_ids]
        is_draft = row.publication.post_mode == PostMode.MEDIA_UPLOAD
        changes: dict[str, object] = {"tiktok_post_ids": [*row.tiktok_post_ids, *new]} if new else {}
        if finished and is_draft and row.finished_at is None:
            changes["finished_at"] = Now()
        if changes:
            PublishHistory.objects.filter(pk=row.pk).update(**changes)


def list_pending(account_id: UUID, *, at: datetime, without_post: UUID | None = None) -> list[datetime]:
    """Return when the drafts around `at` arrived in the inbox, or are to arrive; one query."""
    rows = _list_drafts([account_id])
    if without_post:
        rows = rows.exclude(post_id=without_post)
    timed = rows.annotate(at=Coalesce("published_at", "due_at"))
    return sorted(timed.filter(at__gt=at - WINDOW, at__lt=at + WINDOW).values_list("at", flat=True))


def list_pending_of(account_ids: Collection[UUID], *, since: datetime) -> dict[UUID, list[datetime]]:
    """Return the same of many accounts, from 24 h before `since` on; one query."""
    pending: dict[UUID, list[datetime]] = {pk: [] for pk in account_ids}
    timed = _list_drafts(account_ids).annotate(at=Coalesce("published_at", "due_at")).filter(at__gt=since - WINDOW)
    for account_id, at in timed.values_list("account_id", "at"):
        pending[account_id].append(at)
    return pending


def _list_drafts(account_ids: Collection[UUID]) -> "QuerySet[Publication]":
    """Return what counts as waiting in the inboxes of these accounts."""
    finished = PublishHistory.objects.filter(publication=OuterRef("pk"), finished_at__isnull=False)
    rows = Publication.objects.filter(account_id__in=account_ids, post_mode=PostMode.MEDIA_UPLOAD, state__in=COUNTED)
    return rows.exclude(Exists(finished))


def count_pending(account: Account, at: datetime, *, without_post: UUID | None = None) -> int:
    """Return how many drafts wait in the fullest 24 hours that hold `at`: at five, TikTok takes no other."""
    return fullest(list_pending(account.pk, at=at, without_post=without_post), at=at)


def fullest(times: Iterable[datetime], *, at: datetime) -> int:
    """Return how many of `times` lie in the fullest 24 hours that hold `at`. Pure."""
    near = [one for one in times if at - WINDOW < one < at + WINDOW]
    starts = {one for one in near if one <= at} | {at}
    return max(sum(start <= one < start + WINDOW for one in near) for start in starts)


def free_from(times: Iterable[datetime], *, at: datetime) -> datetime:
    """Return the first minute from `at` on at which one more draft fits; of what is known now. Pure."""
    known = list(times)
    ends = sorted({at, *(_next_minute(one + WINDOW) for one in known if one + WINDOW > at)})
    return next(end for end in ends if fullest(known, at=end) < MOST_PENDING)


def _next_minute(instant: datetime) -> datetime:
    # People choose whole minutes, and the one an answer names must not be refused.
    whole = instant.replace(second=0, microsecond=0)
    return whole if whole == instant else whole + timedelta(minutes=1)
