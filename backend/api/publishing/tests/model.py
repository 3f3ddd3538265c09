"""
The protocol, two workers, and a TikTok that loses answers: every order of events that fits into small bounds (publishing §3, T0).

The database is `protocol.follow`, the very rows the product follows; the rest is as hostile as the page says: leases end at any
moment, workers are killed, requests arrive long after their sender has given up, sessions die, and a status may be stale.
A video has two chunks, and the second makes the post.
"""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from api.publishing import protocol
from api.publishing.models import State
from api.publishing.protocol import Facts, Row

follow = lru_cache(maxsize=None)(protocol.follow)
DUE = Facts(State.SCHEDULED)
INIT, PART, LAST = "init", "part", "last"  # requests
CALAMITIES = ("dies", "killed", "lost", "hears no")  # rare in a random walk, so that it gets somewhere
IDLE, KEEP, COMMIT, LOOK = "idle", "keep the session", "commit", "look"  # what else a worker is about to do


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far the search goes."""

    attempts: int = 2
    sessions: int = 2
    kills: int = 1
    workers: int = 2
    requests: int = 6


class Remote(NamedTuple):
    """A session at TikTok."""

    has_part: bool = False
    is_post: bool = False
    is_dead: bool = False


class Worker(NamedTuple):
    """`request` is the one it waits for, -1 when it waits for none."""

    step: str = IDLE
    attempt: int = 0
    session: str = ""
    request: int = -1


class Request(NamedTuple):
    """A request under way; it may arrive when nobody waits for it any more."""

    kind: str
    session: str
    number: int


class World(NamedTuple):
    """Everything there is."""

    facts: Facts
    is_leased: bool
    remotes: tuple[Remote, ...]
    workers: tuple[Worker, ...]
    requests: frozenset[Request]
    kills: int = 0
    sent: int = 0


Step = tuple[str, World]


@dataclass(frozen=True, slots=True)
class Rules:
    """The product's behaviour; each flag is a way in which others, or a careless change, weaken it."""

    open_row: Row = protocol.OPEN
    commit_row: Row = protocol.COMMIT
    claims_what_is_leased: bool = False
    reinit_on_recovery: bool = False
    retry_on_timeout: bool = False
    reinit_while_processing: bool = False
    keeps_session_late: bool = False


PROTOCOL = Rules()
MUTANTS = {
    "no_fence": Rules(
        open_row=replace(protocol.OPEN, fenced=False, source=(*protocol.OPEN.source, State.UPLOADING)),
        commit_row=replace(protocol.COMMIT, fenced=False, source=(*protocol.COMMIT.source, State.COMMITTING)),
    ),
    # Two that claim at once hold the same number, and what they write names the row and nothing else.
    "no_cas": Rules(
        open_row=replace(protocol.OPEN, source=(*protocol.OPEN.source, State.UPLOADING)),
        commit_row=replace(protocol.COMMIT, source=(*protocol.COMMIT.source, State.COMMITTING)),
        claims_what_is_leased=True,
    ),
    "reinit_on_recovery": Rules(reinit_on_recovery=True),
    "retry_on_timeout": Rules(retry_on_timeout=True),
    "reinit_while_processing": Rules(reinit_while_processing=True),
    "session_saved_after_the_upload": Rules(keeps_session_late=True),
}


def start(bounds: Bounds) -> World:
    return World(DUE, False, (), (Worker(),) * bounds.workers, frozenset())


def broken(world: World) -> str:
    """Return which promise the world breaks; nothing when all hold."""
    posts = sum(remote.is_post for remote in world.remotes)
    if posts > 1:
        return "duplicate"
    if world.facts.state == State.PUBLISHED and posts != 1:
        return "said to be published, and is not"
    if posts and world.facts.state in (State.SCHEDULED, State.OPENING):
        return "published, and would be sent again"
    return ""


