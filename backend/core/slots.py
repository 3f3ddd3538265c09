"""Work that is to be done once in a stretch of time, however many clocks ask for it (publishing §1.2: two beats)."""

from collections.abc import Collection
from datetime import timedelta

from django.db import connection
from django.db.models.functions import Now

from core.models import JobSlot

FORGET_AFTER = timedelta(days=8)


def take_slots(job: str, slots: Collection[str]) -> set[str]:
    """Return those of `slots` that nobody had taken for `job` before; they are the caller's now. One statement."""
    if not slots:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_jobslot (job, slot, taken_at) SELECT %s, slot, now() FROM unnest(%s::text[]) AS slot"
            " ON CONFLICT (job, slot) DO NOTHING RETURNING slot",
            [job, sorted(slots)],
        )
        return {str(row[0]) for row in cursor.fetchall()}


def forget_old_slots() -> int:
    """Remove slots that nobody will ask for again; return how many."""
    return JobSlot.objects.filter(taken_at__lt=Now() - FORGET_AFTER).delete()[0]
