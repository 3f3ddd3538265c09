"""Which container a file is, by its first bytes and never by its name. Pure."""

from dataclasses import dataclass

HEAD_BYTES = 64
QUICKTIME_BRAND = b"qt  "


@dataclass(frozen=True, slots=True)
class Container:
    """A container TikTok takes: the demuxer to force on it, and its MIME type."""

    demuxer: str
    mime_type: str


MP4 = Container("mov", "video/mp4")
QUICKTIME = Container("mov", "video/quicktime")
WEBM = Container("matroska", "video/webm")


def find_container(head: bytes) -> Container | None:
    """Return the container whose signature `head` (the first 64 bytes) starts with, None when TikTok takes no such file."""
    if head[4:8] == b"ftyp":
        return QUICKTIME if head[8:12] == QUICKTIME_BRAND else MP4
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free"):  # QuickTime files from before `ftyp`
        return QUICKTIME
    if head[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in head:
        return WEBM
    return None
