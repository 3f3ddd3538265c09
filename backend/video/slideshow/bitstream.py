"""
Bits of H.264 (ITU-T H.264 §7.2, §9.1): writing and reading fixed-length and Exp-Golomb codes, and NAL units. Pure.

Inside a NAL unit, three bytes 00 00 00…03 never stand in a row: an "emulation prevention" byte 03 is put between them (§7.4.1).
"""

import re

LONGEST_ZEROS = 31
START_CODE = re.compile(rb"\x00\x00\x00?\x01")


class BadBitstream(Exception):
    """The bits are not what H.264 or our settings of the encoder say they should be."""


class BitWriter:
    """Bits one after the other, the most significant first."""

    __slots__ = ("_length", "_value")

    def __init__(self) -> None:
        self._value, self._length = 0, 0

    def u(self, bits: int, value: int) -> "BitWriter":
        """Write `value` as an unsigned number of so many bits."""
        self._value = self._value << bits | value
        self._length += bits
        return self

    def ue(self, value: int) -> "BitWriter":
        """Write an unsigned Exp-Golomb code: as many zeros as the number has bits after its first, then the number."""
        return self.u(2 * (value + 1).bit_length() - 1, value + 1)

    def se(self, value: int) -> "BitWriter":
        """Write a signed Exp-Golomb code: 0, 1, -1, 2, -2, …"""
        return self.ue(2 * value - 1 if value > 0 else -2 * value)

    def end_parameters(self) -> bytes:
        """Return the bytes of a parameter set: a stop bit, then zeros (`rbsp_trailing_bits`)."""
        self.u(1, 1)
        return self._padded(0)

    def end_slice_header(self) -> bytes:
        """Return the bytes of a slice header that CABAC data follows: filled up with ones (`cabac_alignment_one_bit`)."""
        return self._padded(1)

    def _padded(self, bit: int) -> bytes:
        missing = -self._length % 8
        self.u(missing, (1 << missing) - 1 if bit else 0)
        return self._value.to_bytes(self._length // 8, "big")


class BitReader:
    """Reads what BitWriter writes; `position` counts bits."""

    __slots__ = ("_data", "position")

    def __init__(self, data: bytes) -> None:
        self._data, self.position = data, 0

    def u(self, bits: int) -> int:
        """
        Read an unsigned number of so many bits.

        :raises BadBitstream: past the end
        """
        end = self.position + bits
        if end > 8 * len(self._data):
            raise BadBitstream("the bits end too early")
        first, last = self.position >> 3, (end + 7) >> 3
        block = int.from_bytes(self._data[first:last], "big")
        self.position = end
        return block >> (8 * last - end) & ((1 << bits) - 1)

    def flag(self) -> bool:
        return self.u(1) == 1

    def ue(self) -> int:
        """
        Read an unsigned Exp-Golomb code.

        :raises BadBitstream: for a code longer than any H.264 has
        """
        zeros = 0
        while not self.u(1):
            zeros += 1
            if zeros > LONGEST_ZEROS:
                raise BadBitstream("an Exp-Golomb code that is too long")
        return (1 << zeros) - 1 + self.u(zeros)

    def se(self) -> int:
        """Read a signed Exp-Golomb code."""
        code = self.ue()
        return (code + 1) // 2 if code & 1 else -(code // 2)

    def rest(self) -> bytes:
        """Return the bytes from the next whole one on: CABAC data starts on a byte."""
        return self._data[(self.position + 7) // 8 :]


def escape(payload: bytes) -> bytes:
    """Put in the emulation prevention bytes."""
    out, start = bytearray(), 0
    while (found := payload.find(b"\0\0", start)) >= 0 and found + 2 < len(payload):
        out += payload[start : found + 2]
        if payload[found + 2] <= 3:  # noqa: PLR2004 - 00, 01, 02 and 03 are what must not follow two zeros
            out.append(3)
        start = found + 2
    out += payload[start:]
    return bytes(out + b"\3" if out[-1:] == b"\0" else out)


def unescape(payload: bytes) -> bytes:
    """Take the emulation prevention bytes out."""
    return payload.replace(b"\0\0\3", b"\0\0")


def split_nal_units(stream: bytes) -> list[bytes]:
    """Return the NAL units of a byte stream with start codes (Annex B), without those."""
    return [unit.rstrip(b"\0") for unit in START_CODE.split(stream) if unit]


def join_nal_units(*units: bytes) -> bytes:
    """Return NAL units as an MP4 sample has them: each after its length in four bytes."""
    return b"".join(len(unit).to_bytes(4, "big") + unit for unit in units)
