"""
Mending a file: asked for, claimed by one worker at a time, stored as a new file. The row is the queue; messages are hints.

A worker holds a lease and renews it with every second of progress. When it is killed the lease runs out, and the sweep lets
another begin again; a fix that has cost three workers their lives is given up, with a sentence.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from api.media.models import AssetStatus, FixState, MediaAsset, MediaFix
from api.media.models.media_fix_model import LEASE, LIVE, MOST_ATTEMPTS
from api.media.storage import digest_of, keep_file
from api.media.verdicts import judge
from api.workspaces.auth import Member
from core.domain_error import DomainError, Invalid, NotFound
from core.hints import hint
from core.live import announce
from core.tempo import paced_delta
from video.doctor import Fix

GIVEN_UP = "Converting this file ended three times without a result. The original is unchanged."
MOST_SHOWN = 10


class NothingToMend(DomainError):
    code, status, title = "nothing_to_mend", 409, "Nothing to mend"


class FixIsOver(DomainError):
    code, status, title = "fix_is_over", 409, "The conversion is over"


def request_fix(*, member: Member, asset: MediaAsset, fixes: Collection[Fix], longest_ms: int | None) -> MediaFix:
    """
    Line up a fix. Asked again while it waits, runs or is done, the same row is the answer.

    :raises Invalid: for a trim without a length, or one that would leave nothing out
    :raises NothingToMend: while the file is being checked, or cannot be read at all
    """
    if asset.status != AssetStatus.READY:
        raise NothingToMend(
            f"{asset.file_name} cannot be converted: {asset.rejection_message or 'it is being checked.'}"
        )
    longest_ms = _check_trim(asset, fixes, longest_ms)
    ordered = [fix for fix in Fix if fix in fixes]
    key = "+".join(ordered) + (f"@{longest_ms}" if longest_ms else "")
    same = MediaFix.objects.filter(asset=asset, key=key)
    found = same.filter(Q(state__in=LIVE) | Q(state=FixState.DONE, result__isnull=False)).order_by("-created_at")
    if fix := found.first():
        return fix
    try:
        with transaction.atomic():
            fix = MediaFix.objects.create(
                workspace=asset.workspace,
                asset=asset,
                requested_by=member.user,
                fixes=ordered,
                longest_ms=longest_ms,
                key=key,
            )
            hint("media.fix_media", fix_id=str(fix.pk))
            announce(asset.workspace_id, "media", asset.pk, fix=FixState.PENDING)
    except IntegrityError:  # the same click came twice at once
        return same.get(state__in=LIVE)
    return fix


def cancel_fix(fix: MediaFix) -> MediaFix:
    """
    Call a fix off; a worker that is at it stops within a second.

    :raises FixIsOver: when it has ended already
    """
    with transaction.atomic():
        rows = MediaFix.objects.filter(pk=fix.pk, state__in=LIVE)
        if not rows.update(state=FixState.CANCELLED, lease_until=None, finished_at=Now(), updated_at=Now()):
            raise FixIsOver("This conversion has ended already.")
        announce(fix.workspace_id, "media", fix.asset_id, fix=FixState.CANCELLED)
    fix.refresh_from_db()
    return fix


def get_fix(asset: MediaAsset, fix_id: UUID) -> MediaFix:
    """
    Return one of the file's fixes.

    :raises NotFound: when it has no such
    """
    fix = list_fixes(asset).filter(pk=fix_id).first()
    if fix is None:
        raise NotFound("There is no such conversion of this file.")
    return fix


def list_fixes(asset: MediaAsset) -> "QuerySet[MediaFix]":
    """Return the file's fixes with their results, the newest first; one query."""
    return MediaFix.objects.filter(asset=asset).select_related("result").order_by("-created_at", "-pk")


def claim(fix_id: UUID) -> MediaFix | None:
    """Take a fix that waits, or whose worker is gone; None when there is nothing to take."""
    free = Q(state=FixState.PENDING) | Q(state=FixState.RUNNING, lease_until__lt=Now())
    rows = MediaFix.objects.filter(free, pk=fix_id, attempt__lt=MOST_ATTEMPTS)
    lease = Now() + paced_delta(LEASE)
    taken = rows.update(
        state=FixState.RUNNING, attempt=F("attempt") + 1, lease_until=lease, progress=0, updated_at=Now()
    )
    if not taken:
        return None
    return MediaFix.objects.select_related("asset", "requested_by", "workspace").get(pk=fix_id)


