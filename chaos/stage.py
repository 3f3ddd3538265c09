"""The processes of a run: started, killed, and brought back at once. One thread, one loop, no process outlives it."""

import contextlib
import os
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from launcher.errors import Refusal
from launcher.spawn import Child, last_lines, rotate_log
from launcher.steps import Context
from launcher.units import Unit

LOOK_S = 0.02
RESTART_PAUSE_S = 0.3  # for who ends by itself; who was killed comes back at once
MOST_ENDS = 60  # of one process by itself: more is a crash loop


@dataclass(slots=True)
class Actor:
    """One process that is to run always."""

    unit: Unit
    child: Child | None = None
    is_ready: bool = False
    next_start: float = 0.0
    left_alone_until: float = 0.0
    killed: bool = False
    ends: int = 0
    restarts: int = 0

    @property
    def pid(self) -> int:
        return self.child.pid if self.child else 0


@dataclass(slots=True)
class Stage:
    """Everything that runs, in the order of its start."""

    context: Context
    actors: dict[str, Actor] = field(default_factory=dict)

    def run_job(self, unit: Unit) -> None:
        """
        Run a job to its end.

        :raises Refusal: when it fails
        """
        child = self.begin_job(unit)
        while (code := child.poll()) is None:
            self.pause(LOOK_S)
        if code != 0:
            raise Refusal(f"{unit.title} failed.", lines=last_lines(self.log_of(unit), 25))
        unit.after()

    def begin_job(self, unit: Unit) -> Child:
        """Begin a job whose end the caller looks for."""
        self._before(unit)
        return self._spawn(unit)

    def start(self, *units: Unit) -> None:
        """
        Start services side by side and return once all are well.

        :raises Refusal: when one ends or stays unwell
        """
        for unit in units:
            self.actors[unit.name] = Actor(unit)
            self._launch(self.actors[unit.name])
        deadline = time.monotonic() + max(unit.start_limit_s for unit in units) * 2
        mine = [self.actors[unit.name] for unit in units]
        while not all(actor.is_ready for actor in mine):
            if time.monotonic() > deadline:
                late = next(actor.unit for actor in mine if not actor.is_ready)
                raise Refusal(f"{late.title} takes too long.", lines=last_lines(self.log_of(late), 25))
            self.pause(LOOK_S)

    def pause(self, seconds: float) -> None:
        """Let time pass, and bring back whoever has ended meanwhile."""
        until = time.monotonic() + seconds
        while True:
            self.context.stop.check()
            self.look()
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(LOOK_S, left))

    def look(self) -> None:
        """Bring back whoever has ended."""
        now = time.monotonic()
        for actor in self.actors.values():
            if now < actor.left_alone_until:
                continue
            if actor.child is None:
                if now >= actor.next_start:
                    self._launch(actor)
            elif actor.child.poll() is not None:
                self._note_end(actor, now)
            elif not actor.is_ready and actor.unit.ready is not None:
                actor.is_ready = actor.unit.ready(actor.child.pid)

    def kill(self, name: str, number: int = signal.SIGKILL, *, orphans_s: float = 0.0) -> bool:
        """
        Signal a process so that it ends; False when it does not run.

        :param orphans_s: for how long its children go on without it, before they are ended and it comes back
        """
        actor = self.actors[name]
        if actor.child is None or actor.child.poll() is not None:
            return False
        actor.killed, actor.is_ready = True, False
        actor.left_alone_until = time.monotonic() + orphans_s
        actor.child.signal(number)
        return True

    def stop(self, *names: str) -> None:
        """Stop these processes, or all, the last started first."""
        chosen = [actor for name, actor in self.actors.items() if not names or name in names]
        for actor in reversed(chosen):
            self.actors.pop(actor.unit.name)
            if actor.child is not None and actor.child.poll() is None:
                self._end(actor.child, actor.unit)

    def _end(self, child: Child, unit: Unit) -> None:
        for number, patience in unit.stop:
            child.signal(number)
            deadline = time.monotonic() + patience
            while child.poll() is None and time.monotonic() < deadline:
                time.sleep(LOOK_S)
        if child.poll() is None:
            child.stop(0.1)

    def _note_end(self, actor: Actor, now: float) -> None:
        actor.child, actor.is_ready = None, False
        actor.restarts += 1
        actor.next_start = now if actor.killed else now + RESTART_PAUSE_S
        actor.ends += not actor.killed
        actor.killed = False
        if actor.ends > MOST_ENDS:
            raise Refusal(
                f"{actor.unit.name} ends by itself, again and again.", lines=last_lines(self.log_of(actor.unit))
            )

    def _launch(self, actor: Actor) -> None:
        rotate_log(self.log_of(actor.unit), limit=200 * 1024**2)  # all of it is searched for secrets
        self._before(actor.unit)
        actor.child = self._spawn(actor.unit)

    def _before(self, unit: Unit) -> None:
        unit.before()

    def _spawn(self, unit: Unit) -> Child:
        return self.context.spawner.start(
            unit.argv, cwd=unit.cwd, env=unit.env, log=self.log_of(unit), stop_signal=unit.stop[0][0], user=unit.user
        )

    def log_of(self, unit: Unit) -> Path:
        return self.context.layout.log(unit.name)


def children_of(pid: int) -> list[int]:
    """Return the children of a process, as Linux tells."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def is_stopped(pid: int) -> bool:
    """Tell whether the process has come to a stop after SIGSTOP."""
    with contextlib.suppress(OSError, IndexError):
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] in "TtZX"
    return True


def freeze(pid: int) -> None:
    """Stop a process and return once it stands still."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGSTOP)
    deadline = time.monotonic() + 0.2
    while not is_stopped(pid) and time.monotonic() < deadline:
        time.sleep(0.001)


def send_signal(pid: int, number: int) -> bool:
    """Send a signal; False when the process is gone."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True
