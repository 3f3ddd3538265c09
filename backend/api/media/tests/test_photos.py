"""What becomes of a picture: the JPEG that TikTok gets, made once, with nothing in it but the picture."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from api.media.models import AssetStatus, MediaAsset
from api.media.services import delete_asset
from api.media.tests.conftest import Uploads

pytestmark = pytest.mark.django_db(transaction=True)

ORIENTATION, GPS, GPS_LATITUDE = 0x0112, 0x8825, 2


def draw(kind: str, *, size: tuple[int, int] = (400, 300), mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture with a red corner at the top left."""
    image = Image.new(mode, size, (0, 128, 128, 0)[: len(mode)])
    image.paste((255, 0, 0, 255)[: len(mode)], (0, 0, size[0] // 4, size[1] // 4))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def ready(asset_id: str) -> Image.Image:
    with default_storage.open(MediaAsset.objects.get(pk=asset_id).photo_key) as file:
        image = Image.open(io.BytesIO(file.read()))
        image.load()
    return image


class TestReadyForTikTok:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
    def test_is_a_jpeg_whatever_it_was(self, uploads: Uploads, kind: str) -> None:
        shown = uploads.check(draw(kind), f"holiday.{kind.lower()}")

        assert (shown["status"], shown["kind"], shown["mime_type"]) == ("ready", "image", f"image/{kind.lower()}")
        assert (shown["width"], shown["height"], shown["duration_ms"]) == (400, 300, None)
        assert ready(shown["id"]).format == "JPEG"
        assert shown["thumbnail_url"]

    def test_of_a_phone_that_writes_heic(self, uploads: Uploads) -> None:
        content = (Path(__file__).parent / "media" / "corner.heic").read_bytes()

        shown = uploads.check(content, "IMG_0001.HEIC")

        assert (shown["status"], shown["mime_type"]) == ("ready", "image/heic")
        assert ready(shown["id"]).format == "JPEG"

    @pytest.mark.parametrize(
        ("size", "becomes"),
        [
            ((1080, 1920), (1080, 1920)),
            ((1086, 1448), (1080, 1440)),
            ((4000, 3000), (1440, 1080)),
            ((941, 1672), (941, 1672)),
        ],
    )
    def test_has_at_most_1080_pixels_on_its_shorter_side(
        self, uploads: Uploads, size: tuple[int, int], becomes: tuple[int, int]
    ) -> None:
        shown = uploads.check(draw("JPEG", size=size), "large.jpg")

        assert (shown["width"], shown["height"]) == size
        assert ready(shown["id"]).size == becomes

    def test_stands_upright_and_says_nothing_of_where_it_was_taken(self, uploads: Uploads) -> None:
        exif = Image.Exif()
        exif[ORIENTATION] = 6  # turned clockwise by a quarter
        exif.get_ifd(GPS)[GPS_LATITUDE] = (53.0, 33.0, 0.0)
        exif.get_ifd(GPS)[1] = "N"
        content = draw("JPEG", exif=exif, comment=b"a secret place")
        assert b"a secret place" in content

        shown = uploads.check(content, "turned.jpg")

        photo = ready(shown["id"])
        assert photo.size == (300, 400) == (shown["width"], shown["height"])
        red, green, _ = photo.getpixel((290, 10))  # type: ignore[misc] # of an RGB picture these are three
        assert (red > 200, green < 60) == (True, True)
        assert dict(photo.getexif()) == {}
        with default_storage.open(MediaAsset.objects.get(pk=shown["id"]).photo_key) as file:
            stored = file.read()
        assert b"Exif" not in stored
        assert b"secret" not in stored

    def test_has_white_where_it_was_transparent(self, uploads: Uploads) -> None:
        shown = uploads.check(draw("PNG", mode="RGBA"), "logo.png")

        assert ready(shown["id"]).getpixel((390, 290)) == (255, 255, 255)

    def test_of_the_same_picture_in_two_files_is_kept_while_one_needs_it(self, uploads: Uploads) -> None:
        first = uploads.check(draw("PNG"), "a.png")
        second = uploads.check(draw("PNG", compress_level=0), "b.png")
        rows = [MediaAsset.objects.get(pk=shown["id"]) for shown in (first, second)]
        assert rows[0].photo_key == rows[1].photo_key

        delete_asset(rows[0])
        assert default_storage.exists(rows[1].photo_key)

        key = rows[1].photo_key
        delete_asset(rows[1])
        assert not default_storage.exists(key)


class TestRefused:
    def test_is_a_damaged_picture_with_a_sentence(self, uploads: Uploads) -> None:
        shown = uploads.check(draw("PNG")[:200], "half.png")

        assert (shown["status"], shown["rejection"]["code"]) == ("rejected", "unreadable_picture")
        assert "damaged" in shown["rejection"]["message"]

    def test_is_a_picture_that_unpacks_to_far_too_many_pixels(self, uploads: Uploads) -> None:
        out = io.BytesIO()
        Image.new("1", (20_000, 20_000)).save(out, "PNG")

        shown = uploads.check(out.getvalue(), "bomb.png")

        assert (shown["status"], shown["rejection"]["code"]) == ("rejected", "picture_size_check_failed")

    def test_is_a_gif_at_its_first_bytes(self, uploads: Uploads) -> None:
        answer = uploads.all_at_once(draw("GIF", mode="L"), "party.gif")

        assert (answer.status_code, answer.json()["code"]) == (422, "not_a_video")

    def test_one_that_claims_another_format_is_opened_as_what_its_bytes_are(self, uploads: Uploads) -> None:
        shown = uploads.check(b"\x89PNG\r\n\x1a\n" + draw("JPEG"), "trick.png")

        assert shown["status"] == AssetStatus.REJECTED
