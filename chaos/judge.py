"""What came of a run: the assertions over the evidence, and the one line that tells of it."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from chaos import assertions
from chaos.assertions import Entry, Event, Excuses, Row, Session
from chaos.plan import READ_S, WINDOW_S, Plan

UNANSWERED = re.compile(r"renewal of account (\S+) had no answer")
LOSING = ("http_500_after", "lost_answer", "hang", "late", "bad_json")


@dataclass(slots=True)
class Evidence:
    """Everything a run leaves behind that is judged."""

    plan: Plan
    ledger: Sequence[Entry]
    rows: Sequence[Row]
    sessions: Sequence[Session]
    events: Sequence[Event]
    handles: Mapping[str, str]  # account id → handle
    counts: Counter[str]
    refreshing: Counter[str]
    broker_kills: Sequence[datetime]
    postgres_crashes: Sequence[datetime]
    reconnected: Sequence[str] = ()
    retried: Sequence[str] = ()
    journal: Sequence[str] = ()
    secrets: Sequence[str] = ()
    late_settled: Sequence[str] = ()
    restoring: Sequence[str] = ()
    recovery_s: Sequence[float] = ()  # from a worker's death to the next claim of what it held, the shortest first
    storm_from: datetime | None = None
    took_s: float = 0.0
    logs: Sequence[Path] = field(default_factory=list)


def judge(evidence: Evidence) -> dict[str, list[str]]:
    """Return the breaches of each assertion that does not hold, and of the bars."""
    plan, ledger, rows = evidence.plan, evidence.ledger, evidence.rows
    excuses = find_excuses(evidence)
    calm, _ = lateness_of(evidence)
    found = {
        "A1": assertions.a1_once(ledger),
        "A2": assertions.a2_none_lost(rows, due=plan.publications, ledger=ledger),
        "A3": assertions.a3_same_sets(rows, evidence.sessions, ledger),
        "A4": assertions.a4_no_byte_after_commit(ledger),
        "A5": assertions.a5_tokens_once(ledger, excuses),
        "A6": assertions.a6_reconnects_explained(evidence.reconnected, excuses),
        "A7": assertions.a7_limits_kept(ledger, excuses, window_s=WINDOW_S / plan.tempo),
        "A8": assertions.a8_journal_whole(rows, evidence.events),
        "A9": assertions.a9_in_time(calm),
        "A10": assertions.a10_nothing_open(rows, evidence.sessions, journal=evidence.journal),
        "A11": assertions.a11_all_settled(rows) + list(evidence.late_settled),
        "A12": assertions.a12_no_secrets(evidence.secrets),
        "bars": check_bars(evidence),
    }
    if plan.restores:  # tokens and sessions of the gap are gone, and what was found at TikTok has no session of ours
        found = {name: found[name] for name in ("A1", "A2", "A4", "A8", "A11", "A12", "bars")}
        found["T5"] = list(evidence.restoring)
    return {name: breaches for name, breaches in found.items() if breaches}


def lateness_of(evidence: Evidence) -> tuple[list[float], list[float]]:
    """Return how late the first claims were while nothing was down, and from the storm's beginning on."""
    rows, began = evidence.rows, evidence.storm_from
    calm = [row for row in rows if began and row.due_at <= began]
    stormy = [row for row in rows if not began or row.due_at > began]
    return assertions.lateness(calm, evidence.events), assertions.lateness(stormy, evidence.events)


def check_bars(evidence: Evidence) -> list[str]:
    """Return which faults came too seldom for the run to count."""
    bars, counts = evidence.plan.bars, evidence.counts
    wanted = {name: getattr(bars, name) for name in ("sigkill", "sigstop", "pg_crash", "broker_kill")}
    said = [f"{counts[name]} × {name}, {least} at least" for name, least in wanted.items() if counts[name] < least]
    few = len(evidence.rows) < bars.publications
    return said + ([f"{len(evidence.rows)} publications, {bars.publications} at least"] if few else [])


