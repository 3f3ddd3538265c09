"""From what TikTok told to samples: what is unknown stays as it was, and what did not change is not written again. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tiktok.wire import VideoItem

HEARTBEAT = timedelta(hours=23, minutes=50)  # a row a day at least tells "unchanged" from "not looked"
FOUR = 4

Four = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What was last believed, when it was last looked at, and whether an odd sample waits for another."""

    at: datetime | None
    counters: Four
    checked_at: datetime | None
    is_odd: bool


def counters_of(item: VideoItem, known: Four) -> Four | None:
    """Return a post's counters; one that TikTok did not tell is as it was. None where it did not tell the views."""
    if item.view_count is None:
        return None
    told = (item.view_count, item.like_count, item.comment_count, item.share_count)
    one, two, three, four = (before if now is None else now for now, before in zip(told, known, strict=True))
    return one, two, three, four


def samples_of(counters: Four, known: Known, *, now: datetime) -> Iterator[tuple[datetime, Four]]:
    """
    Yield the samples to write for a look.

    A change also ends the time in which nothing changed: without its last instant the change would be spread over all of it.
    """
    if known.at is None or known.is_odd:
        yield now, counters
    elif counters == known.counters:
        if now - known.at >= HEARTBEAT:
            yield now, counters
    else:
        if known.checked_at is not None and known.at < known.checked_at < now:
            yield known.checked_at, known.counters
        yield now, counters
