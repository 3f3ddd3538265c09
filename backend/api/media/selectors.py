"""Finding media; always within a workspace, and never what is in the bin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Lower

from api.media.models import AssetStatus, MediaAsset
from api.workspaces.models import Workspace
from core.domain_error import NotFound
from core.paging import Order

MOST_WORDS = 8
MOST_TAGS_LISTED = 500
Fitness = Literal["", "fits", "fix", "unusable"]
Sort = Literal["newest", "name", "size", "duration"]

ORDERS: dict[Sort, Order] = {
    "newest": Order("newest", F("pk"), down=True),
    "name": Order("name", Lower("file_name"), down=False),
    "size": Order("size", F("size_bytes"), down=True),
    "duration": Order("duration", Coalesce(F("duration_ms"), -1), down=True),
}
FITNESS = {
    "fits": Q(status=AssetStatus.READY, worst="fine"),
    "fix": Q(status=AssetStatus.READY, worst__in=("refused", "risky")),
    "unusable": Q(status=AssetStatus.REJECTED),
}

# The two arrays are unnested side by side: a key and how it was written are one row.
TAGS = """
    SELECT mode() WITHIN GROUP (ORDER BY tag), count(*)
    FROM (
        SELECT unnest(tag_keys) AS key, unnest(tags) AS tag
        FROM media_mediaasset WHERE workspace_id = %s AND deleted_at IS NULL
    ) AS each
    GROUP BY key ORDER BY count(*) DESC, key LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """
    Which files of a library are meant; "" and False leave it open.

    `search`: every word of it is in the name or the tags. `fitness`: what TikTok says to it. `unused`: in no post.
    """

    status: str = ""
    kind: str = ""
    search: str = ""
    fitness: Fitness = ""
    unused: bool = False
    tag: str = ""


EVERYTHING = Wish()


def list_media(workspace: Workspace, wish: Wish = EVERYTHING) -> "QuerySet[MediaAsset]":
    """Return the workspace's files that are meant; one query."""
    wanted = {name: value for name, value in (("status", wish.status), ("kind", wish.kind)) if value}
    rows = MediaAsset.objects.filter(workspace=workspace, deleted_at=None, **wanted)
    if wish.fitness:
        rows = rows.filter(FITNESS[wish.fitness])
    if wish.tag:
        rows = rows.filter(tag_keys__contains=[wish.tag.casefold()])
    if wish.search:
        rows = _search(rows, wish.search)
    return rows.filter(~is_needed()) if wish.unused else rows


def is_needed() -> Q:
    """Return the condition that a post which is not deleted has the file, or is a slideshow that sounds of it."""
    # Through the relations' names: posts and slideshows stand above media, which must not import them.
    again = MediaAsset.objects.filter(pk=OuterRef("pk")).order_by()
    seen = again.filter(places__isnull=False, places__post__deleted_at__isnull=True)
    heard = again.filter(sounded_slideshows__isnull=False, sounded_slideshows__post__deleted_at__isnull=True)
    return Q(Exists(seen)) | Q(Exists(heard))


def count_tags(workspace: Workspace) -> list[tuple[str, int]]:
    """
    Return the workspace's tags with how many files have each, the most used first; one query.

    Written differently on different files it is the same tag: it is shown as it is written most often.
    """
    with connection.cursor() as cursor:
        cursor.execute(TAGS, [workspace.pk, MOST_TAGS_LISTED])
        return [(str(name), int(count)) for name, count in cursor.fetchall()]


def get_asset(*, workspace: Workspace, asset_id: UUID) -> MediaAsset:
    """
    Return one file of the workspace.

    :raises NotFound: when it is unknown or another workspace's
    """
    asset = list_media(workspace).select_related("uploaded_by").filter(pk=asset_id).first()
    if asset is None:
        raise NotFound("There is no such file in this workspace.")
    return asset


def get_assets(*, workspace: Workspace, asset_ids: Sequence[UUID]) -> list[MediaAsset]:
    """
    Return the files in the order of `asset_ids`; one query.

    :raises NotFound: when one of them is unknown or another workspace's
    """
    found = list_media(workspace).in_bulk(list(asset_ids))
    if len(found) != len(set(asset_ids)):
        raise NotFound("There is no such file in this workspace.")
    return [found[asset_id] for asset_id in asset_ids]


def _search(rows: "QuerySet[MediaAsset]", words: str) -> "QuerySet[MediaAsset]":
    tags = Func(F("tag_keys"), Value("\n"), function="array_to_string", output_field=TextField())
    rows = rows.alias(tag_words=tags)
    for word in words.split()[:MOST_WORDS]:
        rows = rows.filter(Q(file_name__icontains=word) | Q(tag_words__contains=word.casefold()))
    return rows
