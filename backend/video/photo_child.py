"""The child that opens a picture: `python -m video.photo_child DECODER PATH READY THUMBNAIL`; prints facts, or an error."""

import json
import sys
from typing import Any

from video.child import lock_down
from video.photo import MAX_BYTES, MAX_PIXELS, MAX_SHORT_SIDE

MIN_SIDE, MAX_SIDE = 16, 65_000
THUMBNAIL_SIDE = 480
QUALITIES = (92, 85, 75, 60)


def make(decoder: str, path: str, ready: str, thumbnail: str) -> dict[str, object]:
    """Open the file with this decoder only; write both JPEGs; return sizes in pixels."""
    from PIL import Image, ImageOps  # after lock_down, so that what its libraries do is limited too

    if decoder == "HEIF":
        import pi_heif

        pi_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with Image.open(path, formats=[decoder]) as file:
        if file.width * file.height > MAX_PIXELS or max(file.size) > MAX_SIDE or min(file.size) < MIN_SIDE:
            return _odd_size(file.width, file.height)
        turned = file.getexif().get(0x0112, 1) in {5, 6, 7, 8}
        width, height = (file.height, file.width) if turned else file.size
        shrink = min(1.0, MAX_SHORT_SIDE / min(file.size))
        wanted = (round(file.width * shrink), round(file.height * shrink))
        file.draft("RGB", wanted)  # a large JPEG is decoded at a fraction of its size; at least as large as wanted
        image = _plain(ImageOps.exif_transpose(file))
    shown = (wanted[1], wanted[0]) if turned else wanted
    if image.size != shown:
        image = image.resize(shown, Image.Resampling.LANCZOS)
    _save(image, ready)
    image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    image.save(thumbnail, "JPEG", quality=82)
    return {"width": width, "height": height, "ready_width": shown[0], "ready_height": shown[1]}


def _plain(image: Any) -> Any:
    """Return the picture in sRGB on white, without anything else that the file held."""
    import io

    from PIL import Image, ImageCms

    profile = image.info.get("icc_profile")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image).convert("RGB")
    elif profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile: the colours as they are
            image = image.convert("RGB")
    plain = image.convert("RGB")
    plain.info = {}
    return plain


def _save(image: Any, ready: str) -> None:
    from pathlib import Path

    for quality in QUALITIES:
        image.save(ready, "JPEG", quality=quality, optimize=True, exif=b"", icc_profile=None)
        if Path(ready).stat().st_size <= MAX_BYTES:
            return


def _odd_size(width: int, height: int) -> dict[str, object]:
    most = f"{MAX_PIXELS // 1_000_000} megapixels"
    message = (
        f"The picture has {width} × {height} pixels; we can make ready at least {MIN_SIDE} a side and at most {most}."
    )
    return {"error": "picture_size_check_failed", "message": message}


if __name__ == "__main__":
    lock_down()
    from PIL import Image, UnidentifiedImageError

    try:
        facts = make(*sys.argv[1:5])
    except Image.DecompressionBombError:
        facts = {"error": "picture_size_check_failed", "message": "The picture is far larger than can be opened here."}
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, EOFError) as error:
        message = "The picture is damaged or incomplete: it could not be opened here."
        facts = {"error": "unreadable_picture", "message": message}
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    sys.stdout.write(json.dumps(facts))
