"""Rows 4 to 7: the bytes, in order; before the last of them the publication is `committing`."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from api.accounts.gateway import tiktok_for, vault
from api.publishing import transitions
from api.publishing.claim import Claim
from api.publishing.lease import kept_lease
from api.publishing.models import PublishHistory, State, Verdict
from api.publishing.outcomes import MAX_INITS, Pause, Stop, judge_wait, retry_pause_s
from api.publishing.pauses import why_paused
from tiktok.chunk_answers import ChunkAnswer
from tiktok.errors import CircuitOpen, RateLimited, Refused, TikTokError
from tiktok.refusals import sentence_for
from tiktok.upload_plan import Chunk, plan_upload
from tiktok.upload_session import UploadEnd, UploadSession, read_blocks
from tiktok.wire import PublishStatus

FIRST_LOOK = timedelta(seconds=2)
LOOK_FIRST_S = 2.0


def upload(claim: Claim) -> Stop | Pause | None:
    """Send what TikTok does not have yet; None when it has everything and the publication is `submitted`."""
    session = claim.session()
    start = 0
    if session.attempt != claim.attempt:  # another claim opened it: TikTok knows how far that one came
        try:
            status = claim.call(lambda tiktok: tiktok.fetch_status(session.publish_id))
        except RateLimited as full:
            return judge_wait(full, tries=claim.publication.tries)
        except Refused as refusal:
            return give_up_session(claim, session, refusal.code, log_id=refusal.log_id)
        except TikTokError as error:
            return judge_wait(error, tries=claim.publication.tries)
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
    except (RateLimited, CircuitOpen) as held_back:
        return judge_wait(held_back, tries=claim.publication.tries)
    except Refused as refusal:
        return give_up_session(claim, session, refusal.code, log_id=refusal.log_id)
    if end == UploadEnd.COMPLETE:
        transitions.submit(session, actor=claim.worker, pause=FIRST_LOOK)
        return None
    return Pause(retry_pause_s(claim.publication.tries) if end == UploadEnd.BROKEN_OFF else LOOK_FIRST_S)


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
        verdict=Verdict.NEVER_COMMITTED,
        source=State.UPLOADING,
        attempt=claim.attempt,
        actor=claim.worker,
        error=code,
        log_id=log_id,
        pause=timedelta(seconds=retry_pause_s(claim.publication.tries)),
    )
    return None
