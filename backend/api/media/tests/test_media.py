"""The library: listing, the bytes with Range, thumbnails, deleting."""

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from api.media import bin_services
from api.media.models import MediaAsset
from api.media.tests.conftest import HEAD, Uploads, draw_clip
from conftest import CLIP, Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db


@pytest.fixture
def asset(alice: Caller) -> MediaAsset:
    return alice.upload()


class TestFile:
    @pytest.mark.parametrize(
        ("header", "first", "last"),
        [
            ("bytes=0-99", 0, 99),
            ("bytes=300000-700000", 300_000, 700_000),
            ("bytes=-1000", -1000, -1),
            ("bytes=1000000-", 1_000_000, -1),
        ],
    )
    def test_carries_exactly_the_bytes_asked_for(
        self, alice: Caller, asset: MediaAsset, header: str, first: int, last: int
    ) -> None:
        content = CLIP.read_bytes()

        answer = alice.get(f"/media/{asset.pk}/file", Range=header)

        start, end = first % len(content), last % len(content)
        assert answer.status_code == 206
        assert answer["Content-Range"] == f"bytes {start}-{end}/{len(content)}"
        assert answer["Content-Length"] == str(end - start + 1)
        assert answer.getvalue() == content[start : end + 1]

    def test_is_whole_without_a_range(self, alice: Caller, asset: MediaAsset) -> None:
        answer = alice.get(f"/media/{asset.pk}/file")

        assert (answer.status_code, answer["Content-Type"], answer["Accept-Ranges"]) == (200, "video/mp4", "bytes")
        assert answer["ETag"] == f'"{asset.sha256}"'
        assert answer.getvalue() == CLIP.read_bytes()

    def test_has_nothing_beyond_its_end(self, alice: Caller, asset: MediaAsset) -> None:
        answer = alice.get(f"/media/{asset.pk}/file", Range=f"bytes={asset.size_bytes}-")

        assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{asset.size_bytes}")

    def test_that_is_gone_from_the_storage_is_not_found(self, alice: Caller, asset: MediaAsset) -> None:
        default_storage.delete(asset.file_key)
        default_storage.delete(asset.thumbnail_key)

        assert alice.get(f"/media/{asset.pk}/file").json()["code"] == "not_found"
        assert alice.get(f"/media/{asset.pk}/thumbnail").json()["code"] == "not_found"

    def test_of_somebody_else_is_not_found(self, mallory: Caller, asset: MediaAsset) -> None:
        for what in ("file", "thumbnail"):
            theirs, nobodys = mallory.get(f"/media/{asset.pk}/{what}"), mallory.get(f"/media/{uuid7()}/{what}")
            assert theirs.status_code == nobodys.status_code == 404
            assert theirs.content == nobodys.content


class TestThumbnail:
    def test_is_a_small_jpeg(self, alice: Caller, asset: MediaAsset) -> None:
        answer = alice.get(f"/media/{asset.pk}/thumbnail")

        assert answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
        content = answer.getvalue()
        assert content[:3] == b"\xff\xd8\xff"
        assert len(content) < 100_000

    def test_is_not_there_for_a_file_nobody_could_open(self, alice: Caller, uploads: Uploads) -> None:
        asset = uploads.check(HEAD + bytes(100))

        assert asset["thumbnail_url"] is None
        assert alice.get(f"/media/{asset['id']}/thumbnail").status_code == 404


class TestListMedia:
    def test_shows_the_newest_first_and_narrows_by_status(self, alice: Caller, uploads: Uploads) -> None:
        ready = uploads.check(draw_clip())
        rejected = uploads.check(HEAD + bytes(500))

        def ids(query: str) -> list[str]:
            return [item["id"] for item in alice.get(f"/media{query}").json()["items"]]

        assert ids("") == [rejected["id"], ready["id"]]
        assert ids("?status=ready") == [ready["id"]]
        assert ids("?status=rejected&kind=video") == [rejected["id"]]
        assert ids("?status=checking") == ids("?kind=image") == []

    def test_shows_nothing_of_another_workspace(self, mallory: Caller, asset: MediaAsset) -> None:
        assert mallory.get("/media").json() == {"items": [], "next_cursor": None}

    @pytest.mark.parametrize("query", ["status=gone", "kind=sound", "limit=0", "cursor=x"])
    def test_refuses_a_filter_that_does_not_exist(self, alice: Caller, query: str) -> None:
        assert alice.get(f"/media?{query}").status_code == 422


class TestSupportedFormats:
    def test_are_what_tiktok_takes(self, alice: Caller) -> None:
        formats = alice.get("/media/supported-formats").json()

        assert formats["mime_types"] == ["video/mp4", "video/quicktime", "video/webm"]
        assert formats["video_codecs"] == ["h264", "hevc", "vp8", "vp9"]
        assert (formats["max_size_bytes"], formats["max_duration_ms"]) == (4 * 1024**3, 600_000)


@pytest.mark.django_db(transaction=True)
class TestDeleteMedia:
    def draft(self, caller: Caller, asset: MediaAsset) -> str:
        body = {"media_ids": [str(asset.pk)], "timing": {"mode": "draft"}}
        return str(caller.post("/posts", body).json()["id"])

    def sweep(self) -> None:
        bin_services.sweep(now=timezone.now() + bin_services.KEPT)

    def test_deletes_the_bytes_too_once_it_cannot_be_taken_back(self, alice: Caller, asset: MediaAsset) -> None:
        assert alice.delete(f"/media/{asset.pk}").status_code == 204
        assert alice.get(f"/media/{asset.pk}").status_code == 404
        assert default_storage.exists(asset.file_key)

        self.sweep()

        assert not MediaAsset.objects.exists()
        assert not default_storage.exists(asset.file_key)
        assert not default_storage.exists(asset.thumbnail_key)

    def test_refuses_while_a_post_needs_the_file(self, alice: Caller, asset: MediaAsset) -> None:
        self.draft(alice, asset)

        answer = alice.delete(f"/media/{asset.pk}")

        assert (answer.status_code, answer.json()["code"]) == (409, "media_in_use")
        assert default_storage.exists(asset.file_key)

    def test_works_once_the_post_was_deleted(self, alice: Caller, asset: MediaAsset) -> None:
        alice.delete(f"/posts/{self.draft(alice, asset)}")

        assert alice.delete(f"/media/{asset.pk}").status_code == 204
        self.sweep()
        assert not default_storage.exists(asset.file_key)

    def test_refuses_when_only_one_of_two_posts_was_deleted(self, alice: Caller, asset: MediaAsset) -> None:
        kept = self.draft(alice, asset)
        alice.delete(f"/posts/{self.draft(alice, asset)}")

        assert alice.delete(f"/media/{asset.pk}").status_code == 409
        assert len(alice.get(f"/posts/{kept}").json()["media"]) == 1

    def test_of_somebody_else_is_refused(self, mallory: Caller, asset: MediaAsset) -> None:
        assert mallory.delete(f"/media/{asset.pk}").status_code == 404
        assert default_storage.exists(asset.file_key)

    def test_lets_the_same_file_come_back(self, alice: Caller, asset: MediaAsset) -> None:
        alice.delete(f"/media/{asset.pk}")
        self.sweep()

        again = alice.upload()

        assert again.pk != asset.pk
        assert alice.get(f"/media/{again.pk}/file").getvalue() == CLIP.read_bytes()
