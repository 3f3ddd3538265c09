"""
Pictures in which every macroblock is skipped: a hold repeats the picture before, a blend is the two photos around it.

All symbols of such a picture are the most probable ones, so CABAC's (ITU-T H.264 §9.3) interval only shrinks from above: `low`
stays 0, the coder only shifts, and a picture of 8,160 macroblocks is some 60 bytes. Pure.
"""

from functools import lru_cache
from typing import Literal

PictureKind = Literal["P", "B"]

# §9.3.1.1, table 9-13: (m, n) of mb_skip_flag's first context (11 in P, 24 in B slices), cabac_init_idc 0.
SKIP_CONTEXT: dict[PictureKind, tuple[int, int]] = {"P": (23, 33), "B": (18, 64)}
MAX_QP, LAST_STATE = 51, 62

# Table 9-44, rangeTabLPS: what the least probable symbol takes, by state (rows of four) and by the range's two top bits.
RANGE_LPS = bytes([
    128, 176, 208, 240, 128, 167, 197, 227, 128, 158, 187, 216, 123, 150, 178, 205, 116, 142, 169, 195, 111, 135, 160, 185,
    105, 128, 152, 175, 100, 122, 144, 166, 95, 116, 137, 158, 90, 110, 130, 150, 85, 104, 123, 142, 81, 99, 117, 135,
    77, 94, 111, 128, 73, 89, 105, 122, 69, 85, 100, 116, 66, 80, 95, 110, 62, 76, 90, 104, 59, 72, 86, 99,
    56, 69, 81, 94, 53, 65, 77, 89, 51, 62, 73, 85, 48, 59, 69, 80, 46, 56, 66, 76, 43, 53, 63, 72,
    41, 50, 59, 69, 39, 48, 56, 65, 37, 45, 54, 62, 35, 43, 51, 59, 33, 41, 48, 56, 32, 39, 46, 53,
    30, 37, 43, 50, 29, 35, 41, 48, 27, 33, 39, 45, 26, 31, 37, 43, 24, 30, 35, 41, 23, 28, 33, 39,
    22, 27, 32, 37, 21, 26, 30, 35, 20, 24, 29, 33, 19, 23, 27, 31, 18, 22, 26, 30, 17, 21, 25, 28,
    16, 20, 23, 27, 15, 19, 22, 25, 14, 18, 21, 24, 14, 17, 20, 23, 13, 16, 19, 22, 12, 15, 18, 21,
    12, 14, 17, 20, 11, 14, 16, 19, 11, 13, 15, 18, 10, 12, 15, 17, 10, 12, 14, 16, 9, 11, 13, 15,
    9, 11, 12, 14, 8, 10, 12, 14, 8, 9, 11, 13, 7, 9, 11, 12, 7, 9, 10, 12, 7, 8, 10, 11,
    6, 8, 9, 11, 6, 7, 9, 10, 6, 7, 8, 9, 2, 2, 2, 2,
])  # fmt: skip


@lru_cache(maxsize=16)
def write_all_skipped(kind: PictureKind, *, macroblocks: int, qp: int) -> bytes:
    """Return the CABAC data of a slice of so many macroblocks, every one of them skipped, at the slice's QP."""
    m, n = SKIP_CONTEXT[kind]
    state = min(126, max(1, (m * min(MAX_QP, max(0, qp)) >> 4) + n)) - 64
    if state < 0:
        raise ValueError("skipping is not the most probable symbol here")
    width, shifts = 510, 0
    for left in range(macroblocks - 1, -1, -1):
        width -= RANGE_LPS[state * 4 + (width >> 6 & 3)]  # mb_skip_flag = 1
        state = min(LAST_STATE, state + 1)
        width, shifts = _renormalize(width, shifts)
        width -= 2  # end_of_slice_flag = 0
        if left:
            width, shifts = _renormalize(width, shifts)
    return _flush(width, shifts)


def _renormalize(width: int, shifts: int) -> tuple[int, int]:
    while width < 256:  # noqa: PLR2004 - the range has nine bits, the first of them set
        width, shifts = width << 1, shifts + 1
    return width, shifts


def _flush(width: int, shifts: int) -> bytes:
    """End the slice (§9.3.4.5): `low` is what is left below the range; its first bit is never written, the last one stops."""
    bits = ("0" * shifts + f"{width >> 1 & 0x1FF:09b}" + "1")[1:]
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
