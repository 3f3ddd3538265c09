"""Ranges of stored files."""

import io

import pytest
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory

from core.http_range import find_span, read_span, serve_range

CONTENT = bytes(range(256)) * 4
SIZE = len(CONTENT)


def ask(header: str | None) -> HttpResponseBase:
    request = RequestFactory().get("/", headers={} if header is None else {"Range": header})
    return serve_range(request, io.BytesIO(CONTENT), size=SIZE, content_type="video/mp4", etag="abc")


def body_of(response: HttpResponseBase) -> bytes:
    assert isinstance(response, StreamingHttpResponse)
    return response.getvalue()


class TestServeRange:
    @pytest.mark.parametrize(
        ("header", "first", "last"),
        [
            ("bytes=0-0", 0, 0),
            ("bytes=0-99", 0, 99),
            ("bytes=100-300", 100, 300),
            ("bytes=1000-", 1000, SIZE - 1),
            ("bytes=-24", SIZE - 24, SIZE - 1),
            ("bytes=-99999", 0, SIZE - 1),
            ("bytes=1000-99999", 1000, SIZE - 1),
            (" bytes=5-6 ", 5, 6),
        ],
    )
    def test_answers_with_exactly_the_bytes_asked_for(self, header: str, first: int, last: int) -> None:
        response = ask(header)

        assert response.status_code == 206
        assert response["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
        assert response["Content-Length"] == str(last - first + 1)
        assert body_of(response) == CONTENT[first : last + 1]

    @pytest.mark.parametrize("header", [f"bytes={SIZE}-", "bytes=99999-", "bytes=-0", "bytes=9-5", "bytes=-"])
    def test_answers_416_outside_the_file(self, header: str) -> None:
        response = ask(header)

        assert response.status_code == 416
        assert response["Content-Range"] == f"bytes */{SIZE}"

    @pytest.mark.parametrize(
        "header", [None, "", "lines=1-2", "bytes=0-1,5-6", "bytes=x-y", "bytes 0-5", f"bytes={'9' * 5000}-"]
    )
    def test_answers_with_everything_when_there_is_no_range_it_knows(self, header: str | None) -> None:
        response = ask(header)

        assert response.status_code == 200
        assert "Content-Range" not in response.headers
        assert body_of(response) == CONTENT

    def test_lets_no_browser_run_what_a_stranger_uploaded(self) -> None:
        response = ask(None)

        assert response["Content-Type"] == "video/mp4"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"
        assert response["Content-Disposition"] == "inline"
        assert response["Cache-Control"].startswith("private")
        assert body_of(response) == CONTENT

    def test_closes_the_file_at_the_end(self) -> None:
        stream = io.BytesIO(CONTENT)

        assert b"".join(read_span(stream, 0, SIZE - 1)) == CONTENT
        assert stream.closed


class TestFindSpan:
    def test_finds_nothing_in_an_empty_file(self) -> None:
        assert find_span("bytes=0-", 0) is None
