"""Tell a person what is going on and how far it is: one live line on a terminal, plain lines elsewhere."""

import contextlib
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

Detail = Callable[[], str]
PLAIN_LINE_EVERY_S = 5.0
FIRST_PLAIN_LINE_S = 2.0


@dataclass(slots=True)
class _Step:
    title: str
    detail: Detail
    began: float
    next_line: float
    told: str = ""
    next_look: float = 0.0

    def described(self, now: float) -> str:
        """Return what to show; how far it is may cost a look at many files, so that is asked once a second."""
        if now >= self.next_look:
            self.told, self.next_look = self.detail(), now + 1.0
        return f"{self.title}{f', {self.told}' if self.told else ''} … {now - self.began:.0f} s"


def no_detail() -> str:
    """Return nothing more to say about a step."""
    return ""


class Console:
    """Show the steps under way; several may be at once."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._live = self._out.isatty()
        self._steps: dict[str, _Step] = {}
        self._drawn = False
        self._next_draw = 0.0

    def begin(self, key: str, title: str, detail: Detail = no_detail) -> None:
        """Start to show a step."""
        now = time.monotonic()
        self._steps[key] = _Step(title, detail, now, now + FIRST_PLAIN_LINE_S)
        self.tick(now=now)

    def end(self, key: str) -> None:
        """Close a step with the time it took."""
        step = self._steps.pop(key, None)
        if step is not None:
            self.say(f"{step.title} … {time.monotonic() - step.began:.1f} s")

    def drop(self, key: str) -> None:
        """Forget a step that did not end well; its refusal says the rest."""
        self._steps.pop(key, None)
        self._erase()

    def say(self, text: str = "") -> None:
        """Print a line that stays."""
        self._erase()
        self._write(text + "\n")

    def tick(self, *, now: float | None = None) -> None:
        """Bring what is shown up to date; call it often."""
        now = time.monotonic() if now is None else now
        if self._live:
            self._draw(now)
            return
        for step in self._steps.values():
            if now >= step.next_line:
                step.next_line = now + PLAIN_LINE_EVERY_S
                self.say(f"{step.described(now)} so far")

    def _draw(self, now: float) -> None:
        if not self._steps or now < self._next_draw:
            return
        self._next_draw = now + 0.1
        line = " · ".join(step.described(now) for step in self._steps.values())
        width = max(20, shutil.get_terminal_size().columns - 1)
        self._write("\r\x1b[2K" + (line if len(line) <= width else line[: width - 1] + "…"))
        self._drawn = True

    def _erase(self) -> None:
        if self._drawn:
            self._write("\r\x1b[2K")
            self._drawn = False

    def _write(self, text: str) -> None:
        """Write; a terminal that was closed is no reason to leave processes running."""
        with contextlib.suppress(OSError, ValueError):
            self._out.write(text)
            self._out.flush()
