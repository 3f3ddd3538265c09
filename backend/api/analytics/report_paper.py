"""The paper a report is drawn on: pages that follow one another, their foot, the fonts and the colours (look.md's, by day)."""

import io
from functools import cache, partial
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from api.analytics.report_words import STAND_IN, cut_lines, show_text
from core.sentences.catalogue import say
from video.slideshow.coverage import FONT as BOLD_FILE

REGULAR_FILE = Path(__file__).parent / "report_fonts" / "NotoSans-Regular.ttf"
REGULAR, BOLD = "CarillonSans", "CarillonSans-Bold"
WIDTH, HEIGHT = 595.28, 841.89  # A4, in points
MARGIN, FOOT = 48.0, 56.0
RIGHT, SPAN = WIDTH - MARGIN, WIDTH - 2 * MARGIN
INK, MUTED, FAINT = HexColor("#17201D"), HexColor("#5B6661"), HexColor("#8B948F")
LINE, TINT, PAPER = HexColor("#E4E2DB"), HexColor("#F3F1EB"), HexColor("#FFFFFF")
ACCENT, FAILED = HexColor("#14756A"), HexColor("#B3352A")
HAIRLINE = 0.6


@cache
def load_fonts() -> TTFont:
    """Make the fonts known to the PDF library, once a process; return the regular one."""
    regular = TTFont(REGULAR, str(REGULAR_FILE))
    pdfmetrics.registerFont(regular)
    pdfmetrics.registerFont(TTFont(BOLD, str(BOLD_FILE)))
    return regular


def can_draw(sign: int) -> bool:
    """Tell whether the font has a sign; the bold one has the same."""
    return sign in load_fonts().face.charToGlyph


class Paper:
    """
    A document under way. `y` is how far down its page has come; what is drawn next goes beneath.

    :param language: what `say` puts our own words into; other people's are drawn as they are
    :param foot: what stands at the foot of every page, in that language
    :param pages: how many there will be; unknown while they are counted
    """

    def __init__(self, *, language: str, title: str, foot: str, pages: int | None = None) -> None:
        load_fonts()
        self._out = io.BytesIO()
        self.canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Carillon")
        self._language, self._foot, self._pages = language, foot, pages
        self.page, self.y = 1, HEIGHT - MARGIN
        self.stood_in = False  # whether some sign had no picture

    def say(self, words: str) -> str:
        """Return words of ours in the language of this paper."""
        return say(words, self._language)

    def need(self, height: float) -> bool:
        """Go on on a new page when there is less room than that; tell whether it is one."""
        if self.y - height >= FOOT:
            return False
        self._end_page()
        self.page, self.y = self.page + 1, HEIGHT - MARGIN
        return True

    def finish(self) -> bytes:
        self._end_page()
        self.canvas.save()
        return self._out.getvalue()

    def text(
        self,
        words: str,
        x: float,
        y: float,
        *,
        size: float = 9,
        font: str = REGULAR,
        colour: Color = INK,
        align: str = "left",
        width: float | None = None,
    ) -> float:
        """Draw a line of text whose signs all show, cut to `width`; return how wide it is."""
        shown = self.fit(words, size=size, font=font, width=width, lines=1)
        line = shown[0] if shown else ""
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(colour)
        {"left": self.canvas.drawString, "right": self.canvas.drawRightString, "middle": self.canvas.drawCentredString}[
            align
        ](x, y, line)
        return self.measure(line, size=size, font=font)

    def fit(self, words: str, *, size: float, font: str = REGULAR, width: float | None, lines: int) -> list[str]:
        """Return text as it can be drawn, in at most so many lines of a width."""
        shown = show_text(words, can_draw)
        self.stood_in = self.stood_in or STAND_IN in shown
        measure = partial(self.measure, size=size, font=font)
        return [shown] if width is None else cut_lines(shown, measure, width, lines)

    def measure(self, line: str, *, size: float, font: str = REGULAR) -> float:
        """Return how wide a line is, as it stands."""
        return float(pdfmetrics.stringWidth(line, font, size))

    def rule(self, y: float, *, start: float = MARGIN, end: float = RIGHT, colour: Color = LINE) -> None:
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(HAIRLINE)
        self.canvas.line(start, y, end, y)

    def box(self, x: float, y: float, width: float, height: float, colour: Color) -> None:
        self.canvas.setFillColor(colour)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def hatch(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a bar of which nobody is sure: its outline, and slanted lines in it."""
        self.canvas.saveState()
        outline = self.canvas.beginPath()
        outline.rect(x, y, width, height)
        self.canvas.clipPath(outline, stroke=0, fill=0)
        self.canvas.setStrokeColor(ACCENT)
        self.canvas.setLineWidth(0.7)
        start = x - height - 3
        while start < x + width:
            self.canvas.line(start, y, start + height, y + height)
            start += 3.2
        self.canvas.restoreState()
        self.canvas.setStrokeColor(ACCENT)
        self.canvas.setLineWidth(HAIRLINE)
        self.canvas.rect(x, y, width, height, stroke=1, fill=0)

    def triangle(self, x: float, y: float, *, up: bool, colour: Color) -> None:
        """Draw a small arrow, for a figure that rose or fell."""
        tip, base = (y + 5, y) if up else (y, y + 5)
        path = self.canvas.beginPath()
        path.moveTo(x, base)
        path.lineTo(x + 6, base)
        path.lineTo(x + 3, tip)
        path.close()
        self.canvas.setFillColor(colour)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _end_page(self) -> None:
        self.rule(FOOT - 10)
        place = self.say(f"{self.page} of {self._pages}") if self._pages else str(self.page)
        self.text(self._foot, MARGIN, FOOT - 24, size=7.5, colour=MUTED, width=SPAN - 60)
        self.text(place, RIGHT, FOOT - 24, size=7.5, colour=MUTED, align="right")
        self.canvas.showPage()
