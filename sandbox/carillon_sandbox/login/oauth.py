"""The token and revoke endpoints of OAuth v2."""

import hmac

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.answers import NO_STORE, OAuthError
from carillon_sandbox.config import Client
from carillon_sandbox.sandbox import Sandbox, sandbox_of

from .authorization import verifier_fits
from .grants import (
    Code,
    Grant,
    TokenPair,
    digest_of,
    end_access,
    find_code,
    find_live_grant,
    find_spender,
    issue_tokens,
    new_token,
    open_grant,
    open_id_of,
    spend_token,
)
from .removals import BY_DEVELOPER, end_consent

CODE_DEAD = "Authorization code is expired."
REFRESH_DEAD = "Refresh token is invalid or expired."


async def token(request: Request) -> Response:
    """Answer POST /v2/oauth/token/ for all three grants."""
    sandbox = sandbox_of(request)
    form = await _read_form(request)
    client = _check_client(sandbox, form)
    grant_type = _field(form, "grant_type")
    if grant_type == "authorization_code":
        return _token_answer(*_exchange_code(sandbox, client, form))
    if grant_type == "refresh_token":
        return _token_answer(*_refresh(sandbox, client, form))
    if grant_type == "client_credentials":
        return _client_token(sandbox, client)
    raise OAuthError("unsupported_grant_type", "The grant type is not supported.")


async def revoke(request: Request) -> Response:
    """Answer POST /v2/oauth/revoke/: the app disappears from the account's connected apps."""
    sandbox = sandbox_of(request)
    form = await _read_form(request)
    client = _check_client(sandbox, form)
    now = sandbox.now()
    grant = find_live_grant(sandbox.store, _field(form, "token"), kind="access", now=now)
    if grant is None or grant.client_key != client.key:
        raise OAuthError("invalid_request", "The access token is invalid or expired.")
    with sandbox.store.change() as change:
        change.record("oauth.revoke", now, handle=grant.handle)
        end_consent(change, sandbox, grant.client_key, grant.handle, BY_DEVELOPER)
    return JSONResponse({}, headers=NO_STORE)


async def _read_form(request: Request) -> FormData:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/x-www-form-urlencoded":
        raise OAuthError("invalid_request", "Only application/x-www-form-urlencoded is supported.")
    return await request.form(max_fields=20)


def _field(form: FormData, name: str) -> str:
    value = form.get(name)
    if not isinstance(value, str) or not value:
        raise OAuthError("invalid_request", f"The request parameters are malformed: {name} is missing.")
    return value


def _check_client(sandbox: Sandbox, form: FormData) -> Client:
    key, secret = _field(form, "client_key"), _field(form, "client_secret")
    client = sandbox.find_client(key)
    if client is None or not client.enabled or not hmac.compare_digest(digest_of(secret), digest_of(client.secret)):
        raise OAuthError("invalid_client", "Client key or secret is incorrect.")
    return client


def _exchange_code(sandbox: Sandbox, client: Client, form: FormData) -> tuple[Grant, TokenPair]:
    value, now = _field(form, "code"), sandbox.now()
    code = find_code(sandbox.store, value)
    if code is None or code.client_key != client.key or code.used_at is not None or code.expires_at <= now:
        raise OAuthError("invalid_grant", CODE_DEAD)
    if _field(form, "redirect_uri") != code.redirect_uri:
        raise OAuthError("invalid_request", "Redirect_uri is not matched with the uri when requesting code.")
    _check_verifier(code, form)
    with sandbox.store.change() as change:
        change.run("UPDATE codes SET used_at = ? WHERE digest = ?", (now, code.digest))
        grant = open_grant(change, sandbox.store, code, now)
        pair = issue_tokens(change, grant, sandbox.store, now)
        change.record("oauth.token", now, handle=grant.handle, scopes=list(grant.scopes))
    return grant, pair


def _check_verifier(code: Code, form: FormData) -> None:
    if code.code_challenge is None:
        return
    verifier = form.get("code_verifier")
    if not isinstance(verifier, str) or not verifier_fits(verifier, code.code_challenge):
        raise OAuthError("invalid_request", "Code verifier or code challenge is invalid.")


def _refresh(sandbox: Sandbox, client: Client, form: FormData) -> tuple[Grant, TokenPair]:
    value, now, grace = _field(form, "refresh_token"), sandbox.now(), sandbox.settings.rotation_grace_seconds
    grant = find_live_grant(sandbox.store, value, kind="refresh", now=now, grace=grace)
    if grant is None or grant.client_key != client.key:
        with sandbox.store.change() as change:
            change.record("oauth.refresh_refused", now, handle=find_spender(sandbox.store, value))
        raise OAuthError("invalid_grant", REFRESH_DEAD)
    with sandbox.store.change() as change:
        spend_token(change, value, now)
        if not sandbox.settings.old_access_survives_refresh:
            end_access(change, grant, now)
        pair = issue_tokens(change, grant, sandbox.store, now)
        change.record("oauth.refresh", now, handle=grant.handle)
    return grant, pair


def _client_token(sandbox: Sandbox, client: Client) -> JSONResponse:
    # It opens the Research and Commercial Content APIs, which are not simulated: nothing here takes it.
    now, seconds = sandbox.now(), sandbox.settings.access_token_seconds
    with sandbox.store.change() as change:
        change.record("oauth.client_token", now, client_key=client.key)
    body = {"access_token": new_token("clt"), "expires_in": seconds, "token_type": "Bearer"}
    return JSONResponse(body, headers=NO_STORE)


def _token_answer(grant: Grant, pair: TokenPair) -> JSONResponse:
    body = {
        "access_token": pair.access,
        "expires_in": pair.expires_in,
        "open_id": open_id_of(grant.client_key, grant.handle),
        "refresh_expires_in": pair.refresh_expires_in,
        "refresh_token": pair.refresh,
        "scope": ",".join(grant.scopes),
        "token_type": "Bearer",
    }
    return JSONResponse(body, headers=NO_STORE)
