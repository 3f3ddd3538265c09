"""What TikTok's word does to a publication, and how long to pause when there is none. Decisions only, no input or output."""

from dataclasses import dataclass
from uuid import UUID

from api.publishing.models import State
from tiktok.errors import CircuitOpen, RateLimited, TikTokError
from tiktok.refusals import Consequence, explain, sentence_for

MAX_INITS = 3
POLL_PAUSES_S = (3, 5, 10, 20, 40, 80, 160)
MAX_POLL_PAUSE_S = 300
RETRY_PAUSES_S = (5, 15, 45, 120)
MAX_RETRY_PAUSE_S = 300
SPREAD_S = 3.0  # when TikTok is well again, everything that waited is due at once


@dataclass(frozen=True, slots=True)
class Stop:
    """The publication goes no further by itself: into this state, with this reason."""

    state: State
    code: str
    message: str
    log_id: str = ""
    reconnect: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """
    Nothing is decided; go on after so many seconds.

    `counts` as a try, after which the next pause is longer. `in_line`: it waits for TikTok's permission to be opened, and the
    account's later posts wait behind it. `spread_s`: up to so much longer, each publication by another length, so that not
    all come back in the same instant. `told`: TikTok, or a counter of ours, named the length; else it is one of our tables.
    """

    seconds: float
    counts: bool = True
    in_line: bool = False
    spread_s: float = 0.0
    told: bool = False

    def length_for(self, publication_id: UUID) -> float:
        """Return how long this publication pauses, in seconds."""
        return self.seconds + self.spread_s * (publication_id.int % 1000) / 1000


@dataclass(frozen=True, slots=True)
class NewSession:
    """This session can become nothing; open another."""

    code: str
    log_id: str = ""


NO_ANSWER = "no_answer_from_tiktok"


def judge_refusal(code: str, *, account: str, log_id: str) -> Stop | Pause:
    """Return what a named refusal before the upload does (publishing §2.3, column init)."""
    message = sentence_for(code, account=account)
    match explain(code).consequence:
        case Consequence.FAIL:
            return Stop(State.FAILED, code, message, log_id)
        case Consequence.HOLD:
            return Stop(State.HELD, code, message, log_id)
        case Consequence.RECONNECT:
            return Stop(State.HELD, code, message, log_id, reconnect=True)
        case Consequence.LATER | Consequence.RETRY:
            return Pause(60)


def judge_failure(reason: str, *, account: str, inits: int) -> Stop | NewSession:
    """Return what `FAILED` in the status does (row 9): only an error TikTok calls its own opens another session."""
    row = explain(reason)
    if row.consequence == Consequence.RETRY and inits < MAX_INITS:
        return NewSession(reason)
    reconnect = row.consequence == Consequence.RECONNECT
    state = State.HELD if reconnect or row.consequence == Consequence.HOLD else State.FAILED
    return Stop(state, reason, sentence_for(reason, account=account), reconnect=reconnect)


def judge_wait(error: TikTokError, *, tries: int) -> Pause:
    """Return the pause after a call that was held back or had no answer; what we held back ourselves is no failed try."""
    match error:
        case CircuitOpen():
            return Pause(error.wait_s, counts=False, in_line=True, spread_s=SPREAD_S, told=True)
        case RateLimited():
            return Pause(error.wait_s, counts=not error.ours, in_line=True, told=True)
        case _:
            return Pause(retry_pause_s(tries), in_line=True)


def judge_silence(*, inits: int, account: str, tries: int) -> Stop | Pause:
    """Return what to do after an init without an answer: repeat it, three times at most, for not one byte was sent."""
    if inits >= MAX_INITS:
        message = (
            f"TikTok did not answer {MAX_INITS} times for {account}. Nothing was sent, so it is safe to try again."
        )
        return Stop(State.HELD, NO_ANSWER, message)
    return Pause(retry_pause_s(tries), in_line=True)


def poll_pause_s(tries: int) -> float:
    return POLL_PAUSES_S[tries] if tries < len(POLL_PAUSES_S) else MAX_POLL_PAUSE_S


def retry_pause_s(tries: int) -> float:
    return RETRY_PAUSES_S[tries] if tries < len(RETRY_PAUSES_S) else MAX_RETRY_PAUSE_S


UNKNOWN_OUTCOME = Stop(
    State.NEEDS_YOU,
    "outcome_unknown",
    "TikTok cannot tell whether this post went out. Look at the account in TikTok, then say here what you found.",
)
