"""
Looking up what nobody could tell (publishing §2.4): after 5 and 15 minutes, 1, 6, 24 and 72 hours, and then never again.

Evidence, strongest first: TikTok's webhook (webhook_handling.py), its status, then the account's own list of posts. What
none of them settles stays with the person. Nothing here ever sends anything.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from api.accounts.token_services import ReconnectRequired, TokenUnavailable
from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.claim import Claim
from api.publishing.matching import LATER, Wanted, fold, match
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State
from api.publishing.outcomes import NewSession, judge_failure
from api.publishing.retries import LOOK_UPS_S
from api.publishing.step_look import note_outcome
from api.publishing.video_lists import CannotAsk, list_videos_since
from core.tempo import paced
from core.vault import VaultError
from tiktok.errors import TikTokError
from tiktok.happenings import Stage, explain_status
from tiktok.wire import StatusAnswer

logger = logging.getLogger(__name__)

MAY_BE_OUT = (State.COMMITTING, State.SUBMITTED, State.PUBLISHED, State.NEEDS_YOU)
NO_WAY = (TikTokError, CannotAsk, ReconnectRequired, TokenUnavailable, VaultError)


def look_up(publication_id: UUID, *, worker: str) -> Publication | None:
    """Look once, if it is time to; return the publication as it stands then, None when there was nothing to look up."""
    publication = _take_turn(publication_id)
    if publication is None:
        return None
    session = publication.attempts.filter(closed_at=None).first()
    claim = Claim(publication, worker)
    if session and not _settled_by_status(claim, session):
        _settle_by_list(claim, session)
    return Publication.objects.get(pk=publication_id)


def _take_turn(publication_id: UUID) -> Publication | None:
    """Set the next turn before this one begins, so that of two workers one looks, and a crash costs a turn and no more."""
    with transaction.atomic():
        due = Publication.objects.filter(pk=publication_id, state=State.NEEDS_YOU, next_try_at__lte=Now())
        publication = due.select_for_update(skip_locked=True, of=("self",)).select_related("account", "post").first()
        if publication is None:
            return None
        since = PublicationEvent.objects.filter(publication=publication, to_state=State.NEEDS_YOU).latest("seq").at
        turn = next_turn(since, tries=publication.tries)
        Publication.objects.filter(pk=publication_id).update(next_try_at=turn, tries=publication.tries + 1)
    return publication


def next_turn(since: datetime, *, tries: int) -> datetime | None:
    """Return when it is looked up after the look-up number `tries` (from 0); None after the last."""
    if tries + 1 >= len(LOOK_UPS_S):
        return None
    return since + timedelta(seconds=paced(LOOK_UPS_S[tries + 1]))


def _settled_by_status(claim: Claim, session: PublishHistory) -> bool:
    try:
        status = claim.call(lambda tiktok: tiktok.fetch_status(session.publish_id))
    except NO_WAY:
        return False
    match explain_status(status.status).stage:
        case Stage.POSTED | Stage.DELIVERED:
            note_outcome(session, status, actor=claim.worker)
            return True
        case Stage.FAILED:
            _fail(claim, session, status)
            return True
        case Stage.WAIT:
            return False


def _fail(claim: Claim, session: PublishHistory, status: StatusAnswer) -> None:
    reason = status.fail_reason or "unknown_reason"
    verdict = judge_failure(reason, account=claim.handle, inits=claim.publication.inits)
    again = isinstance(verdict, NewSession)
    to, message = (State.SCHEDULED, "") if isinstance(verdict, NewSession) else (verdict.state, verdict.message)
    words = {"reason_code": reason[:80], "reason_message": message[:400], "reason_log_id": ""}
    if transitions.fail_late(session, to=to, actor=claim.worker, reason=words) and again:
        logger.info("publication %s failed after all and is sent anew", claim.publication.pk)


def _settle_by_list(claim: Claim, session: PublishHistory) -> None:
    """Publish it when exactly one post of the account can be it; any other number is for the person to judge."""
    publication, committed_at = claim.publication, session.committed_at
    if committed_at is None:
        return
    wanted = Wanted.sent_at(
        committed_at,
        caption=_caption(publication),
        duration_ms=_duration_ms(publication),
        privacy_level=publication.privacy_level,
    )
    try:
        videos = list_videos_since(publication.account, wanted.not_before)
    except NO_WAY:
        return
    ids = [video.id for video in videos]
    bound = Publication.objects.filter(account=publication.account_id, tiktok_post_id__in=ids)
    found = match(wanted, videos, bound=set(bound.values_list("tiktok_post_id", flat=True)))
    if len(found) != 1 or _may_be_anothers(publication, wanted):
        return
    detail = f"reconciled: the account shows it as {found[0].id}"
    try:
        with transaction.atomic():
            transitions.publish(session, actor=claim.worker, post_id=found[0].id, detail=detail)
    except IntegrityError:
        logger.info("post %s was bound to another publication meanwhile", found[0].id)


def _may_be_anothers(publication: Publication, wanted: Wanted) -> bool:
    """Tell whether the post found may be another publication of the same words, whose id is not known yet either."""
    others = Publication.objects.filter(account=publication.account_id, state__in=MAY_BE_OUT, tiktok_post_id="")
    near = others.filter(due_at__gte=wanted.not_before - LATER, due_at__lte=wanted.not_after).exclude(pk=publication.pk)
    return any(fold(_caption(other)) == fold(wanted.caption) for other in near.select_related("post"))


def _caption(publication: Publication) -> str:
    info = (publication.payload or {}).get("post_info", {})
    return str(info.get("description", info.get("title", publication.caption)))


def _duration_ms(publication: Publication) -> int | None:
    asset_id = (publication.payload or {}).get("media", {}).get("asset_id")
    return MediaAsset.objects.filter(pk=asset_id).values_list("duration_ms", flat=True).first() if asset_id else None
