"""
Every change of a publication's state: one guarded UPDATE and one event, in one transaction (publishing §2.2).

All times are the database's: a worker's clock decides nothing here. A transition answers False (or None) when its guard did
not hold, which means that somebody else has moved on and the caller must stop.
"""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max, Q
from django.db.models.functions import Now

from api.publishing.line import stand_back
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State, Verdict
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.telling import tell_of
from core.live import announce
from core.tempo import paced_delta
from core.text import say_minutes

Changes = dict[str, Any]  # column values to write along, by name

LEASE = timedelta(seconds=180)
URL_LIFETIME = timedelta(hours=1)
NO_REASON: Changes = {"reason_code": "", "reason_message": "", "reason_log_id": ""}
RELEASED: Changes = {"lease_until": None, "lease_owner": ""}


class StandsBehind(Exception):
    """An earlier post of the account comes first; the publication waits behind it and was not taken."""


class SessionClosed(Exception):
    """The session was closed under a publication that still uploads to it: a broken invariant, so nothing is sent."""


def move(
    publication_id: UUID,
    *,
    source: Collection[State],
    to: State,
    actor: str,
    detail: str = "",
    attempt: int | None = None,
    changes: Changes | None = None,
) -> bool:
    """Move a publication from one of `source` to `to`, if it stands there (and `attempt` is still the last); else False."""
    with transaction.atomic():
        rows = Publication.objects.filter(pk=publication_id, state__in=source)
        if attempt is not None:
            rows = rows.filter(attempt=attempt)
        before = rows.select_for_update().values_list("state", flat=True).first()
        if before is None:
            return False
        Publication.objects.filter(pk=publication_id).update(state=to, updated_at=Now(), **(changes or {}))
        add_event(publication_id, from_state=before, to_state=to, actor=actor, detail=detail)
    return True


def add_event(publication_id: UUID, *, from_state: str, to_state: str, actor: str, detail: str = "") -> None:
    """
    Append to the journal, tell open browsers, and note what a person must hear of; all with the caller's UPDATE or not at all.

    The publication's row is locked by that UPDATE, so numbers have no gaps.
    """
    publication = Publication.objects.select_related("account").get(pk=publication_id)
    last = PublicationEvent.objects.filter(publication_id=publication_id).aggregate(last=Max("seq"))["last"] or 0
    PublicationEvent.objects.create(
        publication_id=publication_id,
        seq=last + 1,
        at=Now(),
        actor=actor,
        attempt=publication.attempt,
        from_state=from_state,
        to_state=to_state,
        detail=detail[:400],
    )
    announce(publication.workspace_id, "publication", publication.pk, post_id=str(publication.post_id), state=to_state)
    tell_of(publication, from_state=from_state)


def claim(publication_id: UUID, *, owner: str) -> Publication | None:
    """
    Row 1: take a due publication for this worker, or one whose worker is gone; None when it is not to be had.

    A scheduled one becomes `opening`; one under way keeps its state and is gone on with. One that is later than the late
    policy becomes `missed` and is not taken.

    :raises StandsBehind: when an earlier post of the account comes first
    """
    with transaction.atomic():
        publication = _lock_claimable(publication_id)
        if publication is None:
            return None
        if publication.state == State.SCHEDULED and _is_missed(publication):
            _miss(publication, actor=owner)
            return None
        behind = stand_back(publication)
        if not behind:
            _take(publication, owner=owner)
    if behind:
        raise StandsBehind
    return publication


def _miss(publication: Publication, *, actor: str) -> None:
    limit = say_minutes(publication.post.late_limit_min or 0)
    sentence = f"The time had passed by more than {limit} before it could be sent. Send it now, or choose a new time."
    reason = {"reason_code": "missed", "reason_message": sentence}
    changes = {"next_try_at": None, **reason}
    move(publication.pk, source=[State.SCHEDULED], to=State.MISSED, actor=actor, detail=sentence, changes=changes)


