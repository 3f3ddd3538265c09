"""What an app says to TikTok, and what it makes of the answers."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx2

KEY, SECRET = "sbxclientkey0001", "sbx-secret-do-not-use"
REDIRECT = "http://localhost:4100/accounts/connect/callback"
WEB_REDIRECT = "https://carillon.example/callback/"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"
RFC_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
ALL_SCOPES = "user.info.basic,user.info.profile,user.info.stats,video.list,video.upload,video.publish"


def authorize_query(**changes: str | None) -> str:
    """Return the query of a good authorize URL, with some of it changed or (None) left out."""
    query: dict[str, str | None] = {
        "client_key": KEY,
        "response_type": "code",
        "scope": ALL_SCOPES,
        "redirect_uri": REDIRECT,
        "state": "st/ate+1",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        **changes,
    }
    return urlencode({name: value for name, value in query.items() if value is not None})


def query_of(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def init_body(size: int, chunk: int | None = None, count: int = 1, **post_info: Any) -> dict[str, Any]:
    """Return the body of an init that is in order, by default in one chunk and for everyone."""
    source = {
        "source": "FILE_UPLOAD",
        "video_size": size,
        "chunk_size": size if chunk is None else chunk,
        "total_chunk_count": count,
    }
    info = {"title": "A caption", "privacy_level": "PUBLIC_TO_EVERYONE", "brand_content_toggle": False}
    return {"post_info": {**info, **post_info}, "source_info": source}


def pull_body(url: str, **post_info: Any) -> dict[str, Any]:
    """Return the body of an init that has a video pulled."""
    return {**init_body(1, **post_info), "source_info": {"source": "PULL_FROM_URL", "video_url": url}}


def photo_body(urls: list[str], mode: str = "DIRECT_POST", cover: int = 0, **post_info: Any) -> dict[str, Any]:
    """Return the body of an init of photos that is in order."""
    info = {"title": "A title", "description": "A caption", "privacy_level": "PUBLIC_TO_EVERYONE"}
    toggles = {"brand_content_toggle": False, "brand_organic_toggle": False}
    source = {"source": "PULL_FROM_URL", "photo_images": urls, "photo_cover_index": cover}
    whole = {**info, **(toggles if mode == "DIRECT_POST" else {}), **post_info}
    return {"media_type": "PHOTO", "post_mode": mode, "post_info": whole, "source_info": source}


def code_of(answer: httpx2.Response) -> tuple[int, str]:
    """Return the two parts of an answer that say how it went."""
    return answer.status_code, answer.json()["error"]["code"]
