"""Rows 6 to 10: every byte may be at TikTok, so only its word counts. Look, then conclude; never send a second session."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from api.publishing import drafts, protocol, transitions
from api.publishing.answers import Call, Then, meaning
from api.publishing.claim import Claim
from api.publishing.models import PublishHistory, State
from api.publishing.outcomes import (
    UNKNOWN_OUTCOME,
    NewSession,
    Pause,
    Stop,
    judge_failure,
    judge_wait,
    pause_for,
)
from api.publishing.retries import GIVE_UP_POLLING, RETRIES, Why
from api.publishing.step_upload import FIRST_LOOK, send_from
from tiktok.errors import Refused, TikTokError
from tiktok.happenings import STATUSES, Stage, explain_status, sentence_for_status
from tiktok.upload_plan import plan_upload
from tiktok.wire import StatusAnswer

URL_MARGIN = timedelta(minutes=5)
LOST_TRACK = ("invalid_publish_id", "token_not_authorized_for_specified_publish_id")


def look(claim: Claim) -> Stop | Pause | None:
    """Ask TikTok what became of the session and act on it."""
    session = claim.session()
    try:
        status = claim.call(lambda tiktok: tiktok.fetch_status(session.publish_id))
    except TikTokError as error:
        return _without_status(claim, session, error)
    match explain_status(status.status).stage:
        case Stage.POSTED | Stage.DELIVERED:
            note_outcome(session, status, actor=claim.worker)
            return None
        case Stage.FAILED:
            return _failed(claim, session, status.fail_reason or "unknown_reason")
        case Stage.WAIT:
            _say_if_unknown(claim, status)
            return _processing(claim, session, status)


def _without_status(claim: Claim, session: PublishHistory, error: TikTokError) -> Pause | Stop:
    """Return what comes of anything but a status: nothing is concluded, except when TikTok no longer knows the session."""
    if isinstance(error, Refused) and error.code in LOST_TRACK:
        return UNKNOWN_OUTCOME
    if meaning(error, Call.STATUS) == Then.WAIT:
        return judge_wait(error, tries=claim.publication.tries)
    return wait_or_ask(claim, session)


def note_outcome(session: PublishHistory, status: StatusAnswer, *, actor: str) -> None:
    """Row 8, with every post that came of it: one draft may have become several."""
    is_delivered = explain_status(status.status).stage == Stage.DELIVERED
    detail = "TikTok put it into the inbox" if is_delivered else "TikTok published it"
    with transaction.atomic():
        transitions.publish(session, actor=actor, post_id=next(iter(status.post_ids), ""), detail=detail)
        drafts.note_posts(session, post_ids=status.post_ids, finished=not is_delivered)


def _say_if_unknown(claim: Claim, status: StatusAnswer) -> None:
    """A status that TikTok does not document counts as still processing, but the person sees what TikTok said."""
    if status.status not in STATUSES:
        sentence = sentence_for_status(status.status, account=claim.handle)
        transitions.say(claim.publication, code=status.status, message=sentence)


def wait_or_ask(claim: Claim, session: PublishHistory) -> Pause | Stop:
    """Look again later; after 24 h without an answer, ask the person."""
    committed_at = session.committed_at or session.opened_at
    if timezone.now() - committed_at > GIVE_UP_POLLING:
        return UNKNOWN_OUTCOME
    return pause_for(Why.NOT_DONE_YET, tries=claim.publication.tries)


def _processing(claim: Claim, session: PublishHistory, status: StatusAnswer) -> Stop | Pause | None:
    if session.pull_key_hash:
        return _fetching(claim, session, status)
    if claim.publication.state == State.SUBMITTED:
        return wait_or_ask(claim, session)
    if status.uploaded_bytes >= session.size_bytes:  # the answer was lost, the bytes were not
        transitions.submit(session, actor=claim.worker, pause=FIRST_LOOK)
        return None
    if session.url_expires_at + URL_MARGIN < timezone.now():
        return UNKNOWN_OUTCOME
    last_first = plan_upload(session.size_bytes).last_first
    if session.url_expires_at < timezone.now() or status.uploaded_bytes > last_first:
        return pause_for(
            Why.LAST_CHUNK_UNCLEAR, tries=claim.publication.tries
        )  # in flux, or past repeating: the status will settle
    return send_from(claim, session, last_first)  # the same bytes, to the same session


def _fetching(claim: Claim, session: PublishHistory, status: StatusAnswer) -> Stop | Pause | None:
    """TikTok fetches by itself, so there is nothing to send again; note how far it is."""
    if claim.publication.state == State.COMMITTING and status.downloaded_bytes >= session.size_bytes:
        transitions.submit(session, actor=claim.worker, pause=FIRST_LOOK, detail="TikTok has all the photos")
        return None
    PublishHistory.objects.filter(pk=session.pk).update(acked_bytes=min(status.downloaded_bytes, session.size_bytes))
    return wait_or_ask(claim, session)


def _failed(claim: Claim, session: PublishHistory, reason: str) -> Stop | None:
    verdict = judge_failure(reason, account=claim.handle, inits=claim.publication.inits)
    if isinstance(verdict, Stop):
        return verdict
    _reopen(claim, session, verdict)
    return None


def _reopen(claim: Claim, session: PublishHistory, verdict: NewSession) -> None:
    transitions.reopen(
        session,
        protocol.REOPEN,
        attempt=claim.attempt,
        actor=claim.worker,
        error=verdict.code,
        log_id=verdict.log_id,
        pause=timedelta(seconds=RETRIES[Why.TIKTOK_FAILED].pause_s(claim.publication.tries)),
    )
