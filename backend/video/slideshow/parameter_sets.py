"""
The parameter sets of our stream (ITU-T H.264 §7.3.2): one SPS for all of it, one PPS for authored and one for moving pictures.

Pictures from x264 come into this stream with their slice headers written anew (`slices.py`), so its own sets are only read here.
"""

from dataclasses import dataclass

from video.slideshow.bitstream import BadBitstream, BitReader, BitWriter, escape, unescape

HIGH_PROFILE, LEVEL_4_0 = 100, 40
FRAME_NUM_BITS, POC_BITS = (
    8,
    12,
)  # a slide of 1,000 pictures needs 11 bits of picture order count, to be told from its past
BT709 = 1
# Two are kept at most (`slices.py`), but OpenH264 holds as many pictures as this says, and two more: with fewer it writes over
# one that it has not shown yet.
MOST_REFERENCES = 4
BUFFERED_PICTURES = 4  # what level 4.0 has room for at 1080 × 1920
VIDEO_FORMAT_UNSPECIFIED = 5
UNLIMITED = 11
MACROBLOCK = 16
STILL, MOVING = 0, 1  # ids of the picture parameter sets


@dataclass(frozen=True, slots=True)
class PictureParameters:
    """What a picture's CABAC data takes for granted: they are decoded wrongly under any other values."""

    initial_qp: int
    chroma_qp_offset: int
    second_chroma_qp_offset: int
    constrained_intra: bool
    transform_8x8: bool


@dataclass(frozen=True, slots=True)
class ForeignSyntax:
    """How x264 writes its slice headers: the widths of its counters, and which fields there are."""

    frame_num_bits: int
    poc_bits: int  # 0: no picture order count is written
    has_bottom_delta: bool
    has_deblocking_control: bool


def write_sps(width: int, height: int, *, fps: int, reordered: int) -> bytes:
    """
    Return the sequence parameter set: High, level 4.0, 4:2:0, progressive, constant rate, limited-range BT.709, square pixels.

    :param reordered: how many pictures may come before one that is shown earlier: 0, or 1 with B pictures
    """
    across, down = -(-width // MACROBLOCK), -(-height // MACROBLOCK)
    bits = BitWriter().u(8, HIGH_PROFILE).u(8, 0).u(8, LEVEL_4_0).ue(0)
    bits.ue(1).ue(0).ue(0).u(1, 0).u(1, 0)  # 4:2:0, 8 bits a sample twice, no lossless bypass, no scaling matrix
    bits.ue(FRAME_NUM_BITS - 4).ue(0).ue(POC_BITS - 4)
    bits.ue(MOST_REFERENCES).u(1, 0).ue(across - 1).ue(down - 1)
    bits.u(1, 1).u(1, 1)  # frames only; direct_8x8_inference
    bits.u(1, 1).ue(0).ue((across * MACROBLOCK - width) // 2).ue(0).ue((down * MACROBLOCK - height) // 2)
    bits.u(1, 1)  # video usability information follows
    bits.u(1, 1).u(8, 1)  # square pixels
    bits.u(1, 0)
    bits.u(1, 1).u(3, VIDEO_FORMAT_UNSPECIFIED).u(1, 0).u(1, 1).u(8, BT709).u(8, BT709).u(8, BT709)
    bits.u(1, 0)
    bits.u(1, 1).u(32, 1).u(32, 2 * fps).u(1, 1)  # a tick is a field's time; the rate is fixed
    bits.u(1, 0).u(1, 0).u(1, 0)  # no HRD parameters, no picture structure
    bits.u(1, 1).u(1, 1).ue(0).ue(0).ue(UNLIMITED).ue(UNLIMITED).ue(reordered).ue(BUFFERED_PICTURES)
    return b"\x67" + escape(bits.end_parameters())


def write_pps(parameters: PictureParameters, *, pps_id: int) -> bytes:
    """Return a picture parameter set; authored pictures are predicted with explicit weights, x264's without any."""
    weighting = 1 if pps_id == STILL else 0
    bits = BitWriter().ue(pps_id).ue(0)
    bits.u(1, 1).u(1, 0).ue(0)  # CABAC, no bottom-field count, one slice group
    bits.ue(0).ue(0)  # one reference in each list
    bits.u(1, 0).u(2, weighting)
    bits.se(parameters.initial_qp - 26).se(0).se(parameters.chroma_qp_offset)
    bits.u(1, 1).u(1, parameters.constrained_intra).u(1, 0)  # the deblocking filter is set in each slice
    bits.u(1, parameters.transform_8x8).u(1, 0).se(parameters.second_chroma_qp_offset)
    return b"\x68" + escape(bits.end_parameters())


def read_foreign(sps: bytes, pps: bytes) -> tuple[PictureParameters, ForeignSyntax]:
    """
    Return what x264's parameter sets (NAL units) say.

    :raises BadBitstream: when x264 was built or set up in a way our pictures cannot be put beside
    """
    frame_num_bits, poc_bits = _read_sps(BitReader(unescape(sps[1:])))
    parameters, has_bottom_delta, has_deblocking = _read_pps(BitReader(unescape(pps[1:])))
    return parameters, ForeignSyntax(frame_num_bits, poc_bits, has_bottom_delta, has_deblocking)


def _read_sps(bits: BitReader) -> tuple[int, int]:
    profile = bits.u(8)
    bits.u(16)
    bits.ue()
    is_plain = (bits.ue(), bits.ue(), bits.ue()) == (1, 0, 0) and bits.u(2) == 0
    if profile != HIGH_PROFILE or not is_plain:
        raise BadBitstream("the encoder does not write plain High profile, 4:2:0, 8 bits")
    frame_num_bits, poc_type = bits.ue() + 4, bits.ue()
    if poc_type == 1:
        raise BadBitstream("the encoder counts pictures in a way we do not write")
    return frame_num_bits, bits.ue() + 4 if poc_type == 0 else 0


def _read_pps(bits: BitReader) -> tuple[PictureParameters, bool, bool]:
    bits.ue()
    bits.ue()
    cabac, has_bottom_delta, slice_groups = bits.flag(), bits.flag(), bits.ue()
    references = bits.ue(), bits.ue()
    weighted, weighted_b = bits.flag(), bits.u(2)
    initial_qp = 26 + bits.se()
    bits.se()
    chroma, has_deblocking, constrained, redundant = bits.se(), bits.flag(), bits.flag(), bits.flag()
    transform_8x8, scaling = bits.flag(), bits.flag()
    second = bits.se()
    if not cabac or slice_groups or any(references) or weighted or weighted_b or redundant or scaling:
        raise BadBitstream("the encoder uses a feature our pictures cannot be put beside")
    return PictureParameters(initial_qp, chroma, second, constrained, transform_8x8), has_bottom_delta, has_deblocking
