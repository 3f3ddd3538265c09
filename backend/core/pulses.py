"""Signs of life: the last time a kind of work was really done, as the database's clock has it (publishing §1.2)."""

from datetime import timedelta
from typing import Any

from django.db.models import F, Max
from django.db.models.functions import Now

from core.models import Pulse

FORGET_AFTER = timedelta(days=1)  # processes come and go; each has its own name


def note_pulse(name: str, *, kind: str, **detail: Any) -> None:
    """Write down that `name` has just done its `kind` of work; one statement."""
    row = Pulse(name=name, kind=kind, at=Now(), detail=detail)
    Pulse.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["name"], update_fields=["kind", "at", "detail"]
    )


def age_of(kind: str) -> timedelta | None:
    """Return how long ago any process did this kind of work, None when none ever did."""
    found: timedelta | None = Pulse.objects.filter(kind=kind).aggregate(age=Now() - Max(F("at")))["age"]
    return found


def forget_old() -> None:
    """Forget processes that have been gone for a day."""
    Pulse.objects.filter(at__lt=Now() - FORGET_AFTER).delete()
