"""Rows 2 and 3: ask what the creator may do now, then open a session at TikTok. Not one byte of video is sent here."""

from django.conf import settings

from api.accounts.gateway import vault
from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.answers import Call, Then, meaning
from api.publishing.app_services import APP_DISABLED, app_disabled_message
from api.publishing.checks import check_creator
from api.publishing.claim import Claim
from api.publishing.models import State
from api.publishing.outcomes import Pause, Stop, judge_refusal, judge_silence, judge_wait
from api.publishing.payload import build_init, freeze
from tiktok.bodies import VideoInit
from tiktok.errors import MayHaveWorked, NothingSent, Refused, TikTokError, Unfit
from tiktok.http import is_upload_url
from tiktok.operations import Operation
from tiktok.upload_plan import plan_upload
from tiktok.wire import OpenedUpload

STRANGE_ADDRESS = Stop(
    State.HELD, "upload_host_unknown", "TikTok named an upload address that is not TikTok's. Nothing was sent there."
)


def open_upload(claim: Claim) -> Stop | Pause | None:
    """Open a session; None when it stands and the publication is `uploading`."""
    app = claim.publication.account.app
    if not app.is_enabled:  # switched off after this was claimed, or while it waited for something else
        return Stop(State.HELD, APP_DISABLED, app_disabled_message(app))
    asset = claim.asset()
    try:
        claim.line_up(Operation.INIT_VIDEO)  # a backlog must not use up what may be asked about the creator
        info = claim.call(lambda tiktok: tiktok.creator_info())
    except TikTokError as error:
        return judge_before_upload(claim, error)
    return check_creator(claim.publication, info, duration_ms=asset.duration_ms or 0) or _init(claim, asset)


def _init(claim: Claim, asset: MediaAsset) -> Stop | Pause | None:
    publication = claim.publication
    try:
        payload = publication.payload or freeze(publication, asset)
        body = build_init(payload, plan_upload(asset.size_bytes))
    except Unfit as refusal:
        return judge_before_upload(claim, refusal)
    return _send_init(claim, body, payload)


def _send_init(claim: Claim, body: VideoInit, payload: dict[str, object]) -> Stop | Pause | None:
    publication = claim.publication
    claim.must(transitions.count_init(publication.pk, attempt=claim.attempt))
    try:
        opened = claim.call(lambda tiktok: tiktok.init_video(body))
    except MayHaveWorked:
        if trouble := claim.trouble_with(Operation.INIT_VIDEO):
            # not this post's fault, so it is not counted against it
            transitions.count_init(publication.pk, attempt=claim.attempt, by=-1)
            return judge_wait(trouble, tries=publication.tries)
        return judge_silence(inits=publication.inits + 1, account=claim.handle, tries=publication.tries)
    except (Refused, NothingSent) as error:
        # TikTok opened nothing, so it does not count
        transitions.count_init(publication.pk, attempt=claim.attempt, by=-1)
        return judge_before_upload(claim, error)
    if not is_upload_url(opened.upload_url, api_url=settings.TIKTOK.api_url):
        return STRANGE_ADDRESS  # before the session is kept: nothing may ever be sent there
    _keep(claim, opened, payload, size=body.source_info.video_size)
    return None


def judge_before_upload(claim: Claim, error: TikTokError) -> Stop | Pause:
    """Return what an answer does while not one byte was sent: stop with TikTok's reason, or ask again."""
    tries = claim.publication.tries
    if isinstance(error, Refused) and meaning(error, Call.INIT) == Then.REASON:
        return judge_refusal(error.code, account=claim.handle, log_id=error.log_id, tries=tries)
    return judge_wait(error, tries=tries)


def _keep(claim: Claim, opened: OpenedUpload, payload: dict[str, object], *, size: int) -> None:
    sealed = vault().seal(opened.upload_url, context=f"{opened.publish_id}|upload_url")
    row = {"publish_id": opened.publish_id, "upload_url_sealed": sealed, "size_bytes": size}
    session = transitions.open_session(claim.publication, actor=claim.worker, payload=payload, session=row)
    claim.must(session is not None)
    claim.publication.payload, claim.publication.state = payload, State.UPLOADING
