"""Connecting TikTok accounts, looking at them, letting them go."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import HttpResponseBase
from django.utils import timezone
from ninja import Query, Router

from api.accounts import connect_services, health_services, mode_services, profile_services, selectors
from api.accounts.app_selectors import get_app
from api.accounts.health_schemas import HealthOut
from api.accounts.schemas import (
    AccountOut,
    AccountPage,
    AccountSummary,
    AuthorizeOut,
    CallbackIn,
    CreatorInfoOut,
    DisconnectOut,
    PostModeIn,
)
from api.workspaces.auth import AuthedRequest, member_auth
from core.domain_error import NotFound
from core.http_range import serve_range
from core.paging import PageIn, cut_page
from core.problem_schema import REFUSALS, Problem
from core.text import Text

connect_router = Router(auth=member_auth)
health_router = Router(auth=member_auth)
router = Router(auth=member_auth)


@connect_router.get("/authorize", response={200: AuthorizeOut, **REFUSALS}, operation_id="startConnect")
def start_connect(request: AuthedRequest, app_id: UUID | None = None, account_id: UUID | None = None) -> AuthorizeOut:
    """
    Return TikTok's consent page for this browser.

    `app_id` chooses the TikTok app, else the pool does; with `account_id` that account is connected again, and no other.
    """
    member = request.auth
    app = get_app(workspace=member.workspace, app_id=app_id) if app_id else None
    account = selectors.get_account(workspace=member.workspace, account_id=account_id) if account_id else None
    url = connect_services.start_connect(member=member, now=timezone.now(), app=app, account=account)
    return AuthorizeOut(authorize_url=url)


@connect_router.post("/callback", response={200: AccountOut, **REFUSALS, 502: Problem}, operation_id="finishConnect")
def finish_connect(request: AuthedRequest, query: CallbackIn) -> AccountOut:
    """Finish connecting with what TikTok sent the browser back with. A POST, since it changes things."""
    callback = connect_services.Callback(
        query.state, query.code, query.error, query.error_description, query.error_type
    )
    return AccountOut.of(connect_services.finish_connect(member=request.auth, callback=callback, now=timezone.now()))


@health_router.get("/health", response={200: HealthOut, **REFUSALS}, operation_id="getTikTokHealth")
def get_tiktok_health(request: AuthedRequest) -> HealthOut:
    """Tell whether TikTok answers this workspace's calls, and whether posting is slowed."""
    member = request.auth
    health = health_services.look(workspace=member.workspace, time_zone=member.user.time_zone, now=timezone.now())
    return HealthOut.of(health)


@router.get("", response={200: AccountPage, **REFUSALS}, operation_id="listAccounts")
def list_accounts(request: AuthedRequest, page: Query[PageIn], q: Text = "") -> AccountPage:
    """List the connected accounts, the newest first; `q` searches both names."""
    found = selectors.with_groups(selectors.list_accounts(request.auth.workspace, search=q[:100]))
    accounts, next_cursor = cut_page(found, page)
    return AccountPage(items=[AccountOut.of(account) for account in accounts], next_cursor=next_cursor)


@router.get("/stats/summary", response={200: AccountSummary, **REFUSALS}, operation_id="summarizeAccounts")
def summarize_accounts(request: AuthedRequest) -> AccountSummary:
    """Count the accounts by status."""
    return AccountSummary.model_validate(selectors.count_accounts(request.auth.workspace))


@router.get("/{uuid:account_id}", response={200: AccountOut, **REFUSALS}, operation_id="getAccount")
def get_account(request: AuthedRequest, account_id: UUID) -> AccountOut:
    """Return one account."""
    return AccountOut.of(selectors.get_account(workspace=request.auth.workspace, account_id=account_id))


@router.delete("/{uuid:account_id}", response={200: DisconnectOut, **REFUSALS}, operation_id="disconnectAccount")
def disconnect_account(request: AuthedRequest, account_id: UUID) -> DisconnectOut:
    """Disconnect: the permission is withdrawn, what was scheduled is held, the history stays."""
    account = selectors.get_account(workspace=request.auth.workspace, account_id=account_id)
    held = connect_services.disconnect(account=account, now=timezone.now(), member=request.auth)
    return DisconnectOut(held_publications=held)


@router.put("/{uuid:account_id}/post-mode", response={200: AccountOut, **REFUSALS}, operation_id="setPostMode")
def set_post_mode(request: AuthedRequest, account_id: UUID, wanted: PostModeIn) -> AccountOut:
    """Choose how new posts on the account begin: published directly, or as drafts in its inbox. Existing ones stay."""
    account = selectors.get_account(workspace=request.auth.workspace, account_id=account_id)
    return AccountOut.of(mode_services.set_post_mode(account=account, post_mode=wanted.post_mode))


@router.post(
    "/{uuid:account_id}/sync", response={200: AccountOut, **REFUSALS, 502: Problem}, operation_id="syncAccount"
)
def sync_account(request: AuthedRequest, account_id: UUID) -> AccountOut:
    """Read the account's names and counters from TikTok now."""
    account = selectors.get_account(workspace=request.auth.workspace, account_id=account_id)
    return AccountOut.of(profile_services.sync_account(account=account, now=timezone.now()))


@router.get(
    "/{uuid:account_id}/creator-info",
    response={200: CreatorInfoOut, **REFUSALS, 502: Problem},
    operation_id="getCreatorInfo",
)
def get_creator_info(request: AuthedRequest, account_id: UUID) -> CreatorInfoOut:
    """Ask TikTok what this creator may do right now."""
    account = selectors.get_account(workspace=request.auth.workspace, account_id=account_id)
    return CreatorInfoOut.of(account, profile_services.creator_now(account=account, now=timezone.now()))


@router.get("/{uuid:account_id}/avatar", response={200: None, **REFUSALS}, operation_id="getAvatar")
def get_avatar(request: AuthedRequest, account_id: UUID) -> HttpResponseBase:
    """Return our copy of the avatar, a WebP of at most 128 pixels."""
    key = selectors.get_account(workspace=request.auth.workspace, account_id=account_id).avatar_key
    if not key or not default_storage.exists(key):
        raise NotFound("This account has no picture.")
    stream = default_storage.open(key)
    return serve_range(request, stream, size=stream.size, content_type="image/webp", etag=key.rpartition("/")[2])
