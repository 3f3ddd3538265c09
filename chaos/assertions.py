"""
A1 to A12 of publishing §3: what must hold after every storm. Pure: what TikTok accepted (its ledger) against our rows.

Each returns a sentence for every breach, none when it holds. Who published what is read from the ledger alone: a caption
names a post and a handle an account, so nothing of ours can talk a duplicate away.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

Entry = Mapping[str, Any]  # a line of the ledger
Thing = tuple[str, str]  # handle, caption: one publication as TikTok sees it

ENDED = ("published", "failed", "needs_you", "held")
TOLD = 8  # so many breaches of one kind are told; the rest is counted
LATE_S = 30.0
UNCOUNTED_S = 2.0


@dataclass(frozen=True, slots=True)
class Row:
    """A publication as our database has it at the end; `due_at` is the time it was first meant for."""

    id: str
    handle: str
    caption: str
    state: str
    due_at: datetime
    has_lease: bool = False
    tiktok_post_id: str = ""
    reason_code: str = ""

    @property
    def thing(self) -> Thing:
        return self.handle, self.caption


@dataclass(frozen=True, slots=True)
class Session:
    """A row of the publish history."""

    publication_id: str
    publish_id: str
    is_open: bool
    is_committed: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the journal."""

    publication_id: str
    seq: int
    at: datetime
    from_state: str
    to_state: str


@dataclass(frozen=True, slots=True)
class Excuses:
    """What the harness did, or saw, that explains a refused refresh or a call too many; by handle."""

    lost_refreshes: Mapping[str, int]
    late_calls: Mapping[str, Sequence[datetime]]
    broker_kills: Sequence[datetime]
    postgres_crashes: Sequence[datetime]


def at_of(entry: Entry) -> datetime:
    return datetime.fromisoformat(str(entry["at"]))


def things_of(ledger: Sequence[Entry]) -> dict[str, Thing]:
    """Return which publication each session at TikTok was opened for."""
    opened = (entry for entry in ledger if entry["event"] == "init.accepted")
    return {str(e["publish_id"]): (str(e["handle"]), str((e["post_info"] or {}).get("title", ""))) for e in opened}


def a1_once(ledger: Sequence[Entry]) -> list[str]:
    """Each publication has at most one completed post."""
    things, posts = things_of(ledger), defaultdict(list)
    for entry in ledger:
        if entry["event"] == "post.completed":
            posts[things[str(entry["publish_id"])]].append(str(entry["publish_id"]))
    return [
        f"{caption!r} went out {len(ids)} times on {handle}: {', '.join(ids)}"
        for (handle, caption), ids in posts.items()
        if len(ids) > 1
    ]


def count_duplicates(ledger: Sequence[Entry]) -> int:
    """Return how many posts TikTok has more than it should."""
    things = things_of(ledger)
    posts = Counter(things[str(e["publish_id"])] for e in ledger if e["event"] == "post.completed")
    return sum(count - 1 for count in posts.values())


def a2_none_lost(rows: Sequence[Row], *, due: int, ledger: Sequence[Entry]) -> list[str]:
    """Each due publication has an end that a person can read; `failed` is TikTok's own word."""
    said = [f"{due} publications were due, and {len(rows)} are there"] if len(rows) != due else []
    said += [f"{name(row)} ended as {row.state}" for row in rows if row.state not in ENDED]
    silent = [row for row in rows if row.state in ("failed", "held", "needs_you") and not row.reason_code]
    said += [f"{name(row)} is {row.state} without a reason" for row in silent]
    refused = {thing for thing, _ in failures_of(ledger)}
    accused = [row for row in rows if row.state == "failed" and row.thing not in refused]
    return said + [f"{name(row)} is failed ({row.reason_code}), but TikTok never said so" for row in accused]


def failures_of(ledger: Sequence[Entry]) -> list[tuple[Thing, str]]:
    """Return what TikTok failed, or refused to open, with its reason."""
    things = things_of(ledger)
    failed = [(things[str(e["publish_id"])], str(e["fail_reason"])) for e in ledger if e["event"] == "post.failed"]
    refused = {str(e["handle"]) for e in ledger if e["event"] == "init.refused"}
    return failed + [(thing, "init.refused") for thing in set(things.values()) if thing[0] in refused]


def a3_same_sets(rows: Sequence[Row], sessions: Sequence[Session], ledger: Sequence[Entry]) -> list[str]:
    """What we call published is what TikTok has, under the same ids."""
    things = things_of(ledger)
    theirs = {things[str(e["publish_id"])]: e for e in ledger if e["event"] == "post.completed"}
    ours = {row.thing: row for row in rows if row.state == "published"}
    said = [f"{name(row)} is published here, and TikTok has no such post" for t, row in ours.items() if t not in theirs]
    unknown = {row.thing for row in rows if row.state == "needs_you"}
    said += [f"TikTok has {c!r} on {h}, and we do not say so" for h, c in theirs.keys() - ours.keys() - unknown]
    published = {s.publication_id: s.publish_id for s in sessions if s.verdict == "published"}
    for thing, row in ours.items():
        entry = theirs.get(thing)
        if entry is None:
            continue
        if published.get(row.id) != entry["publish_id"]:
            said.append(f"{name(row)} went out as {entry['publish_id']}, and we say {published.get(row.id)}")
        if row.tiktok_post_id != (entry["post_id"] or ""):
            said.append(f"{name(row)} has the id {entry['post_id']} at TikTok and {row.tiktok_post_id!r} here")
    return said


