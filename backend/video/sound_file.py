"""Which sound files can be the music of a slideshow, by their first bytes and never by their name; and what one of them is."""

from dataclasses import dataclass
from pathlib import Path

from video.child import ChildFailed, run_child
from video.container import HEAD_BYTES
from video.probe import VideoRejected

TIMEOUT_S = 60.0
MAX_SOUND_BYTES = 100 * 1024**2
M4A_BRANDS = (b"M4A ", b"M4B ")
LAYER_MASK, LAYER_3 = 0x06, 0x02  # of an MPEG audio frame's second byte


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """The demuxer to force on such a file, and its MIME type."""

    demuxer: str
    mime_type: str


MP3 = SoundFormat("mp3", "audio/mpeg")
M4A = SoundFormat("mov", "audio/mp4")
WAV = SoundFormat("wav", "audio/wav")
OGG = SoundFormat("ogg", "audio/ogg")
FLAC = SoundFormat("flac", "audio/flac")
FORMATS = (MP3, M4A, WAV, OGG, FLAC)


@dataclass(frozen=True, slots=True)
class SoundFacts:
    """A sound file that can be played; its length in milliseconds."""

    mime_type: str
    duration_ms: int
    codec: str


def find_sound(head: bytes) -> SoundFormat | None:
    """Return the format whose signature `head` (the first 64 bytes) starts with, None for anything else."""
    if head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and _is_layer_3(head[1])):  # noqa: PLR2004
        return MP3
    if head[4:8] == b"ftyp" and head[8:12] in M4A_BRANDS:
        return M4A
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return WAV
    if head[:4] == b"OggS":
        return OGG
    return FLAC if head[:4] == b"fLaC" else None


def find_demuxer(mime_type: str) -> str:
    """
    Return the demuxer for a sound file of this type.

    :raises KeyError: for another type
    """
    return {one.mime_type: one.demuxer for one in FORMATS}[mime_type]


def probe_sound(path: Path) -> SoundFacts:
    """
    Return what the file is; some of it is decoded.

    :raises VideoRejected: `not_a_sound`, `unreadable_sound`
    """
    with path.open("rb") as stream:
        kind = find_sound(stream.read(HEAD_BYTES))
    if kind is None:
        raise VideoRejected("not_a_sound", "This file is no music we can play. Use MP3, M4A, WAV, OGG or FLAC.")
    try:
        facts = run_child("video.sound_child", [kind.demuxer, str(path)], timeout_s=TIMEOUT_S)
    except ChildFailed as error:
        raise VideoRejected("unreadable_sound", "The sound file is damaged: it could not be played here.") from error
    if "error" in facts:
        raise VideoRejected(str(facts["error"]), str(facts["message"]))
    return SoundFacts(kind.mime_type, int(str(facts["duration_ms"])), str(facts["codec"]))


def _is_layer_3(second: int) -> bool:
    return second & LAYER_MASK == LAYER_3
