"""One worker mending one file: take it, convert, look at what came out, store it."""

import tempfile
from pathlib import Path
from uuid import UUID

from api.media import fix_services
from api.media.check_services import check_asset, local_copy
from api.media.models import AssetStatus, MediaAsset, MediaFix
from video.doctor import Fix
from video.transcode import CannotMend, Stopped, plan_fix, run_fix

UNREADABLE = "What came out could not be played, so it was thrown away. The original is unchanged."


def run(fix_id: UUID) -> MediaFix | None:
    """Mend the file of a fix nobody else is at; None when there was nothing to do."""
    fix = fix_services.claim(fix_id)
    if fix is None:
        return None
    try:
        _mend(fix)
    except CannotMend as error:
        fix_services.settle(fix, error=str(error))
    except Stopped:
        pass  # called off, or overtaken: the row says so already
    return MediaFix.objects.filter(pk=fix_id).first()  # the file may have been deleted meanwhile, and its fixes with it


def _mend(fix: MediaFix) -> None:
    asset = fix.asset
    plan = plan_fix(asset.measured, [Fix(one) for one in fix.fixes], longest_ms=fix.longest_ms)
    with (
        tempfile.TemporaryDirectory(prefix="carillon-fix-") as folder,
        local_copy(asset, Path(folder)) as source,
    ):
        target = Path(folder) / f"mended.{plan.suffix}"
        run_fix(
            plan,
            source=source,
            target=target,
            duration_ms=asset.duration_ms or 0,
            on_progress=lambda percent: fix_services.keep(fix, percent),
        )
        result = fix_services.finish(fix, target, plan.suffix)
    if result is None:
        raise Stopped
    _judge(fix, _look_at(result))


def _look_at(result: MediaAsset) -> MediaAsset:
    return check_asset(result) if result.status == AssetStatus.CHECKING else result


def _judge(fix: MediaFix, result: MediaAsset) -> None:
    if result.status == AssetStatus.REJECTED:
        raise CannotMend(UNREADABLE)
    if wrong := fix_services.still_wrong(result, fix.fixes, fix.asset):
        raise CannotMend(f"The conversion did not help: {wrong}")
    fix_services.settle(fix, result=result)
