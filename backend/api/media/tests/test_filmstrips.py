"""Frames of a video beside each other: drawn by the real FFmpeg, served as the thumbnail is, never in anybody's way."""

import io
from typing import Any

import av
import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from api.media import bin_services, filmstrip_services
from api.media.models import MediaAsset
from api.media.tasks import check_media, make_filmstrip
from api.media.tests.conftest import HEAD, Uploads, draw_clip, turn_clip
from conftest import CLIP, Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db


def draw_steps(*, size: tuple[int, int] = (320, 180), grey: tuple[int, ...] = (0, 80, 160, 240)) -> bytes:
    """Draw a clip that is dark at first and gets lighter in steps of a second."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as output:
        stream: Any = output.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for number in range(30 * len(grey)):
            frame: Any = av.VideoFrame.from_image(Image.new("RGB", size, (grey[number // 30],) * 3))  # type: ignore[no-untyped-call]
            frame.pts = number
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return file.getvalue()


def strip_of(caller: Caller, asset_id: str) -> Image.Image:
    answer = caller.get(f"/media/{asset_id}/filmstrip")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    return Image.open(io.BytesIO(answer.getvalue()))


class TestFilmstrip:
    def test_shows_the_video_from_its_beginning_to_its_end(self, alice: Caller, uploads: Uploads) -> None:
        shown = uploads.check(draw_steps())
        make_filmstrip(asset_id=shown["id"])

        facts = alice.get(f"/media/{shown['id']}").json()["filmstrip"]
        picture = strip_of(alice, shown["id"])

        assert facts == {"url": f"/api/v1/media/{shown['id']}/filmstrip", "frames": 16, "width": 192, "height": 108}
        assert picture.size == (16 * 192, 108)
        grey_strip: Any = picture.convert("L")
        greys = [grey_strip.getpixel((192 * number + 96, 54)) for number in range(16)]
        wanted = [(0, 80, 160, 240)[number // 4] for number in range(16)]
        assert all(abs(grey - want) < 12 for grey, want in zip(greys, wanted, strict=True)), greys

    def test_of_a_real_clip_is_of_modest_size(self, alice: Caller) -> None:
        asset = alice.upload(CLIP)
        filmstrip_services.make_filmstrip(asset)

        answer = alice.get(f"/media/{asset.pk}/filmstrip")

        assert len(answer.getvalue()) < 150_000
        assert answer["ETag"] == f'"{asset.sha256}-strip"'
        assert answer["Cache-Control"] == "private, max-age=86400, immutable"
        part = alice.get(f"/media/{asset.pk}/filmstrip", Range="bytes=0-9")
        assert (part.status_code, len(part.getvalue())) == (206, 10)

    def test_of_a_turned_clip_stands_upright(self, alice: Caller, uploads: Uploads) -> None:
        shown = uploads.check(turn_clip(draw_clip(size=(640, 360), frames=60)))
        make_filmstrip(asset_id=shown["id"])

        facts = alice.get(f"/media/{shown['id']}").json()["filmstrip"]

        assert (facts["width"], facts["height"]) == (108, 192)

    def test_of_three_frames_has_three(self, alice: Caller, uploads: Uploads) -> None:
        shown = uploads.check(draw_clip(frames=3))
        make_filmstrip(asset_id=shown["id"])

        assert alice.get(f"/media/{shown['id']}").json()["filmstrip"]["frames"] == 3

    def test_that_cannot_be_drawn_is_tried_once(self, alice: Caller, uploads: Uploads) -> None:
        shown = uploads.check(draw_clip())
        asset = MediaAsset.objects.get(pk=shown["id"])
        default_storage.delete(asset.file_key)
        with default_storage.open(asset.file_key, "wb") as file:
            file.write(HEAD + bytes(200))

        make_filmstrip(asset_id=shown["id"])

        assert filmstrip_services.list_without(10) == []
        assert alice.get(f"/media/{shown['id']}").json()["filmstrip"] is None
        assert alice.get(f"/media/{shown['id']}/filmstrip").status_code == 404

    def test_is_wanted_of_old_videos_and_of_nothing_else(self, uploads: Uploads) -> None:
        video = uploads.check(draw_clip())
        uploads.check(HEAD + bytes(300))

        assert [str(pk) for pk in filmstrip_services.list_without(10)] == [video["id"]]

    def test_comes_after_the_check_without_being_waited_for(self, alice: Caller, uploads: Uploads) -> None:
        asset_id = uploads.all_at_once(draw_clip())["Carillon-Media-Id"]
        check_media(asset_id=asset_id)

        shown = alice.get(f"/media/{asset_id}").json()
        assert (shown["status"], shown["filmstrip"]) == ("ready", None)

    def test_of_somebody_else_is_not_found(self, alice: Caller, mallory: Caller) -> None:
        asset = alice.upload(CLIP)
        filmstrip_services.make_filmstrip(asset)

        theirs, nobodys = (mallory.get(f"/media/{pk}/filmstrip") for pk in (asset.pk, uuid7()))

        assert theirs.status_code == nobodys.status_code == 404
        assert theirs.content == nobodys.content

    def test_goes_with_its_file(self, alice: Caller, django_capture_on_commit_callbacks: object) -> None:
        asset = alice.upload(CLIP)
        filmstrip_services.make_filmstrip(asset)
        alice.delete(f"/media/{asset.pk}")

        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            assert bin_services.sweep(now=timezone.now() + bin_services.KEPT) == 1

        assert not default_storage.exists(asset.filmstrip_key)
