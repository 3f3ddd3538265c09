"""What each of TikTok's answers means (publishing §2.3): the page's table, read by the steps that ask. Pure."""

from enum import StrEnum

from tiktok.errors import CircuitOpen, RateLimited, Refused, TikTokError


class Call(StrEnum):
    """What was asked; the columns of the page's table."""

    INIT = "init"
    PART = "a chunk before the last"
    LAST = "the last chunk"
    STATUS = "status"


class Answer(StrEnum):
    """What came back; its rows."""

    OK = "ok"
    SLOW_DOWN = "429, or our own limiter or circuit breaker"
    NO = "400 or 403 with a reason"
    NOTHING = "5xx, timeout, reset, cut body"


class Then(StrEnum):
    """What is done about it."""

    GO_ON = "keep what it says and go on"
    WAIT = "wait as told, then the same again; nothing is lost"
    REASON = "stop with TikTok's reason"
    NEW_SESSION = "close the session, which never got its last chunk, and open another"
    REPEAT = "ask again after a pause: without bytes there is no post"
    RESUME = "ask where TikTok stands, and go on from there"
    STATUS_FIRST = "conclude nothing: ask the status, and send nothing but the same bytes to the same session"


MEANING: dict[Answer, dict[Call, Then]] = {
    Answer.OK: dict.fromkeys(Call, Then.GO_ON),
    Answer.SLOW_DOWN: {
        Call.INIT: Then.WAIT,
        Call.PART: Then.WAIT,
        Call.LAST: Then.STATUS_FIRST,
        Call.STATUS: Then.WAIT,
    },
    Answer.NO: {
        Call.INIT: Then.REASON,
        Call.PART: Then.NEW_SESSION,
        Call.LAST: Then.STATUS_FIRST,
        Call.STATUS: Then.STATUS_FIRST,
    },
    Answer.NOTHING: {
        Call.INIT: Then.REPEAT,
        Call.PART: Then.RESUME,
        Call.LAST: Then.STATUS_FIRST,
        Call.STATUS: Then.STATUS_FIRST,
    },
}


def classify(error: TikTokError | None) -> Answer:
    """Return which row of the table an answer is; `access_token_invalid` was already answered by one refresh (claim.py)."""
    match error:
        case None:
            return Answer.OK
        case RateLimited() | CircuitOpen():
            return Answer.SLOW_DOWN
        case Refused():
            return Answer.NO
        case _:
            return Answer.NOTHING


def meaning(error: TikTokError | None, call: Call) -> Then:
    """Return what an answer to `call` means; None is a yes."""
    return MEANING[classify(error)][call]
