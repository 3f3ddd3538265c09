"""Draw the cover of a video that has no file: `PATH WIDTH HEIGHT SEED WORDS`; run by path in a process of its own."""

import colorsys
import sys

SIDE = 360
INK = "#FBFAF7"
LINE_LENGTH = 18


def wrap(words: str) -> str:
    """Break a caption into at most four short lines."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LINE_LENGTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines[:4])


def main(arguments: list[str]) -> int:
    from PIL import Image, ImageDraw, ImageFont

    path, width, height, seed, words = arguments
    tall = int(height) > int(width)
    size = (SIDE, SIDE * 16 // 9) if tall else (SIDE * 16 // 9, SIDE)
    hue = int(seed) % 360 / 360
    top, bottom = (
        tuple(int(255 * part) for part in colorsys.hsv_to_rgb(turn % 1, 0.45, light))
        for turn, light in ((hue, 0.55), (hue + 0.08, 0.28))
    )
    picture = Image.composite(
        Image.new("RGB", size, top), Image.new("RGB", size, bottom), Image.linear_gradient("L").rotate(180).resize(size)
    )
    font = ImageFont.load_default(size=30)
    ImageDraw.Draw(picture).multiline_text(
        (size[0] / 2, size[1] / 2), wrap(words), INK, font, anchor="mm", align="center"
    )
    picture.save(path, "JPEG", quality=82)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
