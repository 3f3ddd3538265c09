"""
Knowing that the database was set back to an earlier time, and publishing nothing until the gap has been looked through.

Each minute the newest entry of the journal is written down outside the database. A database that does not have that entry
has forgotten what came after: a post that it still holds for due may have gone out long ago (publishing §2.7). A backup that
is put into a new server has no such mark beside it, but it names the server it came from.
"""

import json
import logging
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.dateparse import parse_datetime

from api.publishing import services
from api.publishing.models import Publication, PublicationEvent, State
from core.models import Installation

logger = logging.getLogger(__name__)

REASON = (
    "The database does not have what it had at {seen}: it was restored from a backup, or set back. Its last entry is from "
    "{last}. Nothing is published until what went out in between has been looked for."
)
MOVED = (
    "The database was put into another server, and what was written down outside it is missing here. Its last entry is from "
    "{last}. Nothing is published until what may have gone out since has been looked for."
)
RELEASED_AT = "released_at"
CODE = "quarantine"  # the reason of a post that is held because of it


@dataclass(frozen=True, slots=True)
class Mark:
    """The newest entry of the journal when it was written down, and of which database; times are the database's, ISO 8601."""

    event_id: int
    event_at: str
    written_at: str
    system: str
    database: int


def quarantined() -> bool:
    """Tell whether nothing may be published for the time being; one small query."""
    return Installation.objects.filter(quarantine_since__isnull=False).exists()


def check_mark() -> bool:
    """
    Compare the database with the mark, and either write it anew or begin the quarantine; return whether there is one.

    Call it before the first claim of a process, and each minute.
    """
    if quarantined():
        return True
    if not PublicationEvent.objects.exists():
        settings.PUBLISH_MARK.unlink(missing_ok=True)  # a new, empty installation: there is nothing to send twice
        return False
    mark, released_at = read_mark(settings.PUBLISH_MARK), _released_at()
    if mark and not (released_at and mark.written_at <= released_at) and not _has(mark):
        _begin(mark)
        return True
    if mark is None and _is_moved():
        _begin(None)
        return True
    write_mark(settings.PUBLISH_MARK)
    _be_at_home()
    return False


def release(*, actor: str) -> bool:
    """End the quarantine: what is due goes out again. False when there was none."""
    with transaction.atomic():
        row = Installation.objects.select_for_update().filter(quarantine_since__isnull=False).first()
        if row is None:
            return False
        row.quarantine_checked = {**row.quarantine_checked, RELEASED_AT: _now(), "released_by": actor}
        row.quarantine_since = None
        row.save(update_fields=["quarantine_since", "quarantine_checked"])
        services.release(Publication.objects.filter(state=State.HELD, reason_code=CODE), why="quarantine ended")
    write_mark(settings.PUBLISH_MARK)
    _be_at_home()
    logger.warning("the quarantine was ended by %s", actor)
    return True


def read_mark(path: Path) -> Mark | None:
    """Return what was written down; None when nothing was, or nobody can read it (which is logged)."""
    try:
        return Mark(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        logger.warning("the mark %s cannot be read and is written anew: %s", path, type(error).__name__)
        return None


def write_mark(path: Path) -> None:
    """Write down how far the journal has come, so that a crash leaves either the old mark or the new one."""
    newest = PublicationEvent.objects.order_by("-pk").values_list("pk", "at").first()
    if newest is None:
        return
    mark = Mark(newest[0], newest[1].isoformat(), _now(), *_identity())
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(mark), file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _has(mark: Mark) -> bool:
    """Tell whether the database has the very entry of the mark; another entry with its number is not it."""
    at = PublicationEvent.objects.filter(pk=mark.event_id).values_list("at", flat=True).first()
    return at is not None and at.isoformat() == mark.event_at


def _is_moved() -> bool:
    """Tell whether the database says that it lives in another server."""
    home = Installation.objects.values_list("home", flat=True).first()
    return bool(home) and home != _home()


def _be_at_home() -> None:
    Installation.get()
    Installation.objects.exclude(home=_home()).update(home=_home())


def _home() -> str:
    system, database = _identity()
    return f"{system}/{database}"


def _begin(mark: Mark | None) -> None:
    """Begin the quarantine: because of an entry that is missing, or (None) because the database was put elsewhere."""
    last = _last_common(mark)
    said = _say(last.isoformat()) if last else "nowhere"
    reason = REASON.format(seen=_say(mark.event_at), last=said) if mark else MOVED.format(last=said)
    Installation.get()
    begun = Installation.objects.filter(quarantine_since=None).update(
        quarantine_since=Now(), quarantine_from=last, quarantine_reason=reason[:400], quarantine_checked={}
    )
    if begun:
        moved = mark is not None and (mark.system, mark.database) != _identity()
        logger.error("%s%s", reason, " It is another database than the one written down." if moved else "")


def _last_common(mark: Mark | None) -> datetime | None:
    """Return until when the database knows what happened; None when it knows nothing."""
    rows = PublicationEvent.objects.filter(pk__lt=mark.event_id) if mark else PublicationEvent.objects.all()
    return rows.order_by("-pk").values_list("at", flat=True).first()


def _released_at() -> str:
    checked: dict[str, Any] = Installation.objects.values_list("quarantine_checked", flat=True).first() or {}
    return str(checked.get(RELEASED_AT, ""))


def _identity() -> tuple[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT system_identifier::text FROM pg_control_system()), oid::bigint"
            " FROM pg_database WHERE datname = current_database()"
        )
        row: tuple[str, int] = cursor.fetchone()
    return row


def _now() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        row: tuple[datetime] = cursor.fetchone()
    return row[0].isoformat()


def _say(at: str) -> str:
    moment = parse_datetime(at)
    return f"{moment:%d %b %Y, %H:%M} UTC" if moment else at
