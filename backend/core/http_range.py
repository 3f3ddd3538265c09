"""Serving stored files with Range, so that players can seek and chunks carry the right bytes (RFC 9110 §14)."""

import re
from collections.abc import Iterator
from typing import IO

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

BLOCK_BYTES = 256 * 1024
ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


def serve_range(
    request: HttpRequest, stream: IO[bytes], *, size: int, content_type: str, etag: str
) -> HttpResponseBase:
    """Answer with the whole of `stream` or the one range asked for; 416 when the range is outside `size` bytes."""
    headers = {
        "Accept-Ranges": "bytes",
        "ETag": f'"{etag}"',
        "Cache-Control": "private, max-age=86400, immutable",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Content-Disposition": "inline",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    asked = request.headers.get("Range", "")
    span = find_span(asked, size) if asked else None
    if asked and span is None and ONE_RANGE.fullmatch(asked.strip()):
        stream.close()
        return HttpResponse(status=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    first, last = span or (0, size - 1)
    response = StreamingHttpResponse(
        read_span(stream, first, last),
        status=206 if span else 200,
        content_type=content_type,
        headers=headers,
    )
    response["Content-Length"] = str(last - first + 1)
    if span:
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def find_span(header: str, size: int) -> tuple[int, int] | None:
    """Return first and last byte of a single-range header, both inclusive; None when it cannot be satisfied."""
    match = ONE_RANGE.fullmatch(header.strip())
    if not match or match.groups() == ("", "") or not size:
        return None
    start, end = match.groups()
    first, last = (int(start), int(end or size - 1)) if start else (max(size - int(end), 0), size - 1)
    last = min(last, size - 1)
    return (first, last) if first <= last else None


def read_span(stream: IO[bytes], first: int, last: int) -> Iterator[bytes]:
    """Yield the bytes `first`…`last` in blocks, and close the stream at the end."""
    with stream:
        stream.seek(first)
        left = last - first + 1
        while left > 0 and (block := stream.read(min(BLOCK_BYTES, left))):
            left -= len(block)
            yield block
