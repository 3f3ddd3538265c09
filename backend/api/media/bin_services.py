"""
Deleting files so that it can be taken back: they go into a bin first, and a sweep deletes them for good.

What a living post has is never in the bin. Who fills the bin locks a file's row and then looks at the places it has in posts;
who gives it a place takes it out again (`take_out`), under the same lock: one of the two sees the other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from api.media.models import FixState, MediaAsset, MediaFix
from api.media.models.media_fix_model import LIVE
from api.media.selectors import is_needed
from api.media.services import MediaInUse, delete_asset
from api.workspaces.models import Workspace
from core.live import announce

KEPT = timedelta(minutes=30)
MOST_SWEPT = 500


@dataclass(frozen=True, slots=True)
class Sorted:
    """What can go and what posts still need, each in the order it was uploaded."""

    free: Sequence[MediaAsset]
    needed: Sequence[MediaAsset]


def sort_out(*, workspace: Workspace, asset_ids: Sequence[UUID]) -> Sorted:
    """Return which of the files no post needs; ids that are unknown, or another workspace's, are left out. One query."""
    own = MediaAsset.objects.filter(workspace=workspace, deleted_at=None, pk__in=asset_ids)
    rows = list(own.annotate(is_needed=is_needed()).order_by("pk"))
    needed = [row for row in rows if getattr(row, "is_needed")]  # noqa: B009 - annotated above
    return Sorted([row for row in rows if row not in needed], needed)


def put_away(*, workspace: Workspace, asset_ids: Sequence[UUID], now: datetime) -> Sorted:
    """Put the files no post needs into the bin, and leave the others."""
    with transaction.atomic():
        own = MediaAsset.objects.filter(workspace=workspace, deleted_at=None, pk__in=asset_ids)
        list(own.select_for_update().order_by("pk").values_list("pk"))
        found = sort_out(workspace=workspace, asset_ids=asset_ids)
        gone = [asset.pk for asset in found.free]
        MediaAsset.objects.filter(pk__in=gone).update(deleted_at=now, updated_at=now)
        over = {"state": FixState.CANCELLED, "lease_until": None, "finished_at": now, "updated_at": now}
        MediaFix.objects.filter(asset_id__in=gone, state__in=LIVE).update(**over)
        if gone:
            announce(workspace.pk, "media", gone[0])
    return found


def put_away_one(asset: MediaAsset, *, now: datetime) -> None:
    """
    Put one file into the bin.

    :raises MediaInUse: while a post needs it
    """
    if put_away(workspace=asset.workspace, asset_ids=[asset.pk], now=now).needed:
        raise MediaInUse(f"{asset.file_name} belongs to a post. Delete the post first, or keep the file.")


def restore(*, workspace: Workspace, asset_ids: Sequence[UUID]) -> int:
    """Take files out of the bin again; return how many were still in it."""
    with transaction.atomic():
        restored = take_out(asset_ids, workspace=workspace)
        if restored:
            announce(workspace.pk, "media", asset_ids[0])
    return restored


def take_out(asset_ids: Collection[UUID], *, workspace: Workspace | None = None) -> int:
    """
    Take out of the bin what is needed again; return how many were in it. Call it inside the transaction that needs them.

    The rows stay locked until its end: whoever wants to put one away looks at the posts after that.
    """
    rows = MediaAsset.objects.filter(pk__in=asset_ids, **({"workspace": workspace} if workspace else {}))
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    return rows.filter(deleted_at__isnull=False).update(deleted_at=None)


def sweep(*, now: datetime) -> int:
    """Delete for good what has been in the bin for KEPT; return how many. What a post has after all comes out again."""
    swept = 0
    old = MediaAsset.objects.filter(deleted_at__lt=now - KEPT).order_by("deleted_at")
    for pk in list(old.values_list("pk", flat=True)[:MOST_SWEPT]):
        with transaction.atomic():
            asset = MediaAsset.objects.select_for_update().filter(pk=pk, deleted_at__lt=now - KEPT).first()
            if asset is None:
                continue  # it was taken back this very moment
            try:
                delete_asset(asset)
                swept += 1
            except MediaInUse:
                take_out([pk])
    return swept
