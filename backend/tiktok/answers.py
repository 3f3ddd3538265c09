"""Reading TikTok's answers: two of its three error shapes (the third is the bare status of a chunk). Pure."""

import json
import math

from tiktok.errors import OAuthRefused, RateLimited, Refused, TikTokDown

DEFAULT_WAIT_S = 60.0
MAX_WAIT_S = 3600.0


def read_answer(status: int, body: bytes, *, retry_after: str = "", log_id: str = "") -> dict[str, object]:
    """
    Return `data` of an API answer. Success is `error.code == "ok"`, never the HTTP status alone.

    :raises Refused: with TikTok's code, also when it came with HTTP 200
    :raises RateLimited: on 429
    :raises TikTokDown: when the body is not TikTok's envelope, or TikTok reports an internal error
    """
    content = _read_object(body)
    error = content.get("error")
    if not isinstance(error, dict) or not isinstance(error.get("code"), str):
        if status == 429:  # noqa: PLR2004 - the status is the whole answer here
            raise RateLimited(wait_s=read_wait(retry_after), log_id=log_id)
        raise TikTokDown(f"HTTP {status} without TikTok's envelope", status=status, log_id=log_id)
    code = error["code"]
    log_id = str(error.get("log_id") or error.get("logid") or log_id)
    message = str(error.get("message") or "")
    data = content.get("data")
    if code == "ok" and status < 300:  # noqa: PLR2004
        return data if isinstance(data, dict) else {}
    if code == "rate_limit_exceeded":
        raise RateLimited(wait_s=read_wait(retry_after), message=message, log_id=log_id)
    if status >= 500 or code in ("internal_error", "ok"):  # noqa: PLR2004
        raise TikTokDown(f"HTTP {status} {code}", status=status, log_id=log_id)
    raise Refused(code, status=status, message=message, log_id=log_id)


def read_oauth_answer(status: int, body: bytes, *, log_id: str = "") -> dict[str, object]:
    """
    Return the flat body of the token endpoint. TikTok may send an error with HTTP 200, so the body decides.

    :raises OAuthRefused: when the body carries a string `error`
    :raises TikTokDown: when it is neither an error nor a JSON object
    """
    content = _read_object(body)
    error = content.get("error")
    if isinstance(error, str) and error:
        log_id = str(content.get("log_id") or log_id)
        if error in ("server_error", "temporarily_unavailable"):
            raise TikTokDown(f"HTTP {status} {error}", status=status, log_id=log_id)
        message = str(content.get("error_description") or "")
        raise OAuthRefused(error, status=status, message=message, log_id=log_id)
    if status >= 300:  # noqa: PLR2004
        raise TikTokDown(f"HTTP {status} from the token endpoint", status=status, log_id=log_id)
    return content


def read_wait(retry_after: str) -> float:
    """Return the seconds of a Retry-After header; TikTok documents none, so 60 without one, and an hour at most."""
    try:
        seconds = float(retry_after)
    except ValueError:
        return DEFAULT_WAIT_S
    return min(max(seconds, 1.0), MAX_WAIT_S) if math.isfinite(seconds) else DEFAULT_WAIT_S


def _read_object(body: bytes) -> dict[str, object]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
