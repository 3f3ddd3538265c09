"""The control API's part about webhooks: what was sent, a ping, and the removal of a permission."""

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.login.removals import BY_USER, REASONS, NotConnectedError, remove_authorization
from carillon_sandbox.sandbox import sandbox_of
from carillon_sandbox.webhooks.events import Webhook, list_webhooks, tell
from carillon_sandbox.webhooks.rules import PING

from .clients import known_client
from .common import ControlError, known_account, read_json


async def webhooks(request: Request) -> Response:
    """Answer GET /sandbox/api/webhooks?after=ID: every delivery since, and how it went."""
    after = request.query_params.get("after", "0")
    if not (after.isascii() and after.isdigit()):
        raise ControlError(400, "after", "after must be a whole number.")
    found = list_webhooks(sandbox_of(request).store, after=int(after))
    return JSONResponse({"webhooks": [_describe(webhook) for webhook in found]})


def _describe(webhook: Webhook) -> dict[str, object]:
    return {
        "id": webhook.id,
        "client_key": webhook.client_key,
        "event": webhook.event,
        "publish_id": webhook.publish_id,
        "body": json.loads(webhook.body),
        "state": webhook.state,
        "attempts": webhook.attempts,
        "last_status": webhook.last_status,
        "last_error": webhook.last_error,
        "created_at": webhook.created_at,
        "due_at": webhook.due_at,
        "ended_at": webhook.ended_at,
    }


async def ping(request: Request) -> Response:
    """Answer POST /sandbox/api/webhooks/ping with `{"client_key"?}`: the portal's test button."""
    sandbox = sandbox_of(request)
    body = await read_json(request)
    client = known_client(sandbox, body.get("client_key", sandbox.home_key))
    if client.webhook_url is None:
        raise ControlError(409, "no_webhook_url", "The client has no webhook_url.")
    milliseconds = int(sandbox.now() * 1000)  # the portal's test event was seen with them, unlike all others
    with sandbox.store.change() as change:
        tell(change, sandbox, client, PING, open_id="", create_time=milliseconds, content={})
    return JSONResponse({"ok": True})


async def remove(request: Request) -> Response:
    """Answer POST /sandbox/api/accounts/{handle}/remove-authorization with `{"client_key"?, "reason"?}`."""
    sandbox = sandbox_of(request)
    body = await read_json(request)
    handle = known_account(sandbox, request.path_params["handle"]).handle
    client = known_client(sandbox, body.get("client_key", sandbox.home_key))
    reason = body.get("reason", BY_USER)
    if not isinstance(reason, int) or isinstance(reason, bool) or reason not in REASONS:
        raise ControlError(400, "reason", "reason must be a whole number from 0 to 5.")
    try:
        remove_authorization(sandbox, client.key, handle, reason)
    except NotConnectedError as error:
        raise ControlError(409, "not_connected", "The account is not connected to this client.") from error
    return JSONResponse({"ok": True})
