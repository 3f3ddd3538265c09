"""Stop running units in reverse order: a unit is asked once nothing that needs it still runs."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from launcher.spawn import Child
from launcher.units import Unit

WHOLE_LIMIT_S = 9.0
PAUSE_S = 0.02


@dataclass(slots=True)
class _Ending:
    unit: Unit
    child: Child
    step: int = 0
    next_at: float = 0.0

    def press(self, now: float) -> None:
        """Send the next signal once the last one has had its time."""
        if now < self.next_at:
            return
        if self.step < len(self.unit.stop):
            number, patience = self.unit.stop[self.step]
            self.child.signal(number)
            self.next_at = now + patience
            self.step += 1
        else:
            self.child.kill()
            self.next_at = now + 0.5


def stop_all(running: Mapping[str, tuple[Unit, Child]], *, limit_s: float = WHOLE_LIMIT_S) -> None:
    """Return once every unit has ended; what resists is killed within the limit."""
    left = {name: _Ending(unit, child) for name, (unit, child) in running.items()}
    deadline = time.monotonic() + limit_s
    while left:
        now = time.monotonic()
        needed = {name for ending in left.values() for name in ending.unit.needs}
        for name, ending in left.items():
            if now > deadline:
                ending.child.kill()
            elif name not in needed:
                ending.press(now)
        left = {name: ending for name, ending in left.items() if ending.child.poll() is None}
        if left:
            time.sleep(PAUSE_S)
