"""The Display API: the profile and its public videos."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from carillon_sandbox.answers import ApiError, api_answer
from carillon_sandbox.gate import Caller, admit, parse_object, read_body, require_any_scope, take_turn
from carillon_sandbox.login.grants import missing_scopes, open_id_of, union_id_of
from carillon_sandbox.posting.posts import parse_post_id
from carillon_sandbox.sandbox import Sandbox, sandbox_of

from .growth import followers_now, likes_now
from .reactions import count_reactions
from .videos import Video, count_public, find_public, list_public

BASIC, PROFILE, STATS = "user.info.basic", "user.info.profile", "user.info.stats"
USER_FIELDS = {
    "open_id": BASIC,
    "union_id": BASIC,
    "avatar_url": BASIC,
    "avatar_url_100": BASIC,
    "avatar_large_url": BASIC,
    "display_name": BASIC,
    "bio_description": PROFILE,
    "profile_deep_link": PROFILE,
    "username": PROFILE,
    "is_verified": PROFILE,
    "follower_count": STATS,
    "following_count": STATS,
    "likes_count": STATS,
    "video_count": STATS,
}
VIDEO_FIELDS = (
    "id", "create_time", "cover_image_url", "share_url", "video_description", "title", "duration",
    "height", "width", "embed_html", "embed_link", "like_count", "comment_count", "share_count", "view_count", "is_aigc",
)  # fmt: skip
DEFAULT_COUNT = 10
MOST_VIDEOS = 20
STATED_TITLE = 150
FAR_FUTURE_MS = 2**62


async def user_info(request: Request) -> Response:
    """Answer GET /v2/user/info/ with exactly the fields asked for."""
    sandbox, caller = sandbox_of(request), admit(request)
    asked = _split_fields(request)
    if missing_scopes(caller.grant, (USER_FIELDS[name] for name in asked if name in USER_FIELDS)):
        raise ApiError(sandbox.settings.display_scope_error)
    take_turn(sandbox, caller, "user_info", sandbox.settings.display_per_window)
    _check_fields(asked, USER_FIELDS)
    known = _describe_user(sandbox, caller)
    return api_answer(request, {"user": {name: known[name] for name in asked}})


def _split_fields(request: Request) -> list[str]:
    return [name for name in request.query_params.get("fields", "").split(",") if name]


def _check_fields(asked: list[str], known: Mapping[str, str] | tuple[str, ...]) -> None:
    unknown = [name for name in asked if name not in known]
    if unknown or not asked:
        raise ApiError("invalid_params", "The fields in the query are missing or not supported.")


def _describe_user(sandbox: Sandbox, caller: Caller) -> dict[str, object]:
    account, key = caller.account, caller.grant.client_key
    born, now = sandbox.born, sandbox.now()
    avatar = sandbox.signed_url(f"/avatars/{account.handle}.png", sandbox.settings.cover_url_seconds)
    return {
        "open_id": open_id_of(key, account.handle),
        "union_id": union_id_of(account.handle),
        "avatar_url": avatar,
        "avatar_url_100": avatar,
        "avatar_large_url": avatar,
        "display_name": account.nickname,
        "bio_description": account.bio,
        "profile_deep_link": f"{sandbox.base_url}/accounts/{account.handle}",
        "username": account.handle,
        "is_verified": account.is_verified,
        "follower_count": followers_now(account, born=born, now=now),
        "following_count": account.following_count,
        "likes_count": likes_now(account, born=born, now=now),
        "video_count": count_public(sandbox.store, account.handle, now),
    }


async def video_list(request: Request) -> Response:
    """Answer POST /v2/video/list/: public videos, newest first; `fields` stands in the query."""
    raw = await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    require_any_scope(caller, "video.list", refusal=sandbox.settings.display_scope_error)
    take_turn(sandbox, caller, "video_list", sandbox.settings.display_per_window)
    asked = _split_fields(request)
    _check_fields(asked, VIDEO_FIELDS)
    body = parse_object(request, raw, refusal="invalid_params")
    count = _read_number(body, "max_count", DEFAULT_COUNT, most=MOST_VIDEOS)
    cursor = _read_number(body, "cursor", 0, most=FAR_FUTURE_MS)
    now, before = sandbox.now(), cursor or FAR_FUTURE_MS
    found = list_public(sandbox.store, caller.account.handle, now=now, before_ms=before, limit=count + 1)
    shown = found[:count]
    videos = [describe_video(sandbox, caller, video, asked) for video in shown]
    last = shown[-1].video_ms if shown else cursor
    return api_answer(request, {"videos": videos, "cursor": last, "has_more": len(found) > count})


async def video_query(request: Request) -> Response:
    """Answer POST /v2/video/query/: the videos with these ids, those of others silently missing."""
    raw = await read_body(request)
    sandbox, caller = sandbox_of(request), admit(request)
    require_any_scope(caller, "video.list", refusal=sandbox.settings.display_scope_error)
    take_turn(sandbox, caller, "video_query", sandbox.settings.display_per_window)
    asked = _split_fields(request)
    _check_fields(asked, VIDEO_FIELDS)
    ids = _read_ids(parse_object(request, raw, refusal="invalid_params"))
    found = find_public(sandbox.store, caller.account.handle, ids, now=sandbox.now())
    return api_answer(request, {"videos": [describe_video(sandbox, caller, video, asked) for video in found]})


def _read_ids(body: Mapping[str, object]) -> list[int]:
    filters = body.get("filters")
    ids = filters.get("video_ids") if isinstance(filters, dict) else None
    if not isinstance(ids, list) or not 1 <= len(ids) <= MOST_VIDEOS or not all(isinstance(i, str) for i in ids):
        raise ApiError("invalid_params", f"filters.video_ids must hold 1 to {MOST_VIDEOS} ids.")
    numbers = [parse_post_id(text) for text in ids]
    return [number for number in numbers if number is not None]


def _read_number(body: Mapping[str, object], name: str, default: int, *, most: int) -> int:
    value = body.get(name, default)
    lowest = 1 if default else 0
    if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= most:
        raise ApiError("invalid_params", f"{name} is invalid.")
    return value


def describe_video(sandbox: Sandbox, caller: Caller, video: Video, asked: list[str]) -> dict[str, object]:
    """Return the fields asked for, as both lists of videos show them."""
    account, video_id, created = caller.account, str(video.post_id), video.video_ms // 1000
    page = f"{sandbox.base_url}/accounts/{video.handle}"
    source = urlencode({"utm_campaign": "tt4d_open_api", "utm_source": caller.client.key})
    known: dict[str, object] = {
        "id": video_id,
        "create_time": created,
        "cover_image_url": sandbox.signed_url(f"/covers/{video_id}.jpg", sandbox.settings.cover_url_seconds),
        "share_url": f"{page}?{source}#{video_id}",
        "video_description": video.caption[:STATED_TITLE],
        "title": video.caption[:STATED_TITLE],
        "duration": (video.duration_ms or 0) // 1000,
        "height": video.height,
        "width": video.width,
        "embed_html": "",
        "embed_link": f"{page}#{video_id}",
        "is_aigc": video.is_aigc,
        **count_reactions(
            video_id,
            handle=account.handle,
            followers=account.follower_count,
            created=created,
            now=sandbox.now(),
        ),
    }
    return {name: known[name] for name in asked}
