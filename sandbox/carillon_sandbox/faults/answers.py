"""What a call that went wrong is answered with, in each of TikTok's three shapes."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from carillon_sandbox.answers import (
    GUIDELINES,
    MESSAGES,
    NO_STORE,
    ApiError,
    OAuthError,
    api_refusal,
    log_id_of,
    oauth_refusal,
    upload_answer,
)

from .calls import Call

GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
SAID_WITH_200 = ("spam_risk_too_many_posts", "spam_risk_user_banned_from_posting", "reached_active_user_cap")


def answer_500(request: Request, call: Call) -> Response:
    if call.shape == "upload":
        return upload_answer(500)
    if call.shape == "oauth":
        return oauth_refusal(request, OAuthError("server_error", "Please try again later."), status_mode="rfc")
    return api_refusal(request, ApiError("internal_error"))


def answer_429(request: Request, call: Call, retry_after: object) -> Response:
    """Say that there were too many calls; TikTok documents no Retry-After, so 0 leaves it out."""
    if call.shape == "upload":
        answer = upload_answer(429)
    elif call.shape == "oauth":
        answer = _flat(request, "temporarily_unavailable", 429)
    else:
        answer = api_refusal(request, ApiError("rate_limit_exceeded"))
    if retry_after:
        answer.headers["Retry-After"] = str(retry_after)
    return answer


def answer_502(_request: Request, _call: Call) -> Response:
    return HTMLResponse(GATEWAY_PAGE, 502)


def answer_wrong_code(request: Request, call: Call, options: Mapping[str, object]) -> Response:
    code, status = str(options["code"]), int(str(options["status"]))
    if call.shape == "oauth":
        return _flat(request, code, status)
    return api_refusal(request, ApiError(code, "", status=status))


def answer_refused(request: Request, call: Call, options: Mapping[str, object]) -> Response:
    """Refuse as TikTok does, the caps with 200 where it says them with 200."""
    code, status = str(options["code"]), int(str(options["status"]))
    if "creator_info" in call.groups and code in SAID_WITH_200:
        status = status or 200
    if code in MESSAGES:
        return api_refusal(request, ApiError(code, status=status or None))
    return api_refusal(request, ApiError(code, GUIDELINES, status=status or 403))


def _flat(request: Request, error: str, status: int) -> Response:
    body = {"error": error, "error_description": "Please try again later.", "log_id": log_id_of(request)}
    return JSONResponse(body, status, NO_STORE)
