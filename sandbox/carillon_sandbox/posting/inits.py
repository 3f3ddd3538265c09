"""The three inits: a video to the profile, a video to the inbox, photos to either."""

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from carillon_sandbox.answers import ApiError, api_answer
from carillon_sandbox.gate import Caller, admit, parse_object, read_body, require_any_scope, take_turn
from carillon_sandbox.login.grants import digest_of, open_id_of
from carillon_sandbox.sandbox import Sandbox, sandbox_of

from .caps import check_direct, check_draft, check_owned
from .lifecycle import lifecycle_of
from .post_rules import PostInfo, read_photo_info, read_post_info
from .posts import COLUMNS, ID_PREFIXES, Post, insert_sql, new_digits
from .source_rules import Source, describe_source, read_photo_source, read_video_source

LONGEST_UPLOAD_URL = 256
SCOPES_OF_MODE = {"DIRECT_POST": ("video.publish",), "MEDIA_UPLOAD": ("video.upload",)}
Body = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an init asks for."""

    kind: str
    mode: str
    info: PostInfo
    source: Source


async def video_init(request: Request) -> Response:
    """Answer POST /v2/post/publish/video/init/: a video straight to the profile."""
    return await _init(request, "video_init", lambda _: ("video.publish",), _read_video)


async def inbox_init(request: Request) -> Response:
    """Answer POST /v2/post/publish/inbox/video/init/: a video as a draft."""
    return await _init(request, "inbox_init", lambda _: ("video.upload",), _read_inbox)


async def content_init(request: Request) -> Response:
    """Answer POST /v2/post/publish/content/init/: photos, as a post or as a draft."""
    return await _init(request, "content_init", _photo_scopes, _read_photos)


def _read_video(body: Body) -> Wish:
    return Wish("video", "direct", read_post_info(body), read_video_source(body))


def _read_inbox(body: Body) -> Wish:
    return Wish("video", "draft", PostInfo(), read_video_source(body))


def _read_photos(body: Body) -> Wish:
    if body.get("media_type") != "PHOTO":
        raise ApiError("invalid_param", "media_type must be PHOTO.")
    if str(body.get("post_mode")) not in SCOPES_OF_MODE:
        raise ApiError("invalid_param", "post_mode must be DIRECT_POST or MEDIA_UPLOAD.")
    is_draft = body["post_mode"] == "MEDIA_UPLOAD"
    info = read_photo_info(body, is_draft=is_draft)
    return Wish("photo", "draft" if is_draft else "direct", info, read_photo_source(body))


def _photo_scopes(raw: bytes) -> tuple[str, ...]:
    # The scope depends on the mode, but is checked before the body is; a body without a mode fails later.
    try:
        mode = json.loads(raw).get("post_mode")
        return SCOPES_OF_MODE[mode]
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError):
        return ("video.publish", "video.upload")


async def _init(
    request: Request, endpoint: str, scopes: Callable[[bytes], tuple[str, ...]], read: Callable[[Body], Wish]
) -> Response:
    raw = await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    try:
        require_any_scope(caller, *scopes(raw))
        take_turn(sandbox, caller, endpoint, sandbox.settings.init_per_window)
        body = parse_object(request, raw, refusal="invalid_param")
        wish = read(body)
        _check_allowed(sandbox, caller, wish)
    except ApiError as refusal:
        facts = {"handle": caller.account.handle, "code": refusal.code, "endpoint": endpoint}
        with sandbox.store.change() as change:
            change.record("init.refused", sandbox.now(), **facts)
        raise
    data = _accept(sandbox, caller, wish, endpoint, body)
    if wish.source.urls:
        lifecycle_of(request).follow(str(data["publish_id"]))
    return api_answer(request, data)


def _check_allowed(sandbox: Sandbox, caller: Caller, wish: Wish) -> None:
    if wish.mode == "direct":
        check_direct(sandbox, caller, wish.info)
    else:
        check_draft(sandbox, caller, needs_new_app=wish.kind == "photo")
    check_owned(caller, wish.source.urls)


def _accept(sandbox: Sandbox, caller: Caller, wish: Wish, endpoint: str, body: Body) -> dict[str, object]:
    upload_token = secrets.token_urlsafe(32)
    post = _new_post(sandbox, caller, wish, digest_of(upload_token))
    query = urlencode({"upload_id": post.upload_id, "upload_token": upload_token})
    url = f"{sandbox.base_url}/upload/?{query}"
    if len(url) > LONGEST_UPLOAD_URL:
        raise ApiError("internal_error", "The sandbox's own address is too long for an upload_url.")
    facts = {
        "publish_id": post.publish_id,
        "open_id": open_id_of(post.client_key, post.handle),
        "handle": post.handle,
        "client_key": post.client_key,
        "endpoint": endpoint,
        "mode": post.mode,
        "post_info": body.get("post_info"),
        "source_info": describe_source(wish.source, body),
    }
    with sandbox.store.change() as change:
        change.run(insert_sql(), tuple(getattr(post, name) for name in COLUMNS))
        change.record("init.accepted", post.created_at, **facts)
    return {"publish_id": post.publish_id, **({"upload_url": url} if wish.source.plan else {})}


def _new_post(sandbox: Sandbox, caller: Caller, wish: Wish, token_digest: str) -> Post:
    now, account, digits = sandbox.now(), caller.account, new_digits()
    info, source, plan = wish.info, wish.source, wish.source.plan
    way = "upload" if plan else "pull"
    return Post(
        publish_id=f"{ID_PREFIXES[wish.kind, wish.mode, way]}.{digits}",
        upload_id=digits,
        upload_token_digest=token_digest,
        client_key=caller.client.key,
        handle=account.handle,
        caption=info.caption,
        privacy_level=info.privacy_level or "",  # the person chooses it when they post the draft
        # What the creator switched off stays off, whatever the app asks for.
        comment_off=info.disable_comment or account.comment_disabled,
        duet_off=info.disable_duet or account.duet_off,
        stitch_off=info.disable_stitch or account.stitch_off,
        brand_content=info.brand_content,
        brand_organic=info.brand_organic,
        is_aigc=info.is_aigc,
        cover_ms=info.cover_ms,
        video_size=plan.video_size if plan else 0,
        chunk_size=plan.chunk_size if plan else 0,
        total_chunk_count=plan.count if plan else 0,
        created_at=now,
        url_expires_at=now + sandbox.settings.upload_url_seconds,
        status="uploading" if plan else "downloading",
        kind=wish.kind,
        mode=wish.mode,
        source=way,
        title=info.title,
        auto_add_music=info.auto_add_music,
        urls=json.dumps(source.urls),
        photo_count=len(source.urls) if wish.kind == "photo" else 0,
        cover_index=source.cover_index,
    )
