"""TikTok's documented rules about what is sent, each told apart by the code a person reads about (tiktok-api §4–6). Pure."""

import re
from typing import Self
from urllib.parse import urlsplit

from pydantic import BaseModel, model_validator

from tiktok.errors import Unfit
from tiktok.http import PLAIN_URL
from tiktok.wire import PrivacyLevel

LOCAL = (
    "http://localhost:",
    "http://127.0.0.1:",
)  # a sandbox on this machine; TikTok itself fetches from no such address
MAX_CAPTION, MAX_TITLE, MAX_DESCRIPTION = 2200, 90, 4000
NAMED_HOST = re.compile(r"([a-z0-9]([a-z0-9\-]*[a-z0-9])?\.)+[a-z][a-z0-9\-]*[a-z0-9]", re.IGNORECASE)


class Body(BaseModel):
    """A body, or a part of one."""

    @model_validator(mode="after")
    def _obey(self) -> Self:
        self._check()
        return self

    def _check(self) -> None:
        """Raise `Unfit` for what TikTok would refuse."""


def count_utf16(text: str) -> int:
    """Return the length as TikTok counts it: an emoji is two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def must(holds: bool, code: str, message: str) -> None:  # noqa: FBT001 - reads as a sentence
    """
    Go on only when a rule holds.

    :raises Unfit: with `code`, when it does not
    """
    if not holds:
        raise Unfit(code, message)


def must_fit(text: str, most: int, code: str) -> None:
    """Raise `Unfit` for a text that is too long."""
    length = count_utf16(text)
    must(length <= most, code, f"{length} of at most {most} UTF-16 units")


def check_photo_text(title: str, description: str) -> None:
    """Raise `Unfit` for a title or a caption that is too long for photos."""
    must_fit(title, MAX_TITLE, "title_too_long")
    must_fit(description, MAX_DESCRIPTION, "caption_too_long")


def check_audience(privacy_level: str, *, branded: bool) -> None:
    """Raise `Unfit` where nobody said who can see the post, and for branded content that only its owner sees."""
    must(privacy_level in PrivacyLevel.__members__, "privacy_not_chosen", "privacy_level is none of TikTok's")
    # TikTok's guidelines forbid it; what its API would do is not documented, so it is not tried.
    must(
        not (branded and privacy_level == PrivacyLevel.SELF_ONLY),
        "branded_content_private",
        "branded content for nobody",
    )


def must_be_public(url: str) -> None:
    """Raise `Unfit` for an address TikTok would not fetch from."""
    # The address itself is not quoted: whoever has it can fetch the media.
    parts = urlsplit(url) if PLAIN_URL.match(url) else None
    named = parts is not None and parts.scheme == "https" and bool(NAMED_HOST.fullmatch(parts.hostname or ""))
    fits = named or (parts is not None and url.startswith(LOCAL))
    must(fits and "#" not in url, "address_unfit", "TikTok fetches from https addresses with a domain name only")
