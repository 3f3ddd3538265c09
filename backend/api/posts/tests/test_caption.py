"""Captions, counted as TikTok counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.posts.caption import MAX_UNITS, check_caption, count_units
from core.domain_error import Invalid

UNITS = [
    ("", 0),
    ("abc", 3),
    ("é", 1),
    ("e\u0301", 2),
    ("🐇", 2),
    ("👩‍👩‍👧", 8),
    ("日本", 2),
    ("a\r\nb", 4),
    ("\U0010ffff", 2),
]


class TestCountUnits:
    @pytest.mark.parametrize(("text", "units"), UNITS)
    def test_counts_utf_16(self, text: str, units: int) -> None:
        assert count_units(text) == units

    @given(st.text(alphabet=st.characters(codec="utf-8")))
    def test_counts_two_for_what_lies_outside_the_basic_plane(self, text: str) -> None:
        assert count_units(text) == len(text) + sum(ord(char) > 0xFFFF for char in text)


class TestCheckCaption:
    @pytest.mark.parametrize(
        "text", ["", "x" * MAX_UNITS, "🐇" * 1100, "#tag @friend\n\nthird line", "\u202eright to left"]
    )
    def test_returns_what_was_written(self, text: str) -> None:
        assert check_caption(text) == text

    @pytest.mark.parametrize(
        ("text", "over"), [("x" * 2201, "1 "), ("🐇" * 1101, "2 "), ("x" * 2199 + "🐇", "1 "), ("x" * 5000, "2,800 ")]
    )
    def test_says_how_much_is_too_long(self, text: str, over: str) -> None:
        with pytest.raises(Invalid) as refusal:
            check_caption(text)

        assert refusal.value.code == "caption_too_long"
        assert refusal.value.detail == f"The caption is {over}characters too long. TikTok takes 2,200."
        assert refusal.value.errors[0].field == "caption"

    @pytest.mark.parametrize("text", ["a\x00b", "\ud83d", "\udc07x", "\udc07\ud83d"])
    def test_refuses_what_cannot_be_sent(self, text: str) -> None:
        with pytest.raises(Invalid) as refusal:
            check_caption(text)

        assert refusal.value.code == "caption_broken"