def _take(publication: Publication, *, owner: str) -> None:
    before = State(publication.state)
    publication.state = State.OPENING if before == State.SCHEDULED else before
    publication.attempt += 1
    Publication.objects.filter(pk=publication.pk).update(
        state=publication.state,
        attempt=publication.attempt,
        lease_until=Now() + paced_delta(LEASE),
        lease_owner=owner,
        in_line=False,
        updated_at=Now(),
    )
    if before == State.SCHEDULED:
        add_event(publication.pk, from_state=before, to_state=publication.state, actor=owner, detail="due")


def _lock_claimable(publication_id: UUID) -> Publication | None:
    free = Q(lease_until=None) | Q(lease_until__lt=Now())
    rows = Publication.objects.filter(
        free, pk=publication_id, state__in=CLAIMABLE, due_at__lte=Now(), next_try_at__lte=Now()
    )
    return rows.select_for_update(skip_locked=True, of=("self",)).select_related("post", "account").first()


def _is_missed(publication: Publication) -> bool:
    limit = publication.post.late_limit_min
    if limit is None:  # the person wants it out, however late
        return False
    return Publication.objects.filter(pk=publication.pk, due_at__lt=Now() - timedelta(minutes=limit)).exists()


def renew_lease(publication_id: UUID, *, attempt: int) -> bool:
    """Hold the claim for another three minutes; False when it is lost."""
    mine = Publication.objects.filter(pk=publication_id, attempt=attempt, state__in=CLAIMABLE)
    return mine.update(lease_until=Now() + paced_delta(LEASE)) == 1


def count_init(publication_id: UUID, *, attempt: int, by: int = 1) -> bool:
    """Row 2: note that an init is about to be sent, or take the note back (-1); False when the claim is lost."""
    mine = Publication.objects.filter(pk=publication_id, attempt=attempt, state=State.OPENING)
    return mine.update(inits=F("inits") + by) == 1


def open_session(
    publication: Publication, *, actor: str, payload: dict[str, Any], session: dict[str, Any]
) -> PublishHistory | None:
    """Row 3: keep the session TikTok opened and go to `uploading`; None when overtaken (the session stays an orphan)."""
    with transaction.atomic():
        detail = f"TikTok opened {session['publish_id']}"
        moved = move(
            publication.pk,
            source=[State.OPENING],
            to=State.UPLOADING,
            actor=actor,
            attempt=publication.attempt,
            detail=detail,
            changes={"payload": payload, "tries": 0},
        )
        if not moved:
            return None
        times = {"opened_at": Now(), "url_expires_at": Now() + URL_LIFETIME}
        made = PublishHistory.objects.create(publication=publication, attempt=publication.attempt, **times, **session)
    return PublishHistory.objects.get(pk=made.pk)


def ack_chunk(session: PublishHistory, *, attempt: int, acked: int) -> bool:
    """Row 4: TikTok holds the first `acked` bytes; False when the claim is lost."""
    mine = PublishHistory.objects.filter(
        pk=session.pk, closed_at=None, publication__attempt=attempt, publication__state=State.UPLOADING
    )
    return PublishHistory.objects.filter(pk__in=mine.values("pk")).update(acked_bytes=acked) == 1


def begin_commit(session: PublishHistory, *, attempt: int, actor: str) -> bool:
    """Row 5: from here on the last chunk may be sent, once, to this session only; False when overtaken."""
    with transaction.atomic():
        moved = move(
            session.publication_id,
            source=[State.UPLOADING],
            to=State.COMMITTING,
            actor=actor,
            attempt=attempt,
            detail="sending the last bytes",
        )
        if moved and PublishHistory.objects.filter(pk=session.pk, closed_at=None).update(committed_at=Now()) != 1:
            raise SessionClosed(session.publish_id)  # rolls the move back: a closed session must never be committed
    return moved


