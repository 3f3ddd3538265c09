"""How a slideshow is to look and sound, as a person chose it: checked, and kept as JSON."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from core.domain_error import Invalid
from video.slideshow.coverage import find_undrawable
from video.slideshow.spec import (
    MAX_CAPTION,
    MAX_DURATION_MS,
    MAX_IMAGES,
    MIN_DURATION_MS,
    MIN_IMAGES,
    CaptionPlace,
    Fit,
    Format,
    Motion,
    Transition,
    read_enums,
)

MIN_TRANSITION_MS, MAX_TRANSITION_MS = 100, 2_000
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


@dataclass(frozen=True, slots=True)
class ImageLook:
    """What one image is given beside its time; see `video.slideshow.spec.Slide`."""

    fit: Fit = Fit.BLUR
    colour: str = "#000000"
    focus_x: float = 0.5
    focus_y: float = 0.5
    motion: Motion = Motion.NONE
    caption: str = ""
    caption_place: CaptionPlace = CaptionPlace.BOTTOM


@dataclass(frozen=True, slots=True)
class MusicLook:
    """A sound file of the workspace, from `start_ms` on."""

    media_id: UUID
    start_ms: int = 0
    fade_in_ms: int = 0
    fade_out_ms: int = 1_000


@dataclass(frozen=True, slots=True)
class Look:
    """All that a person chose beside the images and their times; `images` are in the order in which they are seen."""

    images: tuple[ImageLook, ...] = field(default=())
    format: Format = Format.TALL
    transition: Transition = Transition.CUT
    transition_ms: int = 500
    music: MusicLook | None = None


@dataclass(frozen=True, slots=True)
class ImageChoice:
    """One image: which file, for how long, as the how-manieth, and how."""

    media_id: UUID
    duration_ms: int
    order: int
    look: ImageLook = ImageLook()


@dataclass(frozen=True, slots=True)
class SlideshowChoice:
    """A slideshow as it was asked for; the images in any order, each with its own `order`."""

    images: tuple[ImageChoice, ...]
    format: Format = Format.TALL
    transition: Transition = Transition.CUT
    transition_ms: int = 500
    music: MusicLook | None = None

    @property
    def in_order(self) -> list[ImageChoice]:
        return sorted(self.images, key=lambda image: image.order)

    @property
    def duration_ms(self) -> int:
        return sum(image.duration_ms for image in self.images)

    @property
    def look(self) -> Look:
        looks = tuple(image.look for image in self.in_order)
        return Look(looks, self.format, self.transition, self.transition_ms, self.music)


def write_look(look: Look) -> dict[str, Any]:
    """Return a look as JSON."""
    kept = asdict(look)
    if look.music:
        kept["music"]["media_id"] = str(look.music.media_id)
    return kept


def read_look(kept: Mapping[str, Any]) -> Look:
    """Return the look that `write_look` wrote."""
    images = tuple(ImageLook(**read_enums(one)) for one in kept["images"])
    music = kept["music"] and MusicLook(**{**kept["music"], "media_id": UUID(kept["music"]["media_id"])})
    return Look(images, Format(kept["format"]), Transition(kept["transition"]), kept["transition_ms"], music)


def check_choice(choice: SlideshowChoice, names: Sequence[str]) -> None:
    """
    Accept a slideshow that can be made.

    :param names: the images' file names, in the order of `choice.images`
    :raises Invalid: at the field, naming the image
    """
    count = len(choice.images)
    if not MIN_IMAGES <= count <= MAX_IMAGES:
        message = f"A slideshow has {MIN_IMAGES} to {MAX_IMAGES} images; this one has {count}."
        raise Invalid.at("images", message, code="image_count")
    taken: dict[int, str] = {}
    for index, (image, name) in enumerate(zip(choice.images, names, strict=True)):
        if not MIN_DURATION_MS <= image.duration_ms <= MAX_DURATION_MS:
            message = (
                f"{name} is to be seen for {image.duration_ms / 1000:g} s."
                f" An image takes {MIN_DURATION_MS // 1000} to {MAX_DURATION_MS // 1000} s."
            )
            raise Invalid.at(f"images.{index}.duration_ms", message, code="image_duration")
        if image.order in taken:
            message = (
                f"{name} and {taken[image.order]} are both to be number {image.order + 1}. Give each its own place."
            )
            raise Invalid.at(f"images.{index}.order", message, code="order_twice")
        taken[image.order] = name
        _check_image(image.look, index, name)
    if not MIN_TRANSITION_MS <= choice.transition_ms <= MAX_TRANSITION_MS:
        message = f"A change takes {MIN_TRANSITION_MS / 1000:g} to {MAX_TRANSITION_MS / 1000:g} s."
        raise Invalid.at("transition_ms", message, code="transition_duration")


def _check_image(look: ImageLook, index: int, name: str) -> None:
    if not COLOUR.match(look.colour):
        raise Invalid.at(f"images.{index}.colour", "Write a colour as #rrggbb.", code="colour_unreadable")
    if not (0 <= look.focus_x <= 1 and 0 <= look.focus_y <= 1):
        raise Invalid.at(f"images.{index}.focus_x", "The focus lies within the image: 0 to 1.", code="focus_outside")
    if len(look.caption) > MAX_CAPTION:
        message = f"The text on {name} has {len(look.caption)} characters; {MAX_CAPTION} are the most."
        raise Invalid.at(f"images.{index}.caption", message, code="text_too_long")
    if undrawable := find_undrawable(look.caption):
        message = f"The text on {name} has “{undrawable}”, which the video's font has no sign for. Leave it out."
        raise Invalid.at(f"images.{index}.caption", message, code="text_undrawable")
