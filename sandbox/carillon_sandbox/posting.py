"""Content Posting: creator info, the init of a video and its status."""

import secrets
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from .answers import ApiError, api_answer
from .gate import Caller, admit, parse_object, read_body, require_any_scope, take_turn
from .grants import digest_of, open_id_of
from .post_rules import (
    PostInfo,
    Source,
    check_audit,
    check_creator,
    check_privacy,
    check_user_cap,
    read_post_info,
    read_source,
)
from .posts import COLUMNS, Post, count_recent, find_post, insert_sql, new_digits, recent_creators
from .sandbox import Sandbox, sandbox_of
from .world import ONLY_ME

LONGEST_UPLOAD_URL = 256
STATUS_NAMES = {
    "uploading": "PROCESSING_UPLOAD",
    "processing": "PROCESSING_UPLOAD",
    "complete": "PUBLISH_COMPLETE",
    "failed": "FAILED",
}


async def creator_info(request: Request) -> Response:
    """Answer POST /v2/post/publish/creator_info/query/."""
    await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    require_any_scope(caller, "video.publish")
    take_turn(sandbox, caller, "creator_info", sandbox.settings.creator_info_per_window)
    if code := _find_cap(sandbox, caller):
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


def _find_cap(sandbox: Sandbox, caller: Caller) -> str | None:
    now, settings, client = sandbox.now(), sandbox.settings, caller.client
    since, handle = now - settings.cap_window_seconds, caller.account.handle
    recent = count_recent(sandbox.store, handle, now=now, since=since)
    creators = recent_creators(sandbox.store, client.key, since)
    return check_creator(caller.account, recent=recent, cap=settings.posts_per_creator) or check_user_cap(
        handle, creators, audited=client.audited, cap=settings.creators_when_unaudited
    )


async def video_init(request: Request) -> Response:
    """Answer POST /v2/post/publish/video/init/: accept a post, or say why not."""
    raw = await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    try:
        require_any_scope(caller, "video.publish")
        take_turn(sandbox, caller, "video_init", sandbox.settings.init_per_window)
        body = parse_object(request, raw, refusal="invalid_param")
        info, source = read_post_info(body), read_source(body)
        _check_allowed(sandbox, caller, info, source)
    except ApiError as refusal:
        with sandbox.store.change() as change:
            change.record("init.refused", sandbox.now(), handle=caller.account.handle, code=refusal.code)
        raise
    return api_answer(request, _accept(sandbox, caller, info, source, body))


def _check_allowed(sandbox: Sandbox, caller: Caller, info: PostInfo, source: Source) -> None:
    account, audited = caller.account, caller.client.audited
    code = (
        _find_cap(sandbox, caller)
        or check_audit(account, info.privacy_level, audited=audited)
        or check_privacy(account, info.privacy_level)
        or (None if source.plan else "url_ownership_unverified")  # no address was ever verified here
    )
    if code:
        raise ApiError(code)


def _accept(
    sandbox: Sandbox, caller: Caller, info: PostInfo, source: Source, body: dict[str, object]
) -> dict[str, object]:
    upload_token = secrets.token_urlsafe(32)
    post = _new_post(sandbox, caller, info, source, digest_of(upload_token))
    with sandbox.store.change() as change:
        change.run(insert_sql(), tuple(getattr(post, name) for name in COLUMNS))
        change.record(
            "init.accepted",
            post.created_at,
            publish_id=post.publish_id,
            open_id=open_id_of(caller.client.key, post.handle),
            handle=post.handle,
            post_info=body["post_info"],
            source_info=body["source_info"],
        )
    query = urlencode({"upload_id": post.upload_id, "upload_token": upload_token})
    url = f"{sandbox.base_url}/upload/?{query}"
    if len(url) > LONGEST_UPLOAD_URL:
        raise ApiError("internal_error", "The sandbox's own address is too long for an upload_url.")
    return {"publish_id": post.publish_id, "upload_url": url}


def _new_post(sandbox: Sandbox, caller: Caller, info: PostInfo, source: Source, token_digest: str) -> Post:
    now, account, digits = sandbox.now(), caller.account, new_digits()
    if source.plan is None or info.privacy_level is None:
        raise ApiError("internal_error")
    return Post(
        publish_id=f"v_pub_file~v2-1.{digits}",
        upload_id=digits,
        upload_token_digest=token_digest,
        client_key=caller.client.key,
        handle=account.handle,
        caption=info.caption,
        privacy_level=info.privacy_level,
        # What the creator switched off stays off, whatever the app asks for.
        comment_off=info.disable_comment or account.comment_disabled,
        duet_off=info.disable_duet or account.duet_off,
        stitch_off=info.disable_stitch or account.stitch_off,
        brand_content=info.brand_content,
        brand_organic=info.brand_organic,
        is_aigc=info.is_aigc,
        cover_ms=info.cover_ms,
        video_size=source.plan.video_size,
        chunk_size=source.plan.chunk_size,
        total_chunk_count=source.plan.count,
        created_at=now,
        url_expires_at=now + sandbox.settings.upload_url_seconds,
    )


async def status_fetch(request: Request) -> Response:
    """Answer POST /v2/post/publish/status/fetch/."""
    raw = await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    require_any_scope(caller, "video.publish", "video.upload")
    take_turn(sandbox, caller, "status", sandbox.settings.status_per_window)
    publish_id = parse_object(request, raw, refusal="invalid_param").get("publish_id")
    if not isinstance(publish_id, str) or not publish_id:
        raise ApiError("invalid_param", "publish_id is missing.")
    post = find_post(sandbox.store, publish_id)
    if post is None:
        raise ApiError("invalid_publish_id")
    if post.handle != caller.account.handle or post.client_key != caller.grant.client_key:
        raise ApiError("token_not_authorized_for_specified_publish_id")
    return api_answer(request, _describe_status(post, sandbox.now()))


def _describe_status(post: Post, now: float) -> dict[str, object]:
    data: dict[str, object] = {
        "status": STATUS_NAMES[post.status],
        # The misspelling and the bare integers are TikTok's.
        "publicaly_available_post_id": [post.post_id] if post.is_listed(now) else [],
        "uploaded_bytes": post.uploaded_bytes,
    }
    if post.fail_reason:
        data["fail_reason"] = post.fail_reason
    return data
