"""The address of a post, as a person copies it from TikTok. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from core.domain_error import Invalid

HOSTS = ("tiktok.com", "www.tiktok.com", "m.tiktok.com")
SHORT_HOSTS = ("vm.tiktok.com", "vt.tiktok.com")
POST_PATH = re.compile(r"/@(?P<handle>[\w.]{1,64})/(?:video|photo)/(?P<post_id>\d{1,30})/?")
SANDBOX_PATH = re.compile(r"/accounts/(?P<handle>[\w.]{1,64})/?")
ID_DIGITS = 19


@dataclass(frozen=True, slots=True)
class PostLink:
    """Which post an address is of."""

    handle: str
    post_id: str


def read_post_link(text: str, *, sandbox_host: str = "") -> PostLink:
    """
    Return the post that a pasted address names: `https://www.tiktok.com/@handle/video/<19 digits>`, or `/photo/`.

    :param sandbox_host: where the sandbox shows its accounts, whose addresses are then taken as well
    :raises Invalid: at `link`, with what is wrong with it
    """
    text = text.strip()
    parts = _split(text if "//" in text else f"https://{text}")
    if sandbox_host and parts.netloc == sandbox_host and parts.fragment.startswith("post-"):
        found = SANDBOX_PATH.fullmatch(parts.path)
        return _checked(found["handle"] if found else "", parts.fragment.removeprefix("post-"))
    host = parts.netloc.casefold()
    if host in SHORT_HOSTS or (host in HOSTS and parts.path.startswith("/t/")):
        message = (
            "This is a short link, which does not say which post it is. Open it, and copy the address from the browser."
        )
        raise Invalid.at("link", message, code="link_short")
    found = POST_PATH.fullmatch(parts.path) if host in HOSTS and parts.scheme in ("http", "https") else None
    if found is None:
        message = "This is no address of a TikTok post. One looks like https://www.tiktok.com/@name/video/7123456789012345678."
        raise Invalid.at("link", message, code="link_unknown")
    return _checked(found["handle"], found["post_id"])


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError:  # half an IPv6 address, and the like
        return urlsplit("")


def _checked(handle: str, post_id: str) -> PostLink:
    if not handle or len(post_id) != ID_DIGITS or not (post_id.isascii() and post_id.isdigit()):
        message = f"The number at the end has to have {ID_DIGITS} digits. Copy the whole address."
        raise Invalid.at("link", message, code="link_cut")
    return PostLink(handle, post_id)
