"""The caps again, right before a session is opened: more may have gone out than was planned, by hand or by a retry."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from api.accounts.app_room import CREATORS_UNAUDITED
from api.accounts.models import PostMode
from api.notifications.models import Urgency
from api.notifications.services import News, tell
from api.publishing import protocol, transitions
from api.publishing.claim import Claim
from api.publishing.models import Publication, State
from api.publishing.quota import WINDOW, free_from
from api.publishing.quota_selectors import list_creators, list_sent
from api.publishing.quota_services import DAILY_CAP, DRAFT_CAP, NEVER_FULL, cap_of

APP_CAP = "app_creator_cap"
MARGIN = timedelta(seconds=5)  # TikTok counts on its own clock


@dataclass(frozen=True, slots=True)
class Full:
    """TikTok would refuse the post now; `free_from` is when it should take it."""

    code: str
    why: str
    free_from: datetime


def put_off_if_full(claim: Claim) -> bool:
    """
    Tell whether the account, or its app, is full; the claimed publication is out of the worker's hands then.

    It is scheduled again for when there is room, and people are told; where that is later than its late limit it is held.

    :raises Overtaken: when the claim was lost meanwhile
    """
    publication = claim.publication
    full = find_full(publication, now=timezone.now())
    if full is None:
        return False
    if _too_late(publication, full.free_from):
        message = f"{full.why} There is room from {_say(publication, full.free_from)}, which is later than you allow."
        reason = {"reason_code": full.code, "reason_message": message, "reason_log_id": ""}
        claim.must(transitions.stop(publication, to=State.HELD, actor=claim.worker, reason=reason))
        return True
    message = f"{full.why} It goes out by itself at {_say(publication, full.free_from)}."
    _put_off(claim, full, message)
    return True


def find_full(publication: Publication, *, now: datetime) -> Full | None:
    """Return which cap is reached, None when none is; one query, for an account of an unaudited app two."""
    account, mode = publication.account, publication.post_mode
    cap = cap_of(mode)
    if cap != NEVER_FULL:
        sent = list_sent([account.pk], since=now - WINDOW, without_publication=publication.pk)
        own = sent.get((account.pk, mode), [])
        if len(own) >= cap:
            return Full(*_words(account.handle, mode, len(own), cap), free_from(own, at=now, cap=cap) + MARGIN)
    return _find_full_app(publication, now=now) if mode == PostMode.DIRECT_POST else None


def _words(handle: str, mode: str, used: int, cap: int) -> tuple[str, str]:
    if mode == PostMode.MEDIA_UPLOAD:
        return DRAFT_CAP, f"{handle} got {used} drafts in the last 24 hours, and TikTok takes {cap}."
    return DAILY_CAP, f"{used} posts went to {handle} in the last 24 hours, and TikTok takes about {cap}."


def _find_full_app(publication: Publication, *, now: datetime) -> Full | None:
    account = publication.account
    if account.app.audited:
        return None
    creators = list_creators(account.app_id, since=now - WINDOW)
    if account.pk in creators or len(creators) < CREATORS_UNAUDITED:
        return None
    leaving = sorted(creators.values())[len(creators) - CREATORS_UNAUDITED]
    why = (
        f"TikTok lets an app that has not passed its audit post for {CREATORS_UNAUDITED} accounts in 24 hours,"
        f" and those were others than {account.handle}."
    )
    return Full(APP_CAP, why, leaving + WINDOW + MARGIN)


def _too_late(publication: Publication, free: datetime) -> bool:
    limit, due_at = publication.post.late_limit_min, publication.due_at
    return limit is not None and due_at is not None and free > due_at + timedelta(minutes=limit)


def _put_off(claim: Claim, full: Full, message: str) -> None:
    publication = claim.publication
    reason = {"reason_code": full.code, "reason_message": message, "reason_log_id": ""}
    with transaction.atomic():
        moved = transitions.move(
            publication.pk,
            protocol.WAIT_FOR_ROOM,
            actor=claim.worker,
            attempt=claim.attempt,
            detail=message,
            changes={"next_try_at": full.free_from, "in_line": False, **reason, **transitions.RELEASED},
        )
        claim.must(moved)
        news = News(
            kind="publication.put_off",
            urgency=Urgency.NOW,
            key=f"put_off:{publication.pk}",
            title=f"Later than planned: a post on {publication.account.handle}",
            body=message,
            link=f"/posts/{publication.post_id}",
        )
        tell(publication.workspace_id, news)


def _say(publication: Publication, instant: datetime) -> str:
    zone = publication.post.time_zone
    return f"{instant.astimezone(ZoneInfo(zone)):%a %d %b, %H:%M} ({zone})"
