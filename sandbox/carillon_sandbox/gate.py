"""The checks every API call passes first, in a fixed order: token, scope, rate limit, body."""

import json
from dataclasses import dataclass, replace
from functools import partial

from starlette.requests import Request

from .answers import ApiError
from .config import Client
from .login.grants import Grant, find_live_grant
from .sandbox import Sandbox, sandbox_of
from .world.accounts import Account, find_account

LARGEST_BODY = 256 * 1024


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: a live access token, the consent behind it, the account that gave it and the app that has it."""

    token: str
    grant: Grant
    account: Account
    client: Client


def admit(request: Request) -> Caller:
    """
    Return who calls.

    :raises ApiError: access_token_invalid
    """
    sandbox = sandbox_of(request)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise ApiError("access_token_invalid")
    grant = find_live_grant(sandbox.store, token, kind="access", now=sandbox.now())
    account = find_account(sandbox.store, grant.handle) if grant else None
    client = sandbox.find_client(grant.client_key) if grant else None
    if grant is None or account is None or client is None or not client.enabled:
        raise ApiError("access_token_invalid")
    # A scope must be allowed to the app and granted by the person; either can be taken back.
    scopes = tuple(scope for scope in grant.scopes if scope in client.scopes)
    return Caller(token, replace(grant, scopes=scopes), account, client)


def require_any_scope(caller: Caller, *scopes: str, refusal: str = "scope_not_authorized") -> None:
    """
    Pass when the user granted at least one of the scopes.

    :raises ApiError: scope_not_authorized, or the refusal given
    """
    if not any(scope in caller.grant.scopes for scope in scopes):
        raise ApiError(refusal)


def take_turn(sandbox: Sandbox, caller: Caller, endpoint: str, calls: int) -> None:
    """
    Count this call against the token's sliding window.

    :raises ApiError: rate_limit_exceeded
    """
    seconds = sandbox.settings.rate_window_seconds
    take = partial(sandbox.limiter.take, caller.token, endpoint)
    if not take(now=sandbox.now(), calls=calls, seconds=seconds):
        with (
            sandbox.store.change() as change
        ):  # apart from injected 429s, so that a judge sees who really called too often
            change.record("limit.exceeded", sandbox.now(), handle=caller.account.handle, endpoint=endpoint)
        raise ApiError("rate_limit_exceeded")


async def read_body(request: Request) -> bytes:
    """
    Read a small body whole, before any decision is taken on it.

    :raises ApiError: internal_error with 413 when it is larger than any honest request
    """
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            raise ApiError("invalid_params", "The request body is too large.", status=413)
    return bytes(body)


def parse_object(request: Request, body: bytes, *, refusal: str) -> dict[str, object]:
    """
    Read a JSON object; an empty body counts as an empty object.

    :raises ApiError: with the given code
    """
    if not body:
        return {}
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ApiError(refusal, "The content type must be application/json.")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ApiError(refusal, "The request body is not JSON.") from error
    if not isinstance(found, dict):
        raise ApiError(refusal, "The request body is not a JSON object.")
    return found
