"""What is in a file and what it is called: nothing taken that is no video, no name taken for a path."""

import pytest
from django.conf import settings

from api.media.models import MediaAsset, MediaUpload
from api.media.tests.conftest import HEAD, Uploads
from conftest import Caller

pytestmark = pytest.mark.django_db


class TestNotAVideo:
    @pytest.mark.parametrize(
        "content",
        [
            b"<!doctype html><html><body><script>alert(1)</script></body></html>" * 3,
            b"\xff\xd8\xdd\xe0\x00\x10JFIF" + bytes(200),
            b"\x89PNG\n\x1a\n" + bytes(200),
            b"GIF89a" + bytes(200),
            b"PK\x03\x04" + bytes(200),
            b"%PDF-1.7\n" + bytes(200),
            b"ffconcat version 1.0\nfile 'other_tenant.mp4'\n" + b"\n" * 100,
            b"#EXTM3U\n#EXT-X-VERSION:3\nhttp://127.0.0.1/x.ts\n" + b"\n" * 100,
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>" + b" " * 100,
            b"\x7fELF" + bytes(200),
            b"\x1a\x45\xdf\xa3" + b"matroska" + bytes(200),
            b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*" + bytes(60),
            b"ftyp",
            b"x",
            bytes(200),
        ],
    )
    def test_is_refused_at_the_first_bytes_whatever_its_name(self, uploads: Uploads, content: bytes) -> None:
        upload_id = uploads.begin(10_000_000 if len(content) > 64 else len(content), "holiday.mp4")

        answer = uploads.send(upload_id, 0, content)

        assert (answer.status_code, answer.json()["code"]) == (422, "not_a_video")
        assert answer.json()["detail"].startswith("holiday.mp4 is not a video TikTok takes, no picture and no music.")
        assert not MediaUpload.objects.exists()
        assert not MediaAsset.objects.exists()
        assert list(settings.UPLOAD_ROOT.iterdir()) == []

    def test_is_found_out_when_the_first_bytes_come_one_by_one(self, uploads: Uploads) -> None:
        upload_id = uploads.begin(1000)
        for offset in range(63):
            assert uploads.send(upload_id, offset, b"x").status_code == 204

        assert uploads.send(upload_id, 63, b"x").json()["code"] == "not_a_video"


class TestFileName:
    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("../../etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("%2e%2e%2f%2e%2e%2fpasswd", "%2e%2e%2f%2e%2e%2fpasswd"),
            ("a\x00b.mp4", "ab.mp4"),
            ("a\r\nSet-Cookie: x=1.mp4", "aSet-Cookie: x=1.mp4"),
            ("evil\u202e4pm.exe", "evil4pm.exe"),
            ("x" * 300 + ".mp4", "x" * 255),
            ("CON", "CON"),
            ("", "video"),
            ("/", "video"),
            (" \t ", "video"),
            ("…／passwd", "…／passwd"),
            ("<img src=x onerror=alert(1)>.mp4", "<img src=x onerror=alert(1)>.mp4"),
            ("Кролик 🐇.mp4", "Кролик 🐇.mp4"),
        ],
    )
    def test_is_shown_but_never_a_path(self, alice: Caller, uploads: Uploads, name: str, shown: str) -> None:
        content = HEAD + b"one small file"

        asset_id = uploads.all_at_once(content, name)["Carillon-Media-Id"]

        asset = MediaAsset.objects.get(pk=asset_id)
        assert alice.get(f"/media/{asset_id}").json()["file_name"] == shown
        assert asset.file_key == f"media/{alice.member.workspace.pk}/{asset.sha256}"
        assert alice.get(f"/media/{asset_id}/file").getvalue() == content

    @pytest.mark.parametrize("header", ["", "filename", "filename !!!", "filename /w==", ",,,", "x " * 1000])
    def test_may_be_missing_or_unreadable(self, alice: Caller, header: str) -> None:
        answer = alice.post("/media/uploads", **{"Upload-Length": "10", "Upload-Metadata": header})

        assert answer.status_code == 201
        assert MediaUpload.objects.get().file_name == "video"
