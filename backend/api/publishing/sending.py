"""
Sending a publication as far as it goes now (publishing §2.2).

Each step first writes what it is about to do, guarded by the attempt's number, and then does it. What every answer means is
decided in `outcomes.py`; nothing is repeated but what is harmless to repeat.
"""

import logging
from uuid import UUID

from api.accounts.token_services import AppRefused, ReconnectRequired, TokenUnavailable
from api.accounts.troubles import require_reconnect
from api.posts.models import PostKind
from api.publishing import transitions
from api.publishing.claim import Claim, MediaMissing, Overtaken
from api.publishing.models import Publication, State
from api.publishing.outcomes import Pause, Stop, pause_for
from api.publishing.pauses import why_paused
from api.publishing.protocol import AT_TIKTOK
from api.publishing.quarantine import quarantined
from api.publishing.quota_at_sending import put_off_if_full
from api.publishing.retries import Why
from api.publishing.slideshow_wait import wait_for_video
from api.publishing.step_look import look, wait_or_ask
from api.publishing.step_open import open_upload
from api.publishing.step_open_photo import open_photos
from api.publishing.step_pull import FIRST_LOOK, wait_for_pull
from api.publishing.step_upload import upload
from core.tempo import paced
from core.vault import VaultError

logger = logging.getLogger(__name__)

MEDIA_MISSING = "The video file is missing from this server's storage. Upload it again, then send the post."
APP_REFUSED = (
    "TikTok does not accept the app {account} was connected by ({code}). The post is held until the app is set right."
)
UNREADABLE = (
    "The stored permission does not open with this server's key. Restore the key file, or connect the account again."
)


def send(publication_id: UUID, *, worker: str) -> Publication | None:
    """
    Claim a publication and go on with it until it pauses, stops or is out.

    Return it as it stands then, also when it had to stand back behind an earlier post of the account; None when it was not
    to be had: not due, in other hands, or done.
    """
    if quarantined():
        return None
    try:
        publication = transitions.claim(publication_id, owner=worker)
    except transitions.StandsBehind:
        return Publication.objects.get(pk=publication_id)
    if publication is None:
        return None
    claim = Claim(publication, worker)
    try:
        outcome = _go_on_or_explain(claim)
    except Overtaken:
        logger.info("publication %s was overtaken", publication_id)
        return None
    if isinstance(outcome, Pause):
        length = outcome.length_for(publication_id)
        seconds = length if outcome.told else paced(length)
        transitions.pause(publication, seconds=seconds, counts=outcome.counts, in_line=outcome.in_line)
    elif isinstance(outcome, Stop):
        _stop(claim, outcome)
    return Publication.objects.get(pk=publication_id)


def _go_on_or_explain(claim: Claim) -> Stop | Pause | None:
    """Go on; what stands in the way on our side becomes a reason people can act on."""
    try:
        return _go_on(claim)
    except ReconnectRequired:
        return _without_permission(claim)
    except AppRefused as refusal:
        return _hold_unsent(claim, "app_refused", APP_REFUSED.format(account=claim.handle, code=refusal.code))
    except TokenUnavailable:
        return pause_for(Why.NO_PERMISSION, tries=claim.publication.tries, in_line=True)
    except MediaMissing:
        return _hold_unsent(claim, "media_missing", MEDIA_MISSING)
    except VaultError:
        logger.exception("the tokens of account %s do not open", claim.publication.account_id)
        return _hold_unsent(claim, "token_unreadable", UNREADABLE)


def _go_on(claim: Claim) -> Stop | Pause | None:
    if claim.publication.state in (State.OPENING, State.UPLOADING):
        if paused := why_paused(claim.publication):
            return paused
        if claim.publication.state == State.OPENING:
            if waits := wait_for_video(claim):
                return waits if isinstance(waits, Stop) else None
            if put_off_if_full(claim):
                return None
    is_photo = claim.publication.post.kind == PostKind.PHOTO
    open_session, go_on = (open_photos, wait_for_pull) if is_photo else (open_upload, upload)
    if claim.publication.state == State.OPENING:
        return open_session(claim) or (FIRST_LOOK if is_photo else go_on(claim))
    if claim.publication.state == State.UPLOADING:
        return go_on(claim)
    return look(claim)


def _without_permission(claim: Claim) -> Stop | Pause:
    """Hold what has not been sent; what has been sent is looked up again once the account is back."""
    if claim.publication.state in AT_TIKTOK:
        return wait_or_ask(claim, claim.session())
    message = f"{claim.handle} has to be connected again. The post is held until then."
    return Stop(State.HELD, "reconnect_required", message, reconnect=True)


def _hold_unsent(claim: Claim, code: str, message: str) -> Stop | Pause:
    """Hold what has not been sent; what is missing here changes nothing about what TikTok already has."""
    if claim.publication.state in AT_TIKTOK:
        return wait_or_ask(claim, claim.session())
    return Stop(State.HELD, code, message)


def _stop(claim: Claim, outcome: Stop) -> None:
    publication = claim.publication
    reason = {"reason_code": outcome.code, "reason_message": outcome.message, "reason_log_id": outcome.log_id}
    moved = transitions.stop(publication, to=outcome.state, actor=claim.worker, reason=reason)
    if moved and outcome.reconnect:
        require_reconnect(publication.account_id, code=outcome.code, message=outcome.message)
