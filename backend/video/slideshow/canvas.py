"""
A photo on its canvas: opened by the one decoder its first bytes call for, turned upright, in sRGB, scaled and placed.

Done by libvips, which decodes a JPEG at a fraction of its size and holds only a strip of most pictures in memory.
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from video.picture import JPEG, PNG, WEBP
from video.slideshow.colours import is_srgb
from video.slideshow.spec import Fit, Slide

MAX_PIXELS = 120_000_000
MAX_SIDE, MIN_SIDE = 65_000, 16
VIPS_LOADERS = {JPEG.decoder: "jpegload", PNG.decoder: "pngload", WEBP.decoder: "webpload"}
BLUR_SCALE, BLUR_RADIUS, BLUR_LIGHT = 8, 4, 0.7
BEYOND_EDGE = 1.01  # the blurred copy is a little larger than the canvas, so that no dark edge shows
SHRINKS = (1, 2, 4, 8)  # what a JPEG can be decoded at a fraction of its size by
LEFT_TO_SCALE = 1.2  # at the least, for a filter that does it well
TURNED_FROM = 5  # EXIF orientations 5 to 8 stand on their side
WHITE = [255, 255, 255]
_LOADING = Lock()


class PhotoRefused(Exception):
    """A photo that cannot be opened; the message is the sentence for the person."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where the photo is: its size when scaled, and its left upper corner on the canvas, in even pixels for the colours' sake."""

    width: int
    height: int
    left: int
    top: int


def paint(slide: Slide, *, width: int, height: int) -> Any:
    """
    Return the slide's canvas as a frame: yuv420p, BT.709, limited range.

    :raises PhotoRefused: for a picture that is damaged, far too large or far too small
    """
    vips = _vips()
    try:
        return _to_frame(_compose(slide, width, height), width, height)
    except vips.Error as error:
        raise PhotoRefused("The picture is damaged or incomplete: it could not be opened here.") from error


