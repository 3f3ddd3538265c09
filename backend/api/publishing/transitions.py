"""
Every change of a publication's state: a row of `protocol.py` as one guarded UPDATE and one event, in one transaction.

All times are the database's: a worker's clock decides nothing here. A transition answers False (or None) when its guard did
not hold, which means that somebody else has moved on and the caller must stop.
"""

from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from api.publishing import protocol
from api.publishing.line import stand_back
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.protocol import Row, Session
from api.publishing.retries import RETRIES, Why
from api.publishing.telling import is_news, tell_of
from core.live import CHANNEL
from core.tempo import paced, paced_delta
from core.text import say_minutes

Changes = dict[str, Any]  # column values to write along, by name

LEASE = timedelta(seconds=180)
URL_LIFETIME = timedelta(hours=1)
NO_REASON: Changes = {"reason_code": "", "reason_message": "", "reason_log_id": ""}
RELEASED: Changes = {"lease_until": None, "lease_owner": ""}


# One statement, since every post comes by here four times: the entry with its number, and the live event (core/live.py).
JOURNAL = """
    WITH entry AS (
        INSERT INTO publishing_publicationevent (publication_id, seq, at, actor, attempt, from_state, to_state, detail)
        SELECT p.id, 1 + COALESCE((SELECT max(seq) FROM publishing_publicationevent WHERE publication_id = p.id), 0),
               statement_timestamp(), %s, p.attempt, %s, %s, %s
        FROM publishing_publication p WHERE p.id = ANY(%s)
        RETURNING publication_id, to_state
    )
    SELECT pg_notify(%s, json_build_object('workspace', p.workspace_id, 'kind', 'publication', 'id', p.id,
                                           'post_id', p.post_id, 'state', entry.to_state)::text)
    FROM entry JOIN publishing_publication p ON p.id = entry.publication_id
"""


class StandsBehind(Exception):
    """An earlier post of the account comes first; the publication waits behind it and was not taken."""


class SessionClosed(Exception):
    """The session was closed under a publication that still uploads to it: a broken invariant, so nothing is sent."""


def move(
    publication_id: UUID,
    row: Row,
    *,
    actor: str,
    detail: str = "",
    attempt: int | None = None,
    session: PublishHistory | None = None,
    error: str = "",
    log_id: str = "",
    changes: Changes | None = None,
) -> bool:
    """
    Follow one row of the protocol; False when its guard does not hold, and then nothing has changed.

    :param attempt: the number the caller claimed under; a fenced row holds for the last one only
    :param session: the one it is about, which must still be open; without it, a verdict closes the open one, if any
    :param error: why the session ended, with TikTok's `log_id`
    """
    if row.fenced and attempt is None:
        raise ValueError(f"{row.name} is for who holds the claim")
    with transaction.atomic(savepoint=False):  # within a caller's transaction there is nothing to go back to
        rows = Publication.objects.filter(pk=publication_id, state__in=row.source)
        if row.fenced:
            rows = rows.filter(attempt=attempt or 0)
        before = str(row.source[0])
        if session or (row.to and len(row.source) > 1):  # otherwise the UPDATE's own guard says it all
            found = rows.select_for_update().order_by().values_list("state", flat=True).first()
            if found is None or (session and _is_closed(session)):
                return False
            before = found
        new_state: Changes = {"state": row.to} if row.to else {}
        if not rows.update(**new_state, updated_at=Now(), **(changes or {})):
            return False
        if isinstance(row.session, Verdict):
            _close_open([publication_id], row.session, error=error or row.name, log_id=log_id)
        if row.to:
            add_event(publication_id, from_state=before, to_state=row.to, actor=actor, detail=detail or row.name)
    return True


