"""
The media doctor: what TikTok will refuse about a file, what is risky, and what would mend it. Pure.

TikTok checks a file only after it has all of it, and then says one word. This says it before, with what was measured.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from video import limits


class Severity(StrEnum):
    """`refused`: TikTok will refuse it. `risky`: it may, or make it look worse. `fine`: worth knowing, no more."""

    REFUSED = "refused"
    RISKY = "risky"
    FINE = "fine"


class Fix(StrEnum):
    """What can be done here; `trim` leaves something out and is never done unasked."""

    REMUX = "remux"
    ENCODE = "encode"
    FRAME_RATE = "frame_rate"
    SIZE = "size"
    TRIM = "trim"
    JPEG = "jpeg"


@dataclass(frozen=True, slots=True)
class Measured:
    """A file as it was measured; None and "" are what nobody knows, and nothing is said about them."""

    is_image: bool = False
    mime_type: str = ""
    size_bytes: int = 0
    duration_ms: int | None = None
    width: int | None = None
    height: int | None = None
    frame_rate: float | None = None
    video_codec: str = ""
    audio_codec: str = ""
    pixel_format: str = ""
    transfer: str = ""
    rotation: int = 0
    is_variable: bool = False
    index_first: bool | None = None
    is_cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a file: TikTok's own name of the check where there is one, and what mends it (None: nothing here can)."""

    code: str
    severity: Severity
    sentence: str
    measured: str
    limit: str
    fix: Fix | None = None


def examine(file: Measured, *, longest_ms: int | None = None, handle: str = "") -> list[Finding]:
    """
    Return what is to be said about a file, the gravest first.

    :param longest_ms: what TikTok lets the account `handle` post; None leaves TikTok's limit for everybody
    """
    rules = _image_findings(file) if file.is_image else _video_findings(file)
    found = [*rules, *([] if file.is_image else _duration_findings(file, longest_ms, handle))]
    return sorted(found, key=lambda finding: list(Severity).index(finding.severity))


def worst_of(findings: Iterable[Finding]) -> Severity:
    """Return the gravest severity; fine when there is nothing to say."""
    return min((one.severity for one in findings), key=list(Severity).index, default=Severity.FINE)


def fixes_for(findings: Iterable[Finding]) -> list[Fix]:
    """Return what mends everything that is refused or risky and can be mended without leaving anything out."""
    wanted = {one.fix for one in findings if one.fix and one.severity != Severity.FINE} - {Fix.TRIM}
    return [fix for fix in Fix if fix in wanted]


def say_length(milliseconds: int) -> str:
    """Return a length as a clock shows it, `3:05`; tenths below ten minutes where they tell it from the limit."""
    tenths = round(milliseconds / 100)
    minutes, rest = divmod(tenths, 600)
    seconds, tenth = divmod(rest, 10)
    return f"{minutes}:{seconds:02}" + (f".{tenth}" if tenth else "")


def _video_findings(file: Measured) -> Iterator[Finding]:
    yield from _format_findings(file)
    yield from _rate_findings(file)
    yield from _size_findings(file)
    yield from _colour_findings(file)
    if file.rotation:
        sentence = f"The clip carries a note to turn it by {file.rotation}°. TikTok follows it."
        yield Finding("rotated", Severity.FINE, sentence, f"{file.rotation}°", "0°", Fix.ENCODE)
    if file.is_cut_off:
        sentence = "The end of the file is missing: it was cut off on its way. Export it again and upload that."
        yield Finding("file_cut_off", Severity.REFUSED, sentence, "cut off", "whole")
    elif file.index_first is False:
        sentence = "The file's index stands at its end. TikTok takes it; players start a little later."
        yield Finding("index_at_end", Severity.FINE, sentence, "at the end", "in front", Fix.REMUX)


def _format_findings(file: Measured) -> Iterator[Finding]:
    code, refused = "file_format_check_failed", Severity.REFUSED
    if file.mime_type and file.mime_type not in limits.VIDEO_TYPES:
        yield Finding(
            code,
            refused,
            f"TikTok takes MP4, MOV and WebM; this file is {file.mime_type}.",
            file.mime_type,
            "MP4, MOV, WebM",
            Fix.ENCODE,
        )
    if file.video_codec and file.video_codec not in limits.CODECS:
        sentence = f"TikTok takes H.264, H.265, VP8 and VP9; this video is {file.video_codec}."
        yield Finding(code, refused, sentence, file.video_codec, "H.264, H.265, VP8, VP9", Fix.ENCODE)
    elif file.video_codec and file.video_codec != "h264":
        sentence = f"The video is {file.video_codec}. TikTok takes it, and recommends H.264."
        yield Finding("codec_not_recommended", Severity.FINE, sentence, file.video_codec, "H.264", Fix.ENCODE)
    if file.audio_codec not in limits.SAFE_SOUND:
        sentence = f"The sound is {file.audio_codec}. AAC is what TikTok expects; other sound may be lost."
        yield Finding("sound_codec", Severity.RISKY, sentence, file.audio_codec, "AAC", Fix.ENCODE)
    if file.size_bytes > limits.MAX_VIDEO_BYTES:
        size = f"{file.size_bytes / 1024**3:.2f} GB"
        sentence = f"TikTok takes 4 GB at most; this file has {size}."
        yield Finding("file_size_check_failed", refused, sentence, size, "4 GB", Fix.ENCODE)


