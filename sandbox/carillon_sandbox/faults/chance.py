"""Chance that can be had again: the same seed, stream and number always give the same."""

import hashlib
import math
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


def draw(seed: object, stream: str, number: int = 0) -> float:
    """Return the number-th draw of a stream, from 0 up to but without 1."""
    digest = hashlib.sha256(f"{seed}\n{stream}\n{number}".encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48


def pick(choices: Sequence[Choice], seed: object, stream: str, number: int = 0) -> Choice:
    return choices[int(draw(seed, stream, number) * len(choices))]


def draw_factor(seed: object, stream: str, spread: float) -> float:
    """Return a factor around 1, seldom far from it: as often half as double, and now and then ten times."""
    bell = sum(draw(seed, stream, number) for number in range(6)) - 3.0  # about normal, deviation 0.7
    return math.exp(bell * spread)
