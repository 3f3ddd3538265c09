"""Naming files, and the tags they have: short words of the workspace's own, any number of files each."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction

from api.media.models import MediaAsset
from api.media.models.media_asset_model import LONGEST_TAG, MOST_TAGS
from api.media.selectors import get_assets
from api.media.upload_services import clean_file_name
from api.workspaces.models import Workspace
from core.domain_error import Invalid
from core.live import announce


def rename(asset: MediaAsset, name: str) -> None:
    """
    Give the file another name; it is shown and never used as a path.

    :raises Invalid: when nothing of it is left to show
    """
    if not name.strip():
        raise Invalid.at("file_name", "A file needs a name.", code="name_missing")
    asset.file_name = clean_file_name(name)
    with transaction.atomic():
        asset.save(update_fields=["file_name", "updated_at"])
        announce(asset.workspace_id, "media", asset.pk)


def set_tags(asset: MediaAsset, tags: Sequence[str]) -> None:
    """
    Give the file exactly these tags; one that is written in two ways counts once, as it came first.

    :raises Invalid: for more than MOST_TAGS, or one that is longer than LONGEST_TAG characters
    """
    with transaction.atomic():
        row = MediaAsset.objects.select_for_update().get(pk=asset.pk)
        _write(row, clean_tags(tags, field="tags"))
        row.save(update_fields=["tags", "tag_keys", "updated_at"])
        announce(row.workspace_id, "media", row.pk)
    asset.tags, asset.tag_keys = row.tags, row.tag_keys


def change_tags(
    *, workspace: Workspace, asset_ids: Sequence[UUID], add: Sequence[str], remove: Sequence[str]
) -> list[MediaAsset]:
    """
    Add tags to files and take others off, all of them or none; return the files that changed.

    :raises NotFound: when one of the files is unknown or another workspace's
    :raises Invalid: for tags no file can have, or a file that would have more than MOST_TAGS
    """
    added, gone = clean_tags(add, field="add"), {tag.casefold() for tag in clean_tags(remove, field="remove")}
    with transaction.atomic():
        rows = MediaAsset.objects.select_for_update().filter(
            pk__in=[asset.pk for asset in get_assets(workspace=workspace, asset_ids=asset_ids)]
        )
        changed = [row for row in rows.order_by("pk") if _change(row, added, gone)]
        MediaAsset.objects.bulk_update(changed, ["tags", "tag_keys"], batch_size=500)
        if changed:
            announce(workspace.pk, "media", changed[0].pk)
    return changed


def clean_tags(tags: Iterable[str], *, field: str) -> list[str]:
    """
    Return the tags without spaces around them, each once, whichever way it is written.

    :raises Invalid: for one that is too long or has a line break in it
    """
    found: dict[str, str] = {}
    for index, tag in enumerate(tags):
        word = " ".join(tag.split())
        if len(word) > LONGEST_TAG:
            message = f"A tag has at most {LONGEST_TAG} characters; “{word[:LONGEST_TAG]}…” is longer."
            raise Invalid.at(f"{field}.{index}", message, code="tag_too_long")
        if not word.isprintable():
            raise Invalid.at(f"{field}.{index}", "A tag is made of letters one can see.", code="tag_unfit")
        if word:
            found.setdefault(word.casefold(), word)
    return list(found.values())


def _change(row: MediaAsset, added: Sequence[str], gone: set[str]) -> bool:
    before = list(row.tags)
    kept = [tag for tag in before if tag.casefold() not in gone]
    have = {tag.casefold() for tag in kept}
    _write(row, [*kept, *(tag for tag in added if tag.casefold() not in have)])
    return bool(row.tags != before)


def _write(row: MediaAsset, tags: list[str]) -> None:
    if len(tags) > MOST_TAGS:
        message = f"{row.file_name} would have {len(tags)} tags; a file has {MOST_TAGS} at most."
        raise Invalid.at("tags", message, code="too_many_tags")
    row.tags, row.tag_keys = tags, [tag.casefold() for tag in tags]
