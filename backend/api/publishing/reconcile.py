"""
Looking through the gap after a restore: what went out in it is found at TikTok, what may have gone out is a person's to say.

Nothing is sent here, and nothing that may be out is left to be sent by itself (publishing §2.7).
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from api.accounts.models import Account
from api.accounts.token_services import ReconnectRequired, TokenUnavailable
from api.publishing import protocol, transitions
from api.publishing.matching import EARLIER, Wanted, match
from api.publishing.models import Publication, PublishHistory, State
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.quarantine import CODE
from api.publishing.video_lists import CannotAsk, list_videos_since
from core.models import Installation
from core.tempo import paced_delta
from core.vault import VaultError
from tiktok.errors import TikTokError
from tiktok.wire import VideoItem

logger = logging.getLogger(__name__)

TAKEN_FOR = timedelta(minutes=15)  # who has been at it for longer is gone
MARGIN = timedelta(minutes=5)  # the last entries before a crash may have been lost as well
ACTOR = "reconcile"
UNSURE = (
    "This post was due while the database was being lost, so it may be out already. Look at the account in TikTok, then say "
    "here what you found."
)
OUT = (*CLAIMABLE, State.HELD, State.MISSED, State.NEEDS_YOU)


@dataclass(slots=True)
class Found:
    """What looking through the gap has come to."""

    accounts: int = 0
    not_asked: list[str] = field(default_factory=list)  # handles TikTok would not tell us about
    published: int = 0
    asked_people: int = 0
    unknown_videos: int = 0  # posts of that time that this database knows nothing of
    finished_at: str = ""


def reconcile() -> Found | None:
    """Look through the gap once; None when there is no quarantine, or somebody else is at it, or it is done."""
    row = _take()
    if row is None:
        return None
    found = _look_through(since=row.quarantine_from or datetime.fromtimestamp(0, UTC), until=row.quarantine_since)
    found.finished_at = timezone.now().isoformat()
    _note(asdict(found))
    logger.warning("looked through the gap: %s", found)
    return found


def _take() -> Installation | None:
    """Take the work, unless it is done or was taken a moment ago; no lock is held while TikTok is asked."""
    with transaction.atomic():
        row = Installation.objects.select_for_update().filter(quarantine_since__isnull=False).first()
        if row is None or row.quarantine_checked.get("finished_at"):
            return None
        started = parse_datetime(row.quarantine_checked.get("started_at", ""))
        if started and timezone.now() - started < paced_delta(TAKEN_FOR):
            return None
        _note({"started_at": timezone.now().isoformat()})
    return row


def _note(facts: dict[str, Any]) -> None:
    with transaction.atomic():
        row = Installation.objects.select_for_update().get()
        row.quarantine_checked = {**row.quarantine_checked, **facts}
        row.save(update_fields=["quarantine_checked"])


def _look_through(*, since: datetime, until: datetime | None) -> Found:
    found, until = Found(), until or timezone.now()
    since -= MARGIN
    open_rows = Publication.objects.filter(state__in=OUT).select_related("account", "post").order_by("due_at", "pk")
    by_account: dict[object, list[Publication]] = defaultdict(list)
    for row in open_rows.prefetch_related("post__media"):
        by_account[row.account_id].append(row)
    for account in Account.objects.select_related("app", "workspace").order_by("pk"):
        _settle_account(account, by_account[account.pk], since, until, found)
    return found


def _settle_account(account: Account, rows: list[Publication], since: datetime, until: datetime, found: Found) -> None:
    found.accounts += 1
    try:
        videos = list_videos_since(account, since - EARLIER)
    except (TikTokError, CannotAsk, ReconnectRequired, TokenUnavailable, VaultError) as error:
        logger.warning("%s cannot be asked what it posted: %s", account.handle, type(error).__name__)
        found.not_asked.append(account.handle)
        videos = []
    pairs = pair_up(rows, videos, since=since, bound=_bound(account, videos))
    for row in rows:
        if video := pairs.get(row):
            found.published += _bind(row, video)
        elif _may_be_out(row, until):
            found.asked_people += _ask_person(row)
    known = _bound(account, videos)
    found.unknown_videos += sum(video.id not in known for video in videos)


def pair_up(
    rows: Sequence[Publication], videos: Sequence[VideoItem], *, since: datetime, bound: Iterable[str]
) -> dict[Publication, VideoItem]:
    """Return the publications that are one post of TikTok's each, and the only one it can be."""
    taken = set(bound)
    fits = {row: match(_wanted(row, since), videos, bound=taken) for row in rows}
    claimed = Counter(video.id for found in fits.values() for video in found)
    return {row: found[0] for row, found in fits.items() if len(found) == 1 and claimed[found[0].id] == 1}


def _wanted(row: Publication, since: datetime) -> Wanted:
    frozen = (row.payload or {}).get("post_info", {})
    durations = [asset.duration_ms for asset in row.post.media.all() if asset.duration_ms]
    duration_s = durations[0] / 1000 if len(durations) == 1 else None
    caption = str(frozen.get("description", frozen.get("title", row.caption)))
    return Wanted(caption, duration_s, since - EARLIER, timezone.now() + EARLIER, row.privacy_level)


def _bound(account: Account, videos: Sequence[VideoItem]) -> set[str]:
    ids = [video.id for video in videos]
    return set(
        Publication.objects.filter(account=account, tiktok_post_id__in=ids).values_list("tiktok_post_id", flat=True)
    )


def _may_be_out(row: Publication, until: datetime) -> bool:
    """Tell whether the lost time may have sent it: it was due then, or a worker already had it."""
    waits = row.state == State.SCHEDULED or (row.state == State.HELD and row.reason_code == CODE)
    if row.state not in CLAIMABLE and not waits:
        return False
    return not waits or (row.due_at is not None and row.due_at <= until)


def _bind(row: Publication, video: VideoItem) -> bool:
    changes: transitions.Changes = {
        "attempt": F("attempt") + 1,  # whoever still holds it is fenced
        "tiktok_post_id": video.id,
        "published_at": datetime.fromtimestamp(video.create_time, UTC),
        "next_try_at": None,
        "tries": 0,
        **transitions.NO_REASON,
        **transitions.RELEASED,
    }
    session = row.attempts.filter(closed_at=None).first()
    detail = f"found at TikTok after a restore: {video.id} (reconciled)"
    with transaction.atomic():
        moved = transitions.move(row.pk, protocol.RECONCILE, actor=ACTOR, detail=detail, changes=changes)
        if moved and session:
            PublishHistory.objects.filter(pk=session.pk).update(tiktok_post_id=video.id)
    return moved


def _ask_person(row: Publication) -> bool:
    reason = {"reason_code": "restored_gap", "reason_message": UNSURE}
    changes = {"attempt": F("attempt") + 1, "next_try_at": None, **reason, **transitions.RELEASED}
    return transitions.move(row.pk, protocol.DOUBT, actor=ACTOR, detail=UNSURE, changes=changes)