def steps(world: World, bounds: Bounds, rules: Rules) -> Iterator[Step]:
    """Yield everything that can happen next."""
    if world.is_leased:
        yield "the lease ends", world._replace(is_leased=False)
    for number, remote in enumerate(world.remotes):
        if not remote.is_post and not remote.is_dead:
            yield f"session {number} dies", _with_remote(world, number, remote._replace(is_dead=True))
    for place, worker in enumerate(world.workers):
        if worker.step != IDLE and world.kills < bounds.kills:
            killed = world._replace(kills=world.kills + 1)
            yield f"worker {place} is killed at {worker.step}", _with_worker(killed, place, Worker())
        yield from _work(world, place, worker, bounds, rules)
    for request in world.requests:
        yield from _arrive(world, request, bounds, rules)


def _work(world: World, place: int, worker: Worker, bounds: Bounds, rules: Rules) -> Iterator[Step]:
    if worker.request >= 0:
        yield f"worker {place} gives up waiting for {worker.step}", _give_up(world, place, worker, rules)
    elif worker.step == IDLE:
        yield from _claim(world, place, bounds, rules)
    elif worker.step in (INIT, PART, LAST):
        if world.sent < bounds.requests:
            request = Request(worker.step, worker.session, world.sent)
            after = world._replace(requests=world.requests | {request}, sent=world.sent + 1)
            yield (
                f"worker {place} sends {worker.step}",
                _with_worker(after, place, worker._replace(request=request.number)),
            )
    elif worker.step == KEEP:
        yield _keep(world, place, worker, rules)
    elif worker.step == COMMIT:
        yield _commit(world, place, worker, rules)
    else:
        yield from _look(world, place, worker, rules)


def _claim(world: World, place: int, bounds: Bounds, rules: Rules) -> Iterator[Step]:
    taken = world.is_leased and not rules.claims_what_is_leased
    if taken or world.facts.attempt >= bounds.attempts:
        return
    row = protocol.CLAIM if world.facts.state == State.SCHEDULED else protocol.TAKE_OVER
    facts = follow(row, world.facts)
    if facts is None:
        return
    if rules.claims_what_is_leased and world.is_leased:  # no compare-and-set: nobody's number changes
        facts = replace(facts, attempt=world.facts.attempt)
    if rules.reinit_on_recovery:
        facts = Facts(State.OPENING, facts.attempt)
    step = LOOK if facts.is_committed else PART if facts.session else INIT
    claimed = world._replace(facts=facts, is_leased=True)
    yield f"worker {place} claims", _with_worker(claimed, place, Worker(step, facts.attempt, facts.session))


def _give_up(world: World, place: int, worker: Worker, rules: Rules) -> World:
    step = {INIT: INIT, PART: PART, LAST: LOOK}[worker.step]
    if worker.step == LAST and rules.retry_on_timeout:
        anew = world._replace(facts=Facts(State.OPENING, world.facts.attempt))
        return _with_worker(anew, place, Worker(INIT, worker.attempt))
    return _with_worker(world, place, worker._replace(step=step, request=-1))


def _keep(world: World, place: int, worker: Worker, rules: Rules) -> Step:
    if rules.keeps_session_late:
        return f"worker {place} goes on", _with_worker(world, place, worker._replace(step=PART))
    known = replace(world.facts, session="") if rules.open_row is not protocol.OPEN else world.facts
    facts = follow(rules.open_row, known, attempt=worker.attempt, session=worker.session)
    return _go_on_or_stop(world, place, worker, facts, then=PART, saying="keeps its session")


def _commit(world: World, place: int, worker: Worker, rules: Rules) -> Step:
    if rules.keeps_session_late:
        return f"worker {place} goes on", _with_worker(world, place, worker._replace(step=LAST))
    known = replace(world.facts, session=worker.session) if rules.commit_row is not protocol.COMMIT else world.facts
    facts = follow(rules.commit_row, known, attempt=worker.attempt, session=worker.session)
    return _go_on_or_stop(world, place, worker, facts, then=LAST, saying="writes that it commits")


def _go_on_or_stop(world: World, place: int, worker: Worker, facts: Facts | None, *, then: str, saying: str) -> Step:
    if facts is None:
        return f"worker {place} finds itself overtaken", _with_worker(world, place, Worker())
    return f"worker {place} {saying}", _with_worker(world._replace(facts=facts), place, worker._replace(step=then))


