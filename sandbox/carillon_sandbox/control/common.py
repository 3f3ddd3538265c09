"""The control API: ours, not TikTok's; for the seed, for tests and for whoever drives the simulator."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.answers import ApiError
from carillon_sandbox.gate import parse_object, read_body
from carillon_sandbox.login.authorization import AskError, granted_of, read_ask
from carillon_sandbox.login.consent import AUTHORIZE_PATH, approve, refuse
from carillon_sandbox.login.grants import handles_connected, handles_seen, open_id_of
from carillon_sandbox.posting.posts import count_complete
from carillon_sandbox.sandbox import Sandbox, sandbox_of
from carillon_sandbox.settings import SettingError, change_settings
from carillon_sandbox.world.accounts import (
    DURATION_RULE,
    NEXT_RULES,
    RULES,
    Account,
    RuleError,
    change_rules,
    find_account,
    list_accounts,
)
from carillon_sandbox.world.growth import followers_now


class ControlError(Exception):
    """A refusal of the control API: a status, a code and a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message


async def health(_request: Request) -> Response:
    return JSONResponse({"ok": True})


async def accounts(request: Request) -> Response:
    """Answer GET /sandbox/api/accounts: the accounts, their rules and what became of them."""
    sandbox = sandbox_of(request)
    return JSONResponse([describe_account(sandbox, account) for account in list_accounts(sandbox.store)])


def describe_account(sandbox: Sandbox, account: Account) -> dict[str, object]:
    """Return an account as the control API shows it."""
    key, store, handle = sandbox.client.key, sandbox.store, account.handle
    return {
        "handle": handle,
        "nickname": account.nickname,
        "open_id": open_id_of(key, handle) if handle in handles_seen(store, key) else None,
        **{rule: getattr(account, rule) for rule in (*RULES, DURATION_RULE, *NEXT_RULES)},
        "follower_count": followers_now(account, born=sandbox.born, now=sandbox.now()),
        "connected": handle in handles_connected(store, key, sandbox.now()),
        "posts": count_complete(store).get(handle, 0),
    }


async def change_account(request: Request) -> Response:
    """Answer PATCH /sandbox/api/accounts/{handle}: change what the account allows."""
    sandbox = sandbox_of(request)
    wanted = await read_json(request)
    handle = known_account(sandbox, request.path_params["handle"]).handle
    try:
        change_rules(sandbox.store, handle, wanted, sandbox.now())
    except RuleError as error:
        raise ControlError(400, "rule_refused", str(error)) from error
    return JSONResponse(describe_account(sandbox, known_account(sandbox, handle)))


def known_account(sandbox: Sandbox, handle: object) -> Account:
    """
    Return the account with this handle.

    :raises ControlError: 404 no_such_account
    """
    account = find_account(sandbox.store, handle) if isinstance(handle, str) else None
    if account is None:
        raise ControlError(404, "no_such_account", "There is no account with this handle.")
    return account


async def authorize(request: Request) -> Response:
    """Answer POST /sandbox/api/authorize: consent as a person would give it, without a browser."""
    sandbox = sandbox_of(request)
    body = await read_json(request)
    account = known_account(sandbox, body.get("handle"))
    parts = urlsplit(str(body.get("authorize_url", "")))
    if parts.path != AUTHORIZE_PATH:
        raise ControlError(400, "not_an_authorize_url", f"authorize_url must lead to {AUTHORIZE_PATH}.")
    try:
        ask = read_ask(parts.query, sandbox.find_client)
    except AskError as mistake:
        raise ControlError(400, mistake.parameter, f"{mistake.parameter} {mistake.sentence}.") from mistake
    ticked = body.get("scopes", ask.scopes)
    if not isinstance(ticked, list | tuple):
        raise ControlError(400, "scopes", "scopes must be a list.")
    granted = granted_of(ask.scopes, ticked)
    return JSONResponse({"redirect_url": approve(sandbox, ask, account, granted) if granted else refuse(ask)})


async def read_ledger(request: Request) -> Response:
    """Answer GET /sandbox/api/ledger?after=SEQ: everything accepted since."""
    after = request.query_params.get("after", "0")
    if not (after.isascii() and after.isdigit()):
        raise ControlError(400, "after", "after must be a whole number.")
    return JSONResponse({"entries": list(sandbox_of(request).ledger.read(int(after)))})


async def read_settings(request: Request) -> Response:
    return JSONResponse(sandbox_of(request).settings.as_dict())


async def save_settings(request: Request) -> Response:
    """Answer PUT /sandbox/api/settings: change the settings named, leave the others."""
    sandbox = sandbox_of(request)
    wanted = await read_json(request)
    try:
        settings = change_settings(sandbox.settings, wanted)
    except SettingError as error:
        raise ControlError(400, "setting_refused", str(error)) from error
    sandbox.store.save_settings(settings)
    return JSONResponse(settings.as_dict())


async def read_json(request: Request) -> dict[str, object]:
    """
    Read the body of a call of the control API.

    :raises ControlError: bad_request
    """
    # Without a body too: a form on another site's page can send none, but never this content type.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ControlError(400, "bad_request", "The content type must be application/json.")
    try:
        return parse_object(request, await read_body(request), refusal="bad_request")
    except ApiError as error:
        raise ControlError(error.status, error.code, error.message) from error


def control_refusal(error: ControlError) -> Response:
    return JSONResponse({"code": error.code, "message": error.message}, error.status)
