"""Bits, Exp-Golomb codes, NAL units and pictures of skipped macroblocks."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from video.slideshow.bitstream import (
    BadBitstream,
    BitReader,
    BitWriter,
    escape,
    join_nal_units,
    split_nal_units,
    unescape,
)
from video.slideshow.skipped import RANGE_LPS, write_all_skipped


@given(st.lists(st.integers(0, 2**32 - 2), max_size=30), st.lists(st.integers(-(2**20), 2**20), max_size=30))
def test_exp_golomb_codes_are_read_as_they_were_written(unsigned: list[int], signed: list[int]) -> None:
    bits = BitWriter()
    for one in unsigned:
        bits.ue(one)
    for one in signed:
        bits.se(one)

    reader = BitReader(bits.end_parameters())

    assert [reader.ue() for _ in unsigned] == unsigned
    assert [reader.se() for _ in signed] == signed


@pytest.mark.parametrize(("value", "bits"), [(0, "1"), (1, "010"), (2, "011"), (3, "00100"), (7, "0001000")])
def test_codes_are_those_of_table_9_2(value: int, bits: str) -> None:
    written = BitWriter().ue(value).end_slice_header()

    assert f"{int.from_bytes(written, 'big'):0{8 * len(written)}b}".startswith(bits)


@given(st.binary(max_size=400) | st.lists(st.sampled_from([0, 0, 0, 1, 2, 3, 4]), max_size=200).map(bytes))
def test_no_start_code_is_left_in_a_payload(payload: bytes) -> None:
    payload += b"\x80"  # every payload ends with a stop bit
    escaped = escape(payload)

    assert unescape(escaped) == payload
    assert all(code not in escaped for code in (b"\0\0\0", b"\0\0\1", b"\0\0\2"))


@given(st.lists(st.binary(min_size=1, max_size=60).map(lambda body: b"\x65" + escape(body) + b"\x80"), min_size=1))
def test_a_byte_stream_comes_apart_into_its_units(units: list[bytes]) -> None:
    stream = b"".join(code + unit for code, unit in zip([b"\0\0\0\1", b"\0\0\1"] * len(units), units, strict=False))

    assert split_nal_units(stream) == units
    assert join_nal_units(*units) == b"".join(len(unit).to_bytes(4, "big") + unit for unit in units)


@pytest.mark.parametrize("data", [b"", b"\0" * 5, b"\0\0\0\0\0\0"])
def test_bits_that_end_or_make_no_sense_are_refused(data: bytes) -> None:
    with pytest.raises(BadBitstream):
        BitReader(data).ue()


def test_the_table_of_ranges_is_whole() -> None:
    assert len(RANGE_LPS) == 64 * 4
    assert RANGE_LPS[:4] == bytes([128, 176, 208, 240])
    assert RANGE_LPS[-8:-4] == bytes([6, 7, 8, 9])


@pytest.mark.parametrize("kind", ["P", "B"])
def test_a_skipped_picture_is_tiny_however_large_it_is(kind: Literal["P", "B"]) -> None:
    small = write_all_skipped(kind, macroblocks=68 * 68, qp=26)
    large = write_all_skipped(kind, macroblocks=68 * 120, qp=26)

    assert len(small) < len(large) < 80
