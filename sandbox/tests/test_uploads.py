"""The bytes: order, ranges, bare statuses, and nothing large in memory."""

import socket
from urllib.parse import urlsplit

import httpx2
import pytest
from client_app import App
from driver import Server, hex_sha256

from carillon_sandbox.posting.uploads import MOST_DRAINED

MB = 1_000_000


def zeros(size: int) -> bytes:
    return bytes(size)


class TestWholeUpload:
    def test_the_official_example_answers_206_four_times_then_201(self, shared: Server, nord: App) -> None:
        size = 50_000_123
        opened = nord.open_upload(size, 10 * MB, 5)
        statuses = []
        for first in range(0, 50 * MB, 10 * MB):
            length = 10_000_123 if first == 40 * MB else 10 * MB
            answer = nord.put(opened["upload_url"], zeros(length), first, size)
            statuses.append(answer.status_code)
            assert answer.headers["content-range"] == f"bytes 0-{first + length}/{size}"
            assert answer.content == b""

        assert statuses == [206, 206, 206, 206, 201]
        told = [entry for entry in shared.ledger() if entry.get("publish_id") == opened["publish_id"]]
        chunks = [entry for entry in told if entry["event"] == "chunk.accepted"]
        assert [(entry["first"], entry["last"], entry["total"]) for entry in chunks][-1] == (40 * MB, size - 1, size)
        complete = next(entry for entry in told if entry["event"] == "upload.complete")
        assert complete["sha256"] == hex_sha256(zeros(size))

    def test_never_holds_a_video_in_memory(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        opened = app.open_upload(64 * MB)

        assert app.put(opened["upload_url"], zeros(64 * MB), 0, 64 * MB).status_code == 201

        assert fresh.memory("VmHWM") < 80 * MB

    @pytest.mark.parametrize("content_type", ["video/mp4", "video/quicktime", "video/webm", "video/mp4; a=b"])
    def test_takes_the_three_content_types(self, nord: App, content_type: str) -> None:
        opened = nord.open_upload(10)

        answer = nord.put(opened["upload_url"], b"0123456789", 0, 10, **{"Content-Type": content_type})

        assert answer.status_code == 201

    def test_needs_no_token(self, shared: Server, nord: App) -> None:
        opened = nord.open_upload(10)
        headers = {"Content-Type": "video/mp4", "Content-Range": "bytes 0-9/10"}

        answer = httpx2.put(opened["upload_url"], content=b"0123456789", headers=headers, trust_env=False)

        assert answer.status_code == 201


class TestOrder:
    def open_two(self, app: App) -> str:
        return app.open_upload(12 * MB, 6 * MB, 2)["upload_url"]

    def test_a_chunk_out_of_turn_learns_how_far_the_upload_has_come(self, nord: App) -> None:
        url = self.open_two(nord)

        early = nord.put(url, zeros(6 * MB), 6 * MB, 12 * MB)
        assert (early.status_code, early.headers["content-range"]) == (416, f"bytes 0-0/{12 * MB}")
        assert nord.put(url, zeros(6 * MB), 0, 12 * MB).status_code == 206
        again = nord.put(url, zeros(6 * MB), 0, 12 * MB)
        assert (again.status_code, again.headers["content-range"]) == (416, f"bytes 0-{6 * MB}/{12 * MB}")
        assert nord.put(url, zeros(6 * MB), 6 * MB, 12 * MB).status_code == 201

    def test_the_last_chunk_again_gets_416_and_changes_nothing(self, shared: Server, nord: App) -> None:
        opened = nord.open_upload(10)
        nord.put(opened["upload_url"], b"0123456789", 0, 10)

        again = nord.put(opened["upload_url"], b"abcdefghij", 0, 10)

        assert (again.status_code, again.headers["content-range"]) == (416, "bytes 0-10/10")
        events = [e["event"] for e in shared.ledger() if e.get("publish_id") == opened["publish_id"]]
        assert events.count("chunk.accepted") == 1
        assert events.count("upload.complete") == 1

    def test_status_counts_the_bytes_that_were_accepted(self, nord: App) -> None:
        opened = nord.open_upload(12 * MB, 6 * MB, 2)
        nord.put(opened["upload_url"], zeros(6 * MB), 0, 12 * MB)

        status = nord.status(opened["publish_id"])

        assert (status["status"], status["uploaded_bytes"]) == ("PROCESSING_UPLOAD", 6 * MB)

    def test_a_chunk_cut_short_leaves_no_trace(self, nord: App) -> None:
        opened = nord.open_upload(10)
        parts = urlsplit(opened["upload_url"])
        head = (
            f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: video/mp4\r\n"
            "Content-Length: 10\r\nContent-Range: bytes 0-9/10\r\n\r\nxxxx"
        )
        with socket.create_connection((str(parts.hostname), parts.port or 0)) as line:
            line.sendall(head.encode())

        answer = nord.put(opened["upload_url"], b"0123456789", 0, 10)

        assert answer.status_code == 201
        assert nord.wait(opened["publish_id"])["fail_reason"] == "file_format_check_failed"


class TestRefused:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Content-Range": "bytes 0-9/11"},
            {"Content-Range": "bytes 0-8/10"},
            {"Content-Range": "bytes=0-9/10"},
            {"Content-Range": ""},
            {"Content-Type": "application/octet-stream"},
            {"Content-Type": "video/x-matroska"},
        ],
    )
    def test_malformed_headers_get_a_bare_400(self, nord: App, headers: dict[str, str]) -> None:
        opened = nord.open_upload(10)

        answer = nord.put(opened["upload_url"], b"0123456789", 0, 10, **headers)

        assert (answer.status_code, answer.content) == (400, b"")
        assert "content-range" not in answer.headers
        assert nord.put(opened["upload_url"], b"0123456789", 0, 10).status_code == 201

    def test_a_body_of_unknown_length_gets_400(self, nord: App) -> None:
        opened = nord.open_upload(10)
        headers = {"Content-Type": "video/mp4", "Content-Range": "bytes 0-9/10"}

        answer = nord.http.put(opened["upload_url"], content=iter([b"01234", b"56789"]), headers=headers)

        assert answer.status_code == 400

    def test_a_chunk_that_is_not_the_planned_length_gets_400(self, nord: App) -> None:
        url = nord.open_upload(12 * MB, 6 * MB, 2)["upload_url"]

        assert nord.put(url, zeros(5 * MB), 0, 12 * MB).status_code == 400

    def test_an_unknown_address_gets_404(self, nord: App) -> None:
        url = nord.open_upload(10)["upload_url"]

        other_token = url[:-1] + ("A" if url[-1] != "A" else "B")
        other_id = url.replace("upload_id=", "upload_id=9")

        for wrong in (other_token, other_id, url.split("?")[0]):
            assert nord.put(wrong, b"0123456789", 0, 10).status_code == 404

    def test_an_expired_address_gets_403(self, fresh: Server) -> None:
        fresh.settings(upload_url_seconds=0)
        app = fresh.connect("studio.nord")
        opened = app.open_upload(10)

        assert app.put(opened["upload_url"], b"0123456789", 0, 10).status_code == 403
        assert app.status(opened["publish_id"])["status"] == "PROCESSING_UPLOAD"

    def test_a_large_refused_chunk_still_gets_its_answer(self, nord: App) -> None:
        opened = nord.open_upload(60 * MB)
        assert 60 * MB < MOST_DRAINED

        answer = nord.put(opened["upload_url"], zeros(60 * MB), 0, 60 * MB, **{"Content-Type": "text/plain"})

        assert answer.status_code == 400

    @pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
    def test_only_put_is_spoken_here(self, nord: App, method: str) -> None:
        url = nord.open_upload(10)["upload_url"]

        assert nord.http.request(method, url).status_code == 405
