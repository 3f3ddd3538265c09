"""Real bytes, real facts: which videos TikTok takes, and what the others fail with."""

import struct

import pytest
from client_app import App
from clips import draw_clip, draw_png
from driver import Server, hex_sha256

from carillon_sandbox.posting.media_rules import Facts, judge_video

GOOD = Facts("mp4", "h264", 1280, 720, 25.0, 5312)


class TestAccepted:
    def test_big_buck_bunny(self, nord: App, bunny: bytes) -> None:
        assert nord.publish(bunny)["status"] == "PUBLISH_COMPLETE"

    @pytest.mark.parametrize(
        ("codec", "container"), [("libx264", "mov"), ("libvpx", "webm"), ("libvpx-vp9", "webm"), ("libx265", "mp4")]
    )  # fmt: skip
    def test_every_container_and_codec(self, nord: App, codec: str, container: str) -> None:
        clip = draw_clip(codec=codec, container=container, seconds=0.5)

        assert nord.publish(clip)["status"] == "PUBLISH_COMPLETE"

    def test_a_tall_video(self, nord: App) -> None:
        assert nord.publish(draw_clip(width=360, height=640))["status"] == "PUBLISH_COMPLETE"

    def test_a_cover_time_past_the_end_means_the_first_frame(self, nord: App) -> None:
        clip = draw_clip()

        assert nord.publish(clip, video_cover_timestamp_ms=60_000)["status"] == "PUBLISH_COMPLETE"


class TestFailed:
    def fail_reason(self, app: App, data: bytes) -> str:
        ended = app.publish(data)
        assert ended["status"] == "FAILED"
        assert ended["publicaly_available_post_id"] == []
        reason: str = ended["fail_reason"]
        return reason

    @pytest.mark.parametrize("fps", [10, 120])
    def test_an_unusual_frame_rate(self, nord: App, fps: int) -> None:
        assert self.fail_reason(nord, draw_clip(fps=fps)) == "frame_rate_check_failed"

    @pytest.mark.parametrize(("width", "height"), [(200, 200), (640, 358), (358, 640)])
    def test_a_small_picture(self, nord: App, width: int, height: int) -> None:
        clip = draw_clip(width=width, height=height)

        assert self.fail_reason(nord, clip) == "picture_size_check_failed"

    def test_a_video_longer_than_this_creator_may_post(self, shared: Server) -> None:
        clip = draw_clip(fps=24, seconds=31)

        assert self.fail_reason(shared.connect("short.cuts"), clip) == "duration_check_failed"
        assert shared.connect("studio.nord").publish(clip)["status"] == "PUBLISH_COMPLETE"

    def test_another_codec(self, nord: App) -> None:
        assert self.fail_reason(nord, draw_clip(codec="mpeg4")) == "file_format_check_failed"

    def test_matroska_that_is_not_webm(self, nord: App) -> None:
        assert self.fail_reason(nord, draw_clip(container="matroska")) == "file_format_check_failed"

    @pytest.mark.parametrize(
        "data",
        [
            b"\0" * 5000,
            b"hello, this is no video\n" * 200,
            b"ffconcat version 1.0\nfile '/etc/passwd'\n",
            b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n",
            struct.pack(">I4s4sI", 24, b"ftyp", b"isom", 0) + b"isommp42" + b"\0" * 3000,
            struct.pack(">I4s4sI", 24, b"ftyp", b"heic", 0) + b"mif1heic" + b"\0" * 3000,
            b"\x1a\x45\xdf\xa3webm" + b"\xff" * 3000,
            b"\x89",
        ],
    )
    def test_what_is_no_video(self, nord: App, data: bytes) -> None:
        assert self.fail_reason(nord, data) == "file_format_check_failed"

    def test_a_picture(self, nord: App) -> None:
        assert self.fail_reason(nord, draw_png()) == "file_format_check_failed"

    def test_a_video_whose_end_is_missing(self, nord: App, bunny: bytes) -> None:
        assert self.fail_reason(nord, bunny[: len(bunny) // 50]) == "file_format_check_failed"


class TestJudgeVideo:
    def judge(self, **changes: object) -> str | None:
        facts = Facts(**{**{name: getattr(GOOD, name) for name in GOOD.__slots__}, **changes})
        return judge_video(facts, max_duration_sec=300)

    def test_accepts_the_edges(self) -> None:
        for changes in (
            {"frame_rate": 23.0}, {"frame_rate": 23.976}, {"frame_rate": 60.0}, {"duration_ms": 300_000},
            {"width": 360}, {"height": 4096},
        ):  # fmt: skip
            assert self.judge(**changes) is None

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"codec": "av1"}, "file_format_check_failed"),
            ({"duration_ms": 300_001}, "duration_check_failed"),
            ({"duration_ms": 0}, "duration_check_failed"),
            ({"frame_rate": 22.9}, "frame_rate_check_failed"),
            ({"frame_rate": 60.1}, "frame_rate_check_failed"),
            ({"width": 359}, "picture_size_check_failed"),
            ({"height": 4097}, "picture_size_check_failed"),
        ],
    )
    def test_refuses_just_past_them(self, changes: dict[str, object], reason: str) -> None:
        assert self.judge(**changes) == reason

    def test_refuses_what_could_not_be_read(self) -> None:
        assert judge_video(None, max_duration_sec=300) == "file_format_check_failed"


class TestLedgerOfMedia:
    def test_tells_the_digest_and_the_verdict(self, shared: Server, nord: App) -> None:
        clip = draw_clip(fps=120)
        before = len(shared.ledger())

        publish_id = nord.send(clip)
        nord.wait(publish_id)

        told = {entry["event"]: entry for entry in shared.ledger(before) if entry.get("publish_id") == publish_id}
        assert told["upload.complete"]["sha256"] == hex_sha256(clip)
        assert told["post.failed"]["fail_reason"] == "frame_rate_check_failed"
        assert "post.completed" not in told
