"""Captions as TikTok counts them. Pure."""

from core.domain_error import Invalid

MAX_UNITS, MAX_PHOTO_UNITS, MAX_TITLE_UNITS = 2200, 4000, 90


def count_units(text: str) -> int:
    """Return the length in UTF-16 code units, TikTok's measure: an emoji outside the basic plane counts two."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def check_caption(text: str, *, most: int = MAX_UNITS, field: str = "caption", of: str = "") -> str:
    """
    Return the caption as it was written; of photos it may have MAX_PHOTO_UNITS.

    :param field: where it stands in the request
    :param of: the account that has it for its own, to be named in the sentence
    :raises Invalid: `caption_too_long`, over `most` UTF-16 units; `caption_broken`, for text TikTok cannot be sent
    """
    return _check("caption", text, most=most, field=field, of=of)


def most_units(*, is_photo: bool) -> int:
    """Return how many UTF-16 units TikTok takes in a caption."""
    return MAX_PHOTO_UNITS if is_photo else MAX_UNITS


def check_title(text: str) -> str:
    """
    Return the title of a photo post as it was written.

    :raises Invalid: `title_too_long`, over 90 UTF-16 units; `title_broken`
    """
    return _check("title", text, most=MAX_TITLE_UNITS, field="title")


def _check(name: str, text: str, *, most: int, field: str, of: str = "") -> str:
    words = f"The {name} for {of}" if of else f"The {name}"
    if "\x00" in text or any(0xD800 <= ord(char) <= 0xDFFF for char in text):  # noqa: PLR2004 - the surrogates
        raise Invalid.at(field, f"{words} holds a character that cannot be sent.", code=f"{name}_broken")
    over = count_units(text) - most
    if over > 0:
        raise Invalid.at(
            field,
            f"{words} is {over:,} characters too long. TikTok takes {most:,}.",
            code=f"{name}_too_long",
        )
    return text
