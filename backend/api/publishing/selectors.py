"""Finding publications; always within a workspace."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Now

from api.posts.models import Post
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State, Verdict
from api.publishing.models.publication_model import CLAIMABLE
from api.workspaces.models import Workspace
from core.domain_error import NotFound

# TikTok is being given it at this moment, or has it and is processing.
UNDER_WAY = (State.OPENING, State.UPLOADING, State.COMMITTING, State.SUBMITTED)

# A post's state is the most urgent one of its publications; the first that applies.
POST_STATUS: tuple[tuple[str, tuple[State, ...]], ...] = (
    ("needs_you", (State.NEEDS_YOU,)),
    ("failed", (State.FAILED,)),
    ("held", (State.HELD,)),
    ("missed", (State.MISSED,)),
    ("publishing", UNDER_WAY),
    ("scheduled", (State.SCHEDULED,)),
    ("published", (State.PUBLISHED,)),
    ("draft", (State.DRAFT,)),
    ("cancelled", (State.CANCELLED,)),
)


# What a person has to look at: the first of POST_STATUS.
WAITING = "waiting"
FOR_YOU = (State.NEEDS_YOU, State.FAILED, State.HELD, State.MISSED)


def summarize(states: Collection[str]) -> str:
    """Return a post's status from the states of its publications; a post without any is a draft."""
    return next((name for name, members in POST_STATUS if any(state in members for state in states)), "draft")


def filter_by_status(posts: "QuerySet[Post]", status: str) -> "QuerySet[Post]":
    """Return the posts whose status, as `summarize` has it, is `status`; with WAITING all that wait for a person."""
    if status == WAITING:
        return posts.filter(pk__in=Publication.objects.filter(state__in=FOR_YOU).values("post_id"))
    for name, members in POST_STATUS:
        has = Q(pk__in=Publication.objects.filter(state__in=members).values("post_id"))
        if name == status:
            # By a query of its own: a join would give a post once for each of its accounts.
            none_at_all = (
                ~Exists(Publication.objects.filter(post_id=OuterRef("pk"))) if name == "draft" else Q(pk__in=[])
            )
            return posts.filter(has | none_at_all)
        posts = posts.exclude(has)
    return posts.none()


def filter_by_words(posts: "QuerySet[Post]", words: str) -> "QuerySet[Post]":
    """Return the posts that say every word of `words`: in their caption, or in the one an account has for its own."""
    own = Publication.objects.exclude(state=State.CANCELLED)  # what an account that was taken off said is said no more
    for word in words.split():
        said = Q(pk__in=own.filter(own_caption__icontains=word).values("post_id"))
        posts = posts.filter(said | Q(caption__icontains=word))
    return posts


def get_publication(*, workspace: Workspace, publication_id: UUID) -> Publication:
    """
    Return one publication with its post and account.

    :raises NotFound: when it is unknown or another workspace's
    """
    found = Publication.objects.filter(workspace=workspace, pk=publication_id, post__deleted_at=None)
    publication = found.select_related("account", "post").first()
    if publication is None:
        raise NotFound("There is no such publication in this workspace.")
    return publication


def list_with_history(post: Post) -> list[Publication]:
    """Return the post's publications with account, attempts and events; three queries."""
    publications = post.publications.select_related("account", "post").order_by("pk")
    events = PublicationEvent.objects.order_by("seq")
    attempts = PublishHistory.objects.order_by("opened_at")
    return list(publications.prefetch_related(Prefetch("events", events), Prefetch("attempts", attempts)))


def with_publications(posts: "QuerySet[Post]") -> "QuerySet[Post]":
    """Add publications with account and sessions, and a slideshow with its video: three queries, however many posts."""
    publications = Publication.objects.select_related("account").prefetch_related("attempts").order_by("pk")
    return posts.select_related("slideshow__result").prefetch_related(Prefetch("publications", publications))


def with_cells(posts: "QuerySet[Post]") -> "QuerySet[Post]":
    """Add publications with account to posts, and of their sessions when one ended well: three queries for any number."""
    ended = PublishHistory.objects.filter(verdict=Verdict.PUBLISHED).only("publication_id", "verdict", "finished_at")
    publications = Publication.objects.select_related("account").order_by("pk")
    return posts.prefetch_related(Prefetch("publications", publications.prefetch_related(Prefetch("attempts", ended))))


NOW = timedelta(0)


def list_due(*, ahead: timedelta = NOW, limit: int, after: Publication | None = None) -> list[Publication]:
    """Return what no worker holds and is due within `ahead`, the earliest first; of all workspaces, for the sweep."""
    free = Q(lease_until=None) | Q(lease_until__lt=Now() + ahead)
    due = Publication.objects.filter(free, state__in=CLAIMABLE, next_try_at__lte=Now() + ahead)
    return _cut(due, limit=limit, after=after)


def list_to_look_up(*, ahead: timedelta = NOW, limit: int, after: Publication | None = None) -> list[Publication]:
    """Return what nobody could tell and is looked up within `ahead` (publishing §2.4)."""
    unknown = Publication.objects.filter(state=State.NEEDS_YOU, next_try_at__lte=Now() + ahead)
    return _cut(unknown, limit=limit, after=after)


def list_without_post_id(*, ahead: timedelta = NOW, limit: int, after: Publication | None = None) -> list[Publication]:
    """Return what is out and may get its id within `ahead`."""
    out = Publication.objects.filter(state=State.PUBLISHED, tiktok_post_id="", next_try_at__lte=Now() + ahead)
    return _cut(out, limit=limit, after=after)


def _cut(rows: "QuerySet[Publication]", *, limit: int, after: Publication | None) -> list[Publication]:
    """Return the first rows by their time, or those behind `after`."""
    if after is not None:
        same = Q(next_try_at=after.next_try_at, pk__gt=after.pk)
        rows = rows.filter(Q(next_try_at__gt=after.next_try_at) | same, next_try_at__gte=after.next_try_at)
    return list(rows.only("pk", "next_try_at", "lease_until").order_by("next_try_at", "pk")[:limit])
