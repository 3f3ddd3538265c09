"""Which call it is that may go wrong: its groups, the account it is about and the shape it answers in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope

from carillon_sandbox.gate import LARGEST_BODY
from carillon_sandbox.login.grants import digest_of, find_live_grant
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.accounts import ONLY_ME, find_account

from .counters import exceptions_of
from .kinds import DISPLAY, NOT_ADMITTED

GROUPS = {
    "/v2/oauth/token/": ("oauth",),
    "/v2/oauth/revoke/": ("oauth", "oauth_revoke"),
    "/v2/user/info/": ("user_info",),
    "/v2/video/list/": ("video_list",),
    "/v2/video/query/": ("video_query",),
    "/v2/post/publish/creator_info/query/": ("creator_info",),
    "/v2/post/publish/video/init/": ("init", "video_init"),
    "/v2/post/publish/inbox/video/init/": ("init", "inbox_init"),
    "/v2/post/publish/content/init/": ("init", "content_init"),
    "/v2/post/publish/status/fetch/": ("status",),
    "/v2/post/publish/cancel/": ("cancel",),
    "/upload/": ("upload",),
}
GRANT_GROUPS = {"authorization_code": "oauth_code", "refresh_token": "oauth_refresh"}
CONSENT_PAGES = "/v2/auth/"


@dataclass(frozen=True, slots=True)
class Call:
    """One request to TikTok's own paths."""

    path: str
    groups: tuple[str, ...]
    handle: str | None = None
    client_key: str | None = None
    upload_id: str | None = None
    exceptions: tuple[str, ...] = ()

    @property
    def shape(self) -> str:
        """Return which of TikTok's three error shapes fits: `oauth`, `upload` or `api`."""
        first = self.groups[0]
        return first if first in {"oauth", "upload"} else "api"


def groups_of(path: str) -> tuple[str, ...]:
    """Return the groups a path belongs to; none for what is not TikTok's, nor for the page a person sees."""
    if path in GROUPS:
        return GROUPS[path]
    return ("other",) if path.startswith("/v2/") and not path.startswith(CONSENT_PAGES) else ()


async def read_call(sandbox: Sandbox, scope: Scope, receive: Receive) -> tuple[Call, Receive]:
    """Return what the request is about, and a `receive` that still tells all of it."""
    path = str(scope["path"])
    groups = groups_of(path)
    if groups[0] == "upload":
        upload_id = _query_of(scope).get("upload_id")
        return Call(path, groups, _handle_of_upload(sandbox, upload_id), upload_id=upload_id), receive
    if groups[0] == "oauth":
        body, again = await _peek(receive)
        return _read_oauth(sandbox, path, groups, body), again
    token = Headers(scope=scope).get("authorization", "").partition(" ")[2]
    handle, key = _whose_token(sandbox, token)
    live = find_live_grant(sandbox.store, token, kind="access", now=sandbox.now())
    exceptions: tuple[str, ...] = () if live else (NOT_ADMITTED,)
    if groups[0] in DISPLAY:
        exceptions += exceptions_of(_query_of(scope).get("fields", ""))
    if groups[0] != "init":
        return Call(path, groups, handle, key, exceptions=exceptions), receive
    body, again = await _peek(receive)
    exceptions += _exceptions_of(sandbox, path, handle, body)
    return Call(path, groups, handle, key, exceptions=exceptions), again


def _query_of(scope: Scope) -> dict[str, str]:
    return dict(parse_qsl(scope["query_string"].decode("latin-1")))


async def _peek(receive: Receive) -> tuple[bytes, Receive]:
    seen: list[Message] = []
    body, more = b"", True
    while more and len(body) <= LARGEST_BODY:
        message = await receive()
        seen.append(message)
        body += message.get("body", b"")
        more = message.get("more_body", False)

    async def again() -> Message:
        return seen.pop(0) if seen else await receive()

    return body, again


def _read_oauth(sandbox: Sandbox, path: str, groups: tuple[str, ...], body: bytes) -> Call:
    form = dict(parse_qsl(body.decode("utf-8", "replace")))
    grant = GRANT_GROUPS.get(form.get("grant_type", ""))
    named = (*groups, grant) if grant and len(groups) == 1 else groups
    handle = _handle_of_code(sandbox, form["code"]) if "code" in form else None
    handle = handle or _whose_token(sandbox, form.get("refresh_token") or form.get("token", ""))[0]
    return Call(path, named, handle, form.get("client_key"))


def _handle_of_code(sandbox: Sandbox, code: str) -> str | None:
    row = sandbox.store.row("SELECT handle FROM codes WHERE digest = ?", (digest_of(code),))
    return row["handle"] if row else None


def _whose_token(sandbox: Sandbox, token: str) -> tuple[str | None, str | None]:
    sql = "SELECT handle, client_key FROM tokens JOIN grants ON grants.id = tokens.grant_id WHERE digest = ?"
    row = sandbox.store.row(sql, (digest_of(token),))
    return (row["handle"], row["client_key"]) if row else (None, None)


def _handle_of_upload(sandbox: Sandbox, upload_id: str | None) -> str | None:
    row = sandbox.store.row("SELECT handle FROM posts WHERE upload_id = ?", (upload_id,))
    return row["handle"] if row else None


def _exceptions_of(sandbox: Sandbox, path: str, handle: str | None, body: bytes) -> tuple[str, ...]:
    # TikTok's caps count drafts and direct posts apart, and its audit rule knows one exception.
    try:
        said = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        said = {}
    said = said if isinstance(said, Mapping) else {}
    is_draft = path.endswith("/inbox/video/init/") or said.get("post_mode") == "MEDIA_UPLOAD"
    info = said.get("post_info")
    level = info.get("privacy_level") if isinstance(info, Mapping) else None
    account = find_account(sandbox.store, handle) if handle else None
    is_hidden = account is not None and account.is_private and level == ONLY_ME
    return ("drafts" if is_draft else "direct_posts", *(("private_self_only",) if is_hidden else ()))
