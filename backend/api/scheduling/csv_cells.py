"""What single cells mean: yes and no, who can see a post, days and times as people and spreadsheets write them. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from api.scheduling.timing import MAX_YEAR, MIN_YEAR
from tiktok.wire import PrivacyLevel

DateOrder = Literal["dmy", "mdy"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What stands in a row's way: in which column (none where it is about the row), a code, and a sentence for a person."""

    column: str
    code: str
    message: str


class Unreadable(Exception):
    """A cell that means nothing; says why, and where it is known, in which column."""

    def __init__(self, code: str, message: str, *, column: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.column = code, message, column


YES = frozenset({"yes", "y", "true", "1", "on", "x", "ja", "wahr", "oui", "vrai", "si", "sí"})
NO = frozenset({"", "no", "n", "false", "0", "off", "-", "nein", "falsch", "non", "faux"})
PRIVACY: dict[str, PrivacyLevel] = {
    **{level.lower(): level for level in PrivacyLevel},
    **dict.fromkeys(("public", "everyone", "public to everyone"), PrivacyLevel.PUBLIC_TO_EVERYONE),
    **dict.fromkeys(
        ("friends", "mutual friends", "mutual follow friends", "friends who follow each other"),
        PrivacyLevel.MUTUAL_FOLLOW_FRIENDS,
    ),
    **dict.fromkeys(("followers", "follower of creator"), PrivacyLevel.FOLLOWER_OF_CREATOR),
    **dict.fromkeys(("only me", "me", "private", "self only", "self"), PrivacyLevel.SELF_ONLY),
}
CENTURY = 2000
DAYS_ABOVE_MONTHS = 12
_DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?$")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*([ap])?\.?(?:m\.?)?$", re.IGNORECASE)
_OFFSET = re.compile(r"(z|utc|gmt|[+-]\d{2}:?\d{2})$", re.IGNORECASE)
_MOMENT = re.compile(r"(\S+?)(?:\s*,\s*|\s+|[tT])(\d.*)$")


def read_yes_no(cell: str) -> bool:
    """
    Return whether a cell says yes; an empty one says no.

    :raises Unreadable: `yes_no_unknown`
    """
    word = cell.casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Unreadable("yes_no_unknown", f"“{cell}” is neither yes nor no.")


def read_privacy(cell: str) -> str:
    """
    Return TikTok's name for who can see a post; empty for an empty cell: there is no default.

    :raises Unreadable: `privacy_unknown`
    """
    if not cell:
        return ""
    word = re.sub(r"[\s_-]+", " ", cell.casefold()).strip()
    if found := PRIVACY.get(word) or PRIVACY.get(word.replace(" ", "_")):
        return found.value
    raise Unreadable(
        "privacy_unknown", f"“{cell}” says not who can see the post. Write public, friends, followers or only me."
    )


def read_number(cell: str, *, least: int, most: int) -> int:
    """
    Return a whole number.

    :raises Unreadable: `number_invalid`
    """
    if re.fullmatch(r"\d{1,9}", cell) and least <= int(cell) <= most:
        return int(cell)
    raise Unreadable("number_invalid", f"“{cell}” is no whole number from {least:,} to {most:,}.")


def find_order(cells: Iterable[str]) -> DateOrder | None:
    """Return whether the dates of a file have the day or the month first, where one of them can only be one of both."""
    seen: set[DateOrder] = set()
    for cell in cells:
        found = _DATE.match(re.split(r"[\sT,]", cell.strip(), maxsplit=1)[0])
        if found is None or found[2] == "." or len(found[1]) > 2:  # noqa: PLR2004 - a year
            continue
        first, second = int(found[1]), int(found[3])
        if first > DAYS_ABOVE_MONTHS >= second:
            seen.add("dmy")
        elif second > DAYS_ABOVE_MONTHS >= first:
            seen.add("mdy")
    return seen.pop() if len(seen) == 1 else None


def read_date(cell: str, order: DateOrder | None) -> date:
    """
    Return a day: `2026-12-01`, `1.12.2026`, or with slashes in the file's order.

    :raises Unreadable: `date_invalid`; `date_ambiguous` where both orders are possible and none is known
    """
    found = _DATE.match(cell)
    if found is None:
        raise Unreadable("date_invalid", f"“{cell}” is no day. Write it as 2026-12-01.")
    one, sign, two, three = found[1], found[2], int(found[3]), found[4]
    if len(one) > 2:  # noqa: PLR2004 - a year
        return _to_date(cell, int(one), two, int(three))
    first, year = int(one), int(three) + (CENTURY if len(three) <= 2 else 0)  # noqa: PLR2004
    if sign == "." or first == two:
        return _to_date(cell, year, two, first)
    if order is None:
        if first > DAYS_ABOVE_MONTHS:
            order = "dmy"
        elif two > DAYS_ABOVE_MONTHS:
            order = "mdy"
        else:
            message = f"“{cell}” can be two different days. Say whether the day or the month comes first, or write 2026-12-01."
            raise Unreadable("date_ambiguous", message)
    return _to_date(cell, year, two, first) if order == "dmy" else _to_date(cell, year, first, two)


def _to_date(cell: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise Unreadable("date_invalid", f"“{cell}” is no day of any calendar.") from error
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise Unreadable("date_invalid", f"“{cell}” is too far from now.")
    return found


def read_clock_time(cell: str) -> time:
    """
    Return a time of day: `18:00`, `18:00:00`, `6:00 PM`. Seconds are left out.

    :raises Unreadable: `time_invalid`, or `time_offset` for an instant with an offset
    """
    if _OFFSET.search(cell):
        message = f"“{cell}” names an offset. Write what the clock shows, and the zone in the column time_zone."
        raise Unreadable("time_offset", message)
    found = _CLOCK.match(cell)
    half = (found[4] or "").lower() if found else ""
    if found is None or (found[2] is None and not half):
        raise Unreadable("time_invalid", f"“{cell}” is no time of day. Write it as 18:00.")
    hour = int(found[1])
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99  # noqa: PLR2004 - the clock has 12
    try:
        return time(hour, int(found[2] or 0))
    except ValueError as error:
        raise Unreadable("time_invalid", f"“{cell}” is no time of day. Write it as 18:00.") from error


def read_moment(cell: str, order: DateOrder | None) -> datetime:
    """
    Return the day and time of one cell: `2026-12-01 18:00`.

    :raises Unreadable: as `read_date` and `read_clock_time`; `time_missing` for a day alone
    """
    found = _MOMENT.match(cell)
    if found is None:
        day = read_date(cell, order)
        raise Unreadable("time_missing", f"There is a day, {day:%Y-%m-%d}, but no time. Write it as 2026-12-01 18:00.")
    try:
        return datetime.combine(read_date(found[1], order), read_clock_time(found[2].strip()))
    except Unreadable as error:
        if error.code != "date_invalid":
            raise
        raise Unreadable("date_invalid", f"“{cell}” is no day and time. Write it as 2026-12-01 18:00.") from error


def read_day_and_time(day: str, clock: str, order: DateOrder | None) -> datetime:
    """
    Return the day and time of two cells.

    :raises Unreadable: as `read_moment`, with the column
    """
    if not clock:
        raise Unreadable("time_missing", "There is a day but no time.", column="time")
    if not day:
        raise Unreadable("date_missing", "There is a time but no day.", column="date")
    try:
        found = read_date(day, order)
    except Unreadable as error:
        raise Unreadable(error.code, error.message, column="date") from error
    try:
        return datetime.combine(found, read_clock_time(clock))
    except Unreadable as error:
        raise Unreadable(error.code, error.message, column="time") from error
