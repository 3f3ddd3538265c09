"""The drawings of a report: a line of followers, bars of views, hours of posting. What is not known is never drawn as zero."""

import math
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from reportlab.lib.colors import Color

from api.analytics.report_data import BLOCK_H, DAY, Bar, Slot
from api.analytics.report_paper import (
    ACCENT,
    BOLD,
    FAINT,
    HAIRLINE,
    LINE,
    MARGIN,
    MUTED,
    RIGHT,
    TINT,
    Paper,
)
from api.analytics.report_words import say_day, say_short

CHART_HEIGHT = 120.0
AXIS = 38.0  # for the figures at its left
LEFT, PLOT = MARGIN + AXIS, RIGHT - MARGIN - AXIS
SMALL = 7.5
MOST_LABELS, LABEL_WIDTH, APART = 7, 48.0, 2.0
STANDS = {"left": 0.0, "middle": 0.5, "right": 1.0}  # how much of a label is left of where it stands
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PALEST, DEEPEST = 0.1, 0.78  # ink can be read on all of these
STEPS = (1, 2, 2.5, 5, 10)


def find_ticks(low: float, high: float, *, most: int = 4) -> list[float]:
    """Return round figures from at most `low` to at least `high`, whole ones."""
    if high <= low:
        high = low + 1
    rough = (high - low) / most
    power = 10 ** math.floor(math.log10(rough))
    step = max(1.0, next(part * power for part in STEPS if part * power >= rough))
    first, last = math.floor(low / step), math.ceil(high / step)
    return [place * step for place in range(first, last + 1)]


def draw_followers(paper: Paper, points: Sequence[tuple[date, int]], since: date, until: date) -> None:
    """Draw how many followers there were at the end of each day; a line that goes over days nobody knows is dashed."""
    counts = [count for _, count in points]
    ticks = find_ticks(min(counts), max(counts))
    length = max((until - since).days, 1)
    base = _open_plot(paper, ticks)
    scale = CHART_HEIGHT / (ticks[-1] - ticks[0])
    placed = [(LEFT + PLOT * (day - since).days / length, base + (count - ticks[0]) * scale) for day, count in points]
    canvas = paper.canvas
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(1.4)
    canvas.setLineCap(1)
    for place, (start, end) in enumerate(pairwise(placed)):
        is_gap = (points[place + 1][0] - points[place][0]).days > 1
        canvas.setDash(*((2, 3) if is_gap else (1, 0)))
        canvas.line(*start, *end)
    canvas.setDash()
    canvas.setFillColor(ACCENT)
    canvas.circle(*placed[-1], 2.2, stroke=0, fill=1)
    _label_days(paper, base, length, lambda at: (LEFT + PLOT * at / length, since + at * DAY))
    paper.y = base - 26


def draw_views(paper: Paper, bars: Sequence[Bar]) -> None:
    """Draw the bars: full where views were counted daily, hatched where they were read off between two looks."""
    ticks = find_ticks(0, max((bar.views or 0 for bar in bars), default=0))
    base = _open_plot(paper, ticks)
    step = PLOT / len(bars)
    thick = max(min(step * 0.72, 26.0), 0.8)
    for place, bar in enumerate(bars):
        x = LEFT + place * step + (step - thick) / 2
        if bar.views is None:
            paper.box(LEFT + place * step, base, step, CHART_HEIGHT, TINT)
            paper.text("–", x + thick / 2, base + 3, size=SMALL, colour=FAINT, align="middle")
            continue
        height = bar.views / ticks[-1] * CHART_HEIGHT
        if bar.is_sure:
            paper.box(x, base, thick, max(height, 0.7), ACCENT)
        else:
            paper.hatch(x, base, thick, max(height, 0.7))
    paper.rule(base, start=LEFT, colour=FAINT)
    _label_days(paper, base, len(bars) - 1, lambda at: (LEFT + (at + 0.5) * step, bars[at].first))
    paper.y = base - 26
    _explain_bars(paper, bars)


def draw_slots(paper: Paper, slots: Sequence[Slot]) -> None:
    """Draw weekdays and hours: the darker, the more views posts of that hour had after a day; how many posts stands in it."""
    blocks = 24 // BLOCK_H
    width, height = PLOT / blocks, 20.0
    top = paper.y - 12
    for block in range(blocks):
        label = paper.say(f"{block * BLOCK_H:02d}–{(block + 1) * BLOCK_H:02d} h")
        paper.text(label, LEFT + (block + 0.5) * width, top, size=SMALL, colour=MUTED, align="middle")
    most = max(slot.views for slot in slots) or 1.0
    found = {(slot.weekday, slot.block): slot for slot in slots}
    for weekday, name in enumerate(WEEKDAYS):
        y = top - 6 - (weekday + 1) * (height + 2)
        paper.text(paper.say(name), MARGIN, y + 7, size=8, colour=MUTED)
        for block in range(blocks):
            _draw_slot(paper, found.get((weekday, block)), most, (LEFT + block * width + 1, y, width - 2, height))
    paper.y = top - 6 - len(WEEKDAYS) * (height + 2) - 14


