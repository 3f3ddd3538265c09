"""What the first page shows: the posts that wait for a person, those of today, and what comes next."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Window

from api.accounts.models import PostMode
from api.posts.models import Post
from api.posts.selectors import list_posts
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.selectors import FOR_YOU, UNDER_WAY
from api.scheduling.calendar_selectors import Row, list_pictures, looks_of
from api.scheduling.timing import to_instant
from api.workspaces.models import Workspace

OF_A_DAY = (*UNDER_WAY, State.SCHEDULED, State.PUBLISHED)
TO_COME = (State.SCHEDULED,)
MOST_WAITING, MOST_TODAY, MOST_NEXT = 8, 20, 5
A_BATCH = 50  # of coming posts, in which five that go out will nearly always be


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
    """
    Return what waits for a person (the latest due first), today by the clock of `zone`, and what comes next; six queries.

    One more for each `A_BATCH` of coming posts none of which goes out.
    """
    local = now.astimezone(zone).date()
    begin, end = (to_instant(datetime.combine(day, time()), zone) for day in (local, local + timedelta(days=1)))
    posts = list_posts(workspace).prefetch_related(None).order_by("due_at", "pk")
    waiting, waiting_count = _read_waiting(workspace, posts)
    coming = posts.filter(due_at__gte=end)
    of_today, batch = _read(posts.filter(due_at__gte=begin, due_at__lt=end)), _read(coming[:A_BATCH])
    states = _list_states(of_today + batch)
    today = _pick(of_today, states, of=OF_A_DAY)
    following = _pick(batch, states, of=TO_COME)
    while len(following) < MOST_NEXT and len(batch) == A_BATCH:
        batch = _read(coming.filter(Q(due_at__gt=batch[-1][2]) | Q(due_at=batch[-1][2], pk__gt=batch[-1][0]))[:A_BATCH])
        following += _pick(batch, _list_states(batch), of=TO_COME)
    first, second, third = _with_looks([waiting, today[:MOST_TODAY], following[:MOST_NEXT]])
    return Home(first, waiting_count, second, len(today), third)


def _read_waiting(workspace: Workspace, posts: "QuerySet[Post]") -> tuple[list[Row], int]:
    """
    Return the first posts that wait for a person, and how many do.

    Counted beside them, which makes PostgreSQL begin with the few that were stopped (`publications_waiting_for_you`): for the
    first eight alone it walks through all posts by their time until it has met eight.
    """
    stopped = Publication.objects.filter(workspace=workspace, state__in=FOR_YOU)
    found = posts.filter(pk__in=stopped.values("post_id")).annotate(total=Window(Count("pk")))
    rows = list(found.order_by("-due_at", "-pk").values_list("pk", "caption", "due_at", "total")[:MOST_WAITING])
    return [row[:3] for row in rows], rows[0][3] if rows else 0


def _read(posts: "QuerySet[Post]") -> list[Row]:
    return list(posts.values_list("pk", "caption", "due_at"))


def _list_states(rows: Sequence[Row]) -> dict[UUID, set[str]]:
    """
    Return the states of each post's publications.

    Asked for by the posts' ids: as a condition on the posts, PostgreSQL may read every publication there is for it.
    """
    states = defaultdict(set)
    found = Publication.objects.filter(post_id__in=[row[0] for row in rows])
    for post_id, state in found.values_list("post_id", "state"):
        states[post_id].add(state)
    return states


def _pick(rows: Sequence[Row], states: Mapping[UUID, set[str]], *, of: Container[str]) -> list[Row]:
    """Return the posts that are in one of these states somewhere, and wait for a person nowhere."""
    return [
        row
        for row in rows
        if any(state in of for state in states.get(row[0], ())) and states[row[0]].isdisjoint(FOR_YOU)
    ]


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
