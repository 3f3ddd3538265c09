"""Sliding-window call limits, counted per access token and endpoint."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

SWEEP_AT = 1000


def fits(sent: Sequence[float], *, now: float, calls: int, seconds: float) -> bool:
    """Tell whether one more call fits; `sent` holds the instants of the calls let through so far."""
    return sum(1 for at in sent if at > now - seconds) < calls


@dataclass(slots=True)
class Limiter:
    """Remember the calls of the last window; a restart forgets them."""

    sent: dict[tuple[str, str], deque[float]] = field(default_factory=dict)

    def take(self, token: str, endpoint: str, *, now: float, calls: int, seconds: float) -> bool:
        """Let one call through and remember it, or return False."""
        if len(self.sent) > SWEEP_AT:
            self._sweep(now - seconds)
        window = self.sent.setdefault((token, endpoint), deque())
        while window and window[0] <= now - seconds:
            window.popleft()
        if not fits(window, now=now, calls=calls, seconds=seconds):
            return False
        window.append(now)
        return True

    def _sweep(self, before: float) -> None:
        stale = [key for key, window in self.sent.items() if not window or window[-1] <= before]
        for key in stale:
            del self.sent[key]
