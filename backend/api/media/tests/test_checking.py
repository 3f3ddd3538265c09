"""What a file really is, and TikTok's own names for what is wrong with it."""

import io
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from api.media import bin_services
from api.media.check_services import check_asset
from api.media.models import MediaAsset
from api.media.tasks import check_media
from api.media.tests.conftest import HEAD, Uploads, draw_clip, draw_long_clip, draw_sound, turn_clip
from conftest import CLIP, Caller

pytestmark = pytest.mark.django_db


class TestCheck:
    def test_measures_a_real_clip(self, uploads: Uploads) -> None:
        asset = uploads.check(CLIP.read_bytes(), "bigbuckbunny.mp4")

        assert (asset["status"], asset["rejection"], asset["file_name"]) == ("ready", None, "bigbuckbunny.mp4")
        assert (asset["width"], asset["height"], asset["frame_rate"]) == (1280, 720, 25.0)
        assert (asset["duration_ms"], asset["video_codec"], asset["mime_type"]) == (5280, "h264", "video/mp4")

    @pytest.mark.parametrize(
        ("codec", "container", "name", "mime_type"),
        [
            ("libx264", "mp4", "h264", "video/mp4"),
            ("libx265", "mp4", "hevc", "video/mp4"),
            ("libx264", "mov", "h264", "video/quicktime"),
            ("libvpx-vp9", "webm", "vp9", "video/webm"),
            ("libvpx", "webm", "vp8", "video/webm"),
        ],
    )
    def test_takes_every_format_tiktok_takes(
        self, uploads: Uploads, codec: str, container: str, name: str, mime_type: str
    ) -> None:
        asset = uploads.check(draw_clip(codec=codec, container=container, frames=12))

        assert (asset["status"], asset["rejection"]) == ("ready", None)
        assert (asset["video_codec"], asset["mime_type"]) == (name, mime_type)
        assert (asset["width"], asset["height"]) == (360, 640)

    @pytest.mark.parametrize("fps", [23, 24, 25, 30, 50, 60])
    def test_takes_every_frame_rate_tiktok_takes(self, uploads: Uploads, fps: int) -> None:
        assert uploads.check(draw_clip(fps=fps, frames=10))["status"] == "ready"

    def test_shows_a_turned_clip_as_it_is_seen(self, alice: Caller, uploads: Uploads) -> None:
        picture = Image.new("RGB", (640, 360), "#D02020")  # red above, blue below
        picture.paste("#2020D0", (0, 180, 640, 360))

        asset = uploads.check(turn_clip(draw_clip(size=(640, 360), picture=picture)))

        thumbnail = picture_of(alice, asset)
        assert (asset["width"], asset["height"], asset["status"]) == (360, 640, "ready")
        assert thumbnail.size == (270, 480)
        left, right = thumbnail.getpixel((20, 240)), thumbnail.getpixel((250, 240))
        assert isinstance(left, tuple)
        assert isinstance(right, tuple)
        assert left[2] > left[0]  # turned clockwise, what was below is on the left now
        assert right[0] > right[2]

    def test_can_be_done_twice(self, alice: Caller, uploads: Uploads) -> None:
        first = uploads.check(CLIP.read_bytes())

        check_asset(MediaAsset.objects.get())

        assert alice.get(f"/media/{first['id']}").json() == first

    def test_is_done_by_the_task_once(self, uploads: Uploads) -> None:
        asset_id = uploads.all_at_once(CLIP.read_bytes())["Carillon-Media-Id"]

        check_media(asset_id=asset_id, from_a_newer_version="ignored")
        MediaAsset.objects.update(width=1)
        check_media(asset_id=asset_id)

        assert MediaAsset.objects.get().width == 1


