"""The shapes TikTok answers in: the API envelope, the flat OAuth error and the bare status of an upload."""

import secrets
import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

GUIDELINES = "Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/"
OWNERSHIP = (
    "Please review our URL ownership verification rules at "
    "https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide/#pull_from_url"
)
MESSAGES = {
    "access_token_invalid": (401, "The access token is invalid or not found in the request."),
    "scope_not_authorized": (
        401,
        "The user did not authorize the scope required for completing this request.",
    ),
    "rate_limit_exceeded": (429, "The API rate limit was exceeded. Please try again later."),
    "spam_risk_too_many_posts": (403, GUIDELINES),
    "spam_risk_user_banned_from_posting": (403, GUIDELINES),
    "reached_active_user_cap": (403, GUIDELINES),
    "unaudited_client_can_only_post_to_private_accounts": (403, GUIDELINES),
    "privacy_level_option_mismatch": (403, GUIDELINES),
    "url_ownership_unverified": (403, OWNERSHIP),
    "invalid_publish_id": (400, "The publish_id does not exist."),
    "token_not_authorized_for_specified_publish_id": (
        400,
        "The access token is not authorized for the specified publish_id.",
    ),
    "publish_not_cancellable": (400, "The publish task is already in a final state and cannot be cancelled."),
    "app_version_check_failed": (400, "The user's TikTok app is too old for this feature."),
    "scope_permission_missed": (400, "The access token lacks the scope that one of the fields needs."),
    "invalid_file_upload": (400, "The uploaded file does not meet the requirements."),
    "spam_risk_too_many_pending_share": (403, GUIDELINES),
    "unsupported_path": (404, "Unsupported path."),
    "internal_error": (500, "Something went wrong on our side. Please try again later."),
}
# What an init can be made to answer by a knob of the account: everything it answers by itself, and the rest.
INIT_ERRORS = (*(code for code in MESSAGES if code != "unsupported_path"), "invalid_param", "invalid_params")
OAUTH_STATUS = {"invalid_client": 401, "server_error": 500, "temporarily_unavailable": 503}
NO_STORE = {"Cache-Control": "no-store"}


class ApiError(Exception):
    """A refusal in the API envelope; the usual message and status of its code unless told otherwise."""

    def __init__(self, code: str, message: str | None = None, *, status: int | None = None) -> None:
        super().__init__(code)
        usual_status, usual_message = MESSAGES.get(code, (400, "Invalid parameters."))
        self.code = code
        self.message = usual_message if message is None else message
        self.status = usual_status if status is None else status


class OAuthError(Exception):
    """A refusal in the flat OAuth shape."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(error)
        self.error = error
        self.description = description


class UploadError(Exception):
    """A refused chunk: a status and, for 416, how far the upload has come."""

    def __init__(self, status: int, content_range: str | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.content_range = content_range


def new_log_id() -> str:
    """Make an id shaped like TikTok's: the second it was made, then twenty hexadecimal digits."""
    return time.strftime("%Y%m%d%H%M%S", time.gmtime()) + secrets.token_hex(10).upper()


def log_id_of(request: Request) -> str:
    log_id: str = request.state.log_id
    return log_id


def api_answer(request: Request, data: dict[str, object]) -> JSONResponse:
    error = {"code": "ok", "message": "", "log_id": log_id_of(request)}
    return JSONResponse({"data": data, "error": error}, headers=NO_STORE)


def api_refusal(request: Request, refusal: ApiError) -> JSONResponse:
    error = {"code": refusal.code, "message": refusal.message, "log_id": log_id_of(request)}
    return JSONResponse({"data": {}, "error": error}, refusal.status, NO_STORE)


def oauth_refusal(request: Request, refusal: OAuthError, *, status_mode: str) -> JSONResponse:
    """Answer in the flat shape; TikTok's HTTP status is disputed, so both modes exist."""
    status = 200 if status_mode == "200" else OAUTH_STATUS.get(refusal.error, 400)
    body = {"error": refusal.error, "error_description": refusal.description, "log_id": log_id_of(request)}
    return JSONResponse(body, status, NO_STORE)


def upload_answer(status: int, content_range: str | None = None) -> Response:
    headers = {"Content-Range": content_range} if content_range else {}
    return Response(status_code=status, headers=headers)
