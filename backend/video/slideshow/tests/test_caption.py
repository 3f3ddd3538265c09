"""Words on a slide: within their margins, wrapped, and only of signs that the font has."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from video.slideshow.caption import FONT, MARGINS, write_caption
from video.slideshow.coverage import _ranges, find_undrawable
from video.slideshow.spec import CaptionPlace, Format

WORDS = "Sommer in Südtirol: drei Hütten, zwei Seen und ein Gewitter, das niemand vergisst"


@pytest.mark.parametrize("shape", Format)
@pytest.mark.parametrize("where", CaptionPlace)
@pytest.mark.parametrize(
    "said", ["Kurz", WORDS, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2, "a\nb\nc"]
)
def test_stays_within_its_margins(shape: Format, where: CaptionPlace, said: str) -> None:
    text, free, (width, height) = write_caption(said, where, shape), MARGINS[shape], shape.size

    rows, columns = np.nonzero(text.cover > 0)
    assert free.left <= text.left + columns.min()
    assert text.left + columns.max() < width - free.right + 20  # the outline may reach over a little
    assert text.top >= 0
    assert text.top + rows.max() < height
    if where == CaptionPlace.BOTTOM:
        assert text.top + text.cover.shape[0] <= height - free.bottom + 1


def test_is_white_on_dark() -> None:
    planes = tuple(np.full((1920 // part, 1080 // part), 120, np.uint8) for part in (1, 2, 2))

    write_caption("Hallo", CaptionPlace.MIDDLE, Format.TALL).draw_on(planes)  # type: ignore[arg-type]

    assert planes[0].max() == 235
    assert planes[0].min() == 16
    assert (planes[0][:300] == 120).all()


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=12))
def test_what_cannot_be_drawn_is_found(text: str) -> None:
    starts, ends = _ranges()
    missing = find_undrawable(text)

    known = {code for start, end in zip(starts, ends, strict=True) for code in range(start, end + 1)}
    expected = next((sign for sign in text if ord(sign) not in known and sign not in "\n\r\t "), "")
    assert missing == expected


@pytest.mark.parametrize(
    ("text", "missing"), [("Ärger, Żółć, Ελλάδα, Привет, Việt", ""), ("好", "好"), ("ja 😀", "😀")]
)
def test_european_scripts_are_covered(text: str, missing: str) -> None:
    assert find_undrawable(text) == missing


def test_the_table_agrees_with_the_font() -> None:
    """FreeType draws the same box for every sign that is not there."""
    font = ImageFont.truetype(str(FONT), 40)
    box = bytes(font.getmask("\uffff"))
    for sign in "AzÄßőŽАяΩωĐđ₫€“”–…½":
        assert bytes(font.getmask(sign)) != box
        assert not find_undrawable(sign)
    for sign in "好אم한あ":
        assert bytes(font.getmask(sign)) == box
        assert find_undrawable(sign)


def test_the_font_ships_with_its_licence() -> None:
    assert "SIL Open Font License" in (Path(FONT).parent / "OFL.txt").read_text("utf-8")
