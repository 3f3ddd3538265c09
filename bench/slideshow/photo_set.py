"""Ten pictures as phones take them: 12 megapixels, much detail, noise, some stored on their side. The same ones every time."""

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

COUNT, LONG, SHORT = 10, 4032, 3024
ORIENTATIONS = (1, 6, 3, 8, 1, 6, 1, 3, 6, 1)
SQUARE = (4, 9)  # which of them are square
ORIENTATION = 0x0112
LEAVES, QUALITY = 2_500, 92


def make_set(folder: Path) -> list[Path]:
    """Return the set's files, drawn unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"p{number}.jpg" for number in range(COUNT)]
    for number, path in enumerate(paths):
        if not path.exists():
            _draw(number, path)
    return paths


def _draw(number: int, path: Path) -> None:
    draw = np.random.default_rng(1_000 + number)
    width = SHORT if number in SQUARE else LONG
    picture = _dead_leaves(draw, width, SHORT) + _texture(draw, width, SHORT)
    picture += draw.normal(0, 3.0, picture.shape)
    exif = Image.Exif()
    exif[ORIENTATION] = ORIENTATIONS[number]
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    part = path.with_suffix(".part")
    image.save(part, "JPEG", quality=QUALITY, subsampling="4:2:0", exif=exif)
    part.replace(path)


def _dead_leaves(draw: np.random.Generator, width: int, height: int) -> npt.NDArray[np.float32]:
    """Discs of all sizes over one another: edges at every scale, as in the world."""
    canvas = np.full((height, width, 3), 110, np.uint8)
    for _ in range(LEAVES):
        radius = int(min(900, 8 / np.sqrt(draw.uniform(1e-4, 1))))
        colour = tuple(int(value) for value in draw.uniform(10, 245, 3))
        centre = (int(draw.uniform(0, width)), int(draw.uniform(0, height)))
        cv2.circle(canvas, centre, radius, colour, -1, cv2.LINE_AA)
    return canvas.astype(np.float32)


def _texture(draw: np.random.Generator, width: int, height: int) -> npt.NDArray[np.float32]:
    """Noise whose power falls with its frequency, as that of natural pictures."""
    total = np.zeros((height, width), np.float32)
    for octave in range(2, 10):
        rough = draw.normal(0, 1, (max(2, height >> octave), max(2, width >> octave))).astype(np.float32)
        total += cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC) * 2.2
    return total[:, :, None]
