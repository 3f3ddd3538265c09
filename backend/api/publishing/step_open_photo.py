"""Rows 2 and 3 for photos: open a session whose photos TikTok may fetch, and no other (publishing §2.6)."""

from api.accounts.pull_services import note_unverified, photo_url, why_no_photos
from api.media.models import MediaAsset
from api.publishing import pulls
from api.publishing.claim import Claim
from api.publishing.models import State
from api.publishing.outcomes import Pause, Stop, judge_refusal
from api.publishing.payload import build_photo_init, freeze_photos
from api.publishing.step_open import ask_creator, check_before, keep_session, send_init
from core.pull_keys import hash_pull_key, new_pull_key
from tiktok.bodies import PhotoInit
from tiktok.errors import Unfit
from tiktok.operations import Operation
from tiktok.wire import OpenedPull

NO_PULL_PREFIX = "pull_prefix_unusable"
UNVERIFIED = "url_ownership_unverified"


def open_photos(claim: Claim) -> Stop | Pause | None:
    """Open a session for photos; None when it stands and the publication is `uploading`: TikTok may fetch."""
    if stop := check_before(claim):
        return stop
    if why := why_no_photos(claim.publication.account.app):
        return Stop(State.HELD, NO_PULL_PREFIX, why)
    photos = claim.photos()
    return ask_creator(claim, Operation.INIT_PHOTO, duration_ms=0) or _init(claim, photos)


def _init(claim: Claim, photos: list[MediaAsset]) -> Stop | Pause | None:
    publication, app = claim.publication, claim.publication.account.app
    key = new_pull_key()
    try:
        payload = publication.payload or freeze_photos(publication, photos)
        urls = [photo_url(app, key, number) for number in range(1, len(payload["photos"]) + 1)]
        body = build_photo_init(payload, urls)
    except Unfit as refusal:
        return judge_refusal(refusal.code, account=claim.handle, log_id=refusal.log_id)
    opened = _send(claim, body, key=key)
    if isinstance(opened, Stop | Pause):
        if isinstance(opened, Stop) and opened.code == UNVERIFIED:
            note_unverified(app)
        return opened
    size = sum(int(photo["size_bytes"]) for photo in payload["photos"])
    row = {"publish_id": opened.publish_id, "size_bytes": size, "pull_key_hash": hash_pull_key(key)}
    keep_session(claim, payload=payload, row=row)
    return None


def _send(claim: Claim, body: PhotoInit, *, key: str) -> OpenedPull | Stop | Pause:
    publication = claim.publication
    return send_init(
        claim,
        Operation.INIT_PHOTO,
        lambda tiktok: tiktok.init_photo(body),
        note=lambda: pulls.count_pull(publication.pk, attempt=claim.attempt, key_hash=hash_pull_key(key)),
    )
