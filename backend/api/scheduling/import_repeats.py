"""Rows that say what a post here says already: the same file brought twice must not post anything twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q

from api.posts.models import MediaType, Post, TimingMode
from api.posts.selectors import list_posts
from api.publishing.models import Publication, State
from api.scheduling.import_row import Row
from api.scheduling.timing import read_local_time, to_instant
from api.workspaces.models import Workspace

# What a post says, when (to the minute; None: no time) and on which account (None: on none yet).
Key = tuple[str, tuple[UUID, ...], datetime | None, UUID | None]
NEEDED = ("media", "accounts", "local_time", "date", "time", "time_zone")


@dataclass(frozen=True, slots=True)
class Same:
    """Where the same stands: in a post that is here, or on an earlier line of the file."""

    post_id: UUID | None = None
    line: int | None = None


@dataclass(slots=True)
class Known:
    """What is posted or planned already, account by account: one account in common is enough to be posted twice."""

    _seen: dict[Key, Same] = field(default_factory=dict)

    def find(self, row: Row) -> Same | None:
        """Return where the row's post stands already; None when it is new, or when nobody can tell what it would be."""
        return next((self._seen[key] for key in _keys_of_row(row) if key in self._seen), None)

    def add(self, row: Row) -> None:
        """Remember a row that became a post."""
        for key in _keys_of_row(row):
            self._seen.setdefault(key, Same(line=row.line))

    def add_post(self, post: Post) -> None:
        for key in _keys_of_post(post):
            self._seen.setdefault(key, Same(post_id=post.pk))


def find_known(workspace: Workspace, rows: Sequence[Row]) -> Known:
    """Return the workspace's posts that say what one of the rows says; three queries, however many rows."""
    instants = [row.reading.instant for row in rows if row.reading]
    when = Q(timing_mode=TimingMode.DRAFT)
    if instants:
        when |= Q(due_at__gte=_minute(min(instants)), due_at__lte=max(instants).replace(second=59, microsecond=999_999))
    live = Publication.objects.exclude(state=State.CANCELLED).only("post_id", "account_id", "own_caption")
    words = {row.caption for row in rows}
    in_own_words = Publication.objects.filter(workspace=workspace, own_caption__in=words).values("post_id")
    posts = list_posts(workspace).filter(when, Q(caption__in=words) | Q(pk__in=in_own_words))
    known = Known()
    for post in posts.prefetch_related(Prefetch("publications", live, to_attr="live")).order_by("pk"):
        known.add_post(post)
    return known


def _keys_of_row(row: Row) -> Iterator[Key]:
    if row.has_problem_in(*NEEDED):
        return iter(())
    at = _minute(row.reading.instant) if row.reading else None
    return _keys(row.caption, [asset.pk for asset in row.media], at, [account.pk for account in row.accounts])


def _keys_of_post(post: Post) -> Iterator[Key]:
    places = [place for place in post.places.all() if place.media_type != MediaType.SLIDESHOW_VIDEO]
    due, thought = post.due_at, read_local_time(post.local_time) if post.local_time else None
    if due is None and thought:
        due = to_instant(thought, ZoneInfo(post.time_zone))
    live: list[Publication] = post.live  # type: ignore[attr-defined]  # by `find_known`
    files, at = tuple(place.asset_id for place in places), due and _minute(due)
    if not live:
        return iter([(post.caption, files, at, None)])
    return ((row.caption, files, at, row.account_id) for row in live)


def _keys(caption: str, media: Iterable[UUID], at: datetime | None, accounts: Sequence[UUID]) -> Iterator[Key]:
    files = tuple(media)
    return ((caption, files, at, account) for account in accounts or (None,))


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
