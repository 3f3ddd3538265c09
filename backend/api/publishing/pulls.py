"""
Photos are fetched by TikTok, so the fetch is the commit point (publishing §2.6).

Each init has an address of its own. It serves only while it is the publication's current one and its session is stored; the
first byte writes `committing`, in the transaction that decides to serve. So a session we never heard of gets nothing: its
address was retired by the next init.
"""

import threading
import time
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from api.publishing import transitions
from api.publishing.hints import hint_publish
from api.publishing.models import Publication, State
from api.publishing.pauses import why_paused
from core.tempo import paced, paced_delta

ACTOR = "tiktok"
FIRST_LOOK = timedelta(seconds=5)
HOLD_S, ASK_EVERY_S = 30.0, 0.1
# A request that is held takes one of the API's four threads. So one at a time; the others are told to come again.
_holding = threading.BoundedSemaphore(1)


class Standing(StrEnum):
    """What an address that was made here is good for."""

    SERVES = "serves"
    NOT_YET = "not_yet"  # TikTok is quicker than the row with its publish_id
    GONE = "gone"  # another init has taken its place, or its session is over


def count_pull(publication_id: UUID, *, attempt: int, key_hash: str) -> bool:
    """Row 2 for photos: an init with this address is about to be sent; every earlier address ends. False when overtaken."""
    mine = Publication.objects.filter(pk=publication_id, attempt=attempt, state=State.OPENING)
    return mine.update(inits=F("inits") + 1, pull_key_hash=key_hash) == 1


def stand(key_hash: str) -> Standing:
    """Return what the address is good for now."""
    publication = Publication.objects.filter(pull_key_hash=key_hash).only("pk", "state").first()
    if publication is None:
        return Standing.GONE
    session = publication.attempts.filter(pull_key_hash=key_hash).only("closed_at").first()
    if session is None:
        return Standing.NOT_YET if publication.state == State.OPENING else Standing.GONE
    return Standing.GONE if session.closed_at else Standing.SERVES


def hold(key_hash: str) -> Standing:
    """Return what the address is good for; one that is too early is held for up to 30 s, if no other is."""
    standing = stand(key_hash)
    if standing != Standing.NOT_YET or not _holding.acquire(blocking=False):
        return standing
    try:
        until = time.monotonic() + paced(HOLD_S)
        while standing == Standing.NOT_YET and time.monotonic() < until:
            time.sleep(ASK_EVERY_S)
            standing = stand(key_hash)
    finally:
        _holding.release()
    return standing


def find_photo(key_hash: str, *, number: int) -> tuple[Publication, dict[str, object]] | None:
    """Return the photo an address stands for, numbered from 0, as it was frozen; None when there is none."""
    publication = Publication.objects.filter(pull_key_hash=key_hash).first()
    photos = (publication.payload or {}).get("photos", []) if publication else []
    if publication is None or not 0 <= number < len(photos):
        return None
    return publication, photos[number]


def begin_serving(key_hash: str) -> bool:
    """
    Row 5 for photos: TikTok gets its first byte now, so from here on only its word counts; False when it may not have it.

    Not fenced by the attempt but by the address: whoever holds the claim, this is true.
    """
    with transaction.atomic():
        publication = Publication.objects.select_for_update().filter(pull_key_hash=key_hash).first()
        session = publication.attempts.filter(pull_key_hash=key_hash, closed_at=None).first() if publication else None
        if publication is None or session is None:
            return False
        if publication.state == State.UPLOADING:
            if why_paused(publication, until_commit=True):
                return False  # the session ends unfetched, and the next claim holds the post with the reason
            if not transitions.begin_pull(session, actor=ACTOR, pause=FIRST_LOOK):
                return False
            hint_publish(publication.pk, at=timezone.now() + paced_delta(FIRST_LOOK))
            return True
        return publication.state in (State.COMMITTING, State.SUBMITTED)
