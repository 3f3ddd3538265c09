"""What TikTok's word, or its silence, does to a publication. Decisions only, no input or output; the tables are elsewhere."""

from dataclasses import dataclass
from uuid import UUID

from api.publishing.models import State
from api.publishing.retries import MAX_INITS, RETRIES, Why
from tiktok.errors import CircuitOpen, RateLimited, TikTokError
from tiktok.refusals import Consequence, explain, sentence_for

JITTER = 0.2  # of a pause of our own
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
        """Return how long this publication pauses, in seconds: always the same for the same one."""
        share = (publication_id.int % 1000) / 1000
        longer = 0.0 if self.told else self.seconds * JITTER * share
        return self.seconds + longer + self.spread_s * share


def pause_for(why: Why, *, tries: int, in_line: bool = False) -> Pause:
    """Return the pause of one row of the table of retries."""
    return Pause(RETRIES[why].pause_s(tries), in_line=in_line)


@dataclass(frozen=True, slots=True)
class NewSession:
    """This session can become nothing; open another."""

    code: str
    log_id: str = ""


NO_ANSWER = "no_answer_from_tiktok"


def judge_refusal(code: str, *, account: str, log_id: str, tries: int = 0) -> Stop | Pause:
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
            return pause_for(Why.SAID_LATER, tries=tries)


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
            return pause_for(Why.INIT_UNANSWERED, tries=tries, in_line=True)


def judge_silence(*, inits: int, account: str, tries: int) -> Stop | Pause:
    """Return what to do after an init without an answer: repeat it, three times at most, for not one byte was sent."""
    if inits >= MAX_INITS:
        message = (
            f"TikTok did not answer {MAX_INITS} times for {account}. Nothing was sent, so it is safe to try again."
        )
        return Stop(State.HELD, NO_ANSWER, message)
    return pause_for(Why.INIT_UNANSWERED, tries=tries, in_line=True)


UNKNOWN_OUTCOME = Stop(
    State.NEEDS_YOU,
    "outcome_unknown",
    "TikTok cannot tell whether this post went out. Look at the account in TikTok, then say here what you found.",
)
