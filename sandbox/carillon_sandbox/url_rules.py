"""Addresses: which TikTok would pull from, and which belong to an app. Decisions only."""

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import SplitResult, unquote, urlsplit

DOMAIN = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
LONGEST_URL = 2048


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _split(url: str) -> SplitResult | None:
    # Spaces and control characters would be dropped silently by the parser, which would then judge another address.
    if len(url) > LONGEST_URL or not url.isascii() or any(c <= " " or c in "\\\x7f" for c in url):
        return None
    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return parts if port_is_fine and parts.hostname and parts.username is None else None


def check_pull_url(url: object) -> str | None:
    """Return why TikTok would not pull from this address, or None; plain http is for this machine only."""
    parts = _split(url) if isinstance(url, str) else None
    if parts is None:
        return "must be an https address"
    host = parts.hostname or ""
    if is_loopback(host):
        return None if parts.scheme in {"http", "https"} else "must be an https address"
    if parts.scheme != "https":
        return "must be an https address"
    return "must name a domain, not an IP address" if _is_ip(host) else None


def check_webhook_url(url: str, *, allow_remote: bool) -> str | None:
    """Return why webhooks cannot go there, or None."""
    parts = _split(url)
    if parts is None or parts.scheme not in {"http", "https"} or parts.fragment:
        return "must be an absolute http or https address"
    if not allow_remote and not is_loopback(parts.hostname or ""):
        return "must be on this machine, unless the sandbox runs with --allow-remote"
    return None


def check_property(text: str) -> str | None:
    """Return why this is no URL property (a domain, or an address that ends in a slash), or None."""
    if "://" not in text:
        return None if is_loopback(text) or DOMAIN.fullmatch(text) else "is no domain"
    if why := check_pull_url(text):
        return why
    if "?" in text or "#" in text or not text.endswith("/"):
        return "must end in a slash, without query or fragment"
    return None if not _has_dots(urlsplit(text).path) else "must not climb"


def is_owned(url: str, properties: Iterable[str]) -> bool:
    """Tell whether a verified property covers the address; its query does not matter."""
    parts = _split(url)
    return parts is not None and any(_covers(known, parts) for known in properties)


def _covers(known: str, parts: SplitResult) -> bool:
    host = parts.hostname or ""
    if "://" not in known:
        return host == known or (not _is_ip(known) and host.endswith(f".{known}"))
    prefix = urlsplit(known)
    same_place = (prefix.scheme, prefix.netloc.lower()) == (parts.scheme, parts.netloc.lower())
    return same_place and parts.path.startswith(prefix.path) and not _has_dots(parts.path)


def _has_dots(path: str) -> bool:
    """Tell whether a segment climbs, written plainly or in percent signs: it would leave the prefix."""
    return any(segment in {".", ".."} for segment in unquote(path).replace("\\", "/").split("/"))