def find_excuses(evidence: Evidence) -> Excuses:
    """Return what explains a refused refresh or a call too many: injected, seen by us, or a death just then."""
    lost: Counter[str] = Counter(evidence.refreshing)
    late: dict[str, list[datetime]] = defaultdict(list)
    injected: Counter[str] = Counter()
    soon = find_soon_enough(evidence.ledger, patience_s=READ_S / evidence.plan.tempo)
    for entry in evidence.ledger:
        if entry["event"] != "fault.applied" or not entry["handle"]:
            continue
        if entry["call"] == "oauth_refresh" and entry["kind"] in LOSING and entry["fault"] not in soon:
            injected[str(entry["handle"])] += 1
        if entry["kind"] in ("late", "hang", "slow_put"):
            late[str(entry["handle"])].append(assertions.at_of(entry))
    seen: Counter[str] = Counter()
    for account_id in _unanswered(evidence.logs):
        seen[evidence.handles.get(account_id, "")] += 1
    lost += Counter({handle: max(injected[handle], seen[handle]) for handle in injected | seen})
    return Excuses(lost, late, evidence.broker_kills, evidence.postgres_crashes)


def find_soon_enough(ledger: Sequence[Entry], *, patience_s: float) -> set[int]:
    """Return the rules that hold an answer back for less than we wait: what they hit is late, and not lost."""
    rules = [entry for entry in ledger if entry["event"] == "fault.added" and "seconds" in entry["options"]]
    return {int(rule["id"]) for rule in rules if float(rule["options"]["seconds"]) < patience_s}


def _unanswered(logs: Sequence[Path]) -> Iterator[str]:
    for path in logs:
        with path.open("r", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if match := UNANSWERED.search(line):
                    yield match.group(1).rstrip(":")


def line_of(evidence: Evidence, breaches: Mapping[str, Sequence[str]]) -> str:
    """Return the JSON line."""
    plan, counts, rows = evidence.plan, evidence.counts, evidence.rows
    states = Counter(row.state for row in rows)
    calm, stormy = lateness_of(evidence)
    told: dict[str, Any] = {
        "bench": "chaos",
        "tier": plan.tier,
        **({"mutant": plan.mutant} if plan.mutant else {}),
        "publications": len(rows),
        "duplicates": assertions.count_duplicates(evidence.ledger),
        "lost": plan.publications - sum(states[state] for state in assertions.ENDED),
        "stuck": len(assertions.a11_all_settled(rows)),
        "published": states["published"],
        "failed": states["failed"],
        "held": states["held"],
        "needs_you": states["needs_you"],
    }
    names = ("sigkill", "parent_kill", "sigstop", "pg_crash", "broker_kill", "beat_kill", "token_kill", "api_kill")
    told |= {name: counts[name] for name in names}
    told |= {name: counts[name] for name in ("kills_in_commit_window", "stops_in_commit_window")}
    faults = sum(1 for entry in evidence.ledger if entry["event"] == "fault.applied" and entry["kind"] != "slow_put")
    told |= {
        "request_faults": faults,
        "reconnects": len(evidence.reconnected),
        "retried_by_hand": len(evidence.retried),
        "late_p99_s": round(assertions.p99(calm), 2),
        "late_in_storm_p50_s": round(stormy[len(stormy) // 2], 2) if stormy else None,
        "late_in_storm_p99_s": round(assertions.p99(stormy), 2),
        "recoveries": len(evidence.recovery_s),
        "recovery_p50_s": round(evidence.recovery_s[len(evidence.recovery_s) // 2], 2) if evidence.recovery_s else None,
        "recovery_p99_s": round(assertions.p99(evidence.recovery_s), 2),
        "lease_s": plan.lease_s,
        "tempo": plan.tempo,
        "seed": plan.seed,
        "took_s": round(evidence.took_s, 1),
        "broken": sorted(breaches),
    }
    return json.dumps(told)
