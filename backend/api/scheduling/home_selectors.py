"""What the first page shows: the posts that wait for a person, those of today, and what comes next."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from api.accounts.models import PostMode
from api.posts.models import Post
from api.posts.selectors import list_posts
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.selectors import FOR_YOU
from api.scheduling.calendar_selectors import Row, list_pictures, looks_of
from api.scheduling.timing import to_instant
from api.workspaces.models import Workspace

ON_ITS_WAY = (State.OPENING, State.UPLOADING, State.COMMITTING, State.SUBMITTED, State.SCHEDULED, State.PUBLISHED)
MOST_WAITING, MOST_TODAY, MOST_NEXT = 8, 20, 5


@dataclass(frozen=True, slots=True)
class HomePublication:
    """What the first page tells of a post on one account; `in_inbox`: a draft that its person has not finished in TikTok."""

    state: str
    nickname: str
    in_inbox: bool
    reason: str


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A post of a short list; `picture_id` is the asset whose thumbnail stands for it."""

    id: UUID
    caption: str
    due_at: datetime | None
    publications: list[HomePublication]
    picture_id: UUID | None


@dataclass(frozen=True, slots=True)
class Home:
    """The first of each list, and how many there are of those that may be cut."""

    waiting: list[HomeRow]
    waiting_count: int
    today: list[HomeRow]
    today_count: int
    next: list[HomeRow]


def read_home(*, workspace: Workspace, zone: ZoneInfo, now: datetime) -> Home:
    """Return what waits for a person (the latest due first), today by the clock of `zone`, and what comes next; seven queries."""
    local = now.astimezone(zone).date()
    begin, end = (to_instant(datetime.combine(day, time()), zone) for day in (local, local + timedelta(days=1)))
    posts = list_posts(workspace).prefetch_related(None).order_by("due_at", "pk")
    stopped = Publication.objects.filter(workspace=workspace, state__in=FOR_YOU, post__deleted_at=None)
    waiting = posts.filter(pk__in=stopped.values("post_id")).order_by("-due_at", "-pk")
    timed = posts.filter(Exists(_of_post(ON_ITS_WAY)), ~Exists(_of_post(FOR_YOU)))
    today = timed.filter(due_at__gte=begin, due_at__lt=end)
    coming = posts.filter(Exists(_of_post((State.SCHEDULED,))), ~Exists(_of_post(FOR_YOU)), due_at__gte=end)
    cut = [_read(waiting[:MOST_WAITING]), _read(today[:MOST_TODAY]), _read(coming[:MOST_NEXT])]
    first, second, third = _with_looks(cut)
    return Home(first, stopped.values("post_id").distinct().count(), second, today.count(), third)


def _of_post(states: Iterable[str]) -> "QuerySet[Publication]":
    return Publication.objects.filter(post=OuterRef("pk"), state__in=states)


def _read(posts: "QuerySet[Post]") -> list[Row]:
    return list(posts.values_list("pk", "caption", "due_at"))


def _with_looks(lists: Sequence[Sequence[Row]]) -> list[list[HomeRow]]:
    """Add to the posts of all lists where they go and what they look like; two queries."""
    ids = [row[0] for rows in lists for row in rows]
    publications, pictures = _list_publications(ids), list_pictures(ids)
    return [[HomeRow(*row, *looks_of(row[0], publications, pictures)) for row in rows] for rows in lists]


def _list_publications(post_ids: Sequence[UUID]) -> dict[UUID, list[HomePublication]]:
    posted = PublishHistory.objects.filter(
        publication=OuterRef("pk"), verdict=Verdict.PUBLISHED, finished_at__isnull=False
    )
    rows = Publication.objects.filter(post_id__in=post_ids).annotate(posted=Exists(posted)).order_by("pk")
    found = defaultdict(list)
    names = ("post_id", "state", "account__nickname", "post_mode", "posted", "reason_message")
    for post_id, state, nickname, mode, is_posted, reason in rows.values_list(*names):
        in_inbox = state == State.PUBLISHED and mode == PostMode.MEDIA_UPLOAD and not is_posted
        found[post_id].append(HomePublication(state, nickname, in_inbox, reason))
    return found
