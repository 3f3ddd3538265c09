"""What an init must say and what it may be refused for: decisions only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .answers import ApiError
from .chunks import Plan, check_plan
from .world import ONLY_ME, PRIVACY_LEVELS, Account

LONGEST_CAPTION = 2200
INT32 = 2**31


@dataclass(frozen=True, slots=True)
class PostInfo:
    """What the app says about a video."""

    caption: str
    privacy_level: str | None
    disable_comment: bool
    disable_duet: bool
    disable_stitch: bool
    brand_content: bool
    brand_organic: bool
    is_aigc: bool
    cover_ms: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the bytes come from: a chunk plan for an upload, none for a pull from an address."""

    plan: Plan | None


def utf16_length(text: str) -> int:
    """Count as TikTok does: a character outside the basic plane counts twice."""
    return len(text.encode("utf-16-le")) // 2


def _refuse(message: str) -> ApiError:
    return ApiError("invalid_param", message)


def read_post_info(body: Mapping[str, object]) -> PostInfo:
    """
    Read `post_info`.

    :raises ApiError: invalid_param, naming the field
    """
    info = body.get("post_info")
    if not isinstance(info, dict):
        raise _refuse("post_info is missing.")
    return PostInfo(
        caption=_read_caption(info.get("title")),
        privacy_level=_read_privacy(info.get("privacy_level")),
        disable_comment=_read_flag(info, "disable_comment"),
        disable_duet=_read_flag(info, "disable_duet"),
        disable_stitch=_read_flag(info, "disable_stitch"),
        brand_content=_read_flag(info, "brand_content_toggle"),
        brand_organic=_read_flag(info, "brand_organic_toggle"),
        is_aigc=_read_flag(info, "is_aigc"),
        cover_ms=_read_cover(info.get("video_cover_timestamp_ms")),
    )


def _read_caption(title: object) -> str:
    if title is None:
        return ""
    if not isinstance(title, str):
        raise _refuse("post_info.title must be a string.")
    try:
        length = utf16_length(title)
    except UnicodeEncodeError as error:
        raise _refuse("post_info.title holds half of a surrogate pair.") from error
    if length > LONGEST_CAPTION:
        raise _refuse("post_info.title is too long.")
    return title


def _read_privacy(level: object) -> str | None:
    if level is None:
        return None
    if not isinstance(level, str) or level not in PRIVACY_LEVELS:
        raise _refuse("post_info.privacy_level is not one of the known levels.")
    return level


def _read_flag(info: Mapping[str, object], name: str) -> bool:
    value = info.get(name)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise _refuse(f"post_info.{name} must be true or false.")
    return value


def _read_cover(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse("post_info.video_cover_timestamp_ms must be a whole number.")
    return value if 0 <= value < INT32 else None  # an impossible time means the first frame


def read_source(body: Mapping[str, object]) -> Source:
    """
    Read `source_info` down to the chunk plan.

    :raises ApiError: invalid_param for what is malformed, invalid_params for sums that are wrong
    """
    source = body.get("source_info")
    if not isinstance(source, dict):
        raise _refuse("source_info is missing.")
    kind = source.get("source")
    if kind == "PULL_FROM_URL":
        if not str(source.get("video_url", "")).startswith("https://"):
            raise _refuse("source_info.video_url must be an https address.")
        return Source(plan=None)
    if kind != "FILE_UPLOAD":
        raise _refuse("source_info.source must be FILE_UPLOAD or PULL_FROM_URL.")
    plan = Plan(*(_read_size(source, name) for name in ("video_size", "chunk_size", "total_chunk_count")))
    if why := check_plan(plan):
        raise ApiError("invalid_params", why)
    return Source(plan)


def _read_size(source: Mapping[str, object], name: str) -> int:
    value = source.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse(f"source_info.{name} must be a whole number.")
    return value


def check_creator(account: Account, *, recent: int, cap: int) -> str | None:
    """Return the code that keeps this creator from posting now, or None."""
    if not account.can_post:
        return "spam_risk_user_banned_from_posting"
    return "spam_risk_too_many_posts" if recent >= cap else None


def check_user_cap(handle: str, creators: Collection[str], *, audited: bool, cap: int) -> str | None:
    """Return reached_active_user_cap when an unaudited app would serve one creator too many."""
    if audited or handle in creators or len(creators) < cap:
        return None
    return "reached_active_user_cap"


def check_audit(account: Account, level: str | None, *, audited: bool) -> str | None:
    """Return the unaudited code unless the account is private and the post for its owner only."""
    if audited or (account.is_private and level == ONLY_ME):
        return None
    return "unaudited_client_can_only_post_to_private_accounts"


def check_privacy(account: Account, level: str | None) -> str | None:
    return None if level in account.privacy_options else "privacy_level_option_mismatch"
