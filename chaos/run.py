"""One run from the first process to the verdict."""

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from chaos.assertions import Entry, count_duplicates
from chaos.cast import Cast
from chaos.judge import Evidence
from chaos.mutants import sabotage
from chaos.people import People
from chaos.plan import IDLE_S, Plan
from chaos.remote import Remote
from chaos.rows import UNDER_WAY, Database
from chaos.secrets_search import search, search_files, search_valkey
from chaos.stage import Stage
from chaos.storm import Storm
from launcher import environment, postgres, temporary
from launcher.environment import Settings, Sockets
from launcher.postgres_user import run_as
from launcher.steps import Context

START_S = 4.0  # from the last process's readiness to the first due time
TELL_S = 10.0
SETTLE_S = 6000.0  # on our own clocks


@dataclass(slots=True)
class Run:
    """What a run works with."""

    plan: Plan
    context: Context
    settings: Settings
    sockets: Sockets
    stage: Stage
    cast: Cast
    database: Database
    sandbox: Remote
    storm: Storm
    people: People
    began: float = field(default_factory=time.monotonic)
    storm_from: datetime | None = None
    found: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.context.console.say(f"{time.monotonic() - self.began:6.1f} s  {text}")


def prepare(plan: Plan, context: Context, sockets: Sockets, settings: Settings) -> Run:
    """Put together what a run works with; nothing is started yet."""
    backend = settings.layout.backend
    if plan.mutant:
        backend = sabotage(backend, settings.layout.home / "backend", plan.mutant)
    cast = Cast(plan, settings, sockets, backend)
    stage = Stage(context)
    database = Database(environment.database_url(settings, sockets))
    sandbox = Remote(settings.sandbox_api_url)
    storm = Storm(plan, stage, database, sandbox)
    people = People(cast, stage, settings.sandbox_api_url, every_s=plan.tend_s)
    return Run(plan, context, settings, sockets, stage, cast, database, sandbox, storm, people)


def settings_for(plan: Plan, context: Context, environ: dict[str, str]) -> Settings:
    """Return the settings of a run: throw-away, at its tempo."""
    plain = temporary.settings(context.layout, environ)
    own = {
        "CARILLON_TEMPO": f"{plan.tempo:g}",
        "CARILLON_SENDERS": str(plan.senders),
        "TIKTOK_SHARES": str(plan.workers * plan.children),
        "TIKTOK_POSTS_A_DAY": "0",  # a day's posts go out in minutes here, and the sandbox takes them all
    }
    return replace(plain, given={**plain.given, **own})


def perform(run: Run, body: Callable[[Run], list[str]]) -> Evidence:
    """Start everything, let `body` happen to it, and return what that left behind."""
    start(run)
    run.found += body(run)
    return gather(run)


def go_through_storm(run: Run) -> list[str]:
    """Publish through the storm and let it settle; what was wrong shows in the evidence."""
    rage(run)
    if not (run.plan.mutant and is_caught(run)):
        settle(run)
    return []


def is_caught(run: Run) -> bool:
    """Tell whether TikTok has a post twice already: a sabotaged build needs no more proof."""
    return count_duplicates(read_ledger(run)) > 0


def read_ledger(run: Run) -> list[Entry]:
    """Return what TikTok has accepted so far; a line that is just being written is left out."""
    lines = (run.settings.layout.home / "sandbox" / "ledger.jsonl").read_text("utf-8").splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]


def start(run: Run) -> None:
    """Start the stores, fill them, and start the processes."""
    stage, cast = run.stage, run.cast
    for unit in cast.stores():
        if unit.is_job:
            stage.run_job(unit)
        else:
            stage.start(unit)
    stage.start(cast.sandbox())
    run.sandbox.put("/sandbox/api/settings", run.plan.settings)
    stage.run_job(cast.job("migrate", ["manage.py", "migrate", "--no-input"]))
    run.people.do("fill", accounts=run.plan.accounts, posts=run.plan.posts)
    run.say(f"{run.plan.posts} posts for {run.plan.accounts} accounts are planned")
    stage.start(cast.api(), *cast.workers())
    run.say("every process is well")


def rage(run: Run, look: Callable[[dict[str, int]], None] = lambda _: None) -> None:
    """Let the posts come due while everything goes wrong, until all are through and the storm has done its part."""
    plan = run.plan
    run.database.spread_due(start_s=START_S, window_s=plan.window_s, calm_posts=plan.calm_posts, calm_s=plan.calm_s)
    run.stage.pause(START_S + plan.calm_s)
    run.storm_from = datetime.now(UTC)
    for number, fault in enumerate(plan.faults):
        run.sandbox.post("/sandbox/api/faults", {**fault, "seed": plan.seed * 100 + number})
    run.storm.begin()
    began = time.monotonic()
    told = began
    while time.monotonic() - began < run.plan.limit_s:
        run.stage.pause(0.05)
        run.storm.blow()
        run.people.look(lambda: run.database.try_ask(NEEDS_PEOPLE))
        if time.monotonic() - told < TELL_S:
            continue
        told = time.monotonic()
        states = run.database.count_states()
        run.say(f"{_in_words(states)} · {_in_words(run.storm.counts)}")
        look(states or {})
        if run.plan.mutant and is_caught(run):
            break
        if states is not None and not _under_way(states) and _is_enough(run):
            break
    run.storm.end()
    run.people.end()
    run.sandbox.delete("/sandbox/api/faults")
    calm = {
        "webhook_duplicate": False,
        "webhook_out_of_order": False,
        "webhook_lose": False,
        "webhook_delay_seconds": 0.0,
    }
    run.sandbox.put("/sandbox/api/settings", calm)
    run.say("the storm is over")


