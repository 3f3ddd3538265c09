"""Which characters the font of captions has a sign for. Pure: read from the font file itself (OpenType `cmap`, format 12)."""

import struct
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "NotoSans-Bold.ttf"
TABLE_RECORD, ENCODING_RECORD = 16, 8
SEGMENTED, SEGMENTED_SHORT = 12, 4
DRAWN_AS_SPACE = "\n\r\t "


def find_undrawable(text: str) -> str:
    """Return the first character that the font has no sign for, empty when it has all of them."""
    starts, ends = _ranges()
    for sign in text:
        place = bisect_right(starts, ord(sign)) - 1
        if sign not in DRAWN_AS_SPACE and (place < 0 or ord(sign) > ends[place]):
            return sign
    return ""


@lru_cache(maxsize=1)
def _ranges() -> tuple[list[int], list[int]]:
    """Return where each run of known characters begins, and where it ends."""
    data = FONT.read_bytes()
    runs = sorted(_read_runs(data, _find_table(data, b"cmap")))
    return [first for first, _ in runs], [last for _, last in runs]


def _find_table(data: bytes, name: bytes) -> int:
    (count,) = struct.unpack(">H", data[4:6])
    for place in range(12, 12 + count * TABLE_RECORD, TABLE_RECORD):
        tag, _, offset, _ = struct.unpack(">4sIII", data[place : place + TABLE_RECORD])
        if tag == name:
            return int(offset)
    raise ValueError(f"the font has no {name!r}")


def _read_runs(data: bytes, cmap: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack(">H", data[cmap + 2 : cmap + 4])
    for place in range(cmap + 4, cmap + 4 + count * ENCODING_RECORD, ENCODING_RECORD):
        table = cmap + struct.unpack(">I", data[place + 4 : place + 8])[0]
        (kind,) = struct.unpack(">H", data[table : table + 2])
        if kind == SEGMENTED:
            (groups,) = struct.unpack(">I", data[table + 12 : table + 16])
            rows = struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * groups])
            return [(first, last) for first, last, _ in rows]
        if kind == SEGMENTED_SHORT:
            return _read_short(data, table)
    raise ValueError("the font has no table of characters that we read")


def _read_short(data: bytes, table: int) -> list[tuple[int, int]]:
    """Format 4: the last characters of all runs, then the first ones; the run that ends at 0xFFFF is none."""
    size = struct.unpack(">H", data[table + 6 : table + 8])[0]
    lasts = struct.unpack(f">{size // 2}H", data[table + 14 : table + 14 + size])
    firsts = struct.unpack(f">{size // 2}H", data[table + 16 + size : table + 16 + 2 * size])
    return [(first, last) for first, last in zip(firsts, lasts, strict=True) if last != 0xFFFF]  # noqa: PLR2004
