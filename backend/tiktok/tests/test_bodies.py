"""What TikTok's documented rules forbid is never made into a body."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiktok.bodies import (
    FileUpload,
    PhotoDraftInfo,
    PhotoInit,
    PhotoPostInfo,
    PhotoPull,
    PostInfo,
    PostMode,
    PublishId,
    PullFromUrl,
)
from tiktok.body_rules import count_utf16
from tiktok.errors import Refused, Unfit
from tiktok.refusals import OWN_REFUSALS

TWO_UNITS = "🐇"
PHOTO = "https://media.example.com/1.jpg"


def post(**changes: Any) -> PostInfo:
    choices: dict[str, Any] = {
        "title": "",
        "privacy_level": "PUBLIC_TO_EVERYONE",
        "disable_comment": False,
        "disable_duet": False,
        "disable_stitch": False,
        "brand_content_toggle": False,
        "brand_organic_toggle": False,
        "is_aigc": False,
    }
    return PostInfo(**choices | changes)


def photo_post(**changes: Any) -> PhotoPostInfo:
    choices: dict[str, Any] = {
        "privacy_level": "PUBLIC_TO_EVERYONE",
        "disable_comment": False,
        "auto_add_music": False,
        "brand_content_toggle": False,
        "brand_organic_toggle": False,
    }
    return PhotoPostInfo(**choices | changes)


class TestTexts:
    @pytest.mark.parametrize("text", ["x" * 2200, TWO_UNITS * 1100])
    def test_fit_up_to_their_last_unit(self, text: str) -> None:
        assert post(title=text).title == text

    @pytest.mark.parametrize("text", ["x" * 2201, TWO_UNITS * 1100 + "x"])
    def test_of_a_video_are_counted_as_tiktok_counts(self, text: str) -> None:
        with pytest.raises(Unfit, match="caption_too_long"):
            post(title=text)

    @pytest.mark.parametrize("make", [photo_post, PhotoDraftInfo])
    def test_of_photos_have_their_own_limits(self, make: Any) -> None:
        make(title=TWO_UNITS * 45, description=TWO_UNITS * 2000)

        with pytest.raises(Unfit, match="title_too_long"):
            make(title=TWO_UNITS * 45 + "x")
        with pytest.raises(Unfit, match="caption_too_long"):
            make(description=TWO_UNITS * 2000 + "x")

    @given(st.text(max_size=50))
    def test_have_the_length_javascript_sees(self, text: str) -> None:
        assert count_utf16(text) == sum(2 if ord(char) > 0xFFFF else 1 for char in text)


class TestAudience:
    @pytest.mark.parametrize("make", [post, photo_post])
    def test_of_branded_content_is_never_oneself(self, make: Any) -> None:
        with pytest.raises(Unfit, match="branded_content_private"):
            make(privacy_level="SELF_ONLY", brand_content_toggle=True)

        assert make(privacy_level="SELF_ONLY", brand_organic_toggle=True)
        assert make(privacy_level="FOLLOWER_OF_CREATOR", brand_content_toggle=True)

    @pytest.mark.parametrize("make", [post, photo_post])
    def test_is_always_chosen(self, make: Any) -> None:
        for privacy_level in ("", "EVERYONE", "__class__"):
            with pytest.raises(Unfit, match="privacy_not_chosen"):
                make(privacy_level=privacy_level)

    def test_of_a_direct_photo_post_is_chosen_too(self) -> None:
        source = PhotoPull(photo_images=[PHOTO])

        with pytest.raises(Unfit, match="privacy_not_chosen"):
            PhotoInit(post_mode=PostMode.DIRECT_POST, post_info=PhotoDraftInfo(), source_info=source)


class TestPhotos:
    @pytest.mark.parametrize("count", [0, 36])
    def test_are_one_to_thirty_five(self, count: int) -> None:
        assert PhotoPull(photo_images=[PHOTO] * 35, photo_cover_index=34).photo_cover_index == 34

        with pytest.raises(Unfit, match="photo_count_unfit"):
            PhotoPull(photo_images=[PHOTO] * count)

    @pytest.mark.parametrize("index", [-1, 2])
    def test_hold_their_own_cover(self, index: int) -> None:
        with pytest.raises(Unfit, match="cover_unfit"):
            PhotoPull(photo_images=[PHOTO] * 2, photo_cover_index=index)


class TestVideos:
    @pytest.mark.parametrize("timestamp_ms", [-1, 2**31])
    def test_hold_their_own_cover(self, timestamp_ms: int) -> None:
        with pytest.raises(Unfit, match="cover_unfit"):
            post(video_cover_timestamp_ms=timestamp_ms)

    @pytest.mark.parametrize("publish_id", ["", "v" * 65])
    def test_are_asked_for_by_ids_tiktok_gives(self, publish_id: str) -> None:
        with pytest.raises(Unfit, match="invalid_publish_id"):
            PublishId(publish_id=publish_id)


class TestAddresses:
    @pytest.mark.parametrize("url", ["https://m.example.com/1.mp4", "https://m.example.com:8443/a?b=c&d=%20"])
    def test_are_https_with_a_name(self, url: str) -> None:
        assert PullFromUrl(video_url=url).video_url == url

    def test_of_this_machine_are_for_a_sandbox_on_it(self) -> None:
        assert PullFromUrl(video_url="http://localhost:4100/pull/a/1.jpg").video_url

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "http://localhost.example.com:80/1.mp4",
            "http://user@localhost:80/1.mp4",
            "http://m.example.com/1.mp4",
            "ftp://m.example.com/1.mp4",
            "https://127.0.0.1/1.mp4",
            "https://[::1]/1.mp4",
            "https://localhost/1.mp4",
            "https://user:secret@m.example.com/1.mp4",
            "https://m.example.com/1.mp4#top",
            "https://m.example.com/a b.mp4",
            "https://m.example.com\\@evil.example/1.mp4",
            "m.example.com/1.mp4",
        ],
    )
    def test_are_nothing_else_and_are_not_quoted(self, url: str) -> None:
        with pytest.raises(Unfit, match="address_unfit") as video:
            PullFromUrl(video_url=url)
        with pytest.raises(Unfit, match="address_unfit"):
            PhotoPull(photo_images=[PHOTO, url])

        assert not url or url not in str(video.value)


class TestSource:
    def test_takes_tiktoks_own_example(self) -> None:
        assert FileUpload(video_size=50_000_123, chunk_size=10_000_000, total_chunk_count=5).source == "FILE_UPLOAD"

    @pytest.mark.parametrize(
        ("size", "chunk_size", "count"),
        [
            (0, 0, 0),
            (4 * 1024**3 + 1, 10_000_000, 429),
            (100_000_000, 100_000_000, 1),  # over 64 MB in one chunk
            (50_000_123, 10_000_000, 6),  # the ceiling instead of the floor
            (50_000_123, 50_000_000, 1),  # one chunk that is not the whole file
            (50_000_123, 1_000_000, 50),  # chunks below 5 MB
            (50_000_123, 0, 1),
            (1000, 2000, 1),
        ],
    )
    def test_takes_no_plan_tiktok_refuses(self, size: int, chunk_size: int, count: int) -> None:
        with pytest.raises(Unfit, match="upload_plan_unfit"):
            FileUpload(video_size=size, chunk_size=chunk_size, total_chunk_count=count)


class TestUnfit:
    def test_is_a_refusal_of_ours_with_a_sentence_for_each_code(self) -> None:
        refusal = Unfit("caption_too_long", "2201 of at most 2200 UTF-16 units")

        assert isinstance(refusal, Refused)
        assert (refusal.status, refusal.log_id) == (0, "")
        assert refusal.code in OWN_REFUSALS
