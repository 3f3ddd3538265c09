"""
Is a picture's colour profile sRGB anyway? Most are, and converting from sRGB to sRGB takes longer than all else together. Pure.

An ICC profile (ICC.1:2022) is a table of tagged values. Where the three primaries and the tone curves are those of sRGB, within
what rounding does, its pixels are sRGB already. Anything else, also what cannot be read, is converted.
"""

import struct
from collections.abc import Sequence

TAG_COUNT_AT, FIRST_TAG_AT, TAG_BYTES = 128, 132, 12
MOST_TAGS = 100
PRIMARIES = {  # seen under D50, the light all profiles are written for
    b"rXYZ": (0.4360, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
CURVES = (b"rTRC", b"gTRC", b"bTRC")
SAMPLED_AT = (0.02, 0.1, 0.25, 0.5, 0.75, 0.9)
XYZ_TOLERANCE, CURVE_TOLERANCE = 0.003, 0.01
PARAMETERS = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}


def is_srgb(profile: bytes) -> bool:
    """Tell whether an ICC profile says sRGB; False for one that cannot be read."""
    try:
        tags = _read_tags(profile)
        return all(_has_primary(tags[name], meant) for name, meant in PRIMARIES.items()) and all(
            _is_srgb_curve(tags[name]) for name in CURVES
        )
    except (KeyError, IndexError, ValueError, ZeroDivisionError, OverflowError, struct.error):
        return False


def _read_tags(profile: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack(">I", profile[TAG_COUNT_AT:FIRST_TAG_AT])
    tags = {}
    for place in range(FIRST_TAG_AT, FIRST_TAG_AT + min(count, MOST_TAGS) * TAG_BYTES, TAG_BYTES):
        name, offset, size = struct.unpack(">4sII", profile[place : place + TAG_BYTES])
        tags[name] = profile[offset : offset + size]
    return tags


def _has_primary(tag: bytes, meant: Sequence[float]) -> bool:
    found = [value / 65536 for value in struct.unpack(">3i", tag[8:20])]
    return all(abs(one - other) <= XYZ_TOLERANCE for one, other in zip(found, meant, strict=True))


def _is_srgb_curve(tag: bytes) -> bool:
    return all(abs(_value(tag, at) - _srgb(at)) <= CURVE_TOLERANCE for at in SAMPLED_AT)


def _srgb(value: float) -> float:
    """The light that a sample of sRGB stands for (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _value(tag: bytes, at: float) -> float:
    """Return a tone curve's value: of a table, a plain gamma, or a formula with parameters."""
    kind = tag[:4]
    if kind == b"curv":
        (count,) = struct.unpack(">I", tag[8:12])
        if count == 0:
            return at
        table = struct.unpack(f">{count}H", tag[12 : 12 + 2 * count])
        if count == 1:
            return float(at ** (table[0] / 256))
        place = at * (count - 1)
        low = int(place)
        high = min(low + 1, count - 1)
        return float(table[low] * (1 - place + low) + table[high] * (place - low)) / 65535
    if kind == b"para":
        (form,) = struct.unpack(">H", tag[8:10])
        count = PARAMETERS[form]
        given = [value / 65536 for value in struct.unpack(f">{count}i", tag[12 : 12 + 4 * count])]
        return _formula(form, given, at)
    raise ValueError("a curve of another kind")


def _formula(form: int, given: list[float], at: float) -> float:
    """ICC.1 §10.18, the five function types."""
    g, a, b, c, d, e, f = [*given, *[0.0] * (7 - len(given))]
    if form == 0:
        return float(at**g)
    if form in {1, 2}:  # the third parameter of type 2 is what is added; type 1 has none
        return float((a * at + b) ** g + c) if at >= -b / a else c
    return float((a * at + b) ** g + e) if at >= d else c * at + f