def move_many(
    publications: "QuerySet[Publication]", row: Row, *, actor: str, detail: str, changes: Changes
) -> list[UUID]:
    """
    Follow one row of the protocol for all of them for which its guard holds; return which.

    However many there are, it takes as many statements as for one of each state they come from. A row that claims needs the
    attempt's new number among the `changes`.

    :raises ValueError: for a row of who holds a claim, or that opens or commits a session
    """
    if row.fenced or isinstance(row.session, Session) or row.to is None or row.claims != ("attempt" in changes):
        raise ValueError(f"{row.name} is followed one by one")
    with transaction.atomic(savepoint=False):
        rows = publications.filter(state__in=row.source).order_by("pk").select_for_update(of=("self",))
        found: dict[str, list[UUID]] = defaultdict(list)
        for pk, state in rows.values_list("pk", "state"):
            found[state].append(pk)
        ids = [pk for some in found.values() for pk in some]
        if ids:
            Publication.objects.filter(pk__in=ids).update(state=row.to, updated_at=Now(), **changes)
        if ids and isinstance(row.session, Verdict):
            _close_open(ids, row.session, error=detail.replace(" ", "_"), log_id="")
        for state in sorted(found):
            _add_events(found[state], from_state=state, to_state=row.to, actor=actor, detail=detail)
    return ids


def _is_closed(session: PublishHistory) -> bool:
    return not PublishHistory.objects.filter(pk=session.pk, closed_at=None).exists()


def _close_open(ids: list[UUID], verdict: Verdict, *, error: str, log_id: str) -> None:
    """End the open sessions of these publications, where they have one; the upload address is forgotten with it."""
    code = "" if verdict == Verdict.PUBLISHED else error[:80]
    closing: Changes = {"closed_at": Now(), "verdict": verdict, "upload_url_sealed": "", "error_code": code}
    PublishHistory.objects.filter(publication_id__in=ids, closed_at=None).update(**closing, log_id=log_id[:80])


def add_event(publication_id: UUID, *, from_state: str, to_state: str, actor: str, detail: str = "") -> None:
    """
    Append to the journal, tell open browsers, and note what a person must hear of; all with the caller's UPDATE or not at all.

    The publication's row is locked by that UPDATE, so numbers have no gaps.
    """
    _add_events([publication_id], from_state=from_state, to_state=to_state, actor=actor, detail=detail)


