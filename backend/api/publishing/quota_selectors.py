"""
What counts towards TikTok's caps, in 24 h that roll (tiktok-api §5.2).

A session at TikTok counts from the moment it was opened, unless TikTok said it failed, or its upload address is over and
nothing was committed; what is scheduled counts at its time. What is held, missed or a draft counts once it is scheduled.
TikTok does not say whether a session that was never used counts: here it does for as long as it could be used.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Greatest, Now

from api.accounts.models import PostMode
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.quota import WINDOW

Times = dict[tuple[UUID, str], list[datetime]]  # by account and post mode
DEAD = Q(verdict=Verdict.REMOTE_FAILED) | Q(committed_at=None, url_expires_at__lt=Now())


def list_times(account_ids: Collection[UUID], *, since: datetime, without_post: UUID | None = None) -> Times:
    """Return what each account has sent and planned from 24 h before `since` on, by post mode; two queries."""
    planned = Publication.objects.filter(account_id__in=account_ids, state__in=(State.SCHEDULED, State.OPENING))
    if without_post:
        planned = planned.exclude(post_id=without_post)
    timed = planned.annotate(at=Greatest("due_at", "next_try_at")).filter(at__gt=since - WINDOW)
    times: Times = defaultdict(list)
    for account_id, mode, at in timed.values_list("account_id", "post_mode", "at"):
        times[account_id, mode].append(at)
    for key, opened in list_sent(account_ids, since=since - WINDOW).items():
        times[key].extend(opened)
    return times


def list_sent(account_ids: Collection[UUID], *, since: datetime, without_publication: UUID | None = None) -> Times:
    """Return when each account's sessions that count were opened, after `since`; one query."""
    sessions = PublishHistory.objects.filter(publication__account_id__in=account_ids, opened_at__gt=since)
    if without_publication:
        sessions = sessions.exclude(publication_id=without_publication)
    times: Times = defaultdict(list)
    sessions = sessions.exclude(
        publication__post_mode=PostMode.MEDIA_UPLOAD, finished_at__isnull=False
    )  # posted: it waits no more
    rows = sessions.exclude(DEAD).values_list("publication__account_id", "publication__post_mode", "opened_at")
    for account_id, mode, opened_at in rows:
        times[account_id, mode].append(opened_at)
    return times


def list_creators(app_id: UUID, *, since: datetime) -> dict[UUID, datetime]:
    """Return who posted directly through the app after `since`, of all workspaces, and when each did last; one query."""
    sessions = PublishHistory.objects.filter(publication__account__app_id=app_id, opened_at__gt=since)
    rows = sessions.order_by("opened_at").values_list("publication__account_id", "opened_at")
    return dict(rows)