def submit(
    session: PublishHistory, *, actor: str, pause: timedelta, detail: str = "TikTok has the whole video"
) -> bool:
    """Row 7: TikTok has every byte; look again after `pause`."""
    PublishHistory.objects.filter(pk=session.pk).update(acked_bytes=F("size_bytes"))
    later = {"next_try_at": Now() + paced_delta(pause), "tries": 0}
    return move(
        session.publication_id,
        source=[State.COMMITTING],
        to=State.SUBMITTED,
        actor=actor,
        detail=detail,
        changes={**later, **RELEASED},
    )


def publish(session: PublishHistory, *, actor: str, post_id: str, detail: str = "TikTok published it") -> bool:
    """Row 8: TikTok says it is out. No fence: that is true whoever hears it."""
    source = [State.COMMITTING, State.SUBMITTED, State.NEEDS_YOU]
    with transaction.atomic():
        found: Changes = {"tiktok_post_id": post_id} if post_id else {}
        ask_for_id = None if post_id else Now()
        changes = {"published_at": Now(), "next_try_at": ask_for_id, "tries": 0, **found, **NO_REASON, **RELEASED}
        moved = move(
            session.publication_id,
            source=source,
            to=State.PUBLISHED,
            actor=actor,
            detail=detail,
            changes=changes,
        )
        if moved:
            close(session, verdict=Verdict.PUBLISHED, **found)
    return moved


def close(session: PublishHistory, *, verdict: Verdict, **changes: Any) -> None:
    """End a session; its upload address is forgotten with it."""
    closing = {"closed_at": Now(), "verdict": verdict, "upload_url_sealed": "", **changes}
    PublishHistory.objects.filter(pk=session.pk, closed_at=None).update(**closing)


def reopen(
    session: PublishHistory,
    *,
    verdict: Verdict,
    source: State,
    attempt: int,
    actor: str,
    error: str,
    log_id: str,
    pause: timedelta,
) -> bool:
    """Rows 4 and 9: this session can become nothing any more; go back to `opening` for a new one after `pause`."""
    with transaction.atomic():
        changes = {"next_try_at": Now() + paced_delta(pause), "tries": F("tries") + 1, **RELEASED}
        moved = move(
            session.publication_id,
            source=[source],
            to=State.OPENING,
            actor=actor,
            attempt=attempt,
            detail=error,
            changes=changes,
        )
        if moved:
            close(session, verdict=verdict, error_code=error, log_id=log_id)
    return moved


def pause(publication: Publication, *, seconds: float, counts: bool, in_line: bool) -> bool:
    """
    Let go of the publication in the state it has, to be gone on with after `seconds`; False when the claim is lost.

    :param counts: as a try, after which the next pause is longer
    :param in_line: it waits for TikTok's permission, and later posts of the account wait behind it
    """
    mine = Publication.objects.filter(pk=publication.pk, attempt=publication.attempt, state__in=CLAIMABLE)
    again = Now() + timedelta(seconds=seconds)  # the caller has paced it: part of it may be told by TikTok
    changes: Changes = {"tries": F("tries") + int(counts), "in_line": in_line, **RELEASED}
    return mine.update(next_try_at=again, updated_at=Now(), **changes) == 1


def say(publication: Publication, *, code: str, message: str) -> bool:
    """Show a person what is strange about a publication that goes on all the same; the next state forgets it."""
    mine = Publication.objects.filter(pk=publication.pk, attempt=publication.attempt, state=publication.state)
    return mine.update(reason_code=code[:80], reason_message=message[:400], updated_at=Now()) == 1


def stop(publication: Publication, *, to: State, actor: str, reason: dict[str, str], verdict: Verdict | None) -> bool:
    """Take a publication out of the way of workers, with the reason; its open session ends with `verdict`, if any."""
    with transaction.atomic():
        moved = move(
            publication.pk,
            source=[State(publication.state)],
            to=to,
            actor=actor,
            attempt=publication.attempt,
            detail=reason["reason_message"],
            changes={"next_try_at": None, **reason, **RELEASED},
        )
        session = publication.attempts.filter(closed_at=None).first() if moved and verdict else None
        if session and verdict:
            close(session, verdict=verdict, error_code=reason["reason_code"], log_id=reason["reason_log_id"])
    return moved
