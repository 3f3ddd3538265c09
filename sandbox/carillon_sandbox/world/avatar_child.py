"""Draw the avatars, one PNG for each `handle=initials` given; run by path in a process of its own."""

import sys
from pathlib import Path

SIDE = 240
INK = "#FBFAF7"
COLOURS = (
    "#2F6F67", "#7A5A8C", "#4A6A94", "#9A5B3C", "#5F6B3F",
    "#8A4B5C", "#6B4F3A", "#3F7386", "#55704F", "#A0642A",
)  # fmt: skip


def draw(folder: Path, handle: str, initials: str, colour: str) -> None:
    """Draw the initials on a calm ground."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (SIDE, SIDE), colour)
    font = ImageFont.load_default(size=SIDE * 0.4)
    ImageDraw.Draw(picture).text((SIDE / 2, SIDE / 2), initials, INK, font, anchor="mm")
    picture.save(folder / f"{handle}.png", optimize=True)


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0])
    for number, argument in enumerate(arguments[1:]):
        handle, _, initials = argument.partition("=")
        draw(folder, handle, initials, COLOURS[number % len(COLOURS)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
