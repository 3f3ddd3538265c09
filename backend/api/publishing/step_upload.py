"""Rows 4 to 7: the bytes, in order; before the last of them the publication is `committing`."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from api.accounts.gateway import tiktok_for, vault
from api.publishing import protocol, transitions
from api.publishing.answers import Call, Then, meaning
from api.publishing.claim import Claim
from api.publishing.lease import kept_lease
from api.publishing.models import PublishHistory, State
from api.publishing.outcomes import Pause, Stop, judge_wait, pause_for
from api.publishing.pauses import why_paused
from api.publishing.protocol import AT_TIKTOK
from api.publishing.retries import MAX_INITS, RETRIES, Why
from tiktok.chunk_answers import ChunkAnswer
from tiktok.errors import Refused, TikTokError
from tiktok.refusals import sentence_for
from tiktok.upload_plan import Chunk, plan_upload
from tiktok.upload_session import UploadEnd, UploadSession, read_blocks
from tiktok.wire import PublishStatus

FIRST_LOOK = timedelta(seconds=2)


def upload(claim: Claim) -> Stop | Pause | None:
    """Send what TikTok does not have yet; None when it has everything and the publication is `submitted`."""
    session = claim.session()
    start = 0
    if session.attempt != claim.attempt:  # another claim opened it: TikTok knows how far that one came
        try:
            status = claim.call(lambda tiktok: tiktok.fetch_status(session.publish_id))
        except TikTokError as error:
            return _without_yes(claim, session, error)
        start = status.uploaded_bytes
        if status.status == PublishStatus.FAILED or session.url_expires_at <= timezone.now():
            return give_up_session(claim, session, status.fail_reason or "upload_url_expired")
    return send_from(claim, session, start)


def send_from(claim: Claim, session: PublishHistory, start: int) -> Stop | Pause | None:
    """
    Send the bytes from `start` on, without a second try; before the last chunk the publication is `committing`.

    Whatever goes wrong with the last chunk, nothing is concluded from it: the next step asks TikTok's status.
    """
    upload_session = UploadSession(
        plan_upload(session.size_bytes),
        put=lambda chunk: put(claim, session, chunk),
        ask=lambda: claim.call(lambda tiktok: tiktok.fetch_status(session.publish_id)),
        before_last=lambda _: _commit(claim, session),
        stored=lambda chunk: _note(claim, session, chunk),
        pauses=(),  # a worker never sleeps over an upload; the next claim asks where TikTok stands
    )
    try:
        end = upload_session.send(start)
    except TikTokError as error:
        return _without_yes(claim, session, error)
    if end == UploadEnd.COMPLETE:
        transitions.submit(session, actor=claim.worker, pause=FIRST_LOOK)
        return None
    broke_off = end == UploadEnd.BROKEN_OFF
    return pause_for(Why.UPLOAD_BROKE_OFF if broke_off else Why.LAST_CHUNK_UNCLEAR, tries=claim.publication.tries)


def _without_yes(claim: Claim, session: PublishHistory, error: TikTokError) -> Stop | Pause | None:
    """Return what comes of an answer to a chunk before the last, or to the question how far TikTok came."""
    committed = claim.publication.state in AT_TIKTOK
    if isinstance(error, Refused) and meaning(error, Call.LAST if committed else Call.PART) == Then.NEW_SESSION:
        return give_up_session(claim, session, error.code, log_id=error.log_id)
    return judge_wait(error, tries=claim.publication.tries)


def _commit(claim: Claim, session: PublishHistory) -> bool:
    if claim.publication.state == State.UPLOADING:
        with transaction.atomic():
            if why_paused(claim.publication, until_commit=True):
                return False  # the next claim holds it, with the reason
            claim.must(transitions.begin_commit(session, attempt=claim.attempt, actor=claim.worker))
        claim.publication.state = State.COMMITTING
    return True


def _note(claim: Claim, session: PublishHistory, chunk: Chunk) -> None:
    if not chunk.is_last:
        claim.must(transitions.ack_chunk(session, attempt=claim.attempt, acked=chunk.last + 1))


def put(claim: Claim, session: PublishHistory, chunk: Chunk) -> ChunkAnswer:
    """Send one chunk from the stored file; the lease is renewed meanwhile, however slow the line is."""
    asset = claim.asset()
    url = vault().open(session.upload_url_sealed, context=f"{session.publish_id}|upload_url")
    claim.must(transitions.renew_lease(claim.publication.pk, attempt=claim.attempt))
    with (
        default_storage.open(asset.file_key) as stream,
        kept_lease(claim.publication.pk, attempt=claim.attempt),
    ):
        content = read_blocks(stream, chunk)
        tiktok = tiktok_for(claim.publication.account, access_token="")  # the address is the credential
        return tiktok.put_chunk(url, chunk, content, mime_type=asset.mime_type)


def give_up_session(claim: Claim, session: PublishHistory, code: str, *, log_id: str = "") -> Stop | None:
    """Close a session whose last chunk was never sent; go back to `opening`, or stop when that was the third."""
    if claim.publication.inits >= MAX_INITS:
        sentence = "TikTok did not take the upload three times. Nothing was posted, so it is safe to try again."
        return Stop(
            State.HELD,
            code,
            sentence if "upload" in code or "chunk" in code else sentence_for(code, account=claim.handle),
            log_id,
        )
    transitions.reopen(
        session,
        protocol.ABANDON,
        attempt=claim.attempt,
        actor=claim.worker,
        error=code,
        log_id=log_id,
        pause=timedelta(seconds=RETRIES[Why.SESSION_DEAD].pause_s(claim.publication.tries)),
    )
    return None
