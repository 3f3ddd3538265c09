"""Posts as people work with them: composing, listing, changing, sending now, deleting."""

from uuid import UUID

from django.utils import timezone
from ninja import Query, Router, Status

from api.posts.models import Post
from api.posts.selectors import list_posts as all_posts
from api.publishing.grid_schemas import GridOut
from api.publishing.selectors import filter_by_status, filter_by_words, with_cells, with_publications
from api.scheduling import delete_services, services
from api.scheduling.schemas import PostFilter, PostIn, PostOut, PostPage
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import NotFound
from core.idempotency import run_once
from core.paging import PageIn, cut_page
from core.problem_schema import REFUSALS
from core.text import Text

router = Router(auth=member_auth)


@router.post("", response={201: PostOut, **REFUSALS}, operation_id="createPost")
def create_post(request: AuthedRequest, post_in: PostIn) -> Status[PostOut]:
    """Save a post for its accounts: as a draft, to go out now, or at a time."""

    def run() -> PostOut:
        post = services.compose(
            member=request.auth, composition=post_in.to_composition(), post=None, now=timezone.now()
        )
        return _show(request, post.pk)

    return Status(201, run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=PostOut))


@router.get("", response={200: PostPage, **REFUSALS}, operation_id="listPosts")
def list_posts(
    request: AuthedRequest,
    page: Query[PageIn],
    status: PostFilter | None = None,
    account: UUID | None = None,
    q: Text = "",
) -> PostPage:
    """List posts, the newest first; `status` and `account` narrow the list, `q` searches all captions."""
    posts = filter_by_words(all_posts(request.auth.workspace), q[:100])
    if status:
        posts = filter_by_status(posts, status)
    if account:
        posts = posts.filter(pk__in=Post.objects.filter(publications__account_id=account).values("pk"))
    found, next_cursor = cut_page(with_publications(posts), page)
    return PostPage(items=[PostOut.of(post) for post in found], next_cursor=next_cursor)


@router.get("/grid", response={200: GridOut, **REFUSALS}, operation_id="showGrid")
def show_grid(request: AuthedRequest, page: Query[PageIn], status: PostFilter | None = None, q: Text = "") -> GridOut:
    """Show posts by accounts, the newest posts first: for each pair how it stands, why, and the one thing that helps."""
    posts = filter_by_words(all_posts(request.auth.workspace), q[:100])
    if status:
        posts = filter_by_status(posts, status)
    found, next_cursor = cut_page(with_cells(posts), page)
    return GridOut.of(found, next_cursor)


@router.get("/{uuid:post_id}", response={200: PostOut, **REFUSALS}, operation_id="getPost")
def get_post(request: AuthedRequest, post_id: UUID) -> PostOut:
    """Return one post."""
    return _show(request, post_id)


@router.put("/{uuid:post_id}", response={200: PostOut, **REFUSALS}, operation_id="updatePost")
def update_post(request: AuthedRequest, post_id: UUID, post_in: PostIn) -> PostOut:
    """Change a post that has not gone to TikTok on any account."""
    post = _find(request, post_id)
    services.compose(member=request.auth, composition=post_in.to_composition(), post=post, now=timezone.now())
    return _show(request, post_id)


@router.delete("/{uuid:post_id}", response={204: None, **REFUSALS}, operation_id="deletePost")
def delete_post(request: AuthedRequest, post_id: UUID) -> Status[None]:
    """
    Cancel what has not gone out and take the post out of the lists; what is on TikTok stays there.

    It can be restored within 10 minutes.
    """
    delete_services.delete_post(member=request.auth, post=_find(request, post_id), now=timezone.now())
    return Status(204, None)


@router.post("/{uuid:post_id}/publish", response={202: PostOut, **REFUSALS}, operation_id="publishPost")
def publish_post(request: AuthedRequest, post_id: UUID) -> Status[PostOut]:
    """Send the post now, on every account it is meant for."""
    services.publish_now(member=request.auth, post=_find(request, post_id), now=timezone.now())
    return Status(202, _show(request, post_id))


def _find(request: AuthedRequest, post_id: UUID) -> Post:
    post = with_publications(all_posts(request.auth.workspace)).filter(pk=post_id).first()
    if post is None:
        raise NotFound("There is no such post in this workspace.")
    return post


def _show(request: AuthedRequest, post_id: UUID) -> PostOut:
    return PostOut.of(_find(request, post_id))
