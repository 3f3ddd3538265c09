"""Start units in the order of their needs, wait for each to be well, and bring back what crashes."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from launcher.errors import Refusal
from launcher.shutdown import WHOLE_LIMIT_S, stop_all
from launcher.spawn import LOG_LIMIT, Child, last_lines, rotate_log
from launcher.steps import Context, explain
from launcher.units import Unit

FAST_LOOK_S = 0.05
SLOW_LOOK_S = 0.25
LONGEST_PAUSE_S = 30.0
STEADY_S = 60.0
RETRY_PAUSE_S = 0.5


class State(Enum):
    """Where a unit is on its way."""

    WAITING = "waiting"
    STARTING = "starting"
    READY = "ready"
    DONE = "done"
    PAUSING = "pausing"


@dataclass(slots=True)
class Running:
    """A unit and what is known of it now."""

    unit: Unit
    state: State = State.WAITING
    child: Child | None = None
    since: float = 0.0
    first_try: float = 0.0
    next_try: float = 0.0
    restarts: int = 0
    crashes_in_a_row: int = field(default=0)

    @property
    def is_well(self) -> bool:
        return self.state in {State.READY, State.DONE}


class Supervisor:
    """Run a set of units; one thread, one loop, every look short."""

    def __init__(self, context: Context, units: Iterable[Unit], on_change: Callable[[], None] | None = None) -> None:
        self._context = context
        self.all: Mapping[str, Running] = {unit.name: Running(unit) for unit in units}
        self._on_change = on_change or (lambda: None)
        self._started = False

    def start(self) -> None:
        """
        Return once every service is well and every job is done.

        :raises Refusal: when one of them fails; its log is quoted, and the caller stops the rest
        :raises StopAskedError: when someone asked to stop meanwhile
        """
        while not all(one.is_well for one in self.all.values()):
            self._context.stop.check()
            self.look()
            self._context.console.tick()
            time.sleep(FAST_LOOK_S)
        self._started = True

    def watch(self) -> None:
        """Keep everything running until someone asks to stop."""
        while not self._context.stop.times:
            self.look()
            time.sleep(SLOW_LOOK_S)

    def stop(self, *, limit_s: float = WHOLE_LIMIT_S) -> None:
        """Stop everything in reverse order within the limit."""
        running = {
            name: (one.unit, one.child)
            for name, one in self.all.items()
            if one.child is not None and one.child.poll() is None
        }
        for name in self.all:
            self._context.console.drop(name)
        stop_all(running, limit_s=limit_s)

    def look(self) -> None:
        """Take every unit one step further where it can go."""
        for one in self.all.values():
            match one.state:
                case State.WAITING:
                    if all(self.all[name].is_well for name in one.unit.needs if name in self.all):
                        self._launch(one)
                case State.STARTING:
                    self._look_at_start(one)
                case State.READY:
                    self._look_at_service(one)
                case State.PAUSING:
                    if time.monotonic() >= one.next_try:
                        self._launch(one)
                case State.DONE:
                    pass

    def _launch(self, one: Running) -> None:
        unit, now = one.unit, time.monotonic()
        if one.state is State.WAITING:
            one.first_try = now
            self._context.console.begin(unit.name, unit.title, unit.detail)
        try:
            one.child = self._spawn(one)
        except OSError as error:
            if not self._started:
                self._context.console.drop(unit.name)
                raise Refusal(f"{unit.title} failed: {error}.") from error
            self._bring_back(one, now)
            return
        one.since = now
        self._change(one, State.STARTING)

    def _spawn(self, one: Running) -> Child:
        unit, log = one.unit, self._log(one)
        rotate_log(log, limit=1 if unit.is_job else LOG_LIMIT)
        unit.before()
        return self._context.spawner.start(
            unit.argv, cwd=unit.cwd, env=unit.env, log=log, stop_signal=unit.stop[0][0], user=unit.user
        )

    def _look_at_start(self, one: Running) -> None:
        assert one.child is not None  # noqa: S101  (a starting unit has a process)
        code, now = one.child.poll(), time.monotonic()
        if one.unit.ready is None:
            if code == 0:
                one.unit.after()
                self._finish_start(one, State.DONE)
            elif code is not None:
                self._fail(one)
        elif code is not None:
            self._start_again(one, now)
        elif one.unit.ready(one.child.pid):
            one.since = now
            self._finish_start(one, State.READY)
        elif now - one.since > one.unit.start_limit_s:
            self._too_slow(one)

    def _finish_start(self, one: Running, state: State) -> None:
        self._context.console.end(one.unit.name)
        if one.restarts:
            self._context.console.say(f"{one.unit.name} runs again.")
        self._change(one, state)

    def _start_again(self, one: Running, now: float) -> None:
        if self._started:
            self._bring_back(one, now)
        elif now - one.first_try < one.unit.start_tries_s:
            one.next_try = now + RETRY_PAUSE_S
            self._change(one, State.PAUSING)
        else:
            self._fail(one)

    def _look_at_service(self, one: Running) -> None:
        assert one.child is not None  # noqa: S101  (a ready service has a process)
        if one.child.poll() is not None:
            now = time.monotonic()
            if now - one.since > STEADY_S:
                one.crashes_in_a_row = 0
            self._bring_back(one, now)

    def _bring_back(self, one: Running, now: float) -> None:
        pause = min(LONGEST_PAUSE_S, 2.0**one.crashes_in_a_row)
        one.restarts += 1
        one.crashes_in_a_row += 1
        one.next_try = now + pause
        self._context.console.say(
            f"{one.unit.name} stopped by itself; it is started again in {pause:.0f} s. Its log: {self._log(one)}"
        )
        self._change(one, State.PAUSING)

    def _fail(self, one: Running) -> None:
        self._context.console.drop(one.unit.name)
        raise explain(one.unit.title, self._log(one), downloads=one.unit.downloads)

    def _too_slow(self, one: Running) -> None:
        if self._started and one.child is not None:
            one.child.kill()
            return
        log = self._log(one)
        self._context.console.drop(one.unit.name)
        sentence = f"{one.unit.title} took longer than {one.unit.start_limit_s:.0f} s and is still not well."
        raise Refusal(sentence, log=log, lines=last_lines(log))

    def _log(self, one: Running) -> Path:
        return self._context.layout.log(one.unit.name)

    def _change(self, one: Running, state: State) -> None:
        one.state = state
        self._on_change()
