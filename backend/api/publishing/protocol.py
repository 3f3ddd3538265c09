"""
The publish protocol as a table (publishing §2.2): from where to where, for whom, and what may be done once it has held. Pure.

`transitions.py` turns each row into one guarded UPDATE; `follow` does the same to facts in memory, so that the rules can be
tried by the thousand without a database. What an answer of TikTok's leads to stands in `answers.py`.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from api.publishing.models.publication_model import State
from api.publishing.models.publish_history_model import Verdict

DRAFT, SCHEDULED = State.DRAFT, State.SCHEDULED
OPENING, UPLOADING, COMMITTING, SUBMITTED = State.OPENING, State.UPLOADING, State.COMMITTING, State.SUBMITTED
PUBLISHED, FAILED, HELD, NEEDS_YOU = State.PUBLISHED, State.FAILED, State.HELD, State.NEEDS_YOU
CANCELLED, MISSED = State.CANCELLED, State.MISSED

BEFORE_COMMIT = (OPENING, UPLOADING)
AT_TIKTOK = (COMMITTING, SUBMITTED)  # every byte may be there, so only TikTok's word counts
AT_REST = (DRAFT, SCHEDULED, HELD, MISSED, FAILED, CANCELLED)


class Does(StrEnum):
    """What a row allows at TikTok, after its guard has held and not before."""

    INIT = "open a session; no byte of the post is sent, so it may be repeated"
    PUT_PART = "send any bytes of the open session but its last chunk"
    PUT_LAST = "send the last chunk, to the committed session and no other"
    ASK = "ask what became of the open session"


class Session(StrEnum):
    """What a row does to the publication's session."""

    OPEN = "keep the new one"
    COMMIT = "from here on it may become a post"


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row. `number` is the page's; `to` None keeps the state.

    `claims`: the attempt's number grows, and every earlier holder is out. `fenced`: only for who holds the last attempt.
    `session`: what happens to it; a verdict closes the open one, if there is one.
    """

    number: str
    name: str
    source: tuple[State, ...]
    to: State | None
    claims: bool = False
    fenced: bool = False
    session: Session | Verdict | None = None
    allows: tuple[Does, ...] = ()


CLAIM = Row("1", "claim", (SCHEDULED,), OPENING, claims=True, allows=(Does.INIT,))
TAKE_OVER = Row("1", "take over", (*BEFORE_COMMIT, *AT_TIKTOK), None, claims=True, allows=(Does.ASK,))
MISS = Row("1", "too late", (SCHEDULED, OPENING), MISSED)
COUNT_INIT = Row("2", "init", (OPENING,), None, fenced=True, allows=(Does.INIT,))
WAIT_FOR_ROOM = Row("2", "TikTok takes no more today", (OPENING,), SCHEDULED, fenced=True)
WAIT_FOR_VIDEO = Row("2", "the slideshow is still being made", (OPENING,), SCHEDULED, fenced=True)
OPEN = Row("3", "session", (OPENING,), UPLOADING, fenced=True, session=Session.OPEN, allows=(Does.PUT_PART,))
ACK = Row("4", "chunk", (UPLOADING,), None, fenced=True, allows=(Does.PUT_PART, Does.ASK))
ABANDON = Row("4", "session is dead", (UPLOADING,), OPENING, fenced=True, session=Verdict.NEVER_COMMITTED)
COMMIT = Row(
    "5", "commit", (UPLOADING,), COMMITTING, fenced=True, session=Session.COMMIT, allows=(Does.PUT_LAST, Does.ASK)
)
# The fetch of a photo is TikTok's own doing: its address, not the attempt's number, says that it is the last init's.
PULLED = Row("5", "pulled", (UPLOADING,), COMMITTING, session=Session.COMMIT, allows=(Does.ASK,))
LOOK = Row("6", "look", AT_TIKTOK, None, fenced=True, allows=(Does.ASK, Does.PUT_LAST))
SUBMIT = Row("7", "submitted", (COMMITTING,), SUBMITTED, allows=(Does.ASK,))
PUBLISH = Row("8", "published", (*AT_TIKTOK, NEEDS_YOU), PUBLISHED, session=Verdict.PUBLISHED)
# A session somebody had given up turns out to be the post: whatever was to be sent in its place is not.
PROVEN = Row("8", "it was out all along", (*AT_REST, *BEFORE_COMMIT), PUBLISHED, session=Verdict.NEVER_COMMITTED)
REOPEN = Row("9", "TikTok failed", AT_TIKTOK, OPENING, fenced=True, session=Verdict.REMOTE_FAILED)
FAIL = Row("9", "TikTok refused", AT_TIKTOK, FAILED, fenced=True, session=Verdict.REMOTE_FAILED)
FAIL_HELD = Row("9", "TikTok wants something first", AT_TIKTOK, HELD, fenced=True, session=Verdict.REMOTE_FAILED)
ASK_PERSON = Row("10", "nobody can tell", AT_TIKTOK, NEEDS_YOU, fenced=True)
# §2.4: TikTok's FAILED may come late; `scheduled`, so that the next claim looks whether it is too late by then.
LATE_REOPEN = Row("10", "failed after all", (NEEDS_YOU,), SCHEDULED, session=Verdict.REMOTE_FAILED)
LATE_FAIL = Row("10", "refused after all", (NEEDS_YOU,), FAILED, session=Verdict.REMOTE_FAILED)
LATE_HELD = Row("10", "failed after all", (NEEDS_YOU,), HELD, session=Verdict.REMOTE_FAILED)

REFUSE = Row("2", "refused before a byte", BEFORE_COMMIT, FAILED, fenced=True, session=Verdict.NEVER_COMMITTED)
PUT_BY = Row("2", "held before the commit", BEFORE_COMMIT, HELD, fenced=True, session=Verdict.NEVER_COMMITTED)
# After a restore (publishing §2.7): the database forgot what TikTok, or nobody, can tell.
RECONCILE = Row(
    "restore",
    "found at TikTok after a restore",
    (*AT_REST, *BEFORE_COMMIT, *AT_TIKTOK, NEEDS_YOU),
    PUBLISHED,
    claims=True,
    session=Verdict.PUBLISHED,
)
DOUBT = Row(
    "restore",
    "may have gone out before the restore",
    (SCHEDULED, HELD, *BEFORE_COMMIT, *AT_TIKTOK),
    NEEDS_YOU,
    claims=True,
)
HOLD = Row("side", "hold", (SCHEDULED,), HELD)
RELEASE = Row("side", "release", (HELD,), SCHEDULED)

# A person's word wins until the commit: whoever was at it finds its number gone.
UNTIL_COMMIT = (*AT_REST, *BEFORE_COMMIT)
NOTHING_SENT = Verdict.NEVER_COMMITTED
CHANGE = Row("person", "change", UNTIL_COMMIT, SCHEDULED, claims=True, session=NOTHING_SENT)
PUT_OFF = Row("person", "make a draft of it", UNTIL_COMMIT, DRAFT, claims=True, session=NOTHING_SENT)
CANCEL = Row(
    "person",
    "cancel",
    (DRAFT, SCHEDULED, HELD, MISSED, *BEFORE_COMMIT),
    CANCELLED,
    claims=True,
    session=NOTHING_SENT,
)
DROP = Row("person", "take the account out", UNTIL_COMMIT, CANCELLED, claims=True, session=NOTHING_SENT)
MOVE_HELD = Row("person", "move what is held", (HELD,), HELD, claims=True)
RETRY = Row("person", "try again", (FAILED, HELD, MISSED, CANCELLED), SCHEDULED)
# A cancellation taken back. Nothing cancelled has a session that may have become a post: `CANCEL` ends before the commit.
UNDO = Row("person", "undo", (CANCELLED,), SCHEDULED, claims=True)
UNDO_AS_DRAFT = Row("person", "undo, as a draft", (CANCELLED,), DRAFT, claims=True)
FOUND = Row("person", "it is there", (NEEDS_YOU,), PUBLISHED, claims=True, session=Verdict.HUMAN)
SEND_AGAIN = Row("person", "send again", (NEEDS_YOU,), SCHEDULED, claims=True, session=Verdict.HUMAN)

TABLE = (
    *(CLAIM, TAKE_OVER, MISS, COUNT_INIT, WAIT_FOR_ROOM, OPEN, ACK, ABANDON, COMMIT, PULLED, LOOK, SUBMIT, PUBLISH),
    *(PROVEN, REOPEN, FAIL, FAIL_HELD, ASK_PERSON, LATE_REOPEN, LATE_FAIL, LATE_HELD, REFUSE, PUT_BY, HOLD, RELEASE),
    *(RECONCILE, DOUBT),
    *(CHANGE, PUT_OFF, CANCEL, DROP, MOVE_HELD, RETRY, UNDO, UNDO_AS_DRAFT, FOUND, SEND_AGAIN),
)
# A worker that stops, by where it stands and where to.
STOPS = {
    (state, row.to): row
    for row in (REFUSE, PUT_BY, FAIL, FAIL_HELD, ASK_PERSON, LATE_FAIL, LATE_HELD)
    for state in row.source
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rows of a publication say: its state, the last attempt, and its open session, if it has one."""

    state: State
    attempt: int = 0
    session: str = ""
    is_committed: bool = False


