"""Who watches, and what waits for each of them: bounded in every direction."""

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field
from itertools import count
from time import monotonic, time

from live.words import EVERYBODY, Change, event

MOST_WAITING = 200  # events one watcher may be behind
MOST_PER_PERSON = 12  # open pages of one person
MOST_WATCHERS = 2000
REMEMBERED_S = 60.0  # so long a page may take from being asked for to watching
MOST_REMEMBERED = 5000


@dataclass(eq=False, slots=True)
class Watcher:
    """One open stream: whose, and what has not been written to it yet."""

    person: str
    workspace: str
    waiting: asyncio.Queue[bytes] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))


@dataclass(frozen=True, slots=True)
class Told:
    """A change that was told; `at` by the monotonic clock, in seconds."""

    at: float
    workspace: str
    said: bytes


class Hub:
    """Hands each change to the watchers of its workspace, and remembers it for pages that are still on their way."""

    def __init__(self) -> None:
        self._watchers: set[Watcher] = set()
        self._per_person: Counter[str] = Counter()
        self._numbers = count(1)
        self._start = int(time())
        self._told: deque[Told] = deque()
        self._hearing_since: float | None = None

    @property
    def size(self) -> int:
        return len(self._watchers)

    def has_room(self, person: str) -> bool:
        """Tell whether the person may open another stream."""
        return len(self._watchers) < MOST_WATCHERS and self._per_person[person] < MOST_PER_PERSON

    def join(self, watcher: Watcher) -> None:
        self._watchers.add(watcher)
        self._per_person[watcher.person] += 1

    def leave(self, watcher: Watcher) -> None:
        """Forget a watcher; doing it twice is harmless."""
        if watcher in self._watchers:
            self._watchers.discard(watcher)
            self._per_person -= Counter([watcher.person])

    def number(self) -> str:
        """Return the id of the next event; never the same again, also after a restart."""
        return f"{self._start}-{next(self._numbers)}"

    def tell(self, change: Change) -> None:
        """Queue a change for those who may see it."""
        said = event("change", number=self.number(), data=change.data)
        self._remember(Told(monotonic(), change.workspace, said))
        for watcher in self._watchers:
            if change.workspace in (watcher.workspace, EVERYBODY):
                self._queue(watcher, said)

    def resync(self) -> None:
        """Have every page ask for everything again: something may have gone unheard."""
        self._told.clear()
        self._hearing_since = monotonic()
        said = event("resync", number=self.number())
        for watcher in self._watchers:
            self._queue(watcher, said)

    def told_since(self, workspace: str, ago_s: float) -> list[bytes] | None:
        """Return what was told to a workspace in the last seconds; None where that is not known, or is too much."""
        begin = monotonic() - ago_s
        if self._hearing_since is None or begin <= self._hearing_since or ago_s > REMEMBERED_S:
            return None
        found = [one.said for one in self._told if one.at >= begin and one.workspace in (workspace, EVERYBODY)]
        return found if len(found) <= MOST_WAITING else None

    def _remember(self, told: Told) -> None:
        while self._told and self._told[0].at < told.at - REMEMBERED_S:
            self._told.popleft()
        if len(self._told) == MOST_REMEMBERED:
            self._hearing_since = self._told.popleft().at  # all that is later is still there
        self._told.append(told)

    def _queue(self, watcher: Watcher, said: bytes) -> None:
        """A watcher that does not keep up loses what waits for it, and is told to ask for everything again."""
        if watcher.waiting.full():
            while not watcher.waiting.empty():
                watcher.waiting.get_nowait()
            said = event("resync", number=self.number())
        watcher.waiting.put_nowait(said)
