"""
Words on a slide: white with a dark outline, wrapped and centred, clear of where TikTok puts its own buttons and texts.

The font is Noto Sans Bold (`fonts/`), which ships with Carillon: what it has no sign for is refused when the slideshow is asked
for, not drawn as a box.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from video.slideshow.spec import CaptionPlace, Format

if TYPE_CHECKING:
    from video.slideshow.moving import Planes

FONT = Path(__file__).parent / "fonts" / "NotoSans-Bold.ttf"
SIZES = (72, 64, 56, 48, 42)
MOST_LINES = 4
LINE_HEIGHT, OUTLINE = 1.22, 0.09  # of the letters' size
DARK, LIGHT = 16, 235  # limited range
NO_COLOUR = 128


@dataclass(frozen=True, slots=True)
class Margins:
    """What must stay free, in pixels: left, top, right, bottom."""

    left: int
    top: int
    right: int
    bottom: int


# TikTok's own buttons stand on the right, its caption at the foot, its tabs at the head of a tall video.
MARGINS = {
    Format.TALL: Margins(90, 190, 150, 480),
    Format.SQUARE: Margins(70, 70, 70, 90),
    Format.WIDE: Margins(120, 80, 120, 100),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A caption as it covers the picture from (left, top) on; shapes (height, width), 0 to 1. `fill` is part of `cover`."""

    left: int
    top: int
    cover: npt.NDArray[np.float32]
    fill: npt.NDArray[np.float32]

    def draw_on(self, planes: "Planes") -> None:
        """Draw it, in place."""
        height, width = self.cover.shape
        luma = planes[0][self.top : self.top + height, self.left : self.left + width]
        luma[:] = (luma * (1 - self.cover) + DARK * self.cover + (LIGHT - DARK) * self.fill + 0.5).astype(np.uint8)
        coarse = self.cover.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
        for plane in planes[1:]:
            top, left = self.top // 2, self.left // 2
            chroma = plane[top : top + height // 2, left : left + width // 2]
            chroma[:] = (chroma * (1 - coarse) + NO_COLOUR * coarse + 0.5).astype(np.uint8)


def write_caption(said: str, where: CaptionPlace, shape: Format) -> Text:
    """Return a caption for a canvas of this shape, in the largest letters that leave room for it."""
    from PIL import Image, ImageDraw

    canvas, free = shape.size, MARGINS[shape]
    room = canvas[0] - free.left - free.right
    size, lines = _fit(said, room)
    font, step, outline = _font(size), round(size * LINE_HEIGHT), _outline(size)
    width = (max(int(font.getlength(line)) for line in lines) + 4 * outline + 3) & ~1
    height = (step * len(lines) + 4 * outline + 3) & ~1
    masks = []
    for stroke in (outline, 0):
        mask = Image.new("L", (width, height), 0)
        draw = ImageDraw.Draw(mask)
        for number, line in enumerate(lines):
            middle = outline * 2 + step * number + step // 2
            draw.text((width // 2, middle), line, 255, font, anchor="mm", stroke_width=stroke)
        masks.append(np.asarray(mask, np.float32) / np.float32(255))
    cover, fill = np.maximum(masks[0], masks[1]), masks[1]
    left = (free.left + (room - width) // 2) & ~1
    return Text(max(0, left), _top(where, height, canvas[1], free), cover, fill)


def _top(where: CaptionPlace, height: int, canvas: int, free: Margins) -> int:
    match where:
        case CaptionPlace.TOP:
            return free.top & ~1
        case CaptionPlace.MIDDLE:
            return ((canvas - height) // 2) & ~1
        case CaptionPlace.BOTTOM:
            return (canvas - free.bottom - height) & ~1


def _fit(said: str, room: int) -> tuple[int, list[str]]:
    for size in SIZES:
        lines = _wrap(said, _font(size), room - 2 * _outline(size))
        if len(lines) <= MOST_LINES:
            return size, lines
    return size, lines


def _outline(size: int) -> int:
    return max(2, round(size * OUTLINE))


def _wrap(said: str, font: Any, room: int) -> list[str]:
    lines = list[str]()
    for paragraph in said.split("\n"):
        line = ""
        for word in paragraph.split():
            for piece in _pieces(word, font, room):
                longer = f"{line} {piece}".strip()
                if line and font.getlength(longer) > room:
                    lines.append(line)
                    longer = piece
                line = longer
        if line:
            lines.append(line)
    return lines or [""]


def _pieces(word: str, font: Any, room: int) -> list[str]:
    """Cut a word that is wider than the room."""
    pieces, piece = list[str](), ""
    for sign in word:
        if piece and font.getlength(piece + sign) > room:
            pieces.append(piece)
            piece = ""
        piece += sign
    return [*pieces, piece]


@lru_cache(maxsize=len(SIZES))
def _font(size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(FONT), size, layout_engine=ImageFont.Layout.BASIC)
