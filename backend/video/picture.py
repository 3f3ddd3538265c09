"""Which picture format a file has, by its first bytes and never by its name. Pure."""

from dataclasses import dataclass

HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
AVIF_BRANDS = (b"avif", b"avis")


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A format that can be made ready for TikTok: Pillow's name of the decoder to force on it, and its MIME type."""

    decoder: str
    mime_type: str


JPEG = PictureFormat("JPEG", "image/jpeg")
PNG = PictureFormat("PNG", "image/png")
WEBP = PictureFormat("WEBP", "image/webp")
HEIC = PictureFormat("HEIF", "image/heic")
AVIF = PictureFormat("AVIF", "image/avif")
FORMATS = (JPEG, PNG, WEBP, HEIC, AVIF)


def find_picture(head: bytes) -> PictureFormat | None:
    """Return the format whose signature `head` (the first 64 bytes) starts with, None for anything else."""
    if head[:3] == b"\xff\xd8\xff":
        return JPEG
    if head[:8] == b"\x89PNG\r\n\x1a\n":
        return PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return _by_brand(head[8:12])
    return None


def _by_brand(brand: bytes) -> PictureFormat | None:
    if brand in HEIC_BRANDS:
        return HEIC
    return AVIF if brand in AVIF_BRANDS else None
