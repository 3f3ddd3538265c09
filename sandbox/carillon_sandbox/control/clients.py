"""The control API's part about clients: the developer portal of this TikTok."""

import secrets
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.config import Client
from carillon_sandbox.login.client_rules import ClientError, change_client, new_client
from carillon_sandbox.login.clients import list_clients, save_client
from carillon_sandbox.sandbox import Sandbox, sandbox_of

from .common import ControlError, read_json


async def clients(request: Request) -> Response:
    """Answer GET /sandbox/api/clients: every registered client, without its secret."""
    return JSONResponse([describe_client(client) for client in list_clients(sandbox_of(request).store)])


def describe_client(client: Client) -> dict[str, object]:
    return {
        "key": client.key,
        "name": client.name,
        "platform": client.platform,
        "redirect_uris": list(client.redirect_uris),
        "scopes": sorted(client.scopes),
        "audited": client.audited,
        "webhook_url": client.webhook_url,
        "url_prefixes": list(client.url_prefixes),
        "enabled": client.enabled,
    }


async def register(request: Request) -> Response:
    """Answer POST /sandbox/api/clients; this answer alone tells the secret."""
    sandbox = sandbox_of(request)
    body = await read_json(request)
    key, secret = "sbx" + secrets.token_hex(8), secrets.token_urlsafe(24)
    try:
        client = new_client(body, key=key, secret=secret, allow_remote=sandbox.allow_remote)
    except ClientError as error:
        raise ControlError(400, "client_refused", str(error)) from error
    if sandbox.find_client(client.key):
        raise ControlError(409, "client_exists", "There is a client with this key.")
    _save(sandbox, client, "client.registered")
    return JSONResponse({**describe_client(client), "secret": client.secret}, 201)


async def change(request: Request) -> Response:
    """Answer PATCH /sandbox/api/clients/{key}: change the fields named, leave the others."""
    sandbox = sandbox_of(request)
    wanted = await read_json(request)
    known = known_client(sandbox, request.path_params["key"])
    if "secret" in wanted and known.key == sandbox.home_key:
        raise ControlError(400, "client_refused", "The secret of this client is set by the environment.")
    try:
        client = change_client(known, wanted, allow_remote=sandbox.allow_remote)
    except ClientError as error:
        raise ControlError(400, "client_refused", str(error)) from error
    if client.key == sandbox.home_key:
        client = replace(client, secret="")  # it stays in the environment
    _save(sandbox, client, "client.changed")
    return JSONResponse(describe_client(client))


def known_client(sandbox: Sandbox, key: object) -> Client:
    """
    Return the client with this key.

    :raises ControlError: 404 no_such_client
    """
    client = sandbox.find_client(key) if isinstance(key, str) else None
    if client is None:
        raise ControlError(404, "no_such_client", "There is no client with this key.")
    return client


def _save(sandbox: Sandbox, client: Client, event: str) -> None:
    with sandbox.store.change() as transaction:
        save_client(transaction, client)
        transaction.record(event, sandbox.now(), client=describe_client(client))
