"""How a report writes figures, dates (in English, to be said in other languages) and other people's text. Pure."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

THIN = "\u202f"
UNKNOWN = "–"
STAND_IN = "\N{REPLACEMENT CHARACTER}"
MOST_IN_A_ROW = 3
# Signs that have no picture of their own: joiners, variation selectors, skin tones, directions.
UNSEEN = {"Cc", "Cf", "Mn"}
SKIN_TONES = range(0x1F3FB, 0x1F400)
THOUSAND, MILLION, BILLION = 1_000, 1_000_000, 1_000_000_000
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def say_count(count: int | None) -> str:
    """Write a count in full, in groups of three."""
    return UNKNOWN if count is None else f"{count:,}".replace(",", THIN).replace("-", "–")


def say_short(count: float) -> str:
    """Round a count honestly for a narrow place: 12431 is `12.4k`."""
    size = abs(count)
    for unit, letter in ((BILLION, "B"), (MILLION, "M"), (THOUSAND, "k")):
        if size >= unit:
            part = size / unit
            written = f"{part:.1f}".removesuffix(".0") if part < 99.95 else f"{part:.0f}"  # noqa: PLR2004
            return f"{'–' if count < 0 else ''}{written}{letter}"
    return f"{'–' if count < 0 else ''}{size:.0f}"


def say_signed(count: int) -> str:
    """Write what was won or lost: `+120`, `–7`."""
    return f"{'+' if count > 0 else ''}{say_count(count)}"


def say_rate(rate: float | None) -> str:
    return UNKNOWN if rate is None else f"{rate * 100:.2f} %"


def say_day(day: date, *, year: bool = True) -> str:
    return f"{day.day} {day:%b %Y}" if year else f"{day.day} {day:%b}"


def say_range(first: date, last: date) -> str:
    """Write a range of days, month and year once where they are one: `26 Oct – 22 Nov 2026`."""
    if first == last:
        return say_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {say_day(last)}"
    return f"{say_day(first, year=first.year != last.year)} – {say_day(last)}"


def say_instant(at: datetime, zone: str) -> str:
    return f"{say_day(at.astimezone(ZoneInfo(zone)).date())}, {at.astimezone(ZoneInfo(zone)):%H:%M}"


def say_ago(at: datetime, *, now: datetime) -> str:
    """Write how long ago something was."""
    for length, unit in ((DAY, "day"), (HOUR, "h"), (MINUTE, "min")):
        if now - at >= length:
            count = (now - at) // length
            return f"{count} {unit}{'s' if unit == 'day' and count > 1 else ''} ago"
    return "just now"


def show_text(text: str, has: Callable[[int], bool]) -> str:
    """
    Return text of which every sign can be seen: one for which the font has none becomes a stand-in.

    What only changes its neighbour (a skin tone, a joiner) is left out, so that an emoji is one stand-in and not five; of a long
    row of stand-ins a few are enough.
    """
    shown = ""
    for sign in unicodedata.normalize("NFC", " ".join(text.split())):
        if has(ord(sign)):
            shown += sign
        elif ord(sign) in SKIN_TONES or unicodedata.category(sign) in UNSEEN:
            continue
        elif not shown.endswith(STAND_IN * MOST_IN_A_ROW):
            shown += STAND_IN
    return shown


def cut_lines(text: str, measure: Callable[[str], float], width: float, most: int) -> list[str]:
    """Return text in at most `most` lines of a width, the last one with an ellipsis where something is left out."""
    lines, rest = list[str](), text
    while rest and len(lines) < most:
        length = _fitting(rest, measure, width)
        if length < len(rest) and len(lines) == most - 1:
            lines.append(_fitted(rest, measure, width))
            break
        cut = rest.rfind(" ", 0, length + 1) if length < len(rest) else -1
        length = cut if cut > 0 else length
        lines.append(rest[:length].rstrip())
        rest = rest[length:].lstrip()
    return lines


def _fitted(text: str, measure: Callable[[str], float], width: float) -> str:
    return text[: _fitting(text, measure, width - measure("…"))].rstrip() + "…"


def _fitting(text: str, measure: Callable[[str], float], width: float) -> int:
    """Return how many letters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= width else (low, middle - 1)
    return low
