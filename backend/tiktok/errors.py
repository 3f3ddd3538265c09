"""
What can go wrong when we talk to TikTok. A caller chooses by type whether a call may be repeated.

TikTokError
├── NothingSent          not one byte left this machine: safe to repeat
│   ├── Unreachable      no connection was made
│   ├── Unsendable       what we were given makes no HTTP request
│   └── CircuitOpen      we do not ask now, since TikTok is in trouble
├── MayHaveWorked        it may have taken effect: look, never resend what commits
│   ├── AnswerLost       sent, or partly, and no answer came
│   └── TikTokDown       an answer, but 5xx or not in TikTok's own words
│       └── Redirected   an answer that sends us elsewhere; we do not go
└── Refused              TikTok's word, with its code; what each code means stands in `refusals.py`
    ├── Unfit            our own word: TikTok's rules forbid it, so it was not asked
    ├── RateLimited      too many calls: wait, then repeat
    └── OAuthRefused     the token endpoint's own, flat error shape
"""


class TikTokError(Exception):
    """Anything but success from TikTok. Never holds a token, a secret or an upload URL."""

    def __init__(self, message: str, *, log_id: str = "") -> None:
        super().__init__(message)
        self.log_id = log_id


class NothingSent(TikTokError):
    """The call did not leave this machine, so repeating it is safe whatever it does."""


class Unreachable(NothingSent):
    """No connection was made."""


class Unsendable(NothingSent):
    """A token or an address that fits into no HTTP request. Repeating is safe, and of no use."""


class CircuitOpen(NothingSent):
    """We hold the call back, since TikTok fails at this now; `wait_s` is how long until it is worth asking again."""

    def __init__(self, group: str, *, wait_s: float) -> None:
        super().__init__(f"TikTok is in trouble ({group}); asking again in {wait_s:.0f} s")
        self.group = group
        self.wait_s = wait_s


class MayHaveWorked(TikTokError):
    """Whether the call took effect is unknown. What commits must never be resent after it."""


class AnswerLost(MayHaveWorked):
    """The request was sent, or partly, and no answer came."""


class TikTokDown(MayHaveWorked):
    """An answer, but not in TikTok's words (5xx, an HTML page, cut JSON)."""

    def __init__(self, message: str, *, status: int, log_id: str = "") -> None:
        super().__init__(message, log_id=log_id)
        self.status = status


class Redirected(TikTokDown):
    """An answer that sends us elsewhere. TikTok's API never does, and nobody else gets a token or a video from us."""


class Refused(TikTokError):
    """TikTok said no. `code` is its `error.code`, `status` the HTTP status, which may be 200."""

    def __init__(self, code: str, *, status: int, message: str = "", log_id: str = "") -> None:
        super().__init__(f"{code} ({status}): {message}", log_id=log_id)
        self.code = code
        self.status = status
        self.message = message


class Unfit(Refused):
    """TikTok's documented rules forbid this, so nothing was sent; `code` is ours and stands in `refusals.py` too."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, status=0, message=message)


class RateLimited(Refused):
    """Too many calls; `wait_s` is how long to wait before the next one. `ours` when our own limiter said so, unasked."""

    def __init__(self, *, wait_s: float, message: str = "", log_id: str = "", ours: bool = False) -> None:
        super().__init__("rate_limit_exceeded", status=429, message=message, log_id=log_id)
        self.wait_s = wait_s
        self.ours = ours


class OAuthRefused(Refused):
    """The token endpoint said no; `code` is one of the OAuth codes, such as `invalid_grant`."""
