"""How a file is cut for TikTok's chunk upload (tiktok-api §4.5). Pure; sizes in bytes."""

from collections.abc import Iterator
from dataclasses import dataclass

SINGLE_CHUNK_LIMIT = 64_000_000  # "64 MB" is not defined; this is below both readings
CHUNK_SIZE = 10_000_000
MAX_VIDEO_SIZE = 4 * 1024**3
MAX_CHUNKS = 1000
# "MB" is not defined, so only what breaks a rule in both its readings is surely wrong.
SMALLEST_CHUNK = 5_000_000
LARGEST_CHUNK = 64 * 1024**2
LARGEST_LAST_CHUNK = 128 * 1024**2


@dataclass(frozen=True, slots=True)
class Chunk:
    """One PUT: the bytes `first`…`last`, both inclusive, of `total`."""

    first: int
    last: int
    total: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1

    @property
    def is_last(self) -> bool:
        return self.last == self.total - 1

    @property
    def content_range(self) -> str:
        return f"bytes {self.first}-{self.last}/{self.total}"


@dataclass(frozen=True, slots=True)
class UploadPlan:
    """`count` chunks of `chunk_size`; the last one takes the remainder as well."""

    size: int
    chunk_size: int
    count: int

    @property
    def last_first(self) -> int:
        """The first byte of the last chunk: while TikTok has it not, nothing is posted."""
        return (self.count - 1) * self.chunk_size

    def chunks(self, *, start: int = 0) -> Iterator[Chunk]:
        """
        Yield the chunks that are left once TikTok holds the first `start` bytes.

        TikTok stores whole chunks only, so `start` inside a chunk means that chunk is sent from its beginning.
        """
        for index in range(self.count):
            first = index * self.chunk_size
            last = self.size - 1 if index == self.count - 1 else first + self.chunk_size - 1
            if last >= start:
                yield Chunk(first, last, self.size)


def plan_upload(size: int) -> UploadPlan:
    """
    Return the plan that every reported rule accepts: one chunk up to 64 MB, else 10 MB each and the floor as count.

    :raises ValueError: for an empty file or one over 4 GiB
    """
    if not 0 < size <= MAX_VIDEO_SIZE:
        raise ValueError(f"TikTok takes 1 to {MAX_VIDEO_SIZE} bytes, not {size}.")
    if size <= SINGLE_CHUNK_LIMIT:
        return UploadPlan(size, size, 1)
    return UploadPlan(size, CHUNK_SIZE, size // CHUNK_SIZE)


def find_fault(plan: UploadPlan) -> str:
    """Return the rule of TikTok's that a plan breaks, or nothing. Our own plans break none; another's may."""
    if not 0 < plan.size <= MAX_VIDEO_SIZE:
        return f"1 to {MAX_VIDEO_SIZE} bytes, not {plan.size}"
    if not 0 < plan.chunk_size <= min(plan.size, LARGEST_CHUNK):
        return f"chunks of at most {LARGEST_CHUNK} bytes, not {plan.chunk_size}"
    if plan.chunk_size < min(plan.size, SMALLEST_CHUNK):
        return f"chunks of at least {SMALLEST_CHUNK} bytes, not {plan.chunk_size}"
    if plan.count != plan.size // plan.chunk_size or plan.count > MAX_CHUNKS:
        return f"{plan.size // plan.chunk_size} chunks, {MAX_CHUNKS} at most, not {plan.count}"
    if plan.count == 1 and plan.chunk_size != plan.size:
        return "one chunk is the whole file"
    last = plan.size - plan.last_first
    return "" if last <= LARGEST_LAST_CHUNK else f"a last chunk of at most {LARGEST_LAST_CHUNK} bytes, not {last}"
