"""The process faults: who is killed or stopped, and when. The seed draws all of it; only who happens to be there differs."""

import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from chaos import stage as stages
from chaos.plan import Plan
from chaos.recovery import Recovery
from chaos.remote import Remote
from chaos.rows import Database
from chaos.stage import Stage

SHORTEST_STOP, LONGEST_STOP = 1.2, 2.5  # leases
ORPHANS_S = 1.0
NEWBORN_S = 1.0
WEBHOOKS = (
    {"webhook_duplicate": True, "webhook_out_of_order": False, "webhook_lose": False, "webhook_delay_seconds": 0.0},
    {"webhook_duplicate": False, "webhook_out_of_order": True, "webhook_lose": False, "webhook_delay_seconds": 0.0},
    {"webhook_duplicate": False, "webhook_out_of_order": False, "webhook_lose": True, "webhook_delay_seconds": 0.0},
    {"webhook_duplicate": True, "webhook_out_of_order": True, "webhook_lose": False, "webhook_delay_seconds": 2.0},
)


@dataclass(slots=True)
class Storm:
    """What rages over one stage."""

    plan: Plan
    stage: Stage
    database: Database
    sandbox: Remote
    counts: Counter[str] = field(default_factory=Counter)
    stopped: dict[int, float] = field(default_factory=dict)  # pid → when it goes on
    broker_kills: list[datetime] = field(default_factory=list)
    postgres_crashes: list[datetime] = field(default_factory=list)
    refreshing: Counter[str] = field(default_factory=Counter)  # handles whose renewal was under way when somebody died
    recovery: Recovery = field(init=False)
    _seen: dict[int, float] = field(default_factory=dict)  # pid of a worker's child → since when it is known
    _next: dict[str, float] = field(default_factory=dict)
    _chance: dict[str, random.Random] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.recovery = Recovery(self.database)

    def begin(self) -> None:
        """Draw when each fault comes for the first time."""
        for fault in self._faults():
            self._chance[fault] = random.Random(f"{self.plan.seed} {fault}")  # noqa: S311 - to be had again, not secret
            self._plan_next(fault)

    def blow(self) -> None:
        """Do what is due now."""
        now = time.monotonic()
        for pid in [pid for pid, until in self.stopped.items() if now >= until]:
            self._let_go(pid)
        for fault, act in self._faults().items():
            if now >= self._next[fault]:
                act(self._chance[fault])
                self._plan_next(fault)
        self.recovery.look()

    def end(self) -> None:
        """Let everybody go on."""
        for pid in list(self.stopped):
            self._let_go(pid)

    def _faults(self) -> dict[str, Callable[[random.Random], None]]:
        return {
            "worker": self._hit_worker,
            "broker": self._kill_broker,
            "postgres": self._crash_postgres,
            "beat": lambda chance: self._kill_one_of("beat", self.plan.beats, chance),
            "keeper": lambda chance: self._kill_one_of("token-keeper", self.plan.keepers, chance),
            "api": lambda _: self._kill("api"),
            "webhooks": self._change_webhooks,
        }

    def _plan_next(self, fault: str) -> None:
        least, most = getattr(self.plan.storm, fault)
        self._next[fault] = time.monotonic() + self._chance[fault].uniform(least, most)

    def _let_go(self, pid: int) -> None:
        del self.stopped[pid]
        stages.send_signal(pid, signal.SIGCONT)

    def _hit_worker(self, chance: random.Random) -> None:
        storm = self.plan.storm
        kind, who, prefers = chance.random(), chance.random(), chance.random() < storm.commit_share
        length = chance.uniform(SHORTEST_STOP, LONGEST_STOP) * self.plan.lease_s
        if kind < storm.parent_share:
            self._kill_parent(who, orphans_s=ORPHANS_S if prefers else 0.0)
            return
        victim = self._pick_child(who, prefers=prefers)
        if victim is None:
            return
        stages.freeze(victim)
        held = self.database.holders("committing")
        in_commit = held is not None and victim in held
        if kind < storm.parent_share + storm.sigstop_share:
            self.counts["sigstop"] += 1
            self.counts["stops_in_commit_window"] += in_commit
            self.stopped[victim] = time.monotonic() + length
            return
        self._note_refreshes()
        held_by_it = self.database.held_by({victim})
        if stages.send_signal(victim, signal.SIGKILL):
            self.recovery.note(held_by_it)
            self.counts["sigkill"] += 1
            self.counts["kills_in_commit_window"] += in_commit

    def _pick_child(self, who: float, *, prefers: bool) -> int | None:
        now = time.monotonic()
        ready = [actor for name in self._workers() if (actor := self.stage.actors[name]).is_ready]
        self._seen = {pid: self._seen.get(pid, now) for actor in ready for pid in stages.children_of(actor.pid)}
        # A child that has not reported yet works on nothing; a worker that loses its first ones gives up as a whole.
        free = [pid for pid, since in self._seen.items() if pid not in self.stopped and now - since > NEWBORN_S]
        if prefers and (holders := self.database.holders(self.plan.storm.favourite)):
            free = [pid for pid in free if pid in holders] or free
        return free[int(who * len(free))] if free else None

    def _kill_parent(self, who: float, *, orphans_s: float) -> None:
        name = self._workers()[int(who * self.plan.workers)]
        self._note_refreshes()
        children = set(stages.children_of(self.stage.actors[name].pid))
        held = self.database.holders("committing") or set()
        held_by_them = self.database.held_by(children)
        if self.stage.kill(name, orphans_s=orphans_s):
            if not orphans_s:  # otherwise its children go on without it for a while
                self.recovery.note(held_by_them)
            self.counts["sigkill"] += 1
            self.counts["parent_kill"] += 1
            self.counts["kills_in_commit_window"] += bool(children & held)

    def _workers(self) -> list[str]:
        return [name for name in self.stage.actors if name.startswith("worker-publish")]

    def _kill_broker(self, _: random.Random) -> None:
        self.counts["broker_kill"] += self.stage.kill("valkey")
        self.broker_kills.append(datetime.now(UTC))

    def _crash_postgres(self, _: random.Random) -> None:
        self._note_refreshes()
        self.counts["pg_crash"] += self.stage.kill("postgres", signal.SIGQUIT)
        self.postgres_crashes.append(datetime.now(UTC))

    def _kill_one_of(self, what: str, of: int, chance: random.Random) -> None:
        self._kill(f"{what}-{int(chance.random() * of)}")

    def _kill(self, name: str) -> None:
        self._note_refreshes()
        self.counts[f"{name.partition('-')[0]}_kill"] += self.stage.kill(name)

    def _note_refreshes(self) -> None:
        self.refreshing.update(self.database.refreshing())

    def _change_webhooks(self, chance: random.Random) -> None:
        self.sandbox.put("/sandbox/api/settings", WEBHOOKS[int(chance.random() * len(WEBHOOKS))])
