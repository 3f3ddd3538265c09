"""What stands on the calendar; bounded in days and rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import CharField, Count, F, Q, QuerySet, Window
from django.db.models.functions import Cast, Coalesce, Left, RowNumber, TruncDate

from api.accounts.models.account_model import handle_of
from api.posts.models import Post, PostMedia, TimingMode
from api.posts.selectors import list_posts
from api.publishing.models import Publication
from api.scheduling.timing import MAX_YEAR, MIN_YEAR, to_instant
from api.workspaces.models import Workspace
from core.domain_error import Invalid

Row = tuple[Any, ...]
MOST_DAYS = 62
MOST_POSTS = 1000
CAPTION_SHOWN = 120
COLUMNS = ("pk", "kind", "beginning", "timing_mode", "due_at", "local_time", "time_zone", "series_place__series_id")


@dataclass(frozen=True, slots=True)
class DayCount:
    """How much stands on a day ("2026-11-24"): all its posts, and how many of them are drafts."""

    day: str
    posts: int
    drafts: int


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """
    A post as the calendar shows it, and no more: a month has hundreds, and whole posts take ten times as long.

    `publications` are (state, account id, its handle) in the order they were made; `picture_id` is the asset whose thumbnail
    stands for the post.
    """

    id: UUID
    kind: str
    caption: str
    timing_mode: str
    due_at: datetime | None
    local_time: str
    time_zone: str
    series_id: UUID | None
    publications: list[tuple[str, UUID, str]]
    picture_id: UUID | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The posts shown, those of a day together and in order, and what every day that has any comes to."""

    posts: list[CalendarRow]
    days: list[DayCount]


def list_calendar(
    *,
    workspace: Workspace,
    zone: ZoneInfo,
    first: date,
    last: date,
    account_id: UUID | None = None,
    group_id: UUID | None = None,
    per_day: int | None,
) -> Calendar:
    """
    Return the posts due from `first` to `last` in `zone`, both included: the first `per_day` of each day, or MOST_POSTS in all.

    Drafts stand on the day their author thought of. Four queries, however many posts.

    :raises Invalid: for a range that is none, or longer than MOST_DAYS
    """
    due_day = Cast(TruncDate("due_at", tzinfo=zone), CharField())
    posts = _of(_between(workspace, zone, first, last), account_id=account_id, group_id=group_id)
    posts = posts.annotate(day=Coalesce(due_day, Left("local_time", 10)))
    is_draft = Q(timing_mode=TimingMode.DRAFT)
    counted = posts.order_by("day").values("day").annotate(posts=Count("pk"), drafts=Count("pk", filter=is_draft))
    days = [DayCount(**row) for row in counted]
    in_order = (F("due_at").asc(nulls_last=True), F("local_time"), F("pk"))
    if per_day is not None:
        place = Window(RowNumber(), partition_by=F("day"), order_by=list(in_order))
        posts = posts.annotate(place=place).filter(place__lte=per_day)
    rows = posts.order_by("day", *in_order).annotate(beginning=Left("caption", CAPTION_SHOWN)).values_list(*COLUMNS)
    return Calendar(_with_looks(list(rows[:MOST_POSTS])), days)


def _of(posts: "QuerySet[Post]", *, account_id: UUID | None, group_id: UUID | None) -> "QuerySet[Post]":
    """Return the posts of an account, and of any account of a group; None narrows nothing."""
    if account_id:
        posts = posts.filter(pk__in=Publication.objects.filter(account_id=account_id).values("post_id"))
    if group_id:
        posts = posts.filter(pk__in=Publication.objects.filter(account__groups=group_id).values("post_id"))
    return posts


def _between(workspace: Workspace, zone: ZoneInfo, first: date, last: date) -> "QuerySet[Post]":
    standing = standing_between(zone, first, last)
    if last < first:
        raise Invalid.at("to", "The last day lies before the first.", code="range_backwards")
    if last - first > timedelta(days=MOST_DAYS):
        raise Invalid.at("to", f"The calendar shows {MOST_DAYS} days at a time.", code="range_too_long")
    return list_posts(workspace).prefetch_related(None).filter(standing)


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


def _with_looks(posts: Sequence[Row]) -> list[CalendarRow]:
    """Add to posts (COLUMNS) where they go and what they look like; two queries."""
    ids = [row[0] for row in posts]
    publications = list_publications(ids)
    pictures = list_pictures(ids)
    return [CalendarRow(*row, *looks_of(row[0], publications, pictures)) for row in posts]


def looks_of(pk: UUID, publications: Mapping[UUID, list[Any]], pictures: Mapping[UUID, UUID]) -> Row:
    """Return a post's publications, and the file whose thumbnail stands for it."""
    return publications.get(pk, []), pictures.get(pk)


def list_publications(post_ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, UUID, str]]]:
    """Return each post's publications as (state, account id, handle)."""
    found = defaultdict(list)
    rows = Publication.objects.filter(post_id__in=post_ids).order_by("pk")
    names = ("post_id", "state", "account_id", "account__username", "account__nickname")
    for post_id, state, account_id, username, nickname in rows.values_list(*names):
        found[post_id].append((state, account_id, handle_of(username, nickname)))
    return found


def list_pictures(post_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return of each post the file whose thumbnail stands for it, where it has one."""
    places = PostMedia.objects.filter(post_id__in=post_ids, order=0, asset__has_thumbnail=True)
    return dict(places.values_list("post_id", "asset_id"))
