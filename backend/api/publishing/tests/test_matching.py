"""Finding one of our posts among those of an account, by what it looks like from outside (publishing §2.4)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from api.publishing.matching import Wanted, fold, match
from conftest import NOON
from tiktok.wire import VideoItem

WANTED = Wanted.sent_at(NOON, caption="Café #bunny", duration_ms=10_500, privacy_level="PUBLIC_TO_EVERYONE")


def video(number: int = 1, *, seconds_after: float = 30, caption: str = "Café #bunny", duration: int = 10) -> VideoItem:
    made_at = int((NOON + timedelta(seconds=seconds_after)).timestamp())
    return VideoItem(id=str(number), create_time=made_at, video_description=caption, duration=duration)


class TestOneOfOurPostsIsFound:
    @pytest.mark.parametrize("caption", ["Cafe\u0301 #bunny", "Café\u00a0\n  #bunny ", "\tCafé #bunny"])
    def test_however_its_letters_are_composed_and_its_words_are_spaced(self, caption: str) -> None:
        assert [found.id for found in match(WANTED, [video(caption=caption)])] == ["1"]

    @pytest.mark.parametrize("seconds", [-119, 0, 72 * 3600 - 1])
    def test_from_two_minutes_before_its_last_bytes_to_three_days_after(self, seconds: float) -> None:
        assert match(WANTED, [video(seconds_after=seconds)])

    @pytest.mark.parametrize("duration", [10, 11])
    def test_where_its_length_is_off_by_less_than_a_second(self, duration: int) -> None:
        assert match(WANTED, [video(duration=duration)])

    def test_of_photos_whatever_length_tiktok_gives_them(self) -> None:
        assert match(replace(WANTED, duration_s=None), [video(duration=0)])


class TestNothingElseIsTakenForIt:
    @pytest.mark.parametrize("seconds", [-121, 72 * 3600 + 1])
    def test_a_post_of_another_time(self, seconds: float) -> None:
        assert not match(WANTED, [video(seconds_after=seconds)])

    def test_a_post_with_another_caption_even_in_its_capitals(self) -> None:
        assert not match(WANTED, [video(caption="café #bunny")])

    def test_a_post_of_another_length(self) -> None:
        assert not match(WANTED, [video(duration=12), video(duration=9)])

    def test_a_post_that_is_another_publication(self) -> None:
        assert not match(WANTED, [video(7)], bound={"7"})

    def test_any_post_when_ours_is_not_public(self) -> None:
        assert not match(replace(WANTED, privacy_level="SELF_ONLY"), [video()])


def test_several_that_fit_are_all_named_the_oldest_first_for_none_of_them_is_an_answer() -> None:
    found = match(WANTED, [video(3, seconds_after=90), video(2, seconds_after=10)])

    assert [each.id for each in found] == ["2", "3"]


def test_folding_leaves_the_words_alone() -> None:
    assert fold("  one\ttwo\u2003three ") == "one two three"
