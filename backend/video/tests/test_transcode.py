"""Each thing that can be wrong with a real clip is found, mended in the child, and found no more."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image

from api.media.tests.conftest import draw_long_clip, turn_clip
from conftest import CLIP
from video.doctor import Fix, Measured, Severity, examine
from video.probe import probe_video
from video.tests.clips import draw, draw_whole
from video.transcode import CannotMend, Stopped, plan_fix, run_fix

PQ, HLG = 16, 18


def measure(path: Path) -> Measured:
    return Measured(size_bytes=path.stat().st_size, **asdict(probe_video(path)))


def keep_clip(folder: Path, content: bytes) -> Path:
    path = folder / "source"
    path.write_bytes(content)
    return path


def mend(source: Path, fixes: Sequence[Fix], *, longest_ms: int | None = None) -> Measured:
    """Mend a clip beside itself; return what came out."""
    before, target = measure(source), source.with_name("mended.mp4")
    plan = plan_fix(before, fixes, longest_ms=longest_ms)
    run_fix(plan, source=source, target=target, duration_ms=before.duration_ms or 0, on_progress=lambda _: True)
    return measure(target)


def codes(file: Measured) -> dict[str, Severity]:
    return {one.code: one.severity for one in examine(file)}


class TestEveryFinding:
    @pytest.mark.parametrize(
        ("shape", "code"),
        [
            ({"fps": 15, "frames": 24}, "frame_rate_check_failed"),
            ({"fps": 120, "frames": 120}, "frame_rate_check_failed"),
            ({"uneven": True}, "frame_rate_varies"),
            ({"uneven": True, "container": "webm", "codec": "libvpx"}, "frame_rate_varies"),
            ({"size": (200, 640)}, "picture_size_check_failed"),
            ({"size": (300, 534)}, "picture_size_check_failed"),
            ({"size": (4200, 420), "fps": 24, "frames": 24}, "picture_size_check_failed"),
            ({"size": (4112, 100), "fps": 24, "frames": 24}, "picture_size_check_failed"),
            ({"size": (361, 641), "pixel_format": "yuv444p"}, "odd_size"),
            ({"codec": "mpeg4"}, "file_format_check_failed"),
            ({"codec": "mjpeg", "container": "mov", "pixel_format": "yuvj420p"}, "file_format_check_failed"),
            ({"codec": "prores_ks", "container": "mov", "pixel_format": "yuv422p10le"}, "file_format_check_failed"),
            ({"codec": "libx265"}, "codec_not_recommended"),
            ({"pixel_format": "yuv444p"}, "pixel_format"),
            ({"codec": "libx265", "pixel_format": "yuv420p10le"}, "pixel_format"),
            ({"codec": "libx265", "pixel_format": "yuv420p10le", "transfer": PQ}, "hdr"),
            ({"codec": "libx265", "pixel_format": "yuv420p10le", "transfer": HLG}, "hdr"),
            ({"container": "mov", "sound": "pcm_s16le"}, "sound_codec"),
            ({}, "index_at_end"),
        ],
    )
    def test_is_made_and_mended(self, tmp_path: Path, shape: dict[str, Any], code: str) -> None:
        source = keep_clip(tmp_path, draw(**shape))
        before = measure(source)
        [finding] = [one for one in examine(before) if one.code == code]
        assert finding.fix

        after = mend(source, [finding.fix])

        assert code not in codes(after)
        assert Severity.REFUSED not in codes(after).values()
        assert abs((after.duration_ms or 0) - (before.duration_ms or 0)) <= 100
        assert (after.mime_type, after.index_first) == ("video/mp4", True)

    def test_of_a_turned_clip_is_mended_by_turning_its_pictures(self, tmp_path: Path) -> None:
        source = keep_clip(tmp_path, turn_clip(draw(size=(640, 360))))
        assert codes(measure(source))["rotated"] == Severity.FINE

        after = mend(source, [Fix.ENCODE])

        assert (after.width, after.height, after.rotation) == (360, 640, 0)
        assert left_to_right(source) == left_to_right(source.with_name("mended.mp4"))

    def test_of_a_clip_that_lost_its_end_cannot_be_mended(self, tmp_path: Path) -> None:
        whole = draw_whole()
        found = examine(measure(keep_clip(tmp_path, whole[:-1000])))

        assert (found[0].code, found[0].severity, found[0].fix) == ("file_cut_off", Severity.REFUSED, None)
        assert codes(measure(keep_clip(tmp_path, whole))) == {"very_short": Severity.RISKY}

    def test_of_a_webm_that_lost_its_end_is_seen_as_well(self, tmp_path: Path) -> None:
        whole = draw(container="webm", codec="libvpx")

        assert "file_cut_off" in codes(measure(keep_clip(tmp_path, whole[:-1000])))
        assert "file_cut_off" not in codes(measure(keep_clip(tmp_path, whole)))


class TestTrim:
    def test_cuts_pictures_and_sound_where_it_says(self, tmp_path: Path) -> None:
        source = keep_clip(tmp_path, CLIP.read_bytes())

        after = mend(source, [Fix.TRIM], longest_ms=3_200)

        assert (after.duration_ms, after.width, after.audio_codec) == (3_200, 1280, "aac")
        assert sound_ms(source.with_name("mended.mp4")) == pytest.approx(3_200, abs=60)

    def test_brings_a_clip_of_eleven_minutes_under_an_accounts_limit(self, tmp_path: Path) -> None:
        source = keep_clip(tmp_path, draw_long_clip(seconds=70))

        after = mend(source, [Fix.TRIM], longest_ms=60_000)

        assert examine(after, longest_ms=60_000) == []

    def test_needs_to_know_where(self) -> None:
        with pytest.raises(ValueError, match="where to cut"):
            plan_fix(Measured(width=360, height=360), [Fix.TRIM])


class TestRemux:
    def test_keeps_every_picture_as_it_was(self, tmp_path: Path) -> None:
        source = keep_clip(tmp_path, CLIP.read_bytes())

        after = mend(source, [Fix.REMUX])

        assert after.index_first
        assert picture_hash(source) == picture_hash(source.with_name("mended.mp4"))


class TestHdr:
    def test_becomes_colours_every_screen_shows_alike(self, tmp_path: Path) -> None:
        source = keep_clip(tmp_path, draw(codec="libx265", pixel_format="yuv420p10le", transfer=PQ))

        mend(source, [Fix.ENCODE])

        with av.open(str(source.with_name("mended.mp4"))) as file:
            frame: Any = next(file.decode(video=0))
        assert (frame.format.name, int(frame.color_trc), int(frame.color_primaries)) == ("yuv420p", 1, 1)


class TestRunFix:
    def test_tells_how_far_it_is_and_can_be_stopped(self, tmp_path: Path) -> None:
        source, heard = keep_clip(tmp_path, draw_long_clip(seconds=120)), list[int]()

        def stop(percent: int) -> bool:
            heard.append(percent)
            return percent < 3

        plan = plan_fix(measure(source), [Fix.ENCODE])
        with pytest.raises(Stopped):
            run_fix(plan, source=source, target=tmp_path / "out.mp4", duration_ms=120_000, on_progress=stop)

        assert heard == sorted(heard)
        assert 3 <= heard[-1] < 100

    def test_says_when_a_file_breaks_off_on_the_way(self, tmp_path: Path) -> None:
        source = keep_clip(tmp_path, draw_whole())
        plan = plan_fix(measure(source), [Fix.ENCODE])
        source.write_bytes(source.read_bytes()[:900])

        with pytest.raises(CannotMend, match=r"could not be read|could not finish"):
            run_fix(plan, source=source, target=tmp_path / "o.mp4", duration_ms=3_000, on_progress=lambda _: True)

    @pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
    def test_makes_a_picture_a_jpeg_tiktok_takes(self, tmp_path: Path, kind: str) -> None:
        source, target = tmp_path / "photo", tmp_path / "photo.jpg"
        Image.new("RGBA", (1500, 2000), (10, 100, 90, 128)).save(source, kind)

        plan = plan_fix(Measured(is_image=True, mime_type="image/png"), [Fix.JPEG])
        run_fix(plan, source=source, target=target, duration_ms=0, on_progress=lambda _: True)

        with Image.open(target) as picture:
            assert (picture.format, picture.size, picture.mode) == ("JPEG", (1080, 1440), "RGB")


def left_to_right(path: Path) -> bool:
    """Tell whether the bright bar of the clip's last picture, shown upright, stands below its middle."""
    with av.open(str(path)) as file:
        frame: Any = list(file.decode(video=0))[-5]
    image = frame.to_image()
    if frame.rotation:
        image = image.rotate(frame.rotation, expand=True)
    width, height = image.size
    return bool(image.getpixel((width // 2, height * 7 // 8))[0] > image.getpixel((width // 2, height // 8))[0])


def picture_hash(path: Path) -> str:
    digest = hashlib.sha256()
    with av.open(str(path)) as file:
        for frame in file.decode(video=0):
            digest.update(bytes(frame.planes[0]))
    return digest.hexdigest()


def sound_ms(path: Path) -> float:
    with av.open(str(path)) as file:
        stream: Any = file.streams.audio[0]
        return float(stream.duration * stream.time_base * 1000)
