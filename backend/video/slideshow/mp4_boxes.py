"""The boxes an MP4 is made of (ISO/IEC 14496-12, -14 and -15), as far as one video and one sound track need them. Pure."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

MOVIE_TIMESCALE = 1000
UNITY = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
UNDETERMINED_LANGUAGE = 0x55C4
WHOLE = 0x10000  # 1 in 16.16
ENABLED_IN_MOVIE = 3
FULL_VOLUME = 0x100
OBJECT_AAC, STREAM_AUDIO = 0x40, 0x15
BT709 = 1
SEVENTY_TWO_DPI = 0x480000


@dataclass(frozen=True, slots=True)
class Track:
    """
    One track's samples: sizes in bytes in decoding order, `delta` ticks each, and chunks of (offset in the file, samples).

    `offsets`: ticks from decoding to showing, empty when none; `sync`: numbers from 1 of the samples playing may begin at, empty
    when all. `skipped` ticks at the start are not shown; `shown_ms` are.
    """

    number: int
    timescale: int
    delta: int
    sizes: Sequence[int]
    chunks: Sequence[tuple[int, int]]
    description: bytes
    skipped: int
    shown_ms: int
    offsets: Sequence[int] = ()
    sync: Sequence[int] = ()
    size: tuple[int, int] | None = None


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def full_box(kind: bytes, flags: int, *parts: bytes) -> bytes:
    return box(kind, struct.pack(">I", flags), *parts)


def write_movie(tracks: Sequence[Track], *, duration_ms: int) -> bytes:
    """Return the `moov` box."""
    header = struct.pack(">4IIH10x", 0, 0, MOVIE_TIMESCALE, duration_ms, WHOLE, FULL_VOLUME)
    next_track = struct.pack(">I", len(tracks) + 1)
    movie_header = full_box(b"mvhd", 0, header, UNITY, bytes(24), next_track)
    return box(b"moov", movie_header, *[write_track(track) for track in tracks])


def write_track(track: Track) -> bytes:
    """Return a `trak` box."""
    volume = 0 if track.size else FULL_VOLUME
    place = struct.pack(">5I8xhhhh", 0, 0, track.number, 0, track.shown_ms, 0, 0, volume, 0)
    size = struct.pack(">II", *(side << 16 for side in track.size or (0, 0)))
    edit = struct.pack(">IIiI", 1, track.shown_ms, track.skipped, WHOLE)
    return box(
        b"trak",
        full_box(b"tkhd", ENABLED_IN_MOVIE, place, UNITY, size),
        box(b"edts", full_box(b"elst", 0, edit)),
        _media(track),
    )


def _media(track: Track) -> bytes:
    duration = len(track.sizes) * track.delta
    handler = b"vide" if track.size else b"soun"
    kind = full_box(b"vmhd", 1, bytes(8)) if track.size else full_box(b"smhd", 0, bytes(4))
    here = box(b"dinf", full_box(b"dref", 0, struct.pack(">I", 1), full_box(b"url ", 1)))
    return box(
        b"mdia",
        full_box(b"mdhd", 0, struct.pack(">4IHH", 0, 0, track.timescale, duration, UNDETERMINED_LANGUAGE, 0)),
        full_box(b"hdlr", 0, bytes(4), handler, bytes(12), b"\0"),
        box(b"minf", kind, here, _sample_table(track)),
    )


def _sample_table(track: Track) -> bytes:
    tables = [
        full_box(b"stsd", 0, struct.pack(">I", 1), track.description),
        _table(b"stts", ">II", [(len(track.sizes), track.delta)]),
    ]
    if any(track.offsets):
        tables.append(_table(b"ctts", ">II", [(len(list(run)), offset) for offset, run in groupby(track.offsets)]))
    if track.sync:
        tables.append(_table(b"stss", ">I", [(number,) for number in track.sync]))
    tables += [
        _table(b"stsc", ">III", _chunk_runs(track.chunks)),
        full_box(b"stsz", 0, struct.pack(f">II{len(track.sizes)}I", 0, len(track.sizes), *track.sizes)),
        _table(b"stco", ">I", [(offset,) for offset, _ in track.chunks]),
    ]
    return box(b"stbl", *tables)


def _table(kind: bytes, row: str, rows: Sequence[tuple[int, ...]]) -> bytes:
    return full_box(kind, 0, struct.pack(">I", len(rows)), *[struct.pack(row, *one) for one in rows])


def _chunk_runs(chunks: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    runs = list[tuple[int, int, int]]()
    for number, (_, samples) in enumerate(chunks, start=1):
        if not runs or runs[-1][1] != samples:
            runs.append((number, samples, 1))
    return runs


def describe_h264(width: int, height: int, *, sps: bytes, ppss: Sequence[bytes]) -> bytes:
    """Return an `avc1` sample entry: limited-range BT.709, square pixels, the parameter sets beside the samples."""
    entry = struct.pack(">6xH16xHHIIIH32xHh", 1, width, height, SEVENTY_TWO_DPI, SEVENTY_TWO_DPI, 0, 1, 24, -1)
    sets = b"\1" + sps[1:4] + b"\xff\xe1" + _counted(sps) + bytes([len(ppss)]) + b"".join(map(_counted, ppss))
    chroma_420_and_8_bits = b"\xfd\xf8\xf8\0"
    colour = struct.pack(">HHHB", BT709, BT709, BT709, 0)
    return box(
        b"avc1",
        entry,
        box(b"avcC", sets + chroma_420_and_8_bits),
        box(b"colr", b"nclx", colour),
        box(b"pasp", struct.pack(">II", 1, 1)),
    )


def describe_aac(*, rate: int, channels: int, bit_rate: int, config: bytes) -> bytes:
    """Return an `mp4a` sample entry; `config` is the AudioSpecificConfig."""
    entry = struct.pack(">6xH8xHHII", 1, channels, 16, 0, rate << 16)
    coder = bytes([OBJECT_AAC, STREAM_AUDIO]) + bytes(3) + struct.pack(">II", bit_rate, bit_rate)
    decoder = _descriptor(4, coder + _descriptor(5, config))
    stream = _descriptor(3, b"\0\2\0" + decoder + _descriptor(6, b"\2"))
    return box(b"mp4a", entry, full_box(b"esds", 0, stream))


def _counted(unit: bytes) -> bytes:
    return struct.pack(">H", len(unit)) + unit


def _descriptor(tag: int, body: bytes) -> bytes:
    return bytes([tag, 0x80, 0x80, 0x80, len(body)]) + body
