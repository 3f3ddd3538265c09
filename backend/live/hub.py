"""Who watches, and what waits for each of them: bounded in every direction."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from time import time

from live.words import EVERYBODY, Change, event

MOST_WAITING = 200  # events one watcher may be behind
MOST_PER_PERSON = 12  # open pages of one person
MOST_WATCHERS = 2000


@dataclass(eq=False, slots=True)
class Watcher:
    """One open stream: whose, and what has not been written to it yet."""

    person: str
    workspace: str
    waiting: asyncio.Queue[bytes] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))


class Hub:
    """Hands each change to the watchers of its workspace."""

    def __init__(self) -> None:
        self._watchers: set[Watcher] = set()
        self._per_person: Counter[str] = Counter()
        self._numbers = count(1)
        self._start = int(time())

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
        for watcher in self._watchers:
            if change.workspace in (watcher.workspace, EVERYBODY):
                self._queue(watcher, said)

    def resync(self) -> None:
        """Have every page ask for everything again: something may have gone unheard."""
        said = event("resync", number=self.number())
        for watcher in self._watchers:
            self._queue(watcher, said)

    def _queue(self, watcher: Watcher, said: bytes) -> None:
        """A watcher that does not keep up loses what waits for it, and is told to ask for everything again."""
        if watcher.waiting.full():
            while not watcher.waiting.empty():
                watcher.waiting.get_nowait()
            said = event("resync", number=self.number())
        watcher.waiting.put_nowait(said)
