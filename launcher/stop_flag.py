"""Turn Ctrl-C, SIGTERM and a closed terminal into a flag that loops look at."""

import signal
from types import FrameType

from launcher.errors import StopAskedError


class StopFlag:
    """Remember how often a person asked to stop."""

    def __init__(self) -> None:
        self.times = 0

    def listen(self) -> None:
        """Take over the signals that mean "stop"."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._heard)

    def check(self) -> None:
        """Unwind if someone asked to stop."""
        if self.times:
            raise StopAskedError

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self.times += 1