class BrokenPromise(Exception):
    """A row would close a session that may have become a post without proof, or open a second: nothing may do that."""


def follow(row: Row, facts: Facts, *, attempt: int | None = None, session: str = "") -> Facts | None:
    """
    Return the facts after `row`, None when its guard does not hold: somebody else has moved on.

    :param attempt: the number under which the caller claimed; fenced rows need it
    :param session: the one the caller acts on; needed by rows that open, commit or close one by TikTok's word
    :raises BrokenPromise: where the database's constraints I1 and I2 would refuse
    """
    if facts.state not in row.source or (row.fenced and attempt != facts.attempt):
        return None
    after = replace(facts, state=row.to or facts.state, attempt=facts.attempt + row.claims)
    match row.session:
        case None:
            return after
        case Session.OPEN:
            if facts.session:
                raise BrokenPromise(f"{row.name}: {facts.session} is still open")
            return replace(after, session=session, is_committed=False)
        case Session.COMMIT:
            return replace(after, is_committed=True) if session == facts.session else None
        case Verdict() as verdict:
            if session and session != facts.session:
                return None
            if facts.is_committed and verdict == Verdict.NEVER_COMMITTED:
                raise BrokenPromise(f"{row.name}: {facts.session} may have become a post")
            return replace(after, session="", is_committed=False)