def _add_events(ids: list[UUID], *, from_state: str, to_state: str, actor: str, detail: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(JOURNAL, [actor, from_state, to_state, detail[:400], ids, CHANNEL])
    if is_news(from_state, to_state):
        tell_of(Publication.objects.select_related("account").filter(pk__in=ids), from_state=from_state)


def claim(publication_id: UUID, *, owner: str) -> Publication | None:
    """
    Row 1: take a due publication for this worker, or one whose worker is gone; None when it is not to be had.

    A scheduled one becomes `opening`; one under way keeps its state and is gone on with. One that has no session and is
    later than its post's limit becomes `missed` and is not taken.

    :raises StandsBehind: when an earlier post of the account comes first
    """
    with transaction.atomic():
        waiting = _lock_claimable(publication_id)
        if waiting is None:
            return None
        if waiting.state in protocol.MISS.source and _is_missed(waiting):
            _miss(waiting, actor=owner)
            return None
        behind = stand_back(waiting)
        if not behind and not _take(waiting, owner=owner):
            return None
        # Read before the lock goes: a worker frozen right after the commit would read the number of who claims it next.
        claimed = None if behind else Publication.objects.select_related("post", "account__app").get(pk=publication_id)
    if behind:
        raise StandsBehind
    return claimed


def _miss(publication: Publication, *, actor: str) -> None:
    limit = say_minutes(publication.post.late_limit_min or 0)
    sentence = f"The time had passed by more than {limit} before it could be sent. Send it now, or choose a new time."
    reason = {"reason_code": "missed", "reason_message": sentence}
    changes = {"next_try_at": None, **reason, **RELEASED}
    move(publication.pk, protocol.MISS, actor=actor, detail=sentence, changes=changes)


def _take(publication: Publication, *, owner: str) -> bool:
    row = protocol.CLAIM if publication.state == State.SCHEDULED else protocol.TAKE_OVER
    changes: Changes = {
        "lease_until": Now() + paced_delta(LEASE),
        "lease_owner": owner,
        "in_line": False,
        "behind": False,
    }
    return move(publication.pk, row, actor=owner, detail="due", changes={"attempt": F("attempt") + 1, **changes})


def _lock_claimable(publication_id: UUID) -> Publication | None:
    free = Q(lease_until=None) | Q(lease_until__lt=Now())
    rows = Publication.objects.filter(
        free, pk=publication_id, state__in=CLAIMABLE, due_at__lte=Now(), next_try_at__lte=Now()
    )
    # Most who come in a backlog stand back again, so no more is read than that takes.
    needed = rows.only("state", "attempt", "due_at", "account_id", "post__late_limit_min").select_related("post")
    return needed.select_for_update(skip_locked=True, of=("self",)).order_by().first()


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
    mine = Publication.objects.filter(pk=publication_id, attempt=attempt, state__in=protocol.COUNT_INIT.source)
    return mine.update(inits=F("inits") + by) == 1


def open_session(
    publication: Publication, *, actor: str, payload: dict[str, Any], session: dict[str, Any]
) -> PublishHistory | None:
    """Row 3: keep the session TikTok opened and go to `uploading`; None when overtaken (the session stays an orphan)."""
    with transaction.atomic(savepoint=False):
        detail = f"TikTok opened {session['publish_id']}"
        changes = {"payload": payload, "tries": 0}
        attempt = publication.attempt
        if not move(publication.pk, protocol.OPEN, actor=actor, attempt=attempt, detail=detail, changes=changes):
            return None
        times = {"opened_at": Now(), "url_expires_at": Now() + URL_LIFETIME}
        made = PublishHistory.objects.create(publication=publication, attempt=attempt, **times, **session)
    return PublishHistory.objects.get(pk=made.pk)


def ack_chunk(session: PublishHistory, *, attempt: int, acked: int) -> bool:
    """Row 4: TikTok holds the first `acked` bytes; False when the claim is lost."""
    mine = PublishHistory.objects.filter(
        pk=session.pk,
        closed_at=None,
        publication__attempt=attempt,
        publication__state__in=protocol.ACK.source,
    )
    return PublishHistory.objects.filter(pk__in=mine.values("pk")).update(acked_bytes=acked) == 1


def begin_commit(session: PublishHistory, *, attempt: int, actor: str) -> bool:
    """Row 5: from here on the last chunk may be sent, once, to this session only; False when overtaken."""
    return _commit(session, protocol.COMMIT, attempt=attempt, actor=actor, detail="sending the last bytes")


def begin_pull(session: PublishHistory, *, actor: str, pause: timedelta) -> bool:
    """Row 5, photos: TikTok fetches the first byte; look after `pause`. False when this session no longer may be fetched."""
    changes: Changes = {"next_try_at": Now() + paced_delta(pause), "tries": 0}
    detail = "TikTok fetches the photos"
    return _commit(session, protocol.PULLED, attempt=None, actor=actor, detail=detail, changes=changes)


def _commit(
    session: PublishHistory, row: Row, *, attempt: int | None, actor: str, detail: str, changes: Changes | None = None
) -> bool:
    with transaction.atomic(savepoint=False):
        moved = move(session.publication_id, row, actor=actor, attempt=attempt, detail=detail, changes=changes)
        if moved and PublishHistory.objects.filter(pk=session.pk, closed_at=None).update(committed_at=Now()) != 1:
            raise SessionClosed(session.publish_id)  # rolls the move back: a closed session must never be committed
    return moved


def submit(
    session: PublishHistory, *, actor: str, pause: timedelta, detail: str = "TikTok has the whole video"
) -> bool:
    """Row 7: TikTok has every byte; look again after `pause`."""
    PublishHistory.objects.filter(pk=session.pk).update(acked_bytes=F("size_bytes"))
    changes = {"next_try_at": Now() + paced_delta(pause), "tries": 0, **RELEASED}
    return move(session.publication_id, protocol.SUBMIT, actor=actor, session=session, detail=detail, changes=changes)


def publish(session: PublishHistory, *, actor: str, post_id: str = "", detail: str = "TikTok published it") -> bool:
    """
    Row 8: TikTok says it is out. No fence: that is true whoever hears it.

    Also of a session a person had given up: what was to be sent again in its place, and is not at TikTok yet, is not sent.
    """
    found: Changes = {"tiktok_post_id": post_id} if post_id else {}
    changes = {"published_at": Now(), "next_try_at": None if post_id else Now(), "tries": 0, **found}
    with transaction.atomic(savepoint=False):
        locked = Publication.objects.select_for_update().filter(pk=session.publication_id)
        locked.values_list("pk").get()  # nobody settles it from here on
        settled = PublishHistory.objects.filter(pk=session.pk, verdict=Verdict.HUMAN).exists()
        row = protocol.PROVEN if settled else protocol.PUBLISH
        moved = move(
            session.publication_id,
            row,
            actor=actor,
            session=None if settled else session,
            detail=detail,
            changes={**changes, **NO_REASON, **RELEASED},
        )
        if moved:
            PublishHistory.objects.filter(pk=session.pk).update(verdict=Verdict.PUBLISHED, **found)
    return moved


def reopen(
    session: PublishHistory, row: Row, *, attempt: int, actor: str, error: str, log_id: str, pause: timedelta
) -> bool:
    """Rows 4 and 9: this session can become nothing any more; go back to `opening` for a new one after `pause`."""
    changes = {"next_try_at": Now() + paced_delta(pause), "tries": F("tries") + 1, **RELEASED}
    words: dict[str, Any] = {"actor": actor, "detail": error, "error": error, "log_id": log_id}
    return move(session.publication_id, row, attempt=attempt, session=session, changes=changes, **words)


def fail_late(session: PublishHistory, *, to: State, actor: str, reason: dict[str, str]) -> bool:
    """
    §2.4: TikTok's FAILED came after nobody could tell. `scheduled` sends it anew; the next claim asks whether it is too late.

    :param to: `scheduled`, `failed` or `held`
    """
    row = {row.to: row for row in (protocol.LATE_REOPEN, protocol.LATE_FAIL, protocol.LATE_HELD)}[to]
    again: Changes = {"next_try_at": Now(), **NO_REASON} if to == State.SCHEDULED else {"next_try_at": None, **reason}
    detail = f"TikTok says at last that it failed: {reason['reason_message'] or reason['reason_code']}"
    return move(
        session.publication_id,
        row,
        actor=actor,
        session=session,
        detail=detail,
        error=reason["reason_code"],
        changes={**again, "tries": 0},
    )


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


def stop(publication: Publication, *, to: State, actor: str, reason: dict[str, str]) -> bool:
    """
    Take a publication out of the way of workers, with the reason; what that does to its session, the row says.

    What nobody can tell is looked up again, for three days (publishing §2.4).
    """
    row = protocol.STOPS[State(publication.state), to]
    first_look = Now() + timedelta(seconds=paced(RETRIES[Why.UNKNOWN].pause_s(0)))
    later: Changes = {"next_try_at": first_look, "tries": 0} if to == State.NEEDS_YOU else {"next_try_at": None}
    code, message, log_id = (reason[name] for name in ("reason_code", "reason_message", "reason_log_id"))
    return move(
        publication.pk,
        row,
        attempt=publication.attempt,
        actor=actor,
        detail=message,
        error=code,
        log_id=log_id,
        changes={**later, **reason, **RELEASED},
    )
