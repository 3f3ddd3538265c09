"""Reading TikTok's answers: two of its three error shapes (the third is the bare status of a chunk). Pure."""

import json
import math
from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from tiktok.errors import OAuthRefused, RateLimited, Refused, TikTokDown

Model = TypeVar("Model", bound=BaseModel)

DEFAULT_WAIT_S = 60.0
MAX_WAIT_S = 3600.0
MAX_TEXT = 500
MIN_SECRET = 6  # a shorter one would be found inside words
OAUTH_TROUBLE = ("server_error", "temporarily_unavailable")


def read_answer(
    status: int, body: bytes, *, retry_after: str = "", log_id: str = "", secrets: Sequence[str] = ()
) -> dict[str, object]:
    """
    Return `data` of an API answer. Success is `error.code == "ok"`, never the HTTP status alone.

    `log_id` is the header's, for answers that name none; `secrets` are taken out of whatever TikTok quotes.

    :raises Refused: with TikTok's code, also when it came with HTTP 200
    :raises RateLimited: on 429
    :raises TikTokDown: when the body is not TikTok's envelope, or TikTok reports an internal error
    """
    content = _read_object(body) or {}
    error = content.get("error")
    if not isinstance(error, dict) or not isinstance(error.get("code"), str):
        raise _without_words(status, retry_after=retry_after, log_id=log_id)
    code = _text(error["code"], secrets)
    log_id = _text(error.get("log_id") or error.get("logid"), secrets) or log_id
    message = _text(error.get("message"), secrets)
    if code == "ok" and status < 300:  # noqa: PLR2004
        data = content.get("data")
        return data if isinstance(data, dict) else {}
    raise _as_error(code, status, message, retry_after=retry_after, log_id=log_id)


def read_oauth_answer(
    status: int, body: bytes, *, retry_after: str = "", log_id: str = "", secrets: Sequence[str] = ()
) -> dict[str, object]:
    """
    Return the flat body of the token endpoint. TikTok may send an error with HTTP 200, so the body decides.

    :raises OAuthRefused: when the body carries a string `error`
    :raises Refused, RateLimited: when it speaks as the rest of TikTok's API does
    :raises TikTokDown: when it is neither an error nor a JSON object
    """
    content = _read_object(body)
    error = (content or {}).get("error")
    if isinstance(error, dict):
        return read_answer(status, body, retry_after=retry_after, log_id=log_id, secrets=secrets)
    if isinstance(error, str) and error:
        code = _text(error, secrets)
        log_id = _text((content or {}).get("log_id"), secrets) or log_id
        if code in OAUTH_TROUBLE:
            raise TikTokDown(f"HTTP {status} {code}", status=status, log_id=log_id)
        message = _text((content or {}).get("error_description"), secrets)
        raise OAuthRefused(code, status=status, message=message, log_id=log_id)
    if status >= 300 or content is None:  # noqa: PLR2004
        raise _without_words(status, retry_after=retry_after, log_id=log_id)
    return content


def read_model(model: type[Model], data: object, *, log_id: str = "") -> Model:
    """
    Return an answer as its model.

    :raises TikTokDown: naming the fields it lacks, and quoting none: they may hold tokens or an upload URL
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        # Locations hold TikTok's own keys where it sends more than we know, so only those of the model are told.
        named = {
            ".".join(str(step) for step in item["loc"][:1] if step in model.model_fields) for item in error.errors()
        }
        fields = ", ".join(sorted(named - {""})) or "everything"
    raise TikTokDown(f"{model.__name__} lacks {fields}", status=200, log_id=log_id)


def read_wait(retry_after: str) -> float:
    """Return the seconds of a Retry-After header; TikTok documents none, so 60 without one, and an hour at most."""
    try:
        seconds = float(retry_after)
    except ValueError:
        return DEFAULT_WAIT_S
    return min(max(seconds, 1.0), MAX_WAIT_S) if math.isfinite(seconds) else DEFAULT_WAIT_S


def _as_error(code: str, status: int, message: str, *, retry_after: str, log_id: str) -> Refused | TikTokDown:
    if code == "rate_limit_exceeded":
        return RateLimited(wait_s=read_wait(retry_after), message=message, log_id=log_id)
    if status >= 500 or code in ("internal_error", "ok"):  # noqa: PLR2004
        return TikTokDown(f"HTTP {status} {code}", status=status, log_id=log_id)
    return Refused(code, status=status, message=message, log_id=log_id)


def _without_words(status: int, *, retry_after: str, log_id: str) -> RateLimited | TikTokDown:
    if status == 429:  # noqa: PLR2004 - the status is the whole answer here
        return RateLimited(wait_s=read_wait(retry_after), log_id=log_id)
    return TikTokDown(f"HTTP {status} in nobody's words", status=status, log_id=log_id)


def _read_object(body: bytes) -> dict[str, object] | None:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _text(value: object, secrets: Sequence[str]) -> str:
    if not isinstance(value, str):
        return ""
    for secret in secrets:
        if len(secret) >= MIN_SECRET:
            value = value.replace(secret, "[removed]")
    return value[:MAX_TEXT]
