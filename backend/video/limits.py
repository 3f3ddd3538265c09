"""What TikTok takes (tiktok-api §5.3), and the nearest thing to a clip that it takes. Pure."""

from dataclasses import dataclass
from fractions import Fraction

VIDEO_TYPES = ("video/mp4", "video/quicktime", "video/webm")
IMAGE_TYPES = ("image/jpeg", "image/webp")
CODECS = ("h264", "hevc", "vp8", "vp9")
SAFE_SOUND = ("", "aac", "mp3", "opus", "vorbis")
MIN_FPS, MAX_FPS = 23.0, 60.0
FPS_TOLERANCE = 0.03  # 59.94 and 23.976 are fine, and so is a clip whose clock is off by a hair
MIN_SIDE, MAX_SIDE = 360, 4096
MAX_DURATION_MS = 600_000
SHORT_MS = 3_000  # TikTok documents no minimum; three seconds is what integrators report
MAX_VIDEO_BYTES = 4 * 1024**3
MAX_IMAGE_SHORT_SIDE = 1080
MAX_IMAGE_BYTES = 20 * 1024**2
USUAL_RATES = (24, 25, 30, 50, 60)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A picture scaled to `width` × `height`, in the middle of a canvas that is larger where it had to be padded."""

    width: int
    height: int
    canvas_width: int
    canvas_height: int


def fit_size(width: int, height: int) -> Fitted:
    """Return the nearest size TikTok takes, in even numbers and the same proportions; a very long strip is padded."""
    short, long = min(width, height), max(width, height)
    factor = min(1.0, MAX_SIDE / long)
    if short * factor < MIN_SIDE:
        factor = min(MIN_SIDE / short, MAX_SIDE / long)
    scaled = [max(2, min(MAX_SIDE, round(side * factor / 2) * 2)) for side in (width, height)]
    canvas = [max(MIN_SIDE, side) for side in scaled]
    return Fitted(scaled[0], scaled[1], canvas[0], canvas[1])


def fit_frame_rate(rate: float, *, varies: bool = False) -> Fraction:
    """
    Return the nearest frame rate TikTok takes.

    Too fast or too slow is divided or multiplied by a whole number, so that every picture stays as long as its neighbours.
    """
    if rate <= 0:
        return Fraction(30)
    if varies:
        return Fraction(next((usual for usual in USUAL_RATES if usual >= rate - 1), USUAL_RATES[-1]))
    exact = Fraction(rate).limit_denominator(1001)
    if exact <= 0:
        exact = Fraction(1)
    if rate > MAX_FPS + FPS_TOLERANCE:
        return exact / -(-exact // 60)
    if rate < MIN_FPS - FPS_TOLERANCE:
        return exact * -(-Fraction(23) // exact)
    return exact
