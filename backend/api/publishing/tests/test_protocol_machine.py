"""T0: random lives of a publication under the protocol's own rows: workers, a person, webhooks, and a TikTok that forgets."""

from dataclasses import dataclass

import pytest
from django.db.models.functions import Now
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from api.publishing import protocol, transitions
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.models.publication_model import CANCELLABLE, CLAIMABLE, EDITABLE, RETRYABLE
from api.publishing.protocol import TABLE, BrokenPromise, Facts, Row, Session, follow

LIVES = 2000
WORKERS = st.integers(0, 2)
PERSONS = (
    *(protocol.CANCEL, protocol.CHANGE, protocol.PUT_OFF, protocol.DROP, protocol.RETRY),
    *(protocol.UNDO, protocol.UNDO_AS_DRAFT),
)


@dataclass
class Remote:
    """A session at TikTok: `is_post` once it had its last chunk."""

    has_part: bool = False
    is_post: bool = False
    is_dead: bool = False


@dataclass
class Worker:
    """What a worker remembers; it may be killed, or overtaken, between any two of its steps."""

    attempt: int
    step: str
    session: str = ""


class Life(RuleBasedStateMachine):
    """Whatever happens, in whatever order: one post at most, plus one for each time a person sent it again after the warning."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts(State.SCHEDULED)
        self.is_leased = False
        self.remotes: dict[str, Remote] = {}
        self.given_up: set[str] = set()
        self.workers: dict[int, Worker] = {}
        self.sent_again = 0

    def follow(self, row: Row, *, worker: Worker | None = None, session: str = "") -> bool:
        after = follow(row, self.facts, attempt=worker.attempt if worker else None, session=session)
        if after is not None:
            assert row.to is None or row.to == after.state
            self.facts = after
        return after is not None

    @rule(number=WORKERS)
    def claim(self, number: int) -> None:
        if self.is_leased:
            return
        row = protocol.CLAIM if self.facts.state == State.SCHEDULED else protocol.TAKE_OVER
        if self.follow(row):
            step = "look" if self.facts.is_committed else "part" if self.facts.session else "init"
            self.workers[number] = Worker(self.facts.attempt, step, self.facts.session)
            self.is_leased = True

    @rule()
    def end_lease(self) -> None:
        self.is_leased = False

    @rule(number=WORKERS)
    def kill(self, number: int) -> None:
        self.workers.pop(number, None)

    @rule(number=WORKERS, is_heard=st.booleans())
    def work(self, number: int, is_heard: bool) -> None:
        """One step of a worker; `is_heard` False loses TikTok's answer."""
        worker = self.workers.get(number)
        if worker:
            goes_on = getattr(self, f"do_{worker.step}")(worker, is_heard=is_heard)
            if not goes_on:
                self.workers.pop(number)

    def do_init(self, worker: Worker, *, is_heard: bool) -> bool:
        if not self.follow(protocol.COUNT_INIT, worker=worker):
            return False
        name = f"session {len(self.remotes)}"
        self.remotes[name] = Remote()
        if is_heard:
            worker.step, worker.session = "keep", name
        return True

    def do_keep(self, worker: Worker, *, is_heard: bool) -> bool:
        worker.step = "part"
        return self.follow(protocol.OPEN, worker=worker, session=worker.session)

    def do_part(self, worker: Worker, *, is_heard: bool) -> bool:
        remote = self.remotes[worker.session]
        if remote.is_dead:
            return self.follow(protocol.ABANDON, worker=worker, session=worker.session) and self._anew(worker)
        remote.has_part = True
        worker.step = "commit" if is_heard else "part"
        return self.follow(protocol.ACK, worker=worker) if is_heard else True

    def do_commit(self, worker: Worker, *, is_heard: bool) -> bool:
        worker.step = "last"
        return self.follow(protocol.COMMIT, worker=worker, session=worker.session)

    def do_last(self, worker: Worker, *, is_heard: bool) -> bool:
        remote = self.remotes[worker.session]
        if remote.has_part and not remote.is_dead:
            remote.is_post = True
            if is_heard:
                self.follow(protocol.SUBMIT)
        worker.step = "look"
        return True

    def do_look(self, worker: Worker, *, is_heard: bool) -> bool:
        remote = self.remotes[worker.session]
        if not is_heard:
            return True
        if remote.is_post:
            self.follow(protocol.PUBLISH, session=worker.session)
            return False
        if remote.is_dead:
            return self.follow(protocol.REOPEN, worker=worker, session=worker.session) and self._anew(worker)
        worker.step = "last"  # the same bytes, to the same session
        return self.facts.state == State.COMMITTING and self.facts.session == worker.session

    def _anew(self, worker: Worker) -> bool:
        worker.step, worker.session = "init", ""
        return True

    @rule(number=WORKERS, to=st.sampled_from((State.FAILED, State.HELD, State.NEEDS_YOU)))
    def stop(self, number: int, to: State) -> None:
        """A worker stops: TikTok refused, something is missing, or nobody can tell. What TikTok has, it may not call failed."""
        worker = self.workers.get(number)
        row = protocol.STOPS.get((self.facts.state, to))
        if worker is None or row is None or row.session == Verdict.REMOTE_FAILED:
            return
        if self.follow(row, worker=worker):
            self.workers.pop(number)

    @precondition(lambda self: self.remotes)
    @rule(data=st.data())
    def die(self, data: st.DataObject) -> None:
        remote = self.remotes[data.draw(st.sampled_from(sorted(self.remotes)))]
        remote.is_dead = remote.is_dead or not remote.is_post

    @precondition(lambda self: self.remotes)
    @rule(data=st.data())
    def webhook(self, data: st.DataObject) -> None:
        """TikTok says by itself that a session became a post."""
        name = data.draw(st.sampled_from(sorted(self.remotes)))
        if self.remotes[name].is_post:
            self.follow(protocol.PROVEN) if name in self.given_up else self.follow(protocol.PUBLISH, session=name)

    @rule()
    def look_up(self) -> None:
        """§2.4: nobody could tell, and TikTok says FAILED at last."""
        remote = self.remotes.get(self.facts.session)
        if self.facts.state == State.NEEDS_YOU and remote and remote.is_dead:
            self.follow(protocol.LATE_REOPEN, session=self.facts.session)

    @rule(row=st.sampled_from(PERSONS))
    def person(self, row: Row) -> None:
        if self.follow(row):
            self.is_leased = False

    @rule(row=st.sampled_from((protocol.HOLD, protocol.RELEASE, protocol.MISS)))
    def ourselves(self, row: Row) -> None:
        if not self.is_leased:
            self.follow(row)

    @rule(row=st.sampled_from((protocol.FOUND, protocol.SEND_AGAIN)))
    def settle(self, row: Row) -> None:
        session = self.facts.session
        if row is protocol.FOUND and not (session and self.remotes[session].is_post):
            return  # a person who says that it is there has seen it
        if self.follow(row):
            self.given_up.add(session)
            self.sent_again += row is protocol.SEND_AGAIN

    @invariant()
    def one_post(self) -> None:
        posts = sum(remote.is_post for remote in self.remotes.values())
        assert posts <= 1 + self.sent_again
        if self.facts.state == State.PUBLISHED:
            assert posts >= 1

    @invariant()
    def nothing_that_may_be_out_is_sent_anew(self) -> None:
        if self.facts.state in (
            State.SCHEDULED,
            State.OPENING,
            State.UPLOADING,
            State.CANCELLED,
            State.HELD,
            State.FAILED,
        ):
            unsettled = {name for name, remote in self.remotes.items() if remote.is_post} - self.given_up
            assert not unsettled


