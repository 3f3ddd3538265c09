"""What a run does: how much is published, how fast our clocks run, what goes wrong and how often. Figures only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

LEASE_S = 180.0  # of the product, at tempo 1
READ_S = 30.0
WINDOW_S = 60.0
IDLE_S = 600.0  # after which nothing may be under way any more
SKEW_S = 600.0

Fault = Mapping[str, object]


def request_faults(tempo: float) -> tuple[Fault, ...]:
    """Return what goes wrong with single calls (publishing §3): independent draws, lengths in the client's own patience."""
    patience = READ_S / tempo
    return (
        {"kind": "http_500_before", "probability": 0.01},
        {"kind": "http_500_after", "probability": 0.01},
        {"kind": "lost_answer", "probability": 0.015},
        {"kind": "hang", "probability": 0.015, "options": {"seconds": patience * 1.4}},
        {"kind": "late", "path": "init", "probability": 0.01, "options": {"seconds": patience * 2}},
        {"kind": "late", "path": "upload", "probability": 0.01, "options": {"seconds": patience * 6}},
        {"kind": "late", "path": "status", "probability": 0.005, "options": {"seconds": patience * 1.5}},
        {"kind": "cut_body", "path": "upload", "probability": 0.01},
        {"kind": "rate_limited", "probability": 0.01},
        {"kind": "rate_limited", "probability": 0.01, "options": {"retry_after": 1}},
        {"kind": "html_502", "probability": 0.005},
        {"kind": "wrong_code", "probability": 0.005},
        # No fault of anybody's: a last chunk takes its time, and that is the dangerous second.
        {"kind": "slow_put", "path": "upload", "probability": 0.3, "options": {"bytes_per_second": 2_500_000.0}},
    )


@dataclass(frozen=True, slots=True)
class Bars:
    """The least that must have happened for a run to count."""

    publications: int = 0
    sigkill: int = 0
    sigstop: int = 0
    pg_crash: int = 0
    broker_kill: int = 0


@dataclass(frozen=True, slots=True)
class Storm:
    """How often each process fault comes, in seconds from one to the next, at least and at most."""

    worker: tuple[float, float] = (0.3, 1.0)
    sigstop_share: float = 0.3
    parent_share: float = 0.05
    commit_share: float = 0.6  # so often a worker is picked that sends its last bytes, if there is one
    favourite: str = "committing"  # the state whose workers are picked by preference
    broker: tuple[float, float] = (6.0, 14.0)
    postgres: tuple[float, float] = (12.0, 25.0)
    beat: tuple[float, float] = (15.0, 30.0)
    keeper: tuple[float, float] = (15.0, 30.0)
    api: tuple[float, float] = (20.0, 40.0)
    webhooks: tuple[float, float] = (8.0, 15.0)


NEVER = (1e6, 1e6)
NO_STORM = Storm(worker=NEVER, broker=NEVER, postgres=NEVER, beat=NEVER, keeper=NEVER, api=NEVER, webhooks=NEVER)


@dataclass(frozen=True, slots=True)
class Plan:
    """One run. A post goes to every account, so publications = posts × accounts."""

    tier: int
    seed: int
    posts: int
    accounts: int
    window_s: float
    limit_s: float
    calm_posts: int = 0  # so many posts are due before anything goes wrong, to see how late they are in health
    tend_s: float = 0.0  # people look after it so often while it rages; 0: once, at the end
    calm_s: float = 0.0  # from the first of them to the storm; in its last third nothing comes due
    tempo: float = 40.0
    workers: int = 4
    children: int = 2
    senders: int = 3
    beats: int = 2
    keepers: int = 2
    access_token_s: int = 345
    faults: tuple[Fault, ...] = ()
    storm: Storm = field(default_factory=Storm)
    bars: Bars = field(default_factory=Bars)
    mutant: str = ""
    restores: bool = False

    @property
    def publications(self) -> int:
        return self.posts * self.accounts

    @property
    def lease_s(self) -> float:
        return LEASE_S / self.tempo

    @property
    def settings(self) -> dict[str, object]:
        """Return the sandbox's knobs: its windows keep the ratio to our pace, its caps do not hide a duplicate."""
        return {
            "rate_window_seconds": WINDOW_S / self.tempo,
            "processing_seconds": 0.3,
            "moderation_seconds": 0.3,
            "posts_per_creator": 100_000,
            "access_token_seconds": self.access_token_s,
            "webhook_time_scale": self.tempo,
        }