def place(width: int, height: int, *, slide: Slide, canvas: tuple[int, int]) -> Box:
    """Return where a photo of this size goes; what lies outside the canvas is cut off."""
    ratios = canvas[0] / width, canvas[1] / height
    scale = max(ratios) if slide.fit == Fit.CROP else min(ratios)
    across, down = (max(2, round(side * scale) & ~1) for side in (width, height))
    if slide.fit == Fit.CROP:
        across, down = max(across, canvas[0]), max(down, canvas[1])
        return Box(across, down, -_cut(across, canvas[0], slide.focus_x), -_cut(down, canvas[1], slide.focus_y))
    return Box(across, down, (canvas[0] - across) // 2 & ~1, (canvas[1] - down) // 2 & ~1)


def _cut(length: int, kept: int, focus: float) -> int:
    """How much goes before the kept part, with the focus in its middle as far as there is something to keep."""
    return round(min(max(focus * length - kept / 2, 0), length - kept)) & ~1


def _vips() -> Any:
    with _LOADING:  # while its loaders are being blocked and let through, another thread would be refused a good photo
        return _load_vips()


@lru_cache(maxsize=1)
def _load_vips() -> Any:
    os.environ.setdefault("VIPS_CONCURRENCY", "1")
    import pyvips

    pyvips.voperation.cache_set_max(0)
    pyvips.operation_block_set("VipsForeignLoad", True)  # noqa: FBT003 - its name says it
    for name in ("Jpeg", "Png", "Webp"):
        pyvips.operation_block_set(f"VipsForeignLoad{name}", False)  # noqa: FBT003
    return pyvips


def _compose(slide: Slide, width: int, height: int) -> Any:
    photo, box = _open(slide, (width, height))
    if slide.fit == Fit.CROP:
        return photo.crop(-box.left, -box.top, width, height)
    if slide.fit == Fit.BLUR and (box.width, box.height) != (width, height):
        photo = photo.copy_memory()
        return _blurred(photo, width, height).insert(photo, box.left, box.top)
    return photo.embed(box.left, box.top, width, height, background=read_colour(slide.colour), extend="background")


def _open(slide: Slide, canvas: tuple[int, int]) -> tuple[Any, Box]:
    """Return the photo scaled to its box, upright, three bands of 8 bits in sRGB."""
    vips = _vips()
    if slide.decoder not in VIPS_LOADERS:
        return _open_phone_format(slide, canvas)
    header = getattr(vips.Image, VIPS_LOADERS[slide.decoder])(slide.path)
    _check_size(header.width, header.height)
    turn = header.get("orientation") if header.get_typeof("orientation") else 1
    upright = (header.height, header.width) if turn >= TURNED_FROM else (header.width, header.height)
    box = place(*upright, slide=slide, canvas=canvas)
    # Converting colours takes longer than all the rest: only where a profile that is not sRGB's, or CMYK, asks for it.
    profile = header.get("icc-profile-data") if header.get_typeof("icc-profile-data") else b""
    is_foreign = header.interpretation == "cmyk" or (profile and not is_srgb(bytes(profile)))
    if slide.decoder == JPEG.decoder and not is_foreign:
        return _plain(_open_jpeg(header, slide.path, turn, box), slide), box
    colours = {"export_profile": "srgb"} if is_foreign else {}
    photo = vips.Image.thumbnail(slide.path, box.width, height=box.height, size="force", fail_on="truncated", **colours)
    return _plain(photo, slide), box


def _open_jpeg(header: Any, path: str, turn: int, box: Box) -> Any:
    """
    Return the photo upright, as large as its box. `thumbnail` leaves itself at least a factor of two to scale by and so
    decodes most photos whole, which takes half as long again.
    """
    across, down = (box.height, box.width) if turn >= TURNED_FROM else (box.width, box.height)
    spare = min(header.width / across, header.height / down)
    shrink = max(one for one in SHRINKS if one == 1 or one * LEFT_TO_SCALE <= spare)
    photo = _vips().Image.jpegload(path, shrink=shrink, fail_on="truncated", access="sequential")
    photo = photo.resize(across / photo.width, vscale=down / photo.height)
    return photo.copy_memory().autorot() if turn > 1 else photo


def _open_phone_format(slide: Slide, canvas: tuple[int, int]) -> tuple[Any, Box]:
    """HEIC and AVIF, which our libvips has no decoder for, go through Pillow, whole."""
    from PIL import Image, ImageOps

    if slide.decoder == "HEIF":
        import pi_heif

        pi_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with Image.open(slide.path, formats=[slide.decoder]) as file:
            _check_size(*file.size)
            upright = ImageOps.exif_transpose(file).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PhotoRefused("The picture is damaged or incomplete: it could not be opened here.") from error
    box = place(*upright.size, slide=slide, canvas=canvas)
    photo = _vips().Image.new_from_memory(upright.tobytes(), *upright.size, 4, "uchar").copy(interpretation="srgb")
    return _plain(photo.thumbnail_image(box.width, height=box.height, size="force"), slide), box


def _plain(photo: Any, slide: Slide) -> Any:
    if photo.hasalpha():
        photo = photo.flatten(background=read_colour(slide.colour) if slide.fit == Fit.PAD else WHITE)
    if photo.interpretation != "srgb":
        photo = photo.colourspace("srgb")
    return photo if photo.format == "uchar" else photo.cast("uchar")


def _blurred(photo: Any, width: int, height: int) -> Any:
    """A copy that fills the canvas, blurred at an eighth of the size, darker."""
    small = photo.resize(max(width / photo.width, height / photo.height) / BLUR_SCALE * BEYOND_EDGE, kernel="linear")
    across, down = -(-width // BLUR_SCALE), -(-height // BLUR_SCALE)
    small = small.crop((small.width - across) // 2, (small.height - down) // 2, across, down)
    soft = small.gaussblur(BLUR_RADIUS).linear(BLUR_LIGHT, 0).cast("uchar")
    return soft.resize(BLUR_SCALE, kernel="linear").crop(0, 0, width, height)


def _to_frame(image: Any, width: int, height: int) -> Any:
    import av

    frame = av.VideoFrame(width, height, "rgb24")
    plane = frame.planes[0]
    if plane.line_size != width * 3:
        image = image.embed(0, 0, plane.line_size // 3, height)  # rows are padded in FFmpeg's memory
    plane.update(image.write_to_memory())
    return frame.reformat(
        format="yuv420p",
        src_color_range="JPEG",
        dst_color_range="MPEG",
        dst_colorspace="ITU709",
        interpolation="BICUBIC",
    )


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE or min(width, height) < MIN_SIDE:
        most = f"{MAX_PIXELS // 1_000_000} megapixels"
        raise PhotoRefused(
            f"The picture has {width} × {height} pixels; a slideshow takes {MIN_SIDE} a side to {most} in all."
        )


def read_colour(said: str) -> list[int]:
    """Return red, green and blue, 0 to 255, of "#rrggbb"."""
    return [int(said[start : start + 2], 16) for start in (1, 3, 5)]
