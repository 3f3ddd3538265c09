"""Where the parts of a file lie, read from its outermost headers alone: is the index in front, is the end missing. Pure."""

import struct
from dataclasses import dataclass
from typing import BinaryIO

MOST_BOXES = 2000
EBML_HEADER, EBML_SEGMENT = 0x1A45DFA3, 0x18538067


@dataclass(frozen=True, slots=True)
class Layout:
    """`index_first` is None for a container that has no one place for it."""

    index_first: bool | None
    is_cut_off: bool


def read_layout(stream: BinaryIO, *, size: int) -> Layout:
    """Return the layout of an MP4, MOV or WebM of `size` bytes; a header that makes no sense ends the reading."""
    stream.seek(0)
    if stream.read(4) == b"\x1a\x45\xdf\xa3":
        return Layout(None, is_cut_off=_is_webm_cut_off(stream, size))
    order: list[bytes] = []
    place = 0
    for _ in range(MOST_BOXES):
        stream.seek(place)
        head = stream.read(16)
        if len(head) < 8:  # noqa: PLR2004 - a box starts with its size and its name, four bytes each
            break
        length, name = struct.unpack(">I4s", head[:8])
        if length == 1 and len(head) == 16:  # noqa: PLR2004
            length = struct.unpack(">Q", head[8:])[0]
        if length == 0:  # reaches to the end of the file
            length = size - place
        if length < 8 or not name.isalnum():  # noqa: PLR2004
            break
        order.append(name)
        place += length
        if place > size:
            return Layout(_index_first(order), is_cut_off=True)
    return Layout(_index_first(order), is_cut_off=False)


def _index_first(order: list[bytes]) -> bool | None:
    if b"moov" not in order or b"mdat" not in order:
        return None
    return order.index(b"moov") < order.index(b"mdat")


def _is_webm_cut_off(stream: BinaryIO, size: int) -> bool:
    place = 0
    for wanted in (EBML_HEADER, EBML_SEGMENT):
        stream.seek(place)
        head = stream.read(12)
        if len(head) < 12 or int.from_bytes(head[:4]) != wanted:  # noqa: PLR2004 - four bytes of name, up to eight of size
            return False
        width = 9 - head[4].bit_length()
        if width > 8:  # noqa: PLR2004
            return False
        length = int.from_bytes(head[4 : 4 + width]) & ((1 << 7 * width) - 1)
        if length == (1 << 7 * width) - 1:  # a live recording does not know its length
            return False
        place += 4 + width + (length if wanted == EBML_HEADER else 0)
    return place + length > size
