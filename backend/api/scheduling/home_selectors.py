"""What the first page shows: the posts that wait for a person, those of today, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from api.posts.models import Post, PostMedia
from api.posts.selectors import list_posts
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.scheduling.timing import to_instant
from api.workspaces.models import Workspace

FOR_YOU = (State.NEEDS_YOU, State.FAILED, State.HELD, State.MISSED)
ON_ITS_WAY = (State.OPENING, State.UPLOADING, State.COMMITTING, State.SUBMITTED, State.SCHEDULED, State.PUBLISHED)
MOST_WAITING, MOST_TODAY, MOST_NEXT = 50, 100, 5


@dataclass(frozen=True, slots=True)
class Home:
    """The first of each list, and how many there are of those that may be cut."""

    waiting: list[Post]
    waiting_count: int
    today: list[Post]
    today_count: int
    next: list[Post]


def read_home(*, workspace: Workspace, zone: ZoneInfo, now: datetime) -> Home:
    """Return what waits for a person (the latest due first), today by the clock of `zone`, and what comes after; nine queries."""
    local = now.astimezone(zone).date()
    begin, end = (to_instant(datetime.combine(day, time()), zone) for day in (local, local + timedelta(days=1)))
    posts = list_posts(workspace).prefetch_related(None).order_by("due_at", "pk")
    stopped = Publication.objects.filter(workspace=workspace, state__in=FOR_YOU, post__deleted_at=None)
    waiting = posts.filter(pk__in=stopped.values("post_id")).order_by("-due_at", "-pk")
    timed = posts.filter(Exists(_of_post(ON_ITS_WAY)), ~Exists(_of_post(FOR_YOU)))
    today = timed.filter(due_at__gte=begin, due_at__lt=end)
    coming = posts.filter(Exists(_of_post((State.SCHEDULED,))), ~Exists(_of_post(FOR_YOU)), due_at__gte=end)
    cut = [_ids(waiting[:MOST_WAITING]), _ids(today[:MOST_TODAY]), _ids(coming[:MOST_NEXT])]
    found = _with_looks(posts.filter(pk__in=[pk for part in cut for pk in part])).in_bulk()
    first, second, third = ([found[pk] for pk in part if pk in found] for part in cut)
    return Home(first, stopped.values("post_id").distinct().count(), second, today.count(), third)


def _of_post(states: Iterable[str]) -> "QuerySet[Publication]":
    return Publication.objects.filter(post=OuterRef("pk"), state__in=states)


def _ids(posts: "QuerySet[Post]") -> list[UUID]:
    return list(posts.values_list("pk", flat=True))


def _with_looks(posts: "QuerySet[Post]") -> "QuerySet[Post]":
    ended = PublishHistory.objects.filter(verdict=Verdict.PUBLISHED).only("publication_id", "verdict", "finished_at")
    rows = Publication.objects.select_related("account").order_by("pk").prefetch_related(Prefetch("attempts", ended))
    pictures = PostMedia.objects.select_related("asset").filter(order=0).only("post_id", "asset__has_thumbnail")
    return posts.prefetch_related(Prefetch("publications", rows), Prefetch("places", pictures))