def _rate_findings(file: Measured) -> Iterator[Finding]:
    rate = file.frame_rate
    if rate is None:
        return
    measured = f"{rate:.4g}"
    if not limits.MIN_FPS - limits.FPS_TOLERANCE <= rate <= limits.MAX_FPS + limits.FPS_TOLERANCE:
        sentence = f"TikTok takes 23 to 60 frames a second; this video has {measured}."
        yield Finding("frame_rate_check_failed", Severity.REFUSED, sentence, measured, "23–60", Fix.FRAME_RATE)
    elif file.is_variable:
        sentence = "The frame rate changes within the clip. Sound and picture may drift apart at TikTok."
        yield Finding("frame_rate_varies", Severity.RISKY, sentence, f"{measured} on average", "even", Fix.FRAME_RATE)


def _size_findings(file: Measured) -> Iterator[Finding]:
    width, height = file.width, file.height
    if not width or not height:
        return
    measured = f"{width} × {height}"
    if min(width, height) < limits.MIN_SIDE or max(width, height) > limits.MAX_SIDE:
        sentence = f"TikTok takes 360 to 4,096 pixels a side; this video has {measured}."
        yield Finding("picture_size_check_failed", Severity.REFUSED, sentence, measured, "360–4096 px", Fix.SIZE)
    elif width % 2 or height % 2:
        sentence = f"The picture has an odd number of pixels ({measured}). Encoders may cut or blur its edge."
        yield Finding("odd_size", Severity.RISKY, sentence, measured, "even", Fix.SIZE)


def _colour_findings(file: Measured) -> Iterator[Finding]:
    if file.transfer:
        sentence = (
            "The video is HDR. TikTok may show it pale or too bright; a standard version looks the same everywhere."
        )
        yield Finding("hdr", Severity.RISKY, sentence, file.transfer, "standard range", Fix.ENCODE)
    elif file.pixel_format and file.pixel_format not in ("yuv420p", "yuvj420p", "yuva420p"):
        sentence = f"The colours are stored as {file.pixel_format}; many phones can only play 8-bit 4:2:0."
        yield Finding("pixel_format", Severity.RISKY, sentence, file.pixel_format, "yuv420p", Fix.ENCODE)


def _duration_findings(file: Measured, longest_ms: int | None, handle: str) -> Iterator[Finding]:
    length = file.duration_ms
    if length is None:
        return
    most = min(longest_ms or limits.MAX_DURATION_MS, limits.MAX_DURATION_MS)
    if length > most:
        whom = f"lets {handle} post" if handle and longest_ms and longest_ms < limits.MAX_DURATION_MS else "takes"
        sentence = f"TikTok {whom} {say_length(most)} at most; this video has {say_length(length)}."
        yield Finding(
            "duration_check_failed", Severity.REFUSED, sentence, say_length(length), say_length(most), Fix.TRIM
        )
    elif 0 < length < limits.SHORT_MS:
        sentence = f"The video has {say_length(length)}. TikTok is said to refuse what is shorter than 3 seconds."
        yield Finding("very_short", Severity.RISKY, sentence, say_length(length), "0:03")


def _image_findings(file: Measured) -> Iterator[Finding]:
    refused = Severity.REFUSED
    if file.mime_type and file.mime_type not in limits.IMAGE_TYPES:
        kind = file.mime_type.rpartition("/")[2].upper()
        sentence = f"TikTok takes JPEG and WebP pictures; this one is {kind}."
        yield Finding("file_format_check_failed", refused, sentence, kind, "JPEG, WebP", Fix.JPEG)
    if file.width and file.height and min(file.width, file.height) > limits.MAX_IMAGE_SHORT_SIDE:
        measured = f"{file.width} × {file.height}"
        sentence = f"TikTok takes pictures whose shorter side has at most 1,080 pixels; this one has {measured}."
        yield Finding("picture_size_check_failed", refused, sentence, measured, "1080 px", Fix.JPEG)
    if file.size_bytes > limits.MAX_IMAGE_BYTES:
        size = f"{file.size_bytes / 1024**2:.1f} MB"
        sentence = f"TikTok takes pictures of 20 MB at most; this one has {size}."
        yield Finding("file_size_check_failed", refused, sentence, size, "20 MB", Fix.JPEG)