T2 = Plan(
    tier=2,
    seed=1,
    posts=25,
    accounts=20,
    calm_posts=5,
    calm_s=25.0,
    window_s=95.0,
    limit_s=240.0,
    bars=Bars(500, 100, 30, 3, 5),
)
# Two cores send some four a second through such a storm, so this takes more than an hour, and its faults are spread over
# that time. What is asked of people cannot wait so long: an account whose renewal was lost would have nothing under way for
# the rest of it. Our clocks run half as fast as in T2, since what they drive costs the same each time.
T3 = replace(
    T2,
    tier=3,
    posts=500,
    accounts=40,
    calm_s=75.0,
    tend_s=30.0,
    window_s=4200.0,
    limit_s=9000.0,
    tempo=20.0,
    senders=4,
    storm=Storm(
        worker=(0.7, 2.1),
        sigstop_share=0.22,
        broker=(10.0, 24.0),
        postgres=(20.0, 42.0),
        beat=(30.0, 60.0),
        keeper=(30.0, 60.0),
        api=(40.0, 80.0),
        webhooks=(15.0, 30.0),
    ),
    bars=Bars(20_000, 1500, 400, 60, 100),
)
T5 = replace(T2, tier=5, posts=10, accounts=20, window_s=40.0, limit_s=240.0, bars=Bars(200), restores=True)
TIERS = {2: T2, 3: T3, 5: T5}
SMALL = replace(T2, posts=5, calm_posts=1, accounts=20, window_s=30.0, limit_s=120.0, bars=Bars(100))


def plan_run(*, tier: int, seed: int, mutant: str = "", small: bool = False, slow: float = 1.0) -> Plan:
    """Return the plan of a run; a mutant's brings out its fault quickly, and the whole build must stand it too."""
    base = replace(SMALL, tier=tier) if small else TIERS[tier]
    plan = slow_down(replace(base, seed=seed, faults=request_faults(base.tempo)), slow)
    return sharpen(replace(plan, mutant=mutant)) if mutant else plan


def slow_down(plan: Plan, factor: float) -> Plan:
    """Return the same run for a machine that is so many times slower: all takes longer, and our clocks run slower."""
    storm = plan.storm
    spans = ("worker", "broker", "postgres", "beat", "keeper", "api", "webhooks")
    slower: dict[str, Any] = {name: tuple(second * factor for second in getattr(storm, name)) for name in spans}
    tempo = plan.tempo / factor
    return replace(
        plan,
        storm=replace(storm, **slower),
        tempo=tempo,
        window_s=plan.window_s * factor,
        calm_s=plan.calm_s * factor,
        limit_s=plan.limit_s * factor,
        faults=request_faults(tempo) if not plan.mutant else plan.faults,
    )


def sharpen(plan: Plan) -> Plan:
    """Return a mix in which the plan's mutant meets its fault often."""
    short = replace(plan, posts=8, accounts=20, bars=Bars(160))
    short = replace(short, window_s=40.0 * T2.tempo / plan.tempo, limit_s=120.0 * T2.tempo / plan.tempo)
    patience = READ_S / plan.tempo
    slow_init: Fault = {"kind": "hang", "path": "init", "probability": 0.7, "options": {"seconds": patience * 0.6}}
    slow_put: Fault = {
        "kind": "slow_put",
        "path": "upload",
        "probability": 0.8,
        "options": {"bytes_per_second": 1_500_000.0},
    }
    match plan.mutant:
        case "no_fence":
            storm = replace(plan.storm, sigstop_share=0.85, favourite="opening", commit_share=0.9, parent_share=0.0)
            return replace(short, faults=(slow_init,), storm=storm)
        case "no_cas":
            return replace(short, faults=(slow_init, slow_put), beats=3)
        case "reinit_on_recovery":
            return replace(short, faults=(slow_put,), storm=replace(plan.storm, sigstop_share=0.1, commit_share=1.0))
        case "retry_on_timeout":
            lost: Fault = {"kind": "lost_answer", "path": "upload", "probability": 0.1}
            return replace(short, faults=(lost, slow_put), storm=replace(plan.storm, worker=(2.0, 4.0)))
        case "refresh_without_lock":
            hung: Fault = {
                "kind": "hang",
                "path": "oauth_refresh",
                "probability": 1.0,
                "options": {"seconds": patience * 0.4},
            }
            # Nobody dies: a death in a renewal would excuse what is to be seen here.
            return replace(short, faults=(hung,), access_token_s=303, storm=NO_STORM)
    return short
