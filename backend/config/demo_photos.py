"""Landscapes drawn for the demo slideshow: five times of one day over the same hills. Nobody's photos, so nobody's licence."""

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1080, 1350
LAYERS, STEP = 5, 6
QUALITY = 88


@dataclass(frozen=True, slots=True)
class Hour:
    """The light at one time of the day: the sky above and at the horizon, the hills near by, and where the sun is (0 to 1)."""

    name: str
    above: tuple[int, int, int]
    horizon: tuple[int, int, int]
    near: tuple[int, int, int]
    sun: tuple[float, float]
    glow: tuple[int, int, int]


DAY = (
    Hour("dawn", (52, 64, 110), (238, 178, 160), (38, 44, 66), (0.18, 0.52), (255, 214, 180)),
    Hour("morning", (104, 160, 214), (226, 238, 240), (44, 84, 74), (0.32, 0.30), (255, 246, 214)),
    Hour("noon", (62, 134, 206), (196, 226, 240), (40, 96, 62), (0.52, 0.14), (255, 252, 236)),
    Hour("evening", (74, 70, 128), (250, 160, 92), (50, 36, 52), (0.74, 0.46), (255, 206, 128)),
    Hour("night", (10, 14, 34), (46, 62, 104), (8, 12, 22), (0.84, 0.20), (220, 228, 246)),
)


def draw_day() -> Iterator[tuple[str, bytes]]:
    """Yield a file name and a JPEG for each time of the day."""
    for hour in DAY:
        buffer = io.BytesIO()
        _draw(hour).save(buffer, "JPEG", quality=QUALITY)
        yield f"hills at {hour.name}.jpg", buffer.getvalue()


def _draw(hour: Hour) -> Image.Image:
    sky = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
    picture = Image.composite(
        Image.new("RGB", (WIDTH, HEIGHT), hour.horizon), Image.new("RGB", (WIDTH, HEIGHT), hour.above), sky
    )
    picture = _shine(picture, hour)
    pen = ImageDraw.Draw(picture)
    for layer in range(LAYERS):
        share = (layer + 1) / LAYERS
        colour = tuple(round(far + (near - far) * share) for far, near in zip(hour.horizon, hour.near, strict=True))
        ridge = [(x, _ridge(x, layer)) for x in range(0, WIDTH + STEP, STEP)]
        pen.polygon([(0, HEIGHT), *ridge, (WIDTH, HEIGHT)], fill=colour)
    return picture.filter(ImageFilter.GaussianBlur(0.8))


def _shine(picture: Image.Image, hour: Hour) -> Image.Image:
    """The sun, or the moon, and the light around it."""
    across, down = round(hour.sun[0] * WIDTH), round(hour.sun[1] * HEIGHT)
    light = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(light)
    for radius, strength in ((260, 40), (150, 70), (62, 255)):
        pen.ellipse([across - radius, down - radius, across + radius, down + radius], fill=strength)
    light = light.filter(ImageFilter.GaussianBlur(14))
    return Image.composite(Image.new("RGB", (WIDTH, HEIGHT), hour.glow), picture, light)


def _ridge(x: int, layer: int) -> float:
    """Where a chain of hills ends against what is behind it, in pixels from the top."""
    waves = ((0.0031, 60.0), (0.0074, 30.0), (0.019, 12.0), (0.043, 4.0))
    height = sum(size * math.sin(x * speed * (1 + 0.13 * layer) + layer * (1.7 + speed * 90)) for speed, size in waves)
    return HEIGHT * (0.52 + 0.095 * layer) + height
