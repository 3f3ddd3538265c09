"""Captions as TikTok counts them. Pure."""

from core.domain_error import Invalid

MAX_UNITS = 2200


def count_units(text: str) -> int:
    """Return the length in UTF-16 code units, TikTok's measure: an emoji outside the basic plane counts two."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def check_caption(text: str) -> str:
    """
    Return the caption as it was written.

    :raises Invalid: `caption_too_long`, over 2,200 UTF-16 units; `caption_broken`, for text TikTok cannot be sent
    """
    if "\x00" in text or any(0xD800 <= ord(char) <= 0xDFFF for char in text):  # noqa: PLR2004 - the surrogates
        raise Invalid.at("caption", "The caption holds a character that cannot be sent.", code="caption_broken")
    over = count_units(text) - MAX_UNITS
    if over > 0:
        raise Invalid.at(
            "caption",
            f"The caption is {over:,} characters too long. TikTok takes {MAX_UNITS:,}.",
            code="caption_too_long",
        )
    return text