def _draw_slot(paper: Paper, slot: Slot | None, most: float, place: tuple[float, float, float, float]) -> None:
    x, y, width, height = place
    if slot is None:
        paper.box(x, y, width, height, TINT)
        return
    share = PALEST + (DEEPEST - PALEST) * slot.views / most
    mixed = Color(*(1 - share * (1 - part) for part in (ACCENT.red, ACCENT.green, ACCENT.blue)))
    paper.box(x, y, width, height, mixed)
    middle = x + width / 2
    paper.text(paper.say(say_short(slot.views)), middle - 2, y + 6.5, size=8, font=BOLD, align="right")
    paper.text(f"{slot.posts}×", middle + 3, y + 6.5, size=SMALL)


def _open_plot(paper: Paper, ticks: Sequence[float]) -> float:
    """Draw the lines of an axis and their figures; return where its lowest lies."""
    base = paper.y - CHART_HEIGHT - 6
    for tick in ticks:
        y = base + (tick - ticks[0]) / (ticks[-1] - ticks[0]) * CHART_HEIGHT
        paper.rule(y, start=LEFT, colour=LINE)
        paper.text(paper.say(say_tick(tick, ticks)), LEFT - 6, y - 2.5, size=SMALL, colour=MUTED, align="right")
    return base


def say_tick(tick: float, ticks: Sequence[float]) -> str:
    """Write a figure at an axis, exactly where a rounded one would stand there twice."""
    short = [say_short(one) for one in ticks]
    return say_short(tick) if len(set(short)) == len(short) else f"{tick:,.0f}".replace(",", "\u202f")


def _label_days(paper: Paper, base: float, last: int, find: Callable[[int], tuple[float, date]]) -> None:
    """Write days beneath an axis, as many as have room there; `find` tells where a place from 0 to `last` is, and its day."""
    labels = list[tuple[float, float, str]]()
    for most in range(MOST_LABELS, 0, -1):
        labels = _place_labels(paper, [find(at) for at in _spread(last, most)])
        if all(one[1] + APART <= other[0] for one, other in pairwise(labels)):
            break
    for start, _, words in labels:
        paper.text(words, start, base - 12, size=SMALL, colour=MUTED)


def _place_labels(paper: Paper, days: Sequence[tuple[float, date]]) -> list[tuple[float, float, str]]:
    """Return where each label begins and ends, and what it says: the year too, where that is another than the one before."""
    labels = []
    for number, (x, day) in enumerate(days):
        year = number == 0 or day.year != days[number - 1][1].year
        words = paper.say(say_day(day, year=year and len(days) > 1))
        align, at = ("left", LEFT) if x < LEFT + LABEL_WIDTH / 2 else ("middle", x)
        if x > RIGHT - LABEL_WIDTH / 2:
            align, at = "right", RIGHT
        wide = paper.measure(words, size=SMALL)
        start = at - STANDS[align] * wide
        labels.append((start, start + wide, words))
    return labels


def _spread(last: int, most: int) -> list[int]:
    """Return places from 0 to `last`, few enough for labels, evenly spread."""
    count = min(most, last + 1)
    return [round(last * number / max(count - 1, 1)) for number in range(count)]


def _explain_bars(paper: Paper, bars: Sequence[Bar]) -> None:
    """Say what each kind of bar means, of the kinds there are."""
    signs: list[tuple[bool, Callable[[float, float], None], str]] = [
        (
            any(bar.views is not None and bar.is_sure for bar in bars),
            lambda x, y: paper.box(x, y, 9, 7, ACCENT),
            "counted daily",
        ),
        (
            any(bar.views is not None and not bar.is_sure for bar in bars),
            lambda x, y: paper.hatch(x, y, 9, 7),
            "interpolated: read off between two looks",
        ),
        (
            any(bar.views is None for bar in bars),
            lambda x, y: paper.box(x, y, 9, 7, TINT),
            "nobody looked: not known, not zero",
        ),
    ]
    x = LEFT
    paper.canvas.setLineWidth(HAIRLINE)
    for is_there, draw, words in signs:
        if is_there:
            draw(x, paper.y - 1)
            x += 14 + paper.text(paper.say(words), x + 13, paper.y, size=SMALL, colour=MUTED) + 14
    paper.y -= 14
