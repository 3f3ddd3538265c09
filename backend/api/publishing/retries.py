"""What is tried again, after how long, how often and until when: one table, read wherever a publication waits. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

MAX_INITS = 3


class Why(StrEnum):
    """Why something is tried again; the rows of the second table."""

    INIT_UNANSWERED = "an init without an answer"
    SAID_LATER = "TikTok's own word for later (internal_error)"
    NO_PERMISSION = "no permission to use at present"
    UPLOAD_BROKE_OFF = "an upload that broke off before the last chunk"
    SESSION_DEAD = "a session that takes no more bytes"
    TIKTOK_FAILED = "TikTok's FAILED, by its own fault"
    LAST_CHUNK_UNCLEAR = "the last chunk left, and no yes came"
    NOT_DONE_YET = "TikTok is still processing, or gives no status"
    UNKNOWN = "nobody can tell what became of it"
    POST_ID = "the post is out, its id not known yet"


@dataclass(frozen=True, slots=True)
class Retry:
    """
    One row: pauses in seconds (the last one again and again), how often, until when, and what comes then.

    `times` None is as often as it takes. Pauses are stretched by up to a fifth, each publication by another length.
    """

    pauses_s: tuple[float, ...]
    times: int | None
    until: str
    then: str

    def pause_s(self, tries: int) -> float:
        """Return the pause after the try number `tries`, counted from 0, in seconds."""
        return self.pauses_s[min(tries, len(self.pauses_s) - 1)]


MINUTES, HOURS = 60.0, 3600.0
BACK_OFF_S = (5.0, 15.0, 45.0, 120.0, 300.0)
POLL_S = (3.0, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0)
LOOK_UPS_S = (5 * MINUTES, 15 * MINUTES, 1 * HOURS, 6 * HOURS, 24 * HOURS, 72 * HOURS)  # since nobody could tell
GIVE_UP_POLLING = timedelta(hours=24)
GIVE_UP_POST_ID = timedelta(hours=72)
POST_LIMIT = "the post's late limit"

RETRIES: dict[Why, Retry] = {
    Why.INIT_UNANSWERED: Retry(BACK_OFF_S, MAX_INITS, POST_LIMIT, "held: nothing was sent, safe to try again"),
    Why.SAID_LATER: Retry((60.0, 120.0, 300.0), None, POST_LIMIT, "missed: asks"),
    Why.NO_PERMISSION: Retry(BACK_OFF_S, None, POST_LIMIT, "missed: asks"),
    Why.UPLOAD_BROKE_OFF: Retry(BACK_OFF_S, None, "the session's hour", "a new session"),
    Why.SESSION_DEAD: Retry(BACK_OFF_S, MAX_INITS, POST_LIMIT, "held: nothing was posted"),
    Why.TIKTOK_FAILED: Retry(BACK_OFF_S, MAX_INITS, POST_LIMIT, "failed with TikTok's reason"),
    Why.LAST_CHUNK_UNCLEAR: Retry((2.0, *BACK_OFF_S), None, "the session's hour and 5 minutes", "needs you"),
    Why.NOT_DONE_YET: Retry(POLL_S, None, "24 hours", "needs you"),
    Why.UNKNOWN: Retry(LOOK_UPS_S, len(LOOK_UPS_S), "72 hours", "a person decides; no timer ever sends again"),
    Why.POST_ID: Retry(POLL_S, None, "72 hours", "stays published, without a link"),
}
