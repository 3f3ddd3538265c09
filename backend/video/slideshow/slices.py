"""
Slices of our stream (ITU-T H.264 §7.3.3): headers of authored pictures, and x264's slices with their header written anew.

CABAC data starts on a byte, so it moves from one header to another as it is. What it depends on are the slice's QP, the
deblocking filter and the picture parameters, and those are kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from video.slideshow.bitstream import (
    BadBitstream,
    BitReader,
    BitWriter,
    escape,
    split_nal_units,
    unescape,
)
from video.slideshow.parameter_sets import FRAME_NUM_BITS, POC_BITS, ForeignSyntax, PictureParameters, read_foreign

P_SLICE, B_SLICE, I_SLICE = 0, 1, 2
SLICES_ALIKE = 5  # added to a slice type: every slice of the picture is of it
NON_IDR, IDR, SPS, PPS = 1, 5, 7, 8
SUPPLEMENTAL_RECOVERY_POINT = b"\x06\x06\x01\xc4\x80"  # decoding may begin at this picture: it is exact at once
REFERENCE, DISPOSABLE = 3, 0  # nal_ref_idc
MOST_KEPT = 2  # references at a time, the one being coded among them: decoders disagree on what to do with more
FORGET_ONE = 1  # memory_management_control_operation
FULL_WEIGHT = 128  # two photos' weights sum up to it
WEIGHT_SHIFT = 6
NO_FILTER = 1


@dataclass(frozen=True, slots=True)
class Deblocking:
    """How block edges are smoothed: `idc` 1 is not at all."""

    idc: int = NO_FILTER
    alpha: int = 0
    beta: int = 0


@dataclass(frozen=True, slots=True)
class CodedSlice:
    """One picture as x264 encoded it: its CABAC data, and what the data depends on."""

    kind: int
    data: bytes
    qp_delta: int
    deblocking: Deblocking
    is_reference: bool
    cabac_init: int = 0
    direct_spatial: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a picture stands in its group, which an IDR picture begins.

    `frame_num` counts references, `order` is its place as shown. `idr_id` only of an IDR picture: 0 and 1 in turn.
    """

    frame_num: int
    order: int
    idr_id: int | None = None


def write_slice(coded: CodedSlice, place: Place, *, pps_id: int) -> bytes:
    """Return the NAL unit of a picture of x264's at another place."""
    bits = _begin(coded.kind, place, pps_id)
    if coded.kind == B_SLICE:
        bits.u(1, coded.direct_spatial)
    _end_lists(bits, coded.kind)
    if coded.is_reference:
        _keep_references(bits, place)
    if coded.kind != I_SLICE:
        bits.ue(coded.cabac_init)
    bits.se(coded.qp_delta)
    _write_deblocking(bits, coded.deblocking)
    unit = IDR if place.idr_id is not None else NON_IDR
    return _unit(unit, REFERENCE if coded.is_reference else DISPOSABLE, bits.end_slice_header() + coded.data)


def write_hold(place: Place, data: bytes, *, pps_id: int) -> bytes:
    """Return the NAL unit of a picture that repeats the one before; `data` is all macroblocks skipped."""
    bits = _begin(P_SLICE, place, pps_id)
    _end_lists(bits, P_SLICE)
    return _unit(NON_IDR, DISPOSABLE, _end_authored(bits) + data)


def write_blend(place: Place, data: bytes, *, weight: int, pps_id: int) -> bytes:
    """
    Return the NAL unit of a picture mixed of the photos before and after: (A·(128 - w) + B·w + 64) >> 7, in the decoder.

    :param weight: of the photo after, 1 to 127
    """
    bits = _begin(B_SLICE, place, pps_id).u(1, 1)  # spatial direct: no motion, both references
    _end_lists(bits, B_SLICE)
    bits.ue(WEIGHT_SHIFT).ue(WEIGHT_SHIFT)
    for one in (FULL_WEIGHT - weight, weight):
        bits.u(1, 1).se(one).se(0).u(1, 1).se(one).se(0).se(one).se(0)
    return _unit(NON_IDR, DISPOSABLE, _end_authored(bits) + data)


def weight_of(step: int, fade: int) -> int:
    """Return what the photo that comes in counts in picture `step` of a fade of so many, of 128."""
    return min(FULL_WEIGHT - 1, max(1, round(FULL_WEIGHT * (step + 1) / (fade + 1))))


