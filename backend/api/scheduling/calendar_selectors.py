"""What stands on the calendar; bounded in days and rows."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q

from api.posts.models import Post, TimingMode
from api.posts.selectors import list_posts
from api.publishing.models import Publication
from api.scheduling.timing import MAX_YEAR, MIN_YEAR, to_instant
from api.workspaces.models import Workspace
from core.domain_error import Invalid

MOST_DAYS = 62
MOST_POSTS = 1000


def list_calendar(
    *, workspace: Workspace, zone: ZoneInfo, first: date, last: date, account_id: UUID | None
) -> tuple[list[Post], bool]:
    """
    Return the posts due from `first` to `last` in `zone`, both included, and whether there were more than MOST_POSTS.

    Drafts stand on the day their author thought of. Four queries, however many posts.

    :raises Invalid: for a range that is none, or longer than MOST_DAYS
    """
    standing = standing_between(zone, first, last)
    if last < first:
        raise Invalid.at("to", "The last day lies before the first.", code="range_backwards")
    if last - first > timedelta(days=MOST_DAYS):
        raise Invalid.at("to", f"The calendar shows {MOST_DAYS} days at a time.", code="range_too_long")
    posts = list_posts(workspace).filter(standing)
    if account_id:
        posts = posts.filter(pk__in=Publication.objects.filter(account_id=account_id).values("post_id"))
    rows = Publication.objects.select_related("account").order_by("pk")
    shown = posts.select_related("series_place").prefetch_related(Prefetch("publications", rows))
    found = list(shown.order_by("due_at", "local_time", "pk")[: MOST_POSTS + 1])
    return found[:MOST_POSTS], len(found) > MOST_POSTS


def standing_between(zone: ZoneInfo, first: date | None, last: date | None) -> Q:
    """
    Return what finds the posts due from `first` to `last` in `zone`, both included; drafts stand on the day thought of.

    :param first: None for as far back as there are posts; `last` likewise
    :raises Invalid: `range_too_far`
    """
    if any(day and not MIN_YEAR <= day.year <= MAX_YEAR for day in (first, last)):
        raise Invalid.at("to", "The calendar does not reach that far.", code="range_too_far")
    timed, thought_of = Q(due_at__isnull=False), Q(timing_mode=TimingMode.DRAFT) & ~Q(local_time="")
    if first:
        timed &= Q(due_at__gte=to_instant(datetime.combine(first, time()), zone))
        thought_of &= Q(local_time__gte=f"{first}")
    if last:
        after = last + timedelta(days=1)
        timed &= Q(due_at__lt=to_instant(datetime.combine(after, time()), zone))
        thought_of &= Q(local_time__lt=f"{after}")
    return timed | thought_of
