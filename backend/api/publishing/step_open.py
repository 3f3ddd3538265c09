"""
Rows 2 and 3: ask what the creator may do now, then open a session at TikTok. Not one byte of the media is sent here.

Here is what all kinds of posts share, and videos; photos are in `step_open_photo.py`.
"""

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings

from api.accounts.gateway import vault
from api.accounts.models import PostMode
from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.answers import Call, Then, meaning
from api.publishing.app_services import APP_DISABLED, app_disabled_message
from api.publishing.checks import check_creator, check_permission
from api.publishing.claim import Claim, Overtaken
from api.publishing.models import PublishHistory, State
from api.publishing.outcomes import Pause, Stop, judge_refusal, judge_silence, judge_wait
from api.publishing.payload import build_init, freeze
from tiktok.bodies import InboxInit, VideoInit
from tiktok.errors import MayHaveWorked, NothingSent, Refused, TikTokError, Unfit
from tiktok.http import is_upload_url
from tiktok.operations import Operation
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import plan_upload
from tiktok.wire import OpenedPull, OpenedUpload

Opened = TypeVar("Opened", bound=OpenedPull)

STRANGE_ADDRESS = Stop(
    State.HELD, "upload_host_unknown", "TikTok named an upload address that is not TikTok's. Nothing was sent there."
)


def open_upload(claim: Claim) -> Stop | Pause | None:
    """Open a session for a video; None when it stands and the publication is `uploading`."""
    if stop := check_before(claim):
        return stop
    asset = claim.asset()
    is_draft = claim.publication.post_mode == PostMode.MEDIA_UPLOAD
    operation = Operation.INIT_INBOX if is_draft else Operation.INIT_VIDEO
    asked = ask_creator(claim, operation, duration_ms=asset.duration_ms or 0)
    return asked or _init(claim, asset, operation)


def check_before(claim: Claim) -> Stop | None:
    """Return what stands in the way before TikTok is asked anything; None when nothing does."""
    app = claim.publication.account.app
    if not app.is_enabled:  # switched off after this was claimed, or while it waited for something else
        return Stop(State.HELD, APP_DISABLED, app_disabled_message(app))
    return check_permission(claim.publication)


def ask_creator(claim: Claim, operation: Operation, *, duration_ms: int) -> Stop | Pause | None:
    """Wait for the turn to open a session, and ask whether the choices still hold; a draft leaves all of that to its person."""
    try:
        claim.line_up(operation)  # a backlog must not use up what may be asked about the creator
        if claim.publication.post_mode == PostMode.MEDIA_UPLOAD:
            return None
        info = claim.call(lambda tiktok: tiktok.creator_info())
    except TikTokError as error:
        return judge_before_upload(claim, error)
    return check_creator(claim.publication, info, duration_ms=duration_ms)


def send_init(
    claim: Claim, operation: Operation, ask: Callable[[TikTokApiClient], Opened], *, note: Callable[[], bool]
) -> Opened | Stop | Pause:
    """
    Open a session; what TikTok answered, or what follows from no answer.

    Repeating it is harmless: of a video not one byte was sent, and photos are given only to the init they were last opened by.

    :param note: writes that an init is about to be sent; False when the claim is lost
    """
    publication = claim.publication
    claim.must(note())
    try:
        return claim.call(ask)
    except MayHaveWorked:
        if trouble := claim.trouble_with(operation):
            # not this post's fault, so it is not counted against it
            transitions.count_init(publication.pk, attempt=claim.attempt, by=-1)
            return judge_wait(trouble, tries=publication.tries)
        return judge_silence(inits=publication.inits + 1, account=claim.handle, tries=publication.tries)
    except (Refused, NothingSent) as error:
        # TikTok opened nothing, so it does not count
        transitions.count_init(publication.pk, attempt=claim.attempt, by=-1)
        return judge_before_upload(claim, error)


def _init(claim: Claim, asset: MediaAsset, operation: Operation) -> Stop | Pause | None:
    publication = claim.publication
    try:
        payload = publication.payload or freeze(publication, asset)
        body = build_init(payload, plan_upload(asset.size_bytes))
    except Unfit as refusal:
        return judge_before_upload(claim, refusal)
    opened = send_init(
        claim,
        operation,
        lambda tiktok: _ask(tiktok, body),
        note=lambda: transitions.count_init(publication.pk, attempt=claim.attempt),
    )
    if isinstance(opened, Stop | Pause):
        return opened
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


def _ask(tiktok: TikTokApiClient, body: VideoInit | InboxInit) -> OpenedUpload:
    return tiktok.init_inbox_video(body) if isinstance(body, InboxInit) else tiktok.init_video(body)


def _keep(claim: Claim, opened: OpenedUpload, payload: dict[str, object], *, size: int) -> None:
    sealed = vault().seal(opened.upload_url, context=f"{opened.publish_id}|upload_url")
    row = {"publish_id": opened.publish_id, "upload_url_sealed": sealed, "size_bytes": size}
    claim.keep(keep_session(claim, payload=payload, row=row))  # its upload begins at once


def keep_session(claim: Claim, *, payload: dict[str, object], row: dict[str, object]) -> PublishHistory:
    """Row 3: keep what TikTok opened; from here on it is gone on with, by whoever holds the claim."""
    session = transitions.open_session(claim.publication, actor=claim.worker, payload=payload, session=row)
    if session is None:
        raise Overtaken
    claim.publication.payload, claim.publication.state = payload, State.UPLOADING
    return session
