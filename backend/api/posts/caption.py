"""Captions as TikTok counts them. Pure."""

from core.domain_error import Invalid

MAX_UNITS, MAX_PHOTO_UNITS, MAX_TITLE_UNITS = 2200, 4000, 90


def count_units(text: str) -> int:
    """Return the length in UTF-16 code units, TikTok's measure: an emoji outside the basic plane counts two."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def check_caption(text: str, *, most: int = MAX_UNITS) -> str:
    """
    Return the caption as it was written; of photos it may have MAX_PHOTO_UNITS.

    :raises Invalid: `caption_too_long`, over `most` UTF-16 units; `caption_broken`, for text TikTok cannot be sent
    """
    return _check("caption", text, most=most)


def check_title(text: str) -> str:
    """
    Return the title of a photo post as it was written.

    :raises Invalid: `title_too_long`, over 90 UTF-16 units; `title_broken`
    """
    return _check("title", text, most=MAX_TITLE_UNITS)


def _check(name: str, text: str, *, most: int) -> str:
    if "\x00" in text or any(0xD800 <= ord(char) <= 0xDFFF for char in text):  # noqa: PLR2004 - the surrogates
        raise Invalid.at(name, f"The {name} holds a character that cannot be sent.", code=f"{name}_broken")
    over = count_units(text) - most
    if over > 0:
        raise Invalid.at(
            name,
            f"The {name} is {over:,} characters too long. TikTok takes {most:,}.",
            code=f"{name}_too_long",
        )
    return text
