"""The media doctor: what is wrong with a file for these accounts, and mending it."""

from typing import Annotated
from uuid import UUID

from ninja import Query, Router, Status

from api.accounts.selectors import list_accounts
from api.media import fix_services, selectors, verdicts
from api.media.fix_schemas import FixIn, FixOut, MediaVerdictOut
from api.media.models import AssetStatus
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import NotFound
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)
MOST_ACCOUNTS = 300
NO_ACCOUNTS: list[UUID] = []


@router.get("/{uuid:asset_id}/verdict", response={200: MediaVerdictOut, **REFUSALS}, operation_id="getMediaVerdict")
def get_verdict(
    request: AuthedRequest,
    asset_id: UUID,
    accounts: Annotated[list[UUID], Query(max_length=MOST_ACCOUNTS)] = NO_ACCOUNTS,
) -> MediaVerdictOut:
    """Say what TikTok will do with a file on each of `accounts`, by what is known of them; TikTok is not asked."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    if asset.status != AssetStatus.READY:
        raise fix_services.NothingToMend(
            asset.rejection_message or f"{asset.file_name} is still being checked. It takes a moment."
        )
    found = list_accounts(request.auth.workspace).in_bulk(accounts)
    if len(found) != len(set(accounts)):
        raise NotFound("There is no such account in this workspace.")
    general = verdicts.judge(asset)
    each = [verdicts.judge_for(asset, found[account_id]) for account_id in dict.fromkeys(accounts)]
    return MediaVerdictOut.of_all(general, each, verdicts.offer_trim(asset, [general, *each]))


@router.post("/{uuid:asset_id}/fix", response={202: FixOut, **REFUSALS}, operation_id="fixMedia")
def fix_media(request: AuthedRequest, asset_id: UUID, fix_in: FixIn) -> Status[FixOut]:
    """Mend a file in the background; the original is kept and a new file made."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    fix = fix_services.request_fix(member=request.auth, asset=asset, fixes=fix_in.fixes, longest_ms=fix_in.longest_ms)
    return Status(202, FixOut.of(fix))


@router.get("/{uuid:asset_id}/fixes", response={200: list[FixOut], **REFUSALS}, operation_id="listMediaFixes")
def list_fixes(request: AuthedRequest, asset_id: UUID) -> list[FixOut]:
    """List the last fixes of a file, the newest first."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    return [FixOut.of(fix) for fix in fix_services.list_fixes(asset)[: fix_services.MOST_SHOWN]]


@router.get("/{uuid:asset_id}/fixes/{uuid:fix_id}", response={200: FixOut, **REFUSALS}, operation_id="getMediaFix")
def get_fix(request: AuthedRequest, asset_id: UUID, fix_id: UUID) -> FixOut:
    """Return one fix and how far it is."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    return FixOut.of(fix_services.get_fix(asset, fix_id))


@router.post(
    "/{uuid:asset_id}/fixes/{uuid:fix_id}/cancel", response={200: FixOut, **REFUSALS}, operation_id="cancelMediaFix"
)
def cancel_fix(request: AuthedRequest, asset_id: UUID, fix_id: UUID) -> FixOut:
    """Call a fix off; what was converted so far is thrown away."""
    asset = selectors.get_asset(workspace=request.auth.workspace, asset_id=asset_id)
    return FixOut.of(fix_services.cancel_fix(fix_services.get_fix(asset, fix_id)))
