"""The doctor's rules at their edges, and what it says about nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from video.doctor import Finding, Fix, Measured, Severity, examine, fixes_for, say_length, worst_of
from video.limits import MAX_FPS, MAX_SIDE, MIN_FPS, MIN_SIDE, fit_frame_rate, fit_size

GOOD = Measured(
    mime_type="video/mp4",
    size_bytes=1_000_000,
    duration_ms=15_000,
    width=1080,
    height=1920,
    frame_rate=30.0,
    video_codec="h264",
    audio_codec="aac",
    pixel_format="yuv420p",
    index_first=True,
)
PHOTO = Measured(is_image=True, mime_type="image/jpeg", size_bytes=500_000, width=1080, height=1440)
GB, MB = 1024**3, 1024**2


def only(file: Measured, longest_ms: int | None = None) -> Finding:
    """Return the one thing that is said about a file."""
    [finding] = examine(file, longest_ms=longest_ms, handle="@studio.nord")
    return finding


class TestExamine:
    @pytest.mark.parametrize(
        "file",
        [
            GOOD,
            PHOTO,
            Measured(),
            replace(GOOD, frame_rate=23.0),
            replace(GOOD, frame_rate=24000 / 1001),
            replace(GOOD, frame_rate=60000 / 1001),
            replace(GOOD, frame_rate=60.0),
            replace(GOOD, frame_rate=60.02),
            replace(GOOD, width=360, height=360),
            replace(GOOD, width=4096, height=360),
            replace(GOOD, duration_ms=600_000),
            replace(GOOD, duration_ms=3_000),
            replace(GOOD, audio_codec=""),
            replace(GOOD, size_bytes=4 * GB),
            replace(GOOD, mime_type="video/webm", index_first=None),
            replace(GOOD, mime_type="video/quicktime"),
            replace(PHOTO, mime_type="image/webp", width=1080, height=9000),
            replace(PHOTO, size_bytes=20 * MB),
        ],
    )
    def test_has_nothing_to_say_about_what_tiktok_takes(self, file: Measured) -> None:
        assert examine(file) == []
        assert worst_of(examine(file)) == Severity.FINE

    @pytest.mark.parametrize(
        ("file", "code", "fix"),
        [
            (replace(GOOD, frame_rate=22.9), "frame_rate_check_failed", Fix.FRAME_RATE),
            (replace(GOOD, frame_rate=60.1), "frame_rate_check_failed", Fix.FRAME_RATE),
            (replace(GOOD, frame_rate=0.0), "frame_rate_check_failed", Fix.FRAME_RATE),
            (replace(GOOD, width=359), "picture_size_check_failed", Fix.SIZE),
            (replace(GOOD, height=359), "picture_size_check_failed", Fix.SIZE),
            (replace(GOOD, height=4097), "picture_size_check_failed", Fix.SIZE),
            (replace(GOOD, duration_ms=600_001), "duration_check_failed", Fix.TRIM),
            (replace(GOOD, video_codec="av1"), "file_format_check_failed", Fix.ENCODE),
            (replace(GOOD, mime_type="video/x-matroska"), "file_format_check_failed", Fix.ENCODE),
            (replace(GOOD, size_bytes=4 * GB + 1), "file_size_check_failed", Fix.ENCODE),
            (replace(GOOD, is_cut_off=True), "file_cut_off", None),
            (replace(PHOTO, mime_type="image/png"), "file_format_check_failed", Fix.JPEG),
            (replace(PHOTO, mime_type="image/heic"), "file_format_check_failed", Fix.JPEG),
            (replace(PHOTO, width=1086, height=1448), "picture_size_check_failed", Fix.JPEG),
            (replace(PHOTO, size_bytes=20 * MB + 1), "file_size_check_failed", Fix.JPEG),
        ],
    )
    def test_names_what_tiktok_will_refuse(self, file: Measured, code: str, fix: Fix | None) -> None:
        finding = only(file)

        assert (finding.code, finding.severity, finding.fix) == (code, Severity.REFUSED, fix)
        assert finding.sentence.endswith(".")
        assert finding.measured
        assert finding.limit

    @pytest.mark.parametrize(
        ("file", "code", "fix"),
        [
            (replace(GOOD, is_variable=True), "frame_rate_varies", Fix.FRAME_RATE),
            (replace(GOOD, width=1081), "odd_size", Fix.SIZE),
            (replace(GOOD, pixel_format="yuv420p10le"), "pixel_format", Fix.ENCODE),
            (replace(GOOD, pixel_format="yuv444p"), "pixel_format", Fix.ENCODE),
            (replace(GOOD, pixel_format="yuv420p10le", transfer="HLG"), "hdr", Fix.ENCODE),
            (replace(GOOD, audio_codec="pcm_s16le"), "sound_codec", Fix.ENCODE),
            (replace(GOOD, duration_ms=2_900), "very_short", None),
        ],
    )
    def test_names_what_is_risky(self, file: Measured, code: str, fix: Fix | None) -> None:
        finding = only(file)

        assert (finding.code, finding.severity, finding.fix) == (code, Severity.RISKY, fix)

    @pytest.mark.parametrize(
        ("file", "code"),
        [
            (replace(GOOD, index_first=False), "index_at_end"),
            (replace(GOOD, rotation=90), "rotated"),
            (replace(GOOD, video_codec="hevc"), "codec_not_recommended"),
        ],
    )
    def test_says_what_is_worth_knowing_and_asks_for_nothing(self, file: Measured, code: str) -> None:
        finding = only(file)

        assert (finding.code, finding.severity, fixes_for([finding])) == (code, Severity.FINE, [])

    def test_measures_the_length_against_the_account(self) -> None:
        finding = only(replace(GOOD, duration_ms=200_000), longest_ms=180_000)

        assert finding.sentence == "TikTok lets @studio.nord post 3:00 at most; this video has 3:20."
        assert (finding.severity, finding.fix) == (Severity.REFUSED, Fix.TRIM)
        assert examine(replace(GOOD, duration_ms=180_000), longest_ms=180_000) == []

    def test_never_cuts_unasked(self) -> None:
        wrong = replace(GOOD, duration_ms=700_000, frame_rate=120.0, video_codec="av1", index_first=False)

        assert fixes_for(examine(wrong)) == [Fix.ENCODE, Fix.FRAME_RATE]

    def test_puts_the_gravest_first(self) -> None:
        found = examine(replace(GOOD, index_first=False, is_variable=True, height=300))

        assert [one.severity for one in found] == [Severity.REFUSED, Severity.RISKY, Severity.FINE]

    @pytest.mark.parametrize(
        ("milliseconds", "words"), [(180_000, "3:00"), (180_040, "3:00"), (185_400, "3:05.4"), (900, "0:00.9")]
    )
    def test_says_lengths_as_a_clock(self, milliseconds: int, words: str) -> None:
        assert say_length(milliseconds) == words


class TestFitting:
    @given(st.integers(1, 20_000), st.integers(1, 20_000))
    def test_always_ends_in_a_size_tiktok_takes(self, width: int, height: int) -> None:
        fitted = fit_size(width, height)

        for scaled, canvas in ((fitted.width, fitted.canvas_width), (fitted.height, fitted.canvas_height)):
            assert MIN_SIDE <= canvas <= MAX_SIDE
            assert scaled <= canvas
            assert canvas % 2 == scaled % 2 == 0

    @given(st.integers(360, 4096), st.integers(360, 4096))
    def test_changes_a_good_size_by_a_pixel_at_most(self, width: int, height: int) -> None:
        fitted = fit_size(width, height)

        assert abs(fitted.canvas_width - width) <= 1
        assert abs(fitted.canvas_height - height) <= 1

    @given(st.integers(100, 8000), st.integers(100, 8000))
    def test_keeps_the_proportions(self, width: int, height: int) -> None:
        fitted = fit_size(width, height)

        assert abs(fitted.width / width - fitted.height / height) <= 2 / min(width, height)

    def test_pads_only_a_strip(self) -> None:
        assert fit_size(300, 534).canvas_width == fit_size(300, 534).width == 360
        assert (fit_size(8000, 100).width, fit_size(8000, 100).canvas_height) == (4096, 360)

    @given(st.floats(0.2, 1000), st.booleans())
    def test_always_ends_in_a_frame_rate_tiktok_takes(self, rate: float, varies: bool) -> None:
        assert MIN_FPS <= fit_frame_rate(rate, varies=varies) <= MAX_FPS + 0.03

    @pytest.mark.parametrize(
        ("rate", "fitted"), [(15, 30), (12, 24), (20, 40), (90, 45), (120, 60), (240, 60), (1, 23), (0, 30)]
    )
    def test_gives_each_picture_the_same_time(self, rate: float, fitted: int) -> None:
        assert fit_frame_rate(rate) == fitted
