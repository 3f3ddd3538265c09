"""The connection to TikTok: no redirects, no proxies from the environment, no retries, a time limit on everything."""

import re
from urllib.parse import urlsplit

import httpx2 as httpx

# Where parsers differ, one of them is deceived: a host is plain letters, digits, dots and dashes here, and a port digits.
PLAIN_URL = re.compile(r"https?://[a-z0-9.\-]+(:[0-9]{1,5})?([/?#][^\s\\]*)?\Z", re.IGNORECASE)
TIKTOK_HOST = re.compile(r"([a-z0-9\-]+\.)*tiktokapis\.com")
API_TIMEOUT = httpx.Timeout(30.0, connect=5.0)
CHUNK_TIMEOUT = httpx.Timeout(120.0, connect=5.0)


def open_http(base_url: str) -> httpx.Client:
    """Return a client for one TikTok host; the caller closes it."""
    return httpx.Client(
        base_url=base_url,
        timeout=API_TIMEOUT,
        follow_redirects=False,
        trust_env=False,
        transport=httpx.HTTPTransport(retries=0),
        headers={"User-Agent": "Carillon/0.1", "Cache-Control": "no-cache"},
    )


def is_upload_url(url: str, *, api_url: str) -> bool:
    """
    Tell whether `url` is a place we may send a person's video to.

    TikTok's regional upload hosts vary but lie below `tiktokapis.com`, over https; a sandbox receives its uploads itself.
    """
    if not PLAIN_URL.match(url):
        return False
    parts, api = urlsplit(url), urlsplit(api_url)
    if (parts.scheme, parts.netloc) == (api.scheme, api.netloc):
        return True
    host = (parts.hostname or "").lower()
    return (
        parts.scheme == "https" and parts.netloc.lower() in (host, f"{host}:443") and bool(TIKTOK_HOST.fullmatch(host))
    )