def keep(fix: MediaFix, percent: int) -> bool:
    """Write how far it is and renew the lease; False when the fix was called off, or another worker has it."""
    lease = Now() + paced_delta(LEASE)
    with transaction.atomic():
        kept = _mine(fix).update(progress=percent, lease_until=lease, updated_at=Now())
        if kept and percent != fix.progress:
            announce(fix.workspace_id, "media", fix.asset_id, fix=FixState.RUNNING, progress=str(percent))
    fix.progress = percent
    return kept == 1


def finish(fix: MediaFix, path: Path, suffix: str) -> MediaAsset | None:
    """Store the new file beside the old one, unchecked still; None when the fix was called off meanwhile."""
    if not _mine(fix).exists():
        return None
    digest = digest_of(path)
    keep_file(MediaAsset(workspace=fix.workspace, sha256=digest).file_key, path)
    fields = {
        "file_name": mended_name(fix.asset.file_name, suffix),
        "kind": fix.asset.kind,
        "mime_type": "image/jpeg" if suffix == "jpg" else "video/mp4",
        "size_bytes": path.stat().st_size,
        "uploaded_by": fix.requested_by,
        "origin": fix.asset,
    }
    asset, _ = MediaAsset.objects.get_or_create(workspace=fix.workspace, sha256=digest, defaults=fields)
    MediaAsset.objects.filter(pk=asset.pk, deleted_at__isnull=False).update(deleted_at=None)
    return asset


def settle(fix: MediaFix, *, result: MediaAsset | None = None, error: str = "") -> bool:
    """End a fix, with the new file or with the sentence why not; False when it was no longer this worker's."""
    state = FixState.DONE if result else FixState.FAILED
    progress = 100 if result else fix.progress
    with transaction.atomic():
        done = _mine(fix).update(
            state=state,
            result=result,
            error=error[:300],
            progress=progress,
            lease_until=None,
            finished_at=Now(),
            updated_at=Now(),
        )
        if done:
            announce(fix.workspace_id, "media", fix.asset_id, fix=state)
    return done == 1


def still_wrong(result: MediaAsset, fixes: Collection[str], before: MediaAsset) -> str:
    """Return the sentence about what a fix should have mended and did not; empty when all of it is mended."""
    mended = {one.code for one in judge(before).findings if one.fix in fixes}
    return next((one.sentence for one in judge(result).findings if one.code in mended), "")


def give_up_worn_out(*, now: datetime) -> int:
    """End the fixes that no worker survived; return how many."""
    worn = MediaFix.objects.filter(state=FixState.RUNNING, lease_until__lt=now, attempt__gte=MOST_ATTEMPTS)
    return worn.update(state=FixState.FAILED, error=GIVEN_UP, lease_until=None, finished_at=Now(), updated_at=Now())


def list_overdue(*, now: datetime, wait: timedelta) -> list[UUID]:
    """Return the fixes whose message was lost, or whose worker is gone."""
    lost = Q(state=FixState.PENDING, created_at__lt=now - wait)
    rows = MediaFix.objects.filter(lost | Q(state=FixState.RUNNING, lease_until__lt=now))
    return list(rows.values_list("pk", flat=True)[:100])


def mended_name(name: str, suffix: str) -> str:
    """Return what a mended file is called: `clip.mov` becomes `clip (fixed).mp4`."""
    stem = name.rpartition(".")[0] or name
    return f"{stem.removesuffix(' (fixed)')[:230]} (fixed).{suffix}"


def _mine(fix: MediaFix) -> "QuerySet[MediaFix]":
    return MediaFix.objects.filter(pk=fix.pk, state=FixState.RUNNING, attempt=fix.attempt)


def _check_trim(asset: MediaAsset, fixes: Collection[Fix], longest_ms: int | None) -> int | None:
    if Fix.TRIM not in fixes:
        return None
    if not longest_ms:
        raise Invalid.at("longest_ms", "Say how long the clip may be.", code="trim_needs_length")
    if asset.duration_ms is None or asset.duration_ms <= longest_ms:
        raise Invalid.at("longest_ms", "The clip is no longer than that already.", code="trim_not_needed")
    return longest_ms
