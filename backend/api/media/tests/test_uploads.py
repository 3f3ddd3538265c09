"""Uploading a file in pieces: every byte counted, none lost, nothing taken that is no video."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone

from api.media.models import MediaAsset, MediaUpload
from api.media.tasks import drop_abandoned_uploads
from api.media.tests.conftest import HEAD, Uploads, draw_clip, stored
from conftest import CLIP, Caller

pytestmark = pytest.mark.django_db

GB4 = 4 * 1024**3


class TestUpload:
    def test_puts_the_pieces_together(self, alice: Caller, uploads: Uploads) -> None:
        content = CLIP.read_bytes()
        upload_id = uploads.begin(len(content))

        offset = 0
        for size in (1, 30, 100_000, 500_000, len(content)):
            answer = uploads.send(upload_id, offset, content[offset : offset + size])
            assert answer.status_code == 204
            offset = int(answer["Upload-Offset"])

        assert offset == len(content)
        asset = MediaAsset.objects.get(pk=answer["Carillon-Media-Id"])
        assert stored(asset) == content
        assert (asset.size_bytes, asset.mime_type, asset.status) == (len(content), "video/mp4", "checking")

    def test_tells_where_it_stands(self, uploads: Uploads) -> None:
        upload_id = uploads.begin(1000)
        uploads.send(upload_id, 0, HEAD)

        answer = uploads.stand(upload_id)

        assert (answer.status_code, answer["Upload-Offset"], answer["Upload-Length"]) == (200, "64", "1000")
        assert (answer["Tus-Resumable"], answer["Cache-Control"]) == ("1.0.0", "no-store")

    def test_says_where_to_send_the_bytes(self, uploads: Uploads) -> None:
        answer = uploads.announce(1000)

        assert answer["Location"] == f"/api/v1/media/uploads/{answer.json()['id']}"
        assert (answer["Upload-Offset"], answer["Tus-Max-Size"]) == ("0", str(GB4))

    def test_tells_again_what_it_became(self, uploads: Uploads) -> None:
        content = CLIP.read_bytes()
        upload_id = uploads.begin(len(content))
        asset_id = uploads.send(upload_id, 0, content)["Carillon-Media-Id"]

        assert uploads.stand(upload_id)["Carillon-Media-Id"] == asset_id
        nothing = uploads.caller.client.generic(
            "PATCH",
            f"/api/v1/media/uploads/{upload_id}",
            headers={"Authorization": f"Bearer {uploads.caller.token}", "Upload-Offset": str(len(content))},
            CONTENT_TYPE="application/offset+octet-stream",
            CONTENT_LENGTH="0",
        )
        assert nothing["Carillon-Media-Id"] == asset_id

    def test_leaves_no_piece_behind(self, uploads: Uploads) -> None:
        uploads.all_at_once(CLIP.read_bytes())

        assert list(settings.UPLOAD_ROOT.iterdir()) == []

    def test_stores_the_same_bytes_once(self, alice: Caller, uploads: Uploads) -> None:
        content = CLIP.read_bytes()

        first = uploads.all_at_once(content, "first.mp4")["Carillon-Media-Id"]
        second = uploads.all_at_once(content, "second.mp4")["Carillon-Media-Id"]

        assert first == second
        [item] = alice.get("/media").json()["items"]
        assert item["file_name"] == "first.mp4"
        assert len(default_storage.listdir(f"media/{alice.member.workspace.pk}")[1]) == 1

    def test_keeps_workspaces_apart(self, uploads: Uploads, mallory: Caller) -> None:
        content = CLIP.read_bytes()

        first = uploads.all_at_once(content)["Carillon-Media-Id"]
        second = Uploads(mallory).all_at_once(content)["Carillon-Media-Id"]

        assert first != second

    def test_can_be_given_up(self, alice: Caller, uploads: Uploads) -> None:
        upload_id = uploads.begin(1000)
        uploads.send(upload_id, 0, HEAD)

        assert alice.delete(f"/media/uploads/{upload_id}").status_code == 204

        assert list(settings.UPLOAD_ROOT.iterdir()) == []
        assert uploads.stand(upload_id).status_code == 404


class TestOffset:
    @pytest.mark.parametrize("offset", [0, 63, 65, 999, 10**30])
    def test_has_to_be_where_the_upload_stands(self, uploads: Uploads, offset: int) -> None:
        upload_id = uploads.begin(1000)
        uploads.send(upload_id, 0, HEAD)

        answer = uploads.send(upload_id, offset, b"x")

        assert (answer.status_code, answer.json()["code"]) == (409, "upload_offset_mismatch")
        assert "stands at byte 64" in answer.json()["detail"]
        assert uploads.stand(upload_id)["Upload-Offset"] == "64"

    @pytest.mark.parametrize("offset", ["", "-1", "x", "1.5", "²", "9" * 5000])
    def test_has_to_be_a_number(self, alice: Caller, uploads: Uploads, offset: str) -> None:
        answer = alice.client.generic(
            "PATCH",
            f"/api/v1/media/uploads/{uploads.begin(1000)}",
            HEAD,
            content_type="application/offset+octet-stream",
            headers={"Authorization": f"Bearer {alice.token}", "Upload-Offset": offset},
        )

        assert answer.status_code == 422
        assert answer.json()["code"] == "header_invalid"

    def test_counts_what_the_file_holds_not_what_a_crash_left_there(self, uploads: Uploads) -> None:
        content = CLIP.read_bytes()
        upload_id = uploads.begin(len(content))
        uploads.send(upload_id, 0, content[:1000])
        with MediaUpload.objects.get(pk=upload_id).path.open("ab") as file:
            file.write(b"written, but never counted" * 10)

        answer = uploads.send(upload_id, 1000, content[1000:])

        asset = MediaAsset.objects.get(pk=answer["Carillon-Media-Id"])
        assert stored(asset) == content


class TestSize:
    def test_of_nothing_is_refused(self, uploads: Uploads) -> None:
        answer = uploads.announce(0, "empty.mp4")

        assert (answer.status_code, answer.json()["code"]) == (422, "file_empty")
        assert answer.json()["detail"] == "empty.mp4 is empty (0 bytes). Choose the file again."

    @pytest.mark.parametrize("size", [GB4 + 1, 10**30])
    def test_over_4_gb_is_refused(self, uploads: Uploads, size: int) -> None:
        answer = uploads.announce(size)

        assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
        assert not MediaUpload.objects.exists()

    @pytest.mark.parametrize("size", ["", "-1", "x", "1e3", "9" * 5000])
    def test_has_to_be_a_number(self, uploads: Uploads, size: str) -> None:
        assert uploads.announce(size).json()["code"] == "header_invalid"

    def test_of_one_piece_over_64_mib_is_refused(self, uploads: Uploads) -> None:
        upload_id = uploads.begin(100 * 1024**2)

        answer = uploads.send(upload_id, 0, bytes(64 * 1024**2 + 1))

        assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
        assert uploads.stand(upload_id)["Upload-Offset"] == "0"

    def test_beyond_what_was_announced_is_refused(self, uploads: Uploads) -> None:
        upload_id = uploads.begin(100)

        assert uploads.send(upload_id, 0, HEAD + bytes(37)).status_code == 413
        assert uploads.stand(upload_id)["Upload-Offset"] == "0"

    def test_is_refused_when_the_body_is_of_another_kind(self, alice: Caller, uploads: Uploads) -> None:
        answer = alice.client.generic(
            "PATCH",
            f"/api/v1/media/uploads/{uploads.begin(64)}",
            HEAD,
            content_type="multipart/form-data; boundary=x",
            headers={"Authorization": f"Bearer {alice.token}", "Upload-Offset": "0"},
        )

        assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


class TestSomebodyElsesUpload:
    def test_is_not_there(self, uploads: Uploads, mallory: Caller) -> None:
        upload_id = uploads.begin(1000)
        theirs = Uploads(mallory)

        assert theirs.stand(upload_id).status_code == 404
        assert theirs.send(upload_id, 0, HEAD).status_code == 404
        assert mallory.delete(f"/media/uploads/{upload_id}").status_code == 404
        assert uploads.stand(upload_id)["Upload-Offset"] == "0"


class TestAbandonedUploads:
    def test_are_dropped_with_their_bytes(self, uploads: Uploads) -> None:
        upload_id = uploads.begin(1000)
        uploads.send(upload_id, 0, HEAD)
        self.age(upload_id, hours=25, last_sent_hours=25)

        drop_abandoned_uploads()

        assert not MediaUpload.objects.exists()
        assert list(settings.UPLOAD_ROOT.iterdir()) == []

    def test_are_not_those_somebody_is_still_sending(self, uploads: Uploads) -> None:
        upload_id = uploads.begin(1000)
        uploads.send(upload_id, 0, HEAD)
        self.age(upload_id, hours=30, last_sent_hours=1)

        drop_abandoned_uploads()

        assert uploads.stand(upload_id)["Upload-Offset"] == "64"

    def test_leave_what_became_of_others_alone(self, alice: Caller, uploads: Uploads) -> None:
        content = CLIP.read_bytes()
        upload_id = uploads.begin(len(content))
        asset_id = uploads.send(upload_id, 0, content)["Carillon-Media-Id"]
        self.age(upload_id, hours=25, last_sent_hours=25)

        drop_abandoned_uploads()

        assert alice.get(f"/media/{asset_id}/file").getvalue() == content

    @staticmethod
    def age(upload_id: str, *, hours: int, last_sent_hours: int) -> None:
        now = timezone.now()
        MediaUpload.objects.filter(pk=upload_id).update(
            expires_at=now - timedelta(hours=hours - 24), updated_at=now - timedelta(hours=last_sent_hours)
        )


class TestKnownBytes:
    def test_are_said_to_be_there_and_not_doubled(self, uploads: Uploads) -> None:
        first = uploads.all_at_once(draw_clip(), "one.mp4")
        upload_id = uploads.begin(len(draw_clip()), "again.mp4")
        again = uploads.send(upload_id, 0, draw_clip())

        assert "Carillon-Media-Known" not in first
        assert again["Carillon-Media-Known"] == "1"
        assert again["Carillon-Media-Id"] == first["Carillon-Media-Id"]
        assert uploads.stand(upload_id)["Carillon-Media-Known"] == "1"  # for whom the answer was lost

    def test_that_were_just_deleted_are_new_again(self, alice: Caller, uploads: Uploads) -> None:
        first = uploads.all_at_once(draw_clip())["Carillon-Media-Id"]
        alice.delete(f"/media/{first}")

        again = uploads.all_at_once(draw_clip())

        assert "Carillon-Media-Known" not in again
        assert alice.get(f"/media/{again['Carillon-Media-Id']}").status_code == 200
