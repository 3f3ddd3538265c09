"""Reading the answer to a chunk: TikTok's third error shape, a bare status (tiktok-api §4.5). Pure."""

import re
from dataclasses import dataclass

import httpx2 as httpx

from tiktok.answers import read_wait
from tiktok.errors import RateLimited, Redirected, Refused, TikTokDown

CHUNK_REFUSALS = {400: "chunk_malformed", 403: "upload_url_expired", 404: "upload_unknown"}
PROGRESS = re.compile(r"bytes 0-([0-9]{1,19})/")


@dataclass(frozen=True, slots=True)
class ChunkAnswer:
    """What became of a PUT: `done` after the last byte; `uploaded` where TikTok says how much it holds (416)."""

    done: bool
    uploaded: int | None = None


def read_chunk_answer(status: int, headers: httpx.Headers) -> ChunkAnswer:
    """Turn the bare status of a PUT into what it means."""
    log_id = headers.get("x-tt-logid", "")
    match status:
        case 206:
            return ChunkAnswer(done=False)
        case 200 | 201:
            return ChunkAnswer(done=True)
        case 416:
            return ChunkAnswer(done=False, uploaded=read_uploaded(headers.get("content-range", "")))
        case 429:
            raise RateLimited(wait_s=read_wait(headers.get("retry-after", "")), log_id=log_id)
        case _ if status in CHUNK_REFUSALS:
            raise Refused(CHUNK_REFUSALS[status], status=status, log_id=log_id)
        case _ if 300 <= status < 400:  # noqa: PLR2004
            raise Redirected(f"HTTP {status} for a chunk", status=status, log_id=log_id)
        case _ if status < 500:  # noqa: PLR2004
            raise Refused(f"chunk_http_{status}", status=status, log_id=log_id)
        case _:
            raise TikTokDown(f"HTTP {status} for a chunk", status=status, log_id=log_id)


def read_uploaded(content_range: str) -> int:
    """Return how many bytes TikTok holds by a 416's `bytes 0-UPLOADED/TOTAL`; 0 when it does not say."""
    found = PROGRESS.match(content_range)
    return int(found[1]) if found else 0
