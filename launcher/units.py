"""What the supervisor runs: a service that stays, or a job that ends."""

import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from launcher.console import Detail, no_detail

Ready = Callable[[int], bool]
StopSteps = tuple[tuple[int, float], ...]
TERM: StopSteps = ((signal.SIGTERM, 4.0),)
TERM_JOB: StopSteps = ((signal.SIGTERM, 1.0),)


@dataclass(frozen=True, slots=True)
class Unit:
    """One process with what it waits for and how it is known to be well."""

    name: str
    title: str
    argv: Sequence[str]
    cwd: Path
    env: Mapping[str, str]
    needs: tuple[str, ...] = ()
    ready: Ready | None = None
    """How a service shows that it is well, given its pid; None makes it a job, which ends with 0."""
    stop: StopSteps = TERM
    """Signals to end it, each with the seconds to wait before the next, and then SIGKILL."""
    start_limit_s: float = 60.0
    start_tries_s: float = 0.0
    """For how long a service that ends while it starts is tried again."""
    before: Callable[[], None] = field(default=lambda: None)
    after: Callable[[], None] = field(default=lambda: None)
    """What to do right before its process starts, and once a job has ended well."""
    detail: Detail = no_detail
    user: int | None = None
    downloads: bool = False
    """Whether a failure may be the network's."""

    @property
    def is_job(self) -> bool:
        """Tell whether it is meant to end by itself."""
        return self.ready is None
