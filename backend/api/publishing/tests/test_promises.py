"""What the schema itself keeps (I1–I3), the journal, and what people do to publications."""

import itertools
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from api.publishing import transitions
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State, Verdict
from api.publishing.outcomes import judge_failure, judge_refusal, judge_wait
from api.publishing.retries import RETRIES, Why
from api.publishing.selectors import summarize
from api.publishing.step_open import open_upload
from api.publishing.tests.conftest import run, take
from conftest import Caller, Sandbox
from tiktok.errors import AnswerLost, CircuitOpen, RateLimited

pytestmark = pytest.mark.django_db(transaction=True)


def add_session(publication: Publication, publish_id: str, **fields: object) -> PublishHistory:
    now = timezone.now()
    row = {"attempt": 1, "size_bytes": 1, "opened_at": now, "url_expires_at": now, **fields}
    return PublishHistory.objects.create(publication=publication, publish_id=publish_id, **row)


class TestSchema:
    def test_i1_refuses_a_second_open_session(self, publication: Publication) -> None:
        add_session(publication, "one")

        with pytest.raises(IntegrityError, match="i1_one_open_session"):
            add_session(publication, "two")

    def test_i2_refuses_to_close_a_committed_session_without_proof(self, publication: Publication) -> None:
        now = timezone.now()

        with pytest.raises(IntegrityError, match="i2_a_committed_session"):
            add_session(publication, "one", committed_at=now, closed_at=now, verdict=Verdict.NEVER_COMMITTED)

    def test_i3_refuses_a_second_published_session(self, publication: Publication) -> None:
        now = timezone.now()
        add_session(publication, "one", committed_at=now, closed_at=now, verdict=Verdict.PUBLISHED)

        with pytest.raises(IntegrityError, match="i3_published_once"):
            add_session(publication, "two", committed_at=now, closed_at=now, verdict=Verdict.PUBLISHED)

    def test_the_journal_takes_no_change_and_no_deletion(self, publication: Publication) -> None:
        events = PublicationEvent.objects.filter(publication=publication)

        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            events.update(detail="something else")
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            events.delete()


class TestJournal:
    def test_tells_every_change_once_and_without_gaps(self, publication: Publication) -> None:
        run(publication)

        events = list(PublicationEvent.objects.filter(publication=publication).order_by("seq"))
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        states = [event.to_state for event in events]
        assert states == ["scheduled", "opening", "uploading", "committing", "submitted", "published"]
        assert all(later.from_state == earlier.to_state for earlier, later in itertools.pairwise(events))


class TestCancel:
    def test_takes_back_what_is_scheduled(self, alice: Caller, publication: Publication) -> None:
        answer = alice.post(f"/publications/{publication.pk}/cancel")

        assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
        assert transitions.claim(publication.pk, owner="w") is None

    def test_ends_an_upload_and_stops_its_worker(self, alice: Caller, publication: Publication) -> None:
        claim = take(publication)
        open_upload(claim)
        session = claim.session()

        answer = alice.post(f"/publications/{publication.pk}/cancel")

        assert answer.json()["state"] == "cancelled"
        assert not transitions.begin_commit(session, attempt=claim.attempt, actor="doomed")
        session.refresh_from_db()
        assert session.verdict == Verdict.NEVER_COMMITTED

    def test_is_refused_once_the_last_bytes_may_be_out(self, alice: Caller, publication: Publication) -> None:
        claim = take(publication)
        open_upload(claim)
        transitions.begin_commit(claim.session(), attempt=claim.attempt, actor="doomed")

        answer = alice.post(f"/publications/{publication.pk}/cancel")

        assert (answer.status_code, answer.json()["code"]) == (409, "already_at_tiktok")


class TestRetry:
    def test_sends_what_was_held_now(self, alice: Caller, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        alice.post(f"/publications/{publication.pk}/cancel")

        answer = alice.post(f"/publications/{publication.pk}/retry")

        assert (answer.status_code, answer.json()["state"]) == (200, "scheduled")
        assert run(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_never_touches_what_is_published(self, alice: Caller, publication: Publication) -> None:
        run(publication)

        answer = alice.post(f"/publications/{publication.pk}/retry")

        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_retry")


class TestResolve:
    def test_is_refused_when_the_outcome_is_known(self, alice: Caller, publication: Publication) -> None:
        answer = alice.post(f"/publications/{publication.pk}/resolve", {"is_there": True})

        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_settle")


class TestOutcomes:
    def test_pauses_grow_and_are_bounded(self) -> None:
        assert [RETRIES[Why.NOT_DONE_YET].pause_s(tries) for tries in (0, 1, 6, 7, 1000)] == [3, 5, 160, 300, 300]
        assert [RETRIES[Why.INIT_UNANSWERED].pause_s(tries) for tries in (0, 3, 4, 1000)] == [5, 120, 300, 300]

    def test_our_own_waiting_is_no_failed_try(self) -> None:
        held_back = [CircuitOpen("posting", wait_s=7), RateLimited(wait_s=7, ours=True)]

        pauses = [judge_wait(error, tries=3) for error in (*held_back, RateLimited(wait_s=7), AnswerLost("x"))]

        assert [(pause.seconds, pause.counts) for pause in pauses] == [(7, False), (7, False), (7, True), (120, True)]
        assert all(pause.in_line for pause in pauses)

    def test_those_held_back_by_a_trouble_come_back_one_after_the_other(self) -> None:
        pause = judge_wait(CircuitOpen("posting", wait_s=7), tries=0)

        lengths = {pause.length_for(UUID(int=number)) for number in range(100)}

        assert len(lengths) == 100
        assert all(7 <= length <= 10 for length in lengths)

    def test_only_tiktoks_own_trouble_opens_another_session(self) -> None:
        reopened = [
            reason
            for reason in ("internal", "spam_risk", "duration_check_failed", "never_heard_of")
            if _reopens(reason)
        ]

        assert reopened == ["internal"]

    def test_a_code_nobody_knows_is_held_and_shown(self) -> None:
        stop = judge_refusal("brand_new_code", account="@studio.nord", log_id="log1")

        assert getattr(stop, "state", None) == State.HELD
        assert "brand_new_code" in getattr(stop, "message", "")

    def test_the_most_urgent_state_is_the_posts(self) -> None:
        assert summarize([State.PUBLISHED, State.FAILED]) == "failed"
        assert summarize([State.PUBLISHED, State.SUBMITTED]) == "publishing"
        assert summarize([State.PUBLISHED, State.CANCELLED]) == "published"
        assert summarize([]) == "draft"


def _reopens(reason: str) -> bool:
    return not hasattr(judge_failure(reason, account="@a", inits=1), "state")
