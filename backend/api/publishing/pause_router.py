"""Pausing and resuming an account or the whole workspace; all workspaces at once: `manage.py pause_everything`."""

from uuid import UUID

from django.utils import timezone
from ninja import Router

from api.accounts.selectors import get_account
from api.publishing import pauses
from api.publishing.pause_schemas import PausesOut, ResumedOut
from api.publishing.pause_selectors import list_pauses
from api.workspaces.auth import AuthedRequest, member_auth
from api.workspaces.models import Workspace
from core.problem_schema import REFUSALS

router = Router(auth=member_auth)


@router.get("/pauses", response={200: PausesOut, **REFUSALS}, operation_id="getPauses")
def get_pauses(request: AuthedRequest) -> PausesOut:
    """Tell what is paused, since when and by whom, and how many posts wait for it."""
    return PausesOut.of(list_pauses(request.auth.workspace), may_resume=request.auth.is_admin)


@router.put("/accounts/{uuid:account_id}/pause", response={200: PausesOut, **REFUSALS}, operation_id="pauseAccount")
def pause_account(request: AuthedRequest, account_id: UUID) -> PausesOut:
    """Send nothing on this account until it is resumed; what is past the commit point is TikTok's already."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    pauses.pause_account(member=request.auth, account=account, now=timezone.now())
    return _show(request)


@router.delete(
    "/accounts/{uuid:account_id}/pause", response={200: ResumedOut, **REFUSALS}, operation_id="resumeAccount"
)
def resume_account(request: AuthedRequest, account_id: UUID) -> ResumedOut:
    """Send on this account again; what came due meanwhile goes out, or asks when it is too late."""
    account = get_account(workspace=request.auth.workspace, account_id=account_id)
    return ResumedOut(released=pauses.resume_account(member=request.auth, account=account))


@router.put("/workspace/pause", response={200: PausesOut, **REFUSALS}, operation_id="pauseWorkspace")
def pause_workspace(request: AuthedRequest) -> PausesOut:
    """Send nothing of this workspace until it is resumed; for its owners and admins."""
    pauses.pause_workspace(member=request.auth, now=timezone.now())
    return _show(request)


@router.delete("/workspace/pause", response={200: ResumedOut, **REFUSALS}, operation_id="resumeWorkspace")
def resume_workspace(request: AuthedRequest) -> ResumedOut:
    """Send again; what came due meanwhile goes out, or asks when it is too late."""
    return ResumedOut(released=pauses.resume_workspace(member=request.auth))


def _show(request: AuthedRequest) -> PausesOut:
    workspace = Workspace.objects.get(pk=request.auth.workspace.pk)
    return PausesOut.of(list_pauses(workspace), may_resume=request.auth.is_admin)
