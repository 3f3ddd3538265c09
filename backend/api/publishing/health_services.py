"""Whether publishing is at work, as its signs of life tell, and whether it may be at all."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from api.publishing.sweeper import PULSE
from core.models import Installation
from core.pulses import age_of
from core.tempo import paced_delta

CLOCK = "clock"
SILENT_AFTER = {PULSE: timedelta(seconds=60), CLOCK: timedelta(seconds=180)}
WORDS = {
    PULSE: ("sweep", "no publish worker is running, so nothing goes out until one does."),
    CLOCK: ("tick of the clock", "posts still go out, up to ten seconds late."),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of work: whether it is done as often as it should be, how long ago it last was, and what is wrong."""

    alive: bool
    seconds_ago: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Quarantine:
    """Since when nothing is published, where the gap begins, why, and what looking through it has found."""

    since: datetime
    gap_from: datetime | None
    reason: str
    checked: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PublishingHealth:
    """`sweeper` is what sends posts; `clock` only makes it punctual."""

    sweeper: Sign
    clock: Sign
    quarantine: Quarantine | None


def look() -> PublishingHealth:
    """Return how publishing does; three queries."""
    row = Installation.objects.filter(quarantine_since__isnull=False).first()
    quarantine = None
    if row is not None and row.quarantine_since is not None:
        quarantine = Quarantine(
            row.quarantine_since, row.quarantine_from, row.quarantine_reason, row.quarantine_checked
        )
    return PublishingHealth(sign_of(PULSE), sign_of(CLOCK), quarantine)


def sign_of(kind: str) -> Sign:
    """Say how long ago this work was last done, and what it means if that is too long."""
    age, (name, meaning) = age_of(kind), WORDS[kind]
    if age is None:
        return Sign(alive=False, seconds_ago=None, sentence=f"There has been no {name} yet: {meaning}")
    alive = age <= paced_delta(SILENT_AFTER[kind])
    sentence = "" if alive else f"The last {name} was {say_length(age)} ago: {meaning}"
    return Sign(alive=alive, seconds_ago=round(age.total_seconds(), 1), sentence=sentence)


def say_length(length: timedelta) -> str:
    """Return a length of time in the largest unit that fits: `40 seconds`, `4 minutes`, `3 hours`, `2 days`."""
    seconds = length.total_seconds()
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "a moment"