def read_pictures(stream: bytes) -> tuple[PictureParameters, list[CodedSlice]]:
    """
    Return x264's pictures, in decoding order, and what they all take for granted.

    :param stream: with start codes; its parameter sets come first
    :raises BadBitstream: for anything but one slice a picture, or a feature we cannot put elsewhere
    """
    units = split_nal_units(stream)
    by_type = {unit[0] & 31: unit for unit in units}
    if SPS not in by_type or PPS not in by_type:
        raise BadBitstream("the encoder wrote no parameter sets")
    parameters, syntax = read_foreign(by_type[SPS], by_type[PPS])
    return parameters, list(_read_slices(units, syntax))


def _read_slices(units: list[bytes], syntax: ForeignSyntax) -> Iterator[CodedSlice]:
    for unit in units:
        if unit[0] & 31 in {NON_IDR, IDR}:
            yield _read_slice(unit, syntax)


def _read_slice(unit: bytes, syntax: ForeignSyntax) -> CodedSlice:
    is_idr, is_reference = unit[0] & 31 == IDR, unit[0] >> 5 & 3 != 0
    bits = BitReader(unescape(unit[1:]))
    if bits.ue():
        raise BadBitstream("a picture in more than one slice")
    kind = bits.ue() % SLICES_ALIKE
    bits.ue()
    bits.u(syntax.frame_num_bits)
    if is_idr:
        bits.ue()
    if syntax.poc_bits:
        bits.u(syntax.poc_bits)
        if syntax.has_bottom_delta:
            bits.se()
    direct_spatial = bits.flag() if kind == B_SLICE else True
    if kind != I_SLICE and bits.flag():
        raise BadBitstream("a slice with a number of references of its own")
    if any(bits.flag() for _ in range({P_SLICE: 1, B_SLICE: 2}.get(kind, 0))):
        raise BadBitstream("a slice with its references in another order")
    if is_reference and (bits.u(2) if is_idr else bits.u(1)):
        raise BadBitstream("a picture that changes which others are kept")
    cabac_init = bits.ue() if kind != I_SLICE else 0
    qp_delta = bits.se()
    deblocking = _read_deblocking(bits) if syntax.has_deblocking_control else Deblocking(idc=0)
    return CodedSlice(kind, bits.rest(), qp_delta, deblocking, is_reference, cabac_init, direct_spatial)


def _begin(kind: int, place: Place, pps_id: int) -> BitWriter:
    bits = BitWriter().ue(0).ue(kind + SLICES_ALIKE).ue(pps_id)
    bits.u(FRAME_NUM_BITS, place.frame_num % (1 << FRAME_NUM_BITS))
    if place.idr_id is not None:
        bits.ue(place.idr_id)
    return bits.u(POC_BITS, 2 * place.order % (1 << POC_BITS))


def _end_lists(bits: BitWriter, kind: int) -> None:
    """One reference in each list, in the usual order."""
    bits.u({P_SLICE: 2, B_SLICE: 3}.get(kind, 0), 0)


def _keep_references(bits: BitWriter, place: Place) -> None:
    """An IDR picture forgets all others; with any other reference, the one before its predecessor goes."""
    if place.idr_id is not None:
        bits.u(2, 0)
    elif place.frame_num < MOST_KEPT:
        bits.u(1, 0)
    else:
        bits.u(1, 1).ue(FORGET_ONE).ue(MOST_KEPT - 1).ue(0)


def _end_authored(bits: BitWriter) -> bytes:
    """The encoder's initial QP, for skipped blocks have none; no deblocking: every decoder shows the very same picture."""
    bits.ue(0).se(0).ue(NO_FILTER)
    return bits.end_slice_header()


def _write_deblocking(bits: BitWriter, deblocking: Deblocking) -> None:
    bits.ue(deblocking.idc)
    if deblocking.idc != NO_FILTER:
        bits.se(deblocking.alpha).se(deblocking.beta)


def _read_deblocking(bits: BitReader) -> Deblocking:
    idc = bits.ue()
    return Deblocking(idc, bits.se(), bits.se()) if idc != NO_FILTER else Deblocking()


def _unit(kind: int, importance: int, payload: bytes) -> bytes:
    return bytes([importance << 5 | kind]) + escape(payload)
