"""Rows 4 to 7 for photos: TikTok fetches them by itself; while it has not begun, the session can still become nothing."""

from django.utils import timezone

from api.publishing import transitions
from api.publishing.claim import Claim
from api.publishing.models import Publication, PublishHistory, State
from api.publishing.outcomes import Pause, Stop, judge_failure, judge_wait, pause_for
from api.publishing.retries import MAX_INITS, Why
from api.publishing.step_look import URL_MARGIN, look
from api.publishing.step_upload import give_up_session
from tiktok.errors import CircuitOpen, RateLimited, Refused, TikTokError
from tiktok.happenings import Stage, explain_status
from tiktok.wire import StatusAnswer

FIRST_LOOK = Pause(5.0, counts=False)  # the first byte that TikTok fetches asks for a look itself
NEVER_FETCHED = "photos_never_fetched"
NOT_FETCHED = "TikTok did not fetch the photos three times. Nothing was posted, so it is safe to try again."


def wait_for_pull(claim: Claim) -> Stop | Pause | None:
    """Ask how far TikTok is; what was not fetched within its hour is given up, and its address with it."""
    session = claim.session()
    try:
        status = claim.call(lambda tiktok: tiktok.fetch_status(session.publish_id))
    except (RateLimited, CircuitOpen) as held_back:
        return judge_wait(held_back, tries=claim.publication.tries)
    except TikTokError as error:
        return _wait_on(claim, session, error.code if isinstance(error, Refused) else NEVER_FETCHED)
    if _is_being_fetched(claim):  # it began while we asked
        return look(claim)
    return _conclude(claim, session, status)


def _conclude(claim: Claim, session: PublishHistory, status: StatusAnswer) -> Stop | Pause | None:
    match explain_status(status.status).stage:
        case Stage.FAILED:
            return _failed(claim, session, status)
        case Stage.POSTED | Stage.DELIVERED:
            # Our row does not know that it was fetched: it is older than this, from a backup. TikTok's word counts.
            claim.must(transitions.begin_commit(session, attempt=claim.attempt, actor=claim.worker))
            claim.publication.state = State.COMMITTING
            return look(claim)
        case Stage.WAIT:
            return _wait_on(claim, session, NEVER_FETCHED)


def _is_being_fetched(claim: Claim) -> bool:
    state = Publication.objects.filter(pk=claim.publication.pk, attempt=claim.attempt).values_list("state", flat=True)
    claim.publication.state = State(next(iter(state), claim.publication.state))
    return claim.publication.state != State.UPLOADING


def _wait_on(claim: Claim, session: PublishHistory, code: str) -> Stop | Pause | None:
    """Wait while TikTok may still come; after its hour the session is closed, and what comes later gets a 410."""
    if session.url_expires_at + URL_MARGIN > timezone.now():
        return pause_for(Why.NOT_DONE_YET, tries=claim.publication.tries)
    if claim.publication.inits >= MAX_INITS:
        return Stop(State.HELD, code, NOT_FETCHED)
    return give_up_session(claim, session, code)


def _failed(claim: Claim, session: PublishHistory, status: StatusAnswer) -> Stop | Pause | None:
    code = status.fail_reason or "unknown_reason"
    verdict = judge_failure(code, account=claim.handle, inits=claim.publication.inits)
    return verdict if isinstance(verdict, Stop) else give_up_session(claim, session, code)