def a4_no_byte_after_commit(ledger: Sequence[Entry]) -> list[str]:
    """No byte goes to a session after another of its publication had its last one, unless TikTok had failed that one."""
    things, said = things_of(ledger), []
    committed: dict[Thing, set[str]] = defaultdict(set)
    for entry in ledger:
        publish_id = str(entry.get("publish_id"))
        thing = things.get(publish_id)
        if thing is None:
            continue
        if entry["event"] == "chunk.accepted" and (others := committed[thing] - {publish_id}):
            said.append(f"bytes of {thing[1]!r} on {thing[0]} went to {publish_id} after {min(others)} had them all")
        if entry["event"] == "upload.complete":
            committed[thing].add(publish_id)
        if entry["event"] == "post.failed":
            committed[thing].discard(publish_id)
    return said


def a5_tokens_once(ledger: Sequence[Entry], excuses: Excuses) -> list[str]:
    """No spent refresh token is presented again, but for an answer that was lost on its way to us."""
    again = Counter(str(e["handle"]) for e in ledger if e["event"] == "oauth.refresh_refused" and e["handle"])
    return [
        f"{handle} presented a spent refresh token {count} times, after {excuses.lost_refreshes.get(handle, 0)} lost answers"
        for handle, count in again.items()
        if count > excuses.lost_refreshes.get(handle, 0)
    ]


def a6_reconnects_explained(reconnected: Iterable[str], excuses: Excuses) -> list[str]:
    """Nobody has to connect an account again, but where TikTok's answer to a renewal was lost."""
    blameless = [handle for handle in reconnected if not excuses.lost_refreshes.get(handle)]
    return [f"{handle} had to be connected again, and no answer had been lost" for handle in blameless]


def a7_limits_kept(ledger: Sequence[Entry], excuses: Excuses, *, window_s: float) -> list[str]:
    """TikTok's calls a minute are kept; what is held up on the way for longer than we wait may land in the wrong minute."""
    said = []
    for entry in ledger:
        if entry["event"] != "limit.exceeded":
            continue
        at, handle = at_of(entry), str(entry["handle"])
        reach = timedelta(seconds=2 * window_s + UNCOUNTED_S)
        causes = [*excuses.late_calls.get(handle, ()), *excuses.broker_kills]
        if not any(at - reach <= cause <= at + timedelta(seconds=UNCOUNTED_S) for cause in causes):
            said.append(f"{handle} called {entry['endpoint']} too often at {entry['at']}")
    return said


def a8_journal_whole(rows: Sequence[Row], events: Sequence[Event]) -> list[str]:
    """Every change of state has one event, numbered without gaps, each beginning where the one before ended."""
    by_row: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.publication_id, event.seq)):
        by_row[event.publication_id].append(event)
    said = []
    for row in rows:
        chain = by_row[row.id]
        if [event.seq for event in chain] != list(range(1, len(chain) + 1)):
            said.append(f"the journal of {name(row)} has the numbers {[event.seq for event in chain]}")
        torn = [(a, b) for a, b in pairwise(chain) if a.to_state != b.from_state]
        said += [f"{name(row)} went to {a.to_state}, then from {b.from_state} to {b.to_state}" for a, b in torn]
        if not chain or chain[-1].to_state != row.state:
            said.append(
                f"{name(row)} is {row.state}, and its journal ends with {chain[-1].to_state if chain else 'none'}"
            )
    return said


def lateness(rows: Sequence[Row], events: Sequence[Event]) -> list[float]:
    """Return by how many seconds each publication was claimed after its time, the least first."""
    due = {row.id: row.due_at for row in rows}
    first: dict[str, datetime] = {}
    for event in sorted(events, key=lambda event: event.seq):
        if event.to_state == "opening" and event.publication_id in due:
            first.setdefault(event.publication_id, event.at)
    return sorted(max(0.0, (at - due[key]).total_seconds()) for key, at in first.items())


def p99(values: Sequence[float]) -> float:
    return values[min(len(values) - 1, int(len(values) * 0.99))] if values else 0.0


def a9_in_time(late: Sequence[float]) -> list[str]:
    """The first claim comes within 30 s of the due time, 99 times of 100."""
    return [f"the first claim was {p99(late):.1f} s late at p99"] if p99(late) > LATE_S else []


def a10_nothing_open(rows: Sequence[Row], sessions: Sequence[Session], *, journal: Sequence[str]) -> list[str]:
    """No lease, no session and no journaled token is left at the end."""
    unknown = {row.id for row in rows if row.state == "needs_you"}
    said = [f"{name(row)} still has a lease" for row in rows if row.has_lease]
    said += [f"{s.publish_id} is still open" for s in sessions if s.is_open and s.publication_id not in unknown]
    return said + [f"the token journal still holds {entry}" for entry in journal]


def a11_all_settled(rows: Sequence[Row]) -> list[str]:
    """After the idle time nothing is under way any more."""
    return [f"{name(row)} is stuck in {row.state}" for row in rows if row.state not in ENDED]


def a12_no_secrets(findings: Sequence[str]) -> list[str]:
    """No token, upload address or client secret lies in a log, a dump, Valkey or a message."""
    return list(findings)


def name(row: Row) -> str:
    return f"{row.caption!r} on {row.handle}"
