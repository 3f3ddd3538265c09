"""Sending a file to one upload address, and going on from where TikTok stands after whatever breaks (tiktok-api §4.5)."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from tiktok.chunk_answers import ChunkAnswer
from tiktok.errors import CircuitOpen, RateLimited, Refused, TikTokError
from tiktok.upload_plan import Chunk, UploadPlan
from tiktok.wire import PublishStatus, StatusAnswer

BLOCK_BYTES = 256 * 1024
PAUSES_S = (0.5, 1.0, 2.0, 5.0, 10.0)
RECEIVING = PublishStatus.PROCESSING_UPLOAD


class UploadEnd(StrEnum):
    """How an upload ended, for now."""

    COMPLETE = "complete"  # TikTok has acknowledged the last byte
    HELD = "held"  # the caller kept the last chunk back; nothing is posted
    BROKEN_OFF = "broken_off"  # TikTok lacks bytes, the last chunk never left; call again, from where TikTok stands
    UNCLEAR = "unclear"  # the last chunk left and what became of it is unknown: only TikTok's status tells
    OVER = "over"  # TikTok takes no more bytes; its status tells why


@dataclass(frozen=True, slots=True)
class Move:
    """What comes next: the bytes from `start` on, `ask`ing TikTok where it stands, or the `end`."""

    start: int = 0
    ask: bool = False
    end: UploadEnd | None = None


def move_after_chunk(chunk: Chunk, answer: ChunkAnswer | None) -> Move:
    """Return what comes after a chunk and its answer, None when that is lost. Pure."""
    if answer is None:
        return Move(ask=True)
    if chunk.is_last:  # the one that makes the post: anything but a clear yes is for the status to tell
        return Move(end=UploadEnd.COMPLETE) if answer.done else Move(ask=True)
    if answer.uploaded is None:
        return Move(chunk.last + 1)
    return Move(answer.uploaded) if 0 < answer.uploaded < chunk.total else Move(ask=True)


def move_after_status(plan: UploadPlan, status: StatusAnswer | None, *, last_left: bool) -> Move:
    """
    Return what comes after TikTok told where it stands, None when it did not. Pure.

    A last chunk that left is sent again only while TikTok says that it has not one byte of it.
    """
    if status is None:
        return Move(ask=True)
    if status.status != RECEIVING:
        return Move(end=UploadEnd.OVER)
    if status.uploaded_bytes >= plan.size:
        return Move(end=UploadEnd.COMPLETE if last_left else UploadEnd.OVER)
    if last_left and status.uploaded_bytes > plan.last_first:
        return Move(ask=True)  # in flux
    return Move(status.uploaded_bytes)


class UploadSession:
    """
    One file, one upload address.

    `put` sends a chunk; `ask` tells TikTok's status; `stored` hears of each chunk TikTok has. `before_last` is called each
    time before the last chunk leaves: with that one the post is made, and a False keeps it back. When nothing moves, it
    waits as `pauses` say and then gives up: without pauses it never asks, never waits and never sends a chunk twice.
    """

    def __init__(
        self,
        plan: UploadPlan,
        *,
        put: Callable[[Chunk], ChunkAnswer],
        ask: Callable[[], StatusAnswer],
        before_last: Callable[[Chunk], bool],
        stored: Callable[[Chunk], object] = lambda _: None,
        pauses: Sequence[float] = PAUSES_S,
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        self._plan, self._put, self._ask = plan, put, ask
        self._before_last, self._stored = before_last, stored
        self._pauses, self._wait = pauses, wait
        self._last_left = False

    def send(self, start: int = 0) -> UploadEnd:
        """
        Send what TikTok lacks from byte `start` on.

        :raises Refused: TikTok's word about a chunk that is not the last; nothing is posted
        :raises RateLimited, CircuitOpen: wait as they say, and look at TikTok's status before going on
        """
        position = furthest = start
        pauses = iter(self._pauses)
        move = self._send_next(position)
        while move.end is None:
            if not move.ask and move.start > position:
                position = move.start
            elif (pause := next(pauses, None)) is None:
                return UploadEnd.UNCLEAR if self._last_left else UploadEnd.BROKEN_OFF
            else:
                self._wait(pause)
                move = self._look()
                if move.ask or move.end is not None:
                    continue
                position = move.start
            if position > furthest:  # patience is for an upload that stands still
                furthest, pauses = position, iter(self._pauses)
            move = self._send_next(position)
        return move.end

    def _send_next(self, position: int) -> Move:
        chunk = next(self._plan.chunks(start=position), None)
        if chunk is None:
            return Move(end=UploadEnd.OVER)
        if chunk.is_last:
            if not self._before_last(chunk):
                return Move(end=UploadEnd.HELD)
            self._last_left = True
        try:
            answer = self._put(chunk)
        except (RateLimited, CircuitOpen):
            raise
        except TikTokError as error:
            if isinstance(error, Refused) and not chunk.is_last:
                raise
            return move_after_chunk(chunk, None)
        if answer.uploaded is None:
            self._stored(chunk)
        return move_after_chunk(chunk, answer)

    def _look(self) -> Move:
        try:
            status = self._ask()
        except (RateLimited, CircuitOpen):
            raise
        except TikTokError:
            return move_after_status(self._plan, None, last_left=self._last_left)
        return move_after_status(self._plan, status, last_left=self._last_left)


def read_blocks(stream: IO[bytes], chunk: Chunk) -> Iterator[bytes]:
    """Yield the chunk's bytes in blocks, so that no chunk is ever whole in memory."""
    stream.seek(chunk.first)
    left = chunk.size
    while left > 0 and (block := stream.read(min(BLOCK_BYTES, left))):
        left -= len(block)
        yield block
