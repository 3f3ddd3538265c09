"""Our own copies of pictures at TikTok, since their addresses expire: fetched from TikTok's hosts only, and re-encoded."""

import hashlib
import io
import logging
from functools import cache
from urllib.parse import urlsplit

import httpx2 as httpx
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from api.accounts.models import Account

logger = logging.getLogger(__name__)

AVATAR_SIDE = 128
MOST_BYTES = 8_000_000
MOST_PIXELS = 20_000_000
PICTURE_DOMAINS = ("tiktokcdn.com", "tiktokcdn-us.com", "tiktokcdn-eu.com", "tiktokv.com")


class NoPicture(Exception):
    """There is none at that address, or none that we take."""


def copy_avatar(account: Account, url: str | None) -> None:
    """
    Keep an own copy of the avatar, since TikTok's address expires. A missing one is no reason to fail: initials stand in.
    """
    if not url:
        return
    try:
        picture = fetch_picture(url, side=AVATAR_SIDE)
    except NoPicture as error:
        logger.warning("avatar of account %s was not copied: %s", account.pk, error)
        return
    key = f"avatars/{account.pk}/{hashlib.sha256(picture).hexdigest()[:16]}.webp"
    if key != account.avatar_key:
        default_storage.save(key, ContentFile(picture))
        old, account.avatar_key = account.avatar_key, key
        account.save(update_fields=["avatar_key", "updated_at"])
        if old:
            default_storage.delete(old)


def fetch_picture(url: str, *, side: int) -> bytes:
    """
    Return TikTok's picture as a WebP of at most `side` pixels either way, without metadata.

    :raises NoPicture: when there is none, or the address is not TikTok's
    """
    if not _is_tiktoks(url):
        raise NoPicture("not an address of TikTok's")
    try:
        return _shrink(_download(url), side)
    except (httpx.HTTPError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise NoPicture(type(error).__name__) from error


def _is_tiktoks(url: str) -> bool:
    parts = urlsplit(url)
    if settings.TIKTOK.is_sandbox:
        return parts.netloc == urlsplit(settings.TIKTOK.api_url).netloc
    host = (parts.hostname or "").lower()
    return (
        parts.scheme == "https"
        and parts.port in (None, 443)
        and any(host.endswith(f".{domain}") for domain in PICTURE_DOMAINS)
    )


@cache
def _http() -> httpx.Client:
    """Return this process's connections for pictures; a new one for each would read all trusted authorities anew."""
    return httpx.Client(timeout=5.0, follow_redirects=False, trust_env=False)


def _download(url: str) -> bytes:
    with _http().stream("GET", url) as response:
        response.raise_for_status()
        content = bytearray()
        for block in response.iter_bytes():
            content += block
            if len(content) > MOST_BYTES:
                raise ValueError("too large")
    return bytes(content)


def _shrink(content: bytes, side: int) -> bytes:
    # Only the three formats TikTok uses are decoded.
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as file:
        if file.width * file.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        image = file.convert("RGB")
        image.thumbnail((side, side))
        out = io.BytesIO()
        image.save(out, "WEBP", quality=85, method=2)
    return out.getvalue()
