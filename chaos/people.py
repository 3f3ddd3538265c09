"""The people of a run while it rages: now and then they connect again what was lost, and send what is held."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from chaos.cast import Cast
from chaos.stage import Stage
from launcher.spawn import Child, last_lines
from launcher.units import Unit


@dataclass(slots=True)
class People:
    """What they do is a job in the backend's folder (load.py); `every_s` 0 and they wait until the storm is over."""

    cast: Cast
    stage: Stage
    sandbox_url: str
    every_s: float = 0.0
    reconnected: list[str] = field(default_factory=list)
    retried: list[str] = field(default_factory=list)
    _child: Child | None = None
    _next_at: float = 0.0

    def do(self, command: str, **words: object) -> dict[str, Any]:
        """
        Have them do something now, and wait for it; return what they tell.

        :raises Refusal: when it fails
        """
        unit = self._job(command, words)
        self.stage.run_job(unit)
        return self._told(unit)

    def tend(self) -> None:
        """Have them do what they are asked to, and wait for it."""
        self._keep(self.do("tend"))

    def look(self, busy: Callable[[], object]) -> None:
        """Have them begin when it is time, and take note when they are done; `busy` tells whether anybody is asked at all."""
        now = time.monotonic()
        if self._child is None:
            if self.every_s and now >= self._next_at:
                self._next_at = now + self.every_s
                self._child = self.stage.begin_job(self._job("tend", {})) if busy() else None
            return
        code = self._child.poll()
        if code is None:
            return
        self._child = None
        if code == 0:  # otherwise the database went down under them, and they try again
            self._keep(self._told(self._job("tend", {})))

    def end(self) -> None:
        """Let them finish what they have begun."""
        while self._child is not None:
            self.stage.pause(0.1)
            self.look(lambda: False)

    def _keep(self, told: dict[str, Any]) -> None:
        self.reconnected += told["reconnected"]
        self.retried += told["retried"]

    def _job(self, command: str, words: dict[str, object]) -> Unit:
        told = json.dumps({**words, "sandbox_url": self.sandbox_url})
        return self.cast.job(f"people-{command}", ["-m", "chaos.load", command, told])

    def _told(self, unit: Unit) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(last_lines(self.stage.log_of(unit), 1)[0])
        return answer
