"""Writing the MP4: index first, a second of pictures and a second of sound in turn, constant frame rate, one edit a track."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from video.slideshow.mp4_boxes import Track, box, describe_aac, describe_h264, write_movie
from video.slideshow.timeline import Sample

TICKS = 512  # of the video's clock a picture; any number does
AAC_FRAME = 1024
BRANDS = b"isom\0\0\2\0isomiso2avc1mp41"
HEADER_BYTES = 8


@dataclass(frozen=True, slots=True)
class Sound:
    """AAC packets of 1,024 samples each; the first `priming` samples are the encoder's run-up, `samples` are to be heard."""

    packets: Sequence[bytes]
    config: bytes
    rate: int
    channels: int
    bit_rate: int
    priming: int
    samples: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The video track as a whole; `reordered`: how many pictures come before one that is shown earlier."""

    width: int
    height: int
    fps: int
    sps: bytes
    ppss: Sequence[bytes]
    reordered: int


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Samples `first` up to `first + count` of one track, side by side in the file."""

    is_sound: bool
    first: int
    count: int


def write_mp4(path: Path, samples: Sequence[Sample], picture: Picture, sound: Sound) -> None:
    """
    Write the file; the caller gives it its name when it is whole.

    :param samples: in decoding order
    :raises OSError: when there is no room
    """
    data = ([one.data for one in samples], list(sound.packets))
    chunks = list(_interleave(len(samples), len(sound.packets), picture.fps, sound.rate))
    kind = box(b"ftyp", BRANDS)
    length = len(_movie(0, chunks, samples, picture, sound))  # however large the offsets are, they take four bytes each
    movie = _movie(len(kind) + length + HEADER_BYTES, chunks, samples, picture, sound)
    media = sum(len(one) for track in data for one in track)
    with path.open("wb") as file:
        file.write(kind + movie + struct.pack(">I4s", HEADER_BYTES + media, b"mdat"))
        for chunk in chunks:
            file.write(b"".join(data[chunk.is_sound][chunk.first : chunk.first + chunk.count]))


def _interleave(pictures: int, packets: int, fps: int, rate: int) -> Iterator[_Chunk]:
    """A second of pictures, then the sound up to the same time, and so on; what is left of the sound at the end."""
    shown = heard = 0
    while shown < pictures or heard < packets:
        count = min(fps, pictures - shown)
        if count:
            yield _Chunk(is_sound=False, first=shown, count=count)
            shown += count
        until = packets if shown >= pictures else min(packets, round(shown / fps * rate / AAC_FRAME))
        if until > heard:
            yield _Chunk(is_sound=True, first=heard, count=until - heard)
            heard = until


def _movie(start: int, chunks: Sequence[_Chunk], samples: Sequence[Sample], picture: Picture, sound: Sound) -> bytes:
    sizes = ([len(one.data) for one in samples], [len(one) for one in sound.packets])
    placed: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for chunk in chunks:
        placed[chunk.is_sound].append((start, chunk.count))
        start += sum(sizes[chunk.is_sound][chunk.first : chunk.first + chunk.count])
    shown_ms = round(len(samples) * 1000 / picture.fps)
    video = Track(
        1,
        picture.fps * TICKS,
        TICKS,
        sizes[0],
        placed[0],
        describe_h264(picture.width, picture.height, sps=picture.sps, ppss=picture.ppss),
        skipped=picture.reordered * TICKS,
        shown_ms=shown_ms,
        offsets=[(one.shown - place + picture.reordered) * TICKS for place, one in enumerate(samples)],
        sync=[number for number, one in enumerate(samples, start=1) if one.is_sync],
        size=(picture.width, picture.height),
    )
    entry = describe_aac(rate=sound.rate, channels=sound.channels, bit_rate=sound.bit_rate, config=sound.config)
    heard_ms = round(sound.samples * 1000 / sound.rate)
    track = Track(2, sound.rate, AAC_FRAME, sizes[1], placed[1], entry, skipped=sound.priming, shown_ms=heard_ms)
    return write_movie([video, track], duration_ms=shown_ms)
