"""Keeping a library in order: its tags, names, and many files at once."""

from uuid import UUID

from ninja import Query, Router

from api.media import bin_services, selectors, tag_services
from api.media.library_schemas import (
    ChangedOut,
    ChangeTagsIn,
    CountOut,
    ManyIn,
    TagsIn,
    TagsOut,
    WishIn,
)
from api.media.schemas import MediaAssetOut
from api.workspaces.auth import AuthedRequest, member_auth
from core.idempotency import run_once
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.get("/count", response={200: CountOut, **REFUSALS}, operation_id="countMedia")
def count_media(request: AuthedRequest, wish: Query[WishIn]) -> CountOut:
    """Tell how many files are like that."""
    return CountOut(count=selectors.list_media(request.auth.workspace, wish.to_wish()).count())


@router.get("/tags", response={200: TagsOut, **REFUSALS}, operation_id="listMediaTags")
def list_tags(request: AuthedRequest) -> TagsOut:
    """List the tags files have, the most used first, at most 500."""
    return TagsOut.of(selectors.count_tags(request.auth.workspace))


@router.post("/tags", response={200: ChangedOut, **REFUSALS}, operation_id="changeMediaTags")
def change_tags(request: AuthedRequest, change: ChangeTagsIn) -> ChangedOut:
    """Add tags to many files and take others off; all of it or nothing. A repeated Idempotency-Key gives the first answer."""

    def run() -> ChangedOut:
        changed = tag_services.change_tags(
            workspace=request.auth.workspace, asset_ids=change.ids, add=change.add, remove=change.remove
        )
        return ChangedOut.of(changed)

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=ChangedOut)


@router.post("/restore", response={200: CountOut, **REFUSALS}, operation_id="restoreMedia")
def restore_media(request: AuthedRequest, many: ManyIn) -> CountOut:
    """Take deleted files back, within half an hour; tells how many came back. A repeated key gives the first answer."""

    def run() -> CountOut:
        return CountOut(count=bin_services.restore(workspace=request.auth.workspace, asset_ids=many.ids))

    return run_once(request, scope=request.auth.workspace.pk, run=run, answer_type=CountOut)


@router.put("/{uuid:asset_id}/tags", response={200: MediaAssetOut, **REFUSALS}, operation_id="setMediaTags")
def set_tags(request: AuthedRequest, asset_id: UUID, change: TagsIn) -> MediaAssetOut:
    """Give a file exactly these tags."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    tag_services.set_tags(asset, change.tags)
    return MediaAssetOut.of(asset, with_uploader=True)
