"""What an init must say and what it may be refused for: decisions only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from carillon_sandbox.answers import ApiError
from carillon_sandbox.world.accounts import ONLY_ME, PRIVACY_LEVELS, Account

LONGEST_CAPTION = 2200
LONGEST_TITLE = 90
LONGEST_DESCRIPTION = 4000
INT32 = 2**31


@dataclass(frozen=True, slots=True)
class PostInfo:
    """What the app says about a video or about photos; for a draft, most of it is left to the person."""

    caption: str = ""
    privacy_level: str | None = None
    disable_comment: bool = False
    disable_duet: bool = False
    disable_stitch: bool = False
    brand_content: bool = False
    brand_organic: bool = False
    is_aigc: bool = False
    cover_ms: int | None = None
    title: str = ""
    auto_add_music: bool = False


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
        caption=_read_text(info, "title", LONGEST_CAPTION),
        privacy_level=_read_privacy(info.get("privacy_level")),
        disable_comment=_read_flag(info, "disable_comment"),
        disable_duet=_read_flag(info, "disable_duet"),
        disable_stitch=_read_flag(info, "disable_stitch"),
        brand_content=_read_flag(info, "brand_content_toggle"),
        brand_organic=_read_flag(info, "brand_organic_toggle"),
        is_aigc=_read_flag(info, "is_aigc"),
        cover_ms=_read_cover(info.get("video_cover_timestamp_ms")),
    )


def read_photo_info(body: Mapping[str, object], *, is_draft: bool) -> PostInfo:
    """
    Read what is said about photos: of a draft, only its title and its description count.

    :raises ApiError: invalid_param, naming the field
    """
    info = body.get("post_info", {} if is_draft else None)
    if not isinstance(info, dict):
        raise _refuse("post_info is missing.")
    caption = _read_text(info, "description", LONGEST_DESCRIPTION)
    title, is_aigc = _read_text(info, "title", LONGEST_TITLE), _read_flag(body, "is_aigc", inside="")
    if is_draft:
        return PostInfo(caption=caption, title=title, is_aigc=is_aigc)
    return PostInfo(
        caption=caption,
        title=title,
        privacy_level=_read_privacy(info.get("privacy_level")),
        disable_comment=_read_flag(info, "disable_comment"),
        auto_add_music=_read_flag(info, "auto_add_music"),
        brand_content=_read_flag(info, "brand_content_toggle"),
        brand_organic=_read_flag(info, "brand_organic_toggle"),
        is_aigc=is_aigc,
    )


def _read_text(info: Mapping[str, object], name: str, longest: int) -> str:
    text = info.get(name)
    if text is None:
        return ""
    if not isinstance(text, str):
        raise _refuse(f"post_info.{name} must be a string.")
    try:
        length = utf16_length(text)
    except UnicodeEncodeError as error:
        raise _refuse(f"post_info.{name} holds half of a surrogate pair.") from error
    if length > longest:
        raise _refuse(f"post_info.{name} is too long.")
    return text


def _read_privacy(level: object) -> str | None:
    if level is None:
        return None
    if not isinstance(level, str) or level not in PRIVACY_LEVELS:
        raise _refuse("post_info.privacy_level is not one of the known levels.")
    return level


def _read_flag(info: Mapping[str, object], name: str, *, inside: str = "post_info.") -> bool:
    value = info.get(name)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise _refuse(f"{inside}{name} must be true or false.")
    return value


def _read_cover(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse("post_info.video_cover_timestamp_ms must be a whole number.")
    return value if 0 <= value < INT32 else None  # an impossible time means the first frame


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
