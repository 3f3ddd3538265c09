"""The pool of TikTok apps that accounts are connected by."""

from uuid import UUID

from django.utils import timezone
from ninja import Router, Status

from api.accounts import app_selectors, app_services, pull_services
from api.accounts.app_schemas import AppChangeIn, AppIn, AppListOut, AppOut, AppTrialOut, PullPrefixIn
from api.accounts.models import TikTokApp
from api.workspaces.auth import AuthedRequest, member_auth
from core.problem_schema import REFUSALS, Problem

router = Router(auth=member_auth)
GUARDED = {**REFUSALS, 403: Problem}


@router.get("", response={200: AppListOut, **REFUSALS}, operation_id="listTikTokApps")
def list_apps(request: AuthedRequest) -> AppListOut:
    """List the server's own app and the workspace's, with the addresses that TikTok's developer portal asks for."""
    return AppListOut.of(app_selectors.list_apps(request.auth.workspace), can_change=request.auth.is_admin)


@router.post("", response={201: AppOut, **GUARDED}, operation_id="addTikTokApp")
def add_app(request: AuthedRequest, app_in: AppIn) -> Status[AppOut]:
    """Add a TikTok app of the workspace's own."""
    request.auth.must_be_admin()
    app = app_services.add_app(member=request.auth, facts=app_in.to_facts())
    return Status(201, AppOut.of(app))


@router.get("/{uuid:app_id}", response={200: AppOut, **REFUSALS}, operation_id="getTikTokApp")
def get_app(request: AuthedRequest, app_id: UUID) -> AppOut:
    """Return one TikTok app."""
    return AppOut.of(_find(request, app_id))


@router.patch("/{uuid:app_id}", response={200: AppOut, **GUARDED}, operation_id="changeTikTokApp")
def change_app(request: AuthedRequest, app_id: UUID, change: AppChangeIn) -> AppOut:
    """Change an app; switching it off holds the posts of its accounts until it is switched on again."""
    app = _find(request, app_id)
    request.auth.must_be_admin()
    app_services.change_app(member=request.auth, app=app, facts=change.to_facts(), is_enabled=change.is_enabled)
    return AppOut.of(_find(request, app_id))


@router.delete("/{uuid:app_id}", response={204: None, **GUARDED}, operation_id="removeTikTokApp")
def remove_app(request: AuthedRequest, app_id: UUID) -> Status[None]:
    """Remove an app that no account was connected by."""
    app = _find(request, app_id)
    request.auth.must_be_admin()
    app_services.remove_app(member=request.auth, app=app)
    return Status(204, None)


@router.post("/{uuid:app_id}/test", response={200: AppTrialOut, **GUARDED, 502: Problem}, operation_id="testTikTokApp")
def test_app(request: AuthedRequest, app_id: UUID) -> AppTrialOut:
    """Ask TikTok whether it knows the app's key and secret."""
    app = _find(request, app_id)
    request.auth.must_be_admin()
    trial = app_services.try_app(member=request.auth, app=app, now=timezone.now())
    return AppTrialOut.of(_find(request, app_id), trial)


@router.put("/{uuid:app_id}/pull-prefix", response={200: AppOut, **GUARDED}, operation_id="setPullPrefix")
def set_pull_prefix(request: AuthedRequest, app_id: UUID, wanted: PullPrefixIn) -> AppOut:
    """Say from which address TikTok fetches this app's photos. It has to be tested before photos are posted."""
    app = _find(request, app_id)
    request.auth.must_be_admin()
    pull_services.set_prefix(app=app, prefix=wanted.pull_prefix)
    return AppOut.of(_find(request, app_id))


@router.post(
    "/{uuid:app_id}/pull-check", response={200: AppOut, **GUARDED, 502: Problem}, operation_id="checkPullPrefix"
)
def check_pull_prefix(request: AuthedRequest, app_id: UUID) -> AppOut:
    """Ask TikTok whether that address is verified for the app; nothing is posted by it."""
    app = _find(request, app_id)
    request.auth.must_be_admin()
    pull_services.check_prefix(app=app, now=timezone.now())
    return AppOut.of(_find(request, app_id))


def _find(request: AuthedRequest, app_id: UUID) -> TikTokApp:
    return app_selectors.get_app(workspace=request.auth.workspace, app_id=app_id)
