"""The chunk maths of an upload: decisions only. "MB" is read as 1,000,000 bytes, the size limit as 4 GiB."""

import re
from dataclasses import dataclass

MB = 1_000_000
SMALLEST_CHUNK = 5 * MB
LARGEST_CHUNK = 64 * MB
MOST_CHUNKS = 1000
LARGEST_VIDEO = 4 * 1024**3
CONTENT_RANGE = re.compile(r"bytes (\d{1,19})-(\d{1,19})/(\d{1,19})", re.ASCII)

SIZE_INVALID = "The video size is invalid"
CHUNK_INVALID = "The chunk size is invalid"
COUNT_INVALID = "The total chunk count is invalid"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a video comes: all chunks alike, and the last one absorbs the remainder."""

    video_size: int
    chunk_size: int
    count: int

    def last_byte_after(self, first: int) -> int:
        """Return the last byte of the chunk that begins at `first`, a byte where a chunk begins."""
        is_last = first // self.chunk_size == self.count - 1
        return self.video_size - 1 if is_last else first + self.chunk_size - 1


@dataclass(frozen=True, slots=True)
class Range:
    """A Content-Range, inclusive at both ends."""

    first: int
    last: int
    total: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def check_plan(plan: Plan) -> str | None:
    """Return TikTok's sentence about what is wrong with the plan, or None."""
    if not 1 <= plan.video_size <= LARGEST_VIDEO:
        return SIZE_INVALID
    if not 1 <= plan.chunk_size <= min(LARGEST_CHUNK, plan.video_size):
        return CHUNK_INVALID
    if plan.count == 1 and plan.chunk_size != plan.video_size:
        return CHUNK_INVALID
    if plan.chunk_size < SMALLEST_CHUNK and plan.chunk_size != plan.video_size:
        return CHUNK_INVALID
    if not 1 <= plan.count <= MOST_CHUNKS or plan.count != plan.video_size // plan.chunk_size:
        return COUNT_INVALID
    return None


def read_range(header: str | None) -> Range | None:
    """Read a Content-Range header; None when it is not one that makes sense."""
    match = CONTENT_RANGE.fullmatch(header or "")
    if match is None:
        return None
    found = Range(*(int(part) for part in match.groups()))
    return found if found.first <= found.last < found.total else None


def judge_chunk(plan: Plan, uploaded: int, sent: Range | None, content_length: int | None) -> int | None:
    """Return the status a chunk is refused with, or None when it is the one that comes next."""
    if sent is None or content_length != sent.length or sent.total != plan.video_size:
        return 400
    if sent.first != uploaded:
        return 416
    if sent.last != plan.last_byte_after(sent.first):
        return 400
    return None


def progress(uploaded: int, total: int) -> str:
    """Write how far an upload has come, as TikTok does: the count of bytes, not the last one's index."""
    return f"bytes 0-{uploaded}/{total}"
