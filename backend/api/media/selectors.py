"""Finding media; always within a workspace."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from api.media.models import MediaAsset
from api.workspaces.models import Workspace
from core.domain_error import NotFound


def list_media(workspace: Workspace, *, status: str = "", kind: str = "") -> "QuerySet[MediaAsset]":
    """Return the workspace's files; one query."""
    wanted = {name: value for name, value in (("status", status), ("kind", kind)) if value}
    return MediaAsset.objects.filter(workspace=workspace, **wanted)


def get_asset(*, workspace: Workspace, asset_id: UUID) -> MediaAsset:
    """
    Return one file of the workspace.

    :raises NotFound: when it is unknown or another workspace's
    """
    asset = MediaAsset.objects.filter(workspace=workspace, pk=asset_id).first()
    if asset is None:
        raise NotFound("There is no such file in this workspace.")
    return asset


def get_assets(*, workspace: Workspace, asset_ids: Sequence[UUID]) -> list[MediaAsset]:
    """
    Return the files in the order of `asset_ids`; one query.

    :raises NotFound: when one of them is unknown or another workspace's
    """
    found = MediaAsset.objects.filter(workspace=workspace).in_bulk(list(asset_ids))
    if len(found) != len(set(asset_ids)):
        raise NotFound("There is no such file in this workspace.")
    return [found[asset_id] for asset_id in asset_ids]
