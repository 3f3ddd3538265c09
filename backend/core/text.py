"""Text from outside that is going to be stored or searched for."""

from typing import Annotated

from pydantic import AfterValidator

HOURS_A_DAY = 24


def _must_be_storable(text: str) -> str:
    # Half of a surrogate pair is no character; only a string with a length limit is looked through for one before.
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("This holds a character that cannot be stored.")
    return text


# PostgreSQL has no place for NUL, and would say so with an error of its own.
Text = Annotated[str, AfterValidator(_must_be_storable)]


def count_of(count: int, noun: str) -> str:
    """Return a count with its noun: `1 account`, `3 accounts`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def say_minutes(minutes: int) -> str:
    """Return a length of time in words: `45 minutes`, `1 hour`, `6 hours`, `1 h 30 min`, `3 days`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    if rest:
        return f"{hours} h {rest} min"
    days, rest = divmod(hours, HOURS_A_DAY)
    count, unit = (days, "day") if days > 1 and not rest else (hours, "hour")
    return f"{count} {unit}{'' if count == 1 else 's'}"
