"""
What can go wrong when we talk to TikTok. A caller chooses by type whether a call may be repeated.

TikTokError
├── Unreachable      nothing left this machine: safe to repeat
├── AnswerLost       it may have worked: look, never resend what commits
├── TikTokDown       5xx or no answer in TikTok's own words: it may have worked
└── Refused          TikTok's word, with its code; what each code means stands in `refusals.py`
    └── RateLimited  429: wait, then repeat
OAuthRefused         the token endpoint's own, flat error shape
"""


class TikTokError(Exception):
    """Anything but success from TikTok. Never holds a token, a secret or an upload URL."""

    def __init__(self, message: str, *, log_id: str = "") -> None:
        super().__init__(message)
        self.log_id = log_id


class Unreachable(TikTokError):
    """No connection was made, so nothing was sent."""


class AnswerLost(TikTokError):
    """The request was sent, or partly; whether it took effect is unknown."""


class TikTokDown(TikTokError):
    """An answer, but not in TikTok's words (5xx, an HTML page, cut JSON); whether it took effect is unknown."""

    def __init__(self, message: str, *, status: int, log_id: str = "") -> None:
        super().__init__(message, log_id=log_id)
        self.status = status


class Refused(TikTokError):
    """TikTok said no. `code` is its `error.code`, `status` the HTTP status, which may be 200."""

    def __init__(self, code: str, *, status: int, message: str = "", log_id: str = "") -> None:
        super().__init__(f"{code} ({status}): {message}", log_id=log_id)
        self.code = code
        self.status = status
        self.message = message


class RateLimited(Refused):
    """Too many calls for this token; `wait_s` is how long to wait before the next one."""

    def __init__(self, *, wait_s: float, message: str = "", log_id: str = "") -> None:
        super().__init__("rate_limit_exceeded", status=429, message=message, log_id=log_id)
        self.wait_s = wait_s


class OAuthRefused(TikTokError):
    """The token endpoint said no; `error` is one of the OAuth codes, such as `invalid_grant`."""

    def __init__(self, error: str, description: str = "", *, log_id: str = "") -> None:
        super().__init__(f"{error}: {description}", log_id=log_id)
        self.error = error
        self.description = description