class TestRefusal:
    """A file TikTok will refuse is kept, can be looked at, and says what is wrong with it by TikTok's own name."""

    def refused(self, uploads: Uploads, content: bytes) -> tuple[str, str]:
        asset = uploads.check(content)
        assert (asset["status"], asset["rejection"], asset["verdict"]["worst"]) == ("ready", None, "refused"), asset
        finding = asset["verdict"]["findings"][0]
        return finding["code"], finding["sentence"]

    @pytest.mark.parametrize(
        ("shape", "code", "words"),
        [
            ({"fps": 120}, "frame_rate_check_failed", "this video has 120."),
            ({"fps": 15}, "frame_rate_check_failed", "this video has 15."),
            ({"size": (200, 640)}, "picture_size_check_failed", "this video has 200 × 640."),
            ({"size": (640, 200)}, "picture_size_check_failed", "this video has 640 × 200."),
            ({"size": (4112, 400), "frames": 2}, "picture_size_check_failed", "this video has 4112 × 400."),
            ({"codec": "mpeg4"}, "file_format_check_failed", "this video is mpeg4."),
            ({"codec": "mjpeg", "container": "mov"}, "file_format_check_failed", "this video is mjpeg."),
        ],
    )
    def test_goes_by_tiktoks_name_for_it(self, uploads: Uploads, shape: dict[str, Any], code: str, words: str) -> None:
        found = self.refused(uploads, draw_clip(**shape))

        assert found[0] == code
        assert words in found[1]

    def test_of_a_clip_over_ten_minutes_says_how_long_it_is(self, uploads: Uploads) -> None:
        code, message = self.refused(uploads, draw_long_clip(seconds=601))

        assert (code, message) == ("duration_check_failed", "TikTok takes 10:00 at most; this video has 10:01.")

    def test_leaves_the_facts_and_the_picture_to_look_at(self, alice: Caller, uploads: Uploads) -> None:
        asset = uploads.check(draw_clip(fps=120))

        assert (asset["frame_rate"], asset["width"]) == (120.0, 360)
        assert picture_of(alice, asset).size == (270, 480)


class TestRejection:
    def rejected(self, uploads: Uploads, content: bytes) -> tuple[str, str]:
        asset = uploads.check(content)
        assert (asset["status"], asset["verdict"]) == ("rejected", None), asset
        return asset["rejection"]["code"], asset["rejection"]["message"]

    @pytest.mark.parametrize(
        "content",
        [
            CLIP.read_bytes()[:400_000],
            CLIP.read_bytes()[:64],
            HEAD,
            HEAD + bytes(5000),
            HEAD + b"\xff" * 5000,
            b"\x1a\x45\xdf\xa3\x9fwebm" + bytes(5000),
            b"\x00\x00\x00\x08moov" + bytes(5000),
            b"\x7f\xff\xff\xff" + HEAD[4:] + b"\x7f\xff\xff\xffmoov\x7f\xff\xff\xfftrak" + bytes(500),
        ],
    )
    def test_of_a_damaged_file_says_so(self, uploads: Uploads, content: bytes) -> None:
        code, message = self.rejected(uploads, content)

        assert code == "unreadable_video"
        assert message == "The file is damaged or incomplete: it could not be played here."

    def test_of_sound_alone_says_so(self, uploads: Uploads) -> None:
        assert self.rejected(uploads, draw_sound()) == ("no_video_track", "The file has sound but no picture.")


class TestHostileFile:
    @pytest.mark.parametrize(
        "text",
        [
            "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:{port}/x.ts\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile 'http://127.0.0.1:{port}/x.mp4'\n",
            "ffconcat version 1.0\nfile '{other}'\n",
        ],
    )
    def test_opens_no_other_file_and_calls_nobody(self, alice: Caller, uploads: Uploads, text: str) -> None:
        other = uploads.all_at_once(CLIP.read_bytes())["Carillon-Media-Id"]
        path = default_storage.path(MediaAsset.objects.get(pk=other).file_key)
        calls: list[str] = []

        class Listener(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                calls.append(self.path)
                self.send_error(404)

        with HTTPServer(("127.0.0.1", 0), Listener) as server:
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
            body = text.format(port=server.server_port, other=path).encode()
            found = [uploads.check(content) for content in (HEAD[:12] + b"\n" + body + bytes(60), HEAD + body)]
            server.shutdown()

        assert calls == []
        assert [asset["status"] for asset in found] == ["rejected", "rejected"]
        assert [asset["thumbnail_url"] for asset in found] == [None, None]


@pytest.mark.django_db(transaction=True)
class TestDeletedMeanwhile:
    def test_stays_deleted(self, alice: Caller, uploads: Uploads) -> None:
        asset = MediaAsset.objects.get(pk=uploads.all_at_once(CLIP.read_bytes())["Carillon-Media-Id"])
        alice.delete(f"/media/{asset.pk}")
        assert bin_services.sweep(now=timezone.now() + bin_services.KEPT) == 1
        with CLIP.open("rb") as content:  # as if the worker had opened it just before
            default_storage.save(asset.file_key, File(content))

        check_asset(asset)

        assert not MediaAsset.objects.exists()
        assert not default_storage.exists(asset.thumbnail_key)


def picture_of(caller: Caller, asset: dict[str, Any]) -> Image.Image:
    answer = caller.get(asset["thumbnail_url"].removeprefix("/api/v1"))
    assert answer["Content-Type"] == "image/jpeg"
    return Image.open(io.BytesIO(answer.getvalue())).convert("RGB")