class TestALife:
    def test_ends_in_one_post_at_most(self) -> None:
        hurried = settings(
            max_examples=LIVES, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        )
        run_state_machine_as_test(Life, settings=hurried)

    def test_of_a_protocol_without_its_fence_does_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The machine can fail: without the fence at the commit it finds the second post."""

        def unfenced(row: Row, facts: Facts, *, attempt: int | None = None, session: str = "") -> Facts | None:
            del attempt
            if row is protocol.COMMIT and facts.state in (State.UPLOADING, State.COMMITTING):
                return Facts(State.COMMITTING, facts.attempt, session, is_committed=True)
            if row is protocol.OPEN and facts.state in (State.OPENING, State.UPLOADING):
                return Facts(State.UPLOADING, facts.attempt, session)
            return follow(row, facts, attempt=facts.attempt, session=session)

        monkeypatch.setattr("api.publishing.tests.test_protocol_machine.follow", unfenced)
        hurried = settings(
            max_examples=LIVES, stateful_step_count=60, deadline=None, suppress_health_check=list(HealthCheck)
        )
        with pytest.raises((AssertionError, BrokenPromise, ExceptionGroup)):
            run_state_machine_as_test(Life, settings=hurried)


class TestTheTable:
    def test_is_what_the_constants_of_the_model_say(self) -> None:
        assert set(CLAIMABLE) == {*protocol.CLAIM.source, *protocol.TAKE_OVER.source}
        assert set(EDITABLE) == set(protocol.CHANGE.source)
        assert set(CANCELLABLE) == set(protocol.CANCEL.source)
        assert set(RETRYABLE) == set(protocol.RETRY.source)

    def test_lets_nothing_close_a_committed_session_but_tiktoks_word_or_a_persons(self) -> None:
        closing = [row for row in TABLE if isinstance(row.session, Verdict)]
        for row in closing:
            if row.session == Verdict.NEVER_COMMITTED:
                assert not {*protocol.AT_TIKTOK, State.NEEDS_YOU} & set(row.source), row.name

    def test_lets_no_row_but_a_persons_or_tiktoks_failed_lead_back_from_what_tiktok_has(self) -> None:
        back = [
            row
            for row in TABLE
            if {*protocol.AT_TIKTOK, State.NEEDS_YOU} & set(row.source) and row.to in (State.OPENING, State.SCHEDULED)
        ]
        assert {row.session for row in back} == {Verdict.REMOTE_FAILED, Verdict.HUMAN}
        assert [row.number for row in back if row.session == Verdict.HUMAN] == ["person"]


@pytest.mark.django_db(transaction=True)
class TestTheDatabaseFollowsTheTable:
    """Every row, from every state, with and without a session, by who holds the claim and by who lost it."""

    @pytest.mark.parametrize("row", TABLE, ids=lambda row: f"row {row.number} {row.name}")
    def test_exactly(self, row: Row, publication: Publication) -> None:
        history = PublishHistory.objects.create(
            publication=publication, attempt=1, publish_id="one", size_bytes=1, opened_at=Now(), url_expires_at=Now()
        )
        for state in State:
            for has_session, is_committed in ((False, False), (True, False), (True, True)):
                for attempt in (1, 2):
                    facts = Facts(state, 2, "one" if has_session else "", is_committed)
                    self.put(publication, history, facts)
                    self.compare(row, publication, history, facts, attempt)

    def put(self, publication: Publication, history: PublishHistory, facts: Facts) -> None:
        Publication.objects.filter(pk=publication.pk).update(
            state=facts.state, attempt=facts.attempt, due_at=Now(), next_try_at=Now(), tiktok_post_id=""
        )
        PublishHistory.objects.filter(pk=history.pk).update(
            closed_at=None if facts.session else Now(),
            verdict="" if facts.session else Verdict.REMOTE_FAILED,
            committed_at=Now() if facts.is_committed else None,
        )

    def compare(self, row: Row, publication: Publication, history: PublishHistory, facts: Facts, attempt: int) -> None:
        about = history if row.session and facts.session and row.session != Session.OPEN else None
        if row.session in (Session.OPEN, Session.COMMIT):
            about = None  # kept or committed beside the move, by open_session and begin_commit
        try:
            expected = follow(row, facts, attempt=attempt, session="one" if about else "")
        except BrokenPromise:
            return  # the database refuses those by I1 and I2 (test_promises.py)
        if row.session == Session.COMMIT and not facts.session:
            return
        changes = {"attempt": 3} if row.claims else {}
        held = transitions.move(publication.pk, row, actor="test", attempt=attempt, session=about, changes=changes)
        stands = Publication.objects.get(pk=publication.pk)
        if row.session == Session.COMMIT:
            expected = follow(row, facts, attempt=attempt, session=facts.session)
        assert held == (expected is not None), (facts, attempt)
        after = expected or facts
        assert (stands.state, stands.attempt) == (after.state, after.attempt)
        if isinstance(row.session, Verdict) and held:
            assert not PublishHistory.objects.filter(publication=publication, closed_at=None).exists()
