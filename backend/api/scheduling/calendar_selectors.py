"""What stands on the calendar; bounded in days and rows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import CharField, Count, F, Prefetch, Q, QuerySet, Window
from django.db.models.functions import Cast, Coalesce, Left, RowNumber, TruncDate

from api.posts.models import Post, PostMedia, TimingMode
from api.posts.selectors import list_posts
from api.publishing.models import Publication
from api.scheduling.timing import MAX_YEAR, MIN_YEAR, to_instant
from api.workspaces.models import Workspace
from core.domain_error import Invalid

MOST_DAYS = 62
MOST_POSTS = 1000


@dataclass(frozen=True, slots=True)
class DayCount:
    """How much stands on a day ("2026-11-24"): all its posts, and how many of them are drafts."""

    day: str
    posts: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """The posts shown, those of a day together and in order, and what every day that has any comes to."""

    posts: list[Post]
    days: list[DayCount]


def list_calendar(
    *, workspace: Workspace, zone: ZoneInfo, first: date, last: date, account_id: UUID | None, per_day: int | None
) -> Calendar:
    """
    Return the posts due from `first` to `last` in `zone`, both included: the first `per_day` of each day, or MOST_POSTS in all.

    Drafts stand on the day their author thought of. Four queries, however many posts.

    :raises Invalid: for a range that is none, or longer than MOST_DAYS
    """
    due_day = Cast(TruncDate("due_at", tzinfo=zone), CharField())
    posts = _between(workspace, zone, first, last).annotate(day=Coalesce(due_day, Left("local_time", 10)))
    if account_id:
        posts = posts.filter(pk__in=Publication.objects.filter(account_id=account_id).values("post_id"))
    is_draft = Q(timing_mode=TimingMode.DRAFT)
    counted = posts.order_by("day").values("day").annotate(posts=Count("pk"), drafts=Count("pk", filter=is_draft))
    days = [DayCount(**row) for row in counted]
    in_order = (F("due_at").asc(nulls_last=True), F("local_time"), F("pk"))
    if per_day is not None:
        place = Window(RowNumber(), partition_by=F("day"), order_by=list(in_order))
        posts = posts.annotate(place=place).filter(place__lte=per_day)
    return Calendar(list(_with_looks(posts.order_by("day", *in_order))[:MOST_POSTS]), days)


def _between(workspace: Workspace, zone: ZoneInfo, first: date, last: date) -> "QuerySet[Post]":
    if not (first.year >= MIN_YEAR and last.year <= MAX_YEAR):
        raise Invalid.at("to", "The calendar does not reach that far.", code="range_too_far")
    if last < first:
        raise Invalid.at("to", "The last day lies before the first.", code="range_backwards")
    if last - first > timedelta(days=MOST_DAYS):
        raise Invalid.at("to", f"The calendar shows {MOST_DAYS} days at a time.", code="range_too_long")
    begin = to_instant(datetime.combine(first, time()), zone)
    end = to_instant(datetime.combine(last + timedelta(days=1), time()), zone)
    timed = Q(due_at__gte=begin, due_at__lt=end)
    thought_of = Q(
        timing_mode=TimingMode.DRAFT, local_time__gte=f"{first}", local_time__lt=f"{last + timedelta(days=1)}"
    )
    return list_posts(workspace).filter(timed | thought_of)


def _with_looks(posts: "QuerySet[Post]") -> "QuerySet[Post]":
    """Add what a post on the calendar shows: its accounts' names and states, its first picture, and its series."""
    names = ("state", "post_id", "account__username", "account__nickname")
    rows = Publication.objects.select_related("account").only(*names).order_by("pk")
    pictures = PostMedia.objects.select_related("asset").filter(order=0).only("post_id", "asset__has_thumbnail")
    shown = posts.select_related("series_place").prefetch_related(None)
    return shown.prefetch_related(Prefetch("publications", rows), Prefetch("places", pictures))