def _is_enough(run: Run) -> bool:
    bars, counts = run.plan.bars, run.storm.counts
    return all(counts[name] >= getattr(bars, name) for name in ("sigkill", "sigstop", "pg_crash", "broker_kill"))


def settle(run: Run) -> None:
    """Let what is under way come to its end, do what people are asked to, and wait out the idle time."""
    began, quiet_since, is_tended = time.monotonic(), None, False
    while time.monotonic() - began < SETTLE_S / run.plan.tempo:
        run.stage.pause(0.5)
        states = run.database.count_states()
        now = time.monotonic()
        if states is None or _under_way(states) or _unnamed(run):
            quiet_since = None
            continue
        quiet_since = quiet_since or now
        if now - quiet_since > min(IDLE_S / run.plan.tempo, 15.0):
            if is_tended or not run.database.try_ask(NEEDS_PEOPLE):
                break
            run.say(f"people look after it: {_in_words(states)}")
            run.people.tend()
            is_tended, quiet_since = True, None  # once: what is held again then stays held
    run.say(f"settled: {_in_words(run.database.count_states())}")


NEEDS_PEOPLE = (
    "SELECT 1 FROM accounts_account a JOIN accounts_accounttoken t ON t.account_id = a.id "
    "WHERE a.status <> 'connected' OR t.refused_at IS NOT NULL "
    "UNION ALL SELECT 1 FROM publishing_publication WHERE state = 'held' LIMIT 1"
)
UNNAMED = (
    "SELECT 1 FROM publishing_publication WHERE state = 'published' AND tiktok_post_id = '' "
    "AND privacy_level = 'PUBLIC_TO_EVERYONE' LIMIT 1"
)


def _unnamed(run: Run) -> bool:
    return bool(run.database.try_ask(UNNAMED))


def _under_way(states: dict[str, int]) -> int:
    return sum(states.get(state, 0) for state in UNDER_WAY)


def _in_words(counts: Any) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted((counts or {}).items()))


def gather(run: Run) -> Evidence:
    """Read everything that is judged, then stop the processes and search what they wrote."""
    layout, database = run.settings.layout, run.database
    before = database.count_states()
    secrets = [run.settings.secrets["SANDBOX_CLIENT_SECRET"]]
    found = search_valkey(environment.redis_url(run.settings, run.sockets), secrets)
    found += search("the database's dump", dump(run), secrets)
    run.stage.stop(*[name for name in run.stage.actors if name not in ("postgres", "valkey", "sandbox")])
    states = database.count_states()
    moved = [] if states == before else [f"what was settled went on moving: {before}, then {states}"]
    logs = [path for path in layout.logs.iterdir() if not path.name.startswith("sandbox")]
    journal = layout.home / "token-journal"
    evidence = Evidence(
        plan=run.plan,
        ledger=read_ledger(run),
        rows=database.rows(),
        sessions=database.sessions(),
        events=database.events(),
        handles={str(key): handle for key, handle in database.ask("SELECT id, username FROM accounts_account")},
        counts=run.storm.counts,
        refreshing=run.storm.refreshing,
        broker_kills=run.storm.broker_kills,
        postgres_crashes=run.storm.postgres_crashes,
        reconnected=run.people.reconnected,
        retried=run.people.retried,
        journal=[path.name for path in journal.iterdir()] if journal.is_dir() else [],
        secrets=found + search_files(logs, secrets),
        late_settled=moved,
        restoring=run.found,
        recovery_s=sorted(run.storm.recovery.took_s),
        storm_from=run.storm_from,
        took_s=time.monotonic() - run.began,
        logs=logs,
    )
    run.stage.stop()
    return evidence


def dump(run: Run) -> bytes:
    """Return the database as pg_dump writes it into a backup."""
    programs = postgres.binaries(run.settings)
    who = run_as(programs / "postgres")
    program = programs / "pg_dump"
    if not program.exists():
        return dump_by_copy(run.database)
    url = environment.database_url(run.settings, run.sockets)
    done = subprocess.run([str(program), url], capture_output=True, check=True, user=who.user)
    return done.stdout


def dump_by_copy(database: Database) -> bytes:
    """Return every table's rows as text, where there is no pg_dump."""
    tables = database.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    parts = []
    with psycopg.connect(database.url) as connection, connection.cursor() as cursor:
        for (table,) in tables:
            with cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
                parts += [bytes(piece) for piece in copy]
    return b"".join(parts)


def keep(run_home: Path, target: Path) -> None:
    """Keep what a failed run wrote: logs and the ledger."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path in [*(run_home / "logs").glob("*"), run_home / "sandbox" / "ledger.jsonl"]:
        if path.is_file():
            shutil.copy(path, target / path.name)
