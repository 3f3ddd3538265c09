"""Content Posting, apart from the inits: creator info, the status of a post, and its cancelling."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carillon_sandbox.answers import NO_STORE, ApiError, api_answer, log_id_of
from carillon_sandbox.gate import Caller, admit, parse_object, read_body, require_any_scope, take_turn
from carillon_sandbox.sandbox import Sandbox, sandbox_of
from carillon_sandbox.world.accounts import ONLY_ME

from .caps import find_cap
from .endings import cancel_post
from .posts import Post, find_post
from .pulls import pulled_so_far

STATUS_NAMES = {
    "uploading": "PROCESSING_UPLOAD",
    "downloading": "PROCESSING_DOWNLOAD",
    "inbox": "SEND_TO_USER_INBOX",
    "complete": "PUBLISH_COMPLETE",
    "failed": "FAILED",
}
PROCESSING_NAMES = {"upload": "PROCESSING_UPLOAD", "pull": "PROCESSING_DOWNLOAD"}


async def creator_info(request: Request) -> Response:
    """Answer POST /v2/post/publish/creator_info/query/."""
    await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    require_any_scope(caller, "video.publish")
    take_turn(sandbox, caller, "creator_info", sandbox.settings.creator_info_per_window)
    if code := find_cap(sandbox, caller):
        raise ApiError(code, status=200)  # on purpose: TikTok says this with a success status
    account, settings = caller.account, sandbox.settings
    hidden = settings.creator_info_reflects_audit and not caller.client.audited
    avatar = f"/avatars/{account.handle}.png"
    data: dict[str, object] = {
        "creator_avatar_url": sandbox.signed_url(avatar, settings.creator_avatar_url_seconds),
        "creator_username": account.handle,
        "creator_nickname": account.nickname,
        "privacy_level_options": [ONLY_ME] if hidden else list(account.privacy_options),
        "comment_disabled": account.comment_disabled,
        "duet_disabled": account.duet_off,
        "stitch_disabled": account.stitch_off,
        "max_video_post_duration_sec": account.max_video_post_duration_sec,
    }
    return api_answer(request, data)


async def status_fetch(request: Request) -> Response:
    """Answer POST /v2/post/publish/status/fetch/."""
    raw = await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    require_any_scope(caller, "video.publish", "video.upload")
    take_turn(sandbox, caller, "status", sandbox.settings.status_per_window)
    return api_answer(request, _describe_status(sandbox, _named_post(request, raw, sandbox, caller)))


async def cancel(request: Request) -> Response:
    """Answer POST /v2/post/publish/cancel/: stop a download that is under way; the answer has no data."""
    raw = await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    require_any_scope(caller, "video.publish", "video.upload")
    post = _named_post(request, raw, sandbox, caller)
    if not cancel_post(sandbox, post):
        raise ApiError("publish_not_cancellable")
    error = {"code": "ok", "message": "", "log_id": log_id_of(request)}
    return JSONResponse({"error": error}, headers=NO_STORE)


def _named_post(request: Request, raw: bytes, sandbox: Sandbox, caller: Caller) -> Post:
    publish_id = parse_object(request, raw, refusal="invalid_param").get("publish_id")
    if not isinstance(publish_id, str) or not publish_id:
        raise ApiError("invalid_param", "publish_id is missing.")
    post = find_post(sandbox.store, publish_id)
    if post is None:
        raise ApiError("invalid_publish_id")
    if post.handle != caller.account.handle or post.client_key != caller.client.key:
        raise ApiError("token_not_authorized_for_specified_publish_id")
    return post


def _describe_status(sandbox: Sandbox, post: Post) -> dict[str, object]:
    data: dict[str, object] = {
        "status": STATUS_NAMES.get(post.status, PROCESSING_NAMES[post.source]),
        # The misspelling and the bare integers are TikTok's.
        "publicaly_available_post_id": [post.post_id] if post.is_listed(sandbox.now()) else [],
    }
    if post.source == "pull":
        data["downloaded_bytes"] = pulled_so_far(sandbox, post)
    else:
        data["uploaded_bytes"] = post.uploaded_bytes
    if post.fail_reason:
        data["fail_reason"] = post.fail_reason
    return data
