"""How long what a killed worker held waits for the next one: from its death to the next claim."""

import time
from dataclasses import dataclass, field

from chaos.rows import Database

LOOK_EVERY_S = 0.25


@dataclass(slots=True)
class Recovery:
    """Publications whose worker was killed, and how long each took to be claimed again, in seconds of this machine."""

    database: Database
    took_s: list[float] = field(default_factory=list)
    _orphans: dict[str, tuple[int, float]] = field(default_factory=dict)  # publication → attempt, and since when
    _next_look: float = 0.0

    def note(self, held: dict[str, int]) -> None:
        """Take note of what a worker held that has just been killed: publication id → attempt."""
        now = time.monotonic()
        for key, attempt in held.items():
            self._orphans.setdefault(key, (attempt, now))

    def look(self) -> None:
        """Look which of them have been claimed again; what ended without a claim (a webhook told) is forgotten."""
        now = time.monotonic()
        if not self._orphans or now < self._next_look:
            return
        self._next_look = now + LOOK_EVERY_S
        found = self.database.attempts_of(list(self._orphans))
        if found is None:
            return
        for key, (attempt, since) in list(self._orphans.items()):
            current, is_open = found.get(key, (attempt, False))
            if current != attempt:
                self.took_s.append(now - since)
            if current != attempt or not is_open:
                del self._orphans[key]
