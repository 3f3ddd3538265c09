"""Which posts have a file, and deleting files that no post has."""

from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone
from ninja import Query, Router

from api.media import bin_services
from api.media.library_schemas import ManyIn
from api.media.selectors import get_asset
from api.posts.models import Post
from api.posts.selectors import find_holders, list_posts_with
from api.publishing.models import Publication
from api.scheduling.media_posts_schemas import DeletionOut, HolderOut, HolderPage
from api.workspaces.auth import AuthedRequest, member_auth
from core.idempotency import run_once
from core.paging import PageIn, cut_page
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)

POSTS_NAMED = 3  # a file
STATES = Prefetch("publications", Publication.objects.only("post_id", "state"))


@router.get("/{uuid:asset_id}/posts", response={200: HolderPage, **REFUSALS}, operation_id="listMediaPosts")
def list_media_posts(request: AuthedRequest, asset_id: UUID, page: Query[PageIn]) -> HolderPage:
    """List the posts that have a file, the newest first."""
    workspace = request.auth.workspace
    asset = get_asset(workspace=workspace, asset_id=asset_id)
    found, next_cursor = cut_page(list_posts_with(workspace, asset.pk).prefetch_related(STATES), page)
    return HolderPage(items=[HolderOut.of(post) for post in found], next_cursor=next_cursor)


@router.post("/delete/preview", response={200: DeletionOut, **REFUSALS}, operation_id="previewMediaDeletion")
def preview_deletion(request: AuthedRequest, many: ManyIn) -> DeletionOut:
    """Tell which of these files would go, and which posts still need; ids of no file here are left out."""
    return _show(bin_services.sort_out(workspace=request.auth.workspace, asset_ids=many.ids))


@router.post("/delete", response={200: DeletionOut, **REFUSALS}, operation_id="deleteManyMedia")
def delete_many(request: AuthedRequest, many: ManyIn) -> DeletionOut:
    """Delete the files no post needs, to be restored within half an hour; a repeated key gives the first answer."""

    def run() -> DeletionOut:
        return _show(bin_services.put_away(workspace=request.auth.workspace, asset_ids=many.ids, now=timezone.now()))

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=DeletionOut)


def _show(found: bin_services.Sorted) -> DeletionOut:
    holders = find_holders([asset.pk for asset in found.needed])
    named = {pk for posts in holders.values() for pk in posts[:POSTS_NAMED]}
    posts = Post.objects.filter(pk__in=named).prefetch_related(STATES).in_bulk()
    return DeletionOut.of(found.free, found.needed, holders=holders, posts=posts)