def _look(world: World, place: int, worker: Worker, rules: Rules) -> Iterator[Step]:
    remote, rest = world.remotes[int(worker.session)], _with_worker(world, place, Worker())
    same = worker.session == world.facts.session
    if remote.is_post:
        facts = follow(protocol.PUBLISH, world.facts, session=worker.session) if same else None
        after = rest._replace(facts=facts, is_leased=False) if facts else rest
        yield f"worker {place} hears that it is published", after
    elif remote.is_dead:
        facts = follow(protocol.REOPEN, world.facts, attempt=worker.attempt, session=worker.session) if same else None
        anew = _with_worker(world._replace(facts=facts), place, Worker(INIT, worker.attempt)) if facts else rest
        yield f"worker {place} hears that it failed", anew
    if not remote.is_dead:  # stale, perhaps: it may be a post already
        again = _with_worker(world, place, worker._replace(step=LAST))
        if rules.reinit_while_processing and same:
            anew = world._replace(facts=Facts(State.OPENING, world.facts.attempt))
            again = _with_worker(anew, place, Worker(INIT, worker.attempt))
        yield f"worker {place} hears that it is being processed", again
        yield f"worker {place} looks again later", rest


def _arrive(world: World, request: Request, bounds: Bounds, rules: Rules) -> Iterator[Step]:
    after = world._replace(requests=world.requests - {request})
    if request.kind == INIT:
        opened = len(world.remotes) < bounds.sessions
        session = str(len(world.remotes))
        if opened:
            after = after._replace(remotes=(*world.remotes, Remote()))
    else:
        session, number = request.session, int(request.session)
        remote = world.remotes[number]
        opened = not remote.is_dead or remote.is_post
        if opened:
            is_post = remote.is_post or (request.kind == LAST and remote.has_part)
            after = _with_remote(after, number, Remote(True, is_post, remote.is_dead))
    yield f"{request.kind} arrives, its answer is lost", after
    for place, worker in enumerate(world.workers):
        if worker.request == request.number:
            heard = _hear(after, place, worker._replace(session=session, request=-1), opened, request.kind)
            yield f"{request.kind} arrives, worker {place} hears {'yes' if opened else 'no'}", heard


def _hear(world: World, place: int, worker: Worker, yes: bool, kind: str) -> World:
    if yes:
        return _with_worker(world, place, worker._replace(step={INIT: KEEP, PART: COMMIT, LAST: LOOK}[kind]))
    if kind == LAST:
        return _with_worker(world, place, worker._replace(step=LOOK))
    if kind == PART and world.facts.session == worker.session:
        facts = follow(protocol.ABANDON, world.facts, attempt=worker.attempt, session=worker.session)
        if facts:
            return _with_worker(world._replace(facts=facts), place, Worker(INIT, worker.attempt))
    return _with_worker(world, place, Worker())


def _with_worker(world: World, place: int, worker: Worker) -> World:
    workers = (*world.workers[:place], worker, *world.workers[place + 1 :])
    return world._replace(workers=tuple(sorted(workers)))  # who is who makes no difference


def _with_remote(world: World, number: int, remote: Remote) -> World:
    return world._replace(remotes=(*world.remotes[:number], remote, *world.remotes[number + 1 :]))


def explore(rules: Rules = PROTOCOL, bounds: Bounds = Bounds()) -> tuple[str, int]:
    """Visit every world within the bounds; return the first broken promise, if any, and how many worlds were seen."""
    first = start(bounds)
    seen, waiting = {first}, deque([first])
    while waiting:
        world = waiting.popleft()
        if promise := broken(world):
            return promise, len(seen)
        for _, after in steps(world, bounds, rules):
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return "", len(seen)


def _weigh(event: str) -> float:
    return 0.1 if any(word in event for word in CALAMITIES) else 1.0


def wander(rules: Rules, *, seed: int, walks: int, bounds: Bounds = Bounds()) -> tuple[str, list[str]]:
    """Follow random events until a promise breaks; return it with the way there, or nothing after so many walks."""
    chance = random.Random(seed)
    for _ in range(walks):
        world, way = start(bounds), list[str]()
        while choices := list(steps(world, bounds, rules)):
            [(event, world)] = chance.choices(choices, [_weigh(event) for event, _ in choices])
            way.append(event)
            if promise := broken(world):
                return promise, way
    return "", []
