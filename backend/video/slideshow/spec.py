"""What a slideshow is to look and sound like; goes to the rendering child as JSON. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

FPS = 30
MIN_IMAGES, MAX_IMAGES = 2, 10
MIN_DURATION_MS, MAX_DURATION_MS = 1_000, 10_000
MAX_CAPTION = 120
VERSION = 1  # raise it when the same choice is to look different: kept results are made anew


class Format(StrEnum):
    """Width to height."""

    TALL = "9:16"
    SQUARE = "1:1"
    WIDE = "16:9"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return {Format.TALL: (1080, 1920), Format.SQUARE: (1080, 1080), Format.WIDE: (1920, 1080)}[self]


class Fit(StrEnum):
    """A photo of another shape: whole on its own blurred copy, whole on a colour, or cut to fill."""

    BLUR = "blur"
    PAD = "pad"
    CROP = "crop"


class Transition(StrEnum):
    CUT = "cut"
    CROSSFADE = "crossfade"
    DIP_TO_BLACK = "dip_to_black"


class Motion(StrEnum):
    """The Ken Burns effect; the direction is where the view goes."""

    NONE = "none"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


class CaptionPlace(StrEnum):
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Encoder(StrEnum):
    """`authored`: only what is new is encoded; `x264`: every picture is, for a platform that ever takes no others."""

    AUTHORED = "authored"
    X264 = "x264"


@dataclass(frozen=True, slots=True)
class Slide:
    """
    One photo; `focus_x` and `focus_y` (0 to 1 from the top left) are what a crop keeps and a zoom goes to.

    `decoder` is Pillow's name of the picture's format, found by its first bytes; `colour` as "#rrggbb".
    """

    path: str
    decoder: str
    duration_ms: int
    fit: Fit = Fit.BLUR
    colour: str = "#000000"
    focus_x: float = 0.5
    focus_y: float = 0.5
    motion: Motion = Motion.NONE
    caption: str = ""
    caption_place: CaptionPlace = CaptionPlace.BOTTOM


@dataclass(frozen=True, slots=True)
class Music:
    """A sound file, from `start_ms` on, its loudness brought to the usual; shorter than the pictures, silence follows."""

    path: str
    demuxer: str
    start_ms: int = 0
    fade_in_ms: int = 0
    fade_out_ms: int = 1_000


@dataclass(frozen=True, slots=True)
class Show:
    """All of it. `transition_ms` is how long a change of photos takes, out of the later photo's time."""

    slides: tuple[Slide, ...]
    format: Format = Format.TALL
    transition: Transition = Transition.CUT
    transition_ms: int = 500
    music: Music | None = None
    encoder: Encoder = Encoder.AUTHORED
    fps: int = field(default=FPS)

    @property
    def starts(self) -> list[int]:
        """Where each slide begins, in pictures, and where the last one ends: rounded once, so that nothing adds up."""
        at_ms, starts = 0, [0]
        for slide in self.slides:
            at_ms += slide.duration_ms
            starts.append(round(at_ms * self.fps / 1000))
        return starts

    @property
    def frames(self) -> int:
        """How many pictures the video has."""
        return self.starts[-1]

    @property
    def fade_frames(self) -> int:
        """How many pictures are between two photos; 0 for a cut."""
        return 0 if self.transition == Transition.CUT else round(self.transition_ms * self.fps / 1000)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def read_enums(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a slide's fields with those that JSON keeps as words for what they are."""
    enums = {"fit": Fit, "motion": Motion, "caption_place": CaptionPlace}
    return {name: enums[name](value) if name in enums else value for name, value in said.items()}


def read_show(said: Mapping[str, Any]) -> Show:
    """Return the slideshow that `Show.to_json` wrote."""
    slides = tuple(Slide(**read_enums(one)) for one in said["slides"])
    return Show(
        slides,
        Format(said["format"]),
        Transition(said["transition"]),
        said["transition_ms"],
        Music(**said["music"]) if said["music"] else None,
        Encoder(said["encoder"]),
        said["fps"],
    )
