"""Workers that die and answers that get lost, row by row of publishing §2.2: every case ends in one post."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings

from api.publishing import transitions
from api.publishing.claim import Claim
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.payload import build_init, freeze
from api.publishing.sending import send
from api.publishing.step_open import open_upload
from api.publishing.step_upload import put
from api.publishing.tests.conftest import broken_line, forget_connection, forget_worker, make_due, run, take
from conftest import Sandbox, free_port
from tiktok.bodies import VideoInit
from tiktok.upload_plan import plan_upload

pytestmark = pytest.mark.django_db(transaction=True)


class TestWorkerDies:
    def test_row_1_after_the_claim(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        take(publication)

        assert send(publication.pk, worker="other") is None  # the lease still holds
        forget_worker(publication)

        assert run(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_row_2_after_an_init_nobody_kept(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        claim = take(publication)
        claim.call(lambda tiktok: tiktok.init_video(build_body(claim)))
        forget_worker(publication)

        assert run(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 2  # the orphan got no byte
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_row_3_after_the_session_was_kept(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        assert open_upload(take(publication)) is None
        forget_worker(publication)

        assert run(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1  # the same session was gone on with

    def test_row_5_before_the_last_bytes(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        claim = take(publication)
        open_upload(claim)
        assert transitions.begin_commit(claim.session(), attempt=claim.attempt, actor="doomed")
        forget_worker(publication)

        assert run(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_row_6_after_the_last_bytes(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        claim = take(publication)
        open_upload(claim)
        session = claim.session()
        transitions.begin_commit(session, attempt=claim.attempt, actor="doomed")
        [chunk] = plan_upload(session.size_bytes).chunks()
        assert put(claim, session, chunk).done
        forget_worker(publication)

        assert run(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_row_3_fence_a_worker_that_was_overtaken_opens_nothing(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        slow = take(publication)
        forget_worker(publication)
        quick = take(publication)
        opened = slow.call(lambda tiktok: tiktok.init_video(build_body(slow)))
        row = {"publish_id": opened.publish_id, "size_bytes": slow.asset().size_bytes}

        kept = transitions.open_session(slow.publication, actor="slow", payload={}, session=row)

        assert kept is None
        assert quick.attempt == slow.attempt + 1
        assert not PublishHistory.objects.filter(publication=publication).exists()

    def test_row_5_fence_a_worker_that_was_overtaken_commits_nothing(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        slow = take(publication)
        open_upload(slow)
        forget_worker(publication)
        take(publication)

        assert not transitions.begin_commit(slow.session(), attempt=slow.attempt, actor="slow")


class TestAnswerIsLost:
    def test_to_creator_info(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        with broken_line("creator_info") as line:
            assert run(publication).state == State.PUBLISHED

        assert len(line.lost) == 1
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1

    def test_to_init(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        with broken_line("video/init") as line:
            assert run(publication).state == State.PUBLISHED

        assert len(line.lost) == 1
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 2
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_to_three_inits_holds_and_says_that_nothing_was_sent(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        mark = sandbox.mark()
        with broken_line("video/init", times=9) as line:
            stopped = run(publication)

        assert len(line.lost) == 3
        assert (stopped.state, stopped.reason_code) == (State.HELD, "no_answer_from_tiktok")
        assert "Nothing was sent" in stopped.reason_message
        assert sandbox.ledger(after=mark, event="post.completed") == []

    def test_to_the_last_bytes(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        with broken_line("PUT ") as line:
            assert run(publication).state == State.PUBLISHED

        assert len(line.lost) == 1
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_to_the_status(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        with broken_line("status/fetch", times=2) as line:
            assert run(publication).state == State.PUBLISHED

        assert len(line.lost) == 2
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1


class TestTikTokIsAway:
    def test_waits_and_counts_no_init(self, sandbox: Sandbox, publication: Publication) -> None:
        nowhere = replace(settings.TIKTOK, api_url=f"http://127.0.0.1:{free_port()}")
        with override_settings(TIKTOK=nowhere):
            forget_connection()
            waiting = run(publication, rounds=4)
            forget_connection()

        assert (waiting.state, waiting.inits) == (State.OPENING, 0)
        make_due(publication)
        assert run(publication).state == State.PUBLISHED


class TestOutcomeUnknown:
    def test_asks_a_person_when_tiktok_no_longer_knows_the_upload(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        claim = take(publication)
        open_upload(claim)
        transitions.begin_commit(claim.session(), attempt=claim.attempt, actor="doomed")
        PublishHistory.objects.filter(publication=publication).update(publish_id="v_pub_file~v2-1.1")
        forget_worker(publication)

        stopped = run(publication)

        assert (stopped.state, stopped.reason_code) == (State.NEEDS_YOU, "outcome_unknown")
        assert PublishHistory.objects.get(publication=publication).closed_at is None  # so nothing can be sent beside it

    def test_an_upload_that_never_began_to_commit_is_replaced(self, sandbox: Sandbox, publication: Publication) -> None:
        mark = sandbox.mark()
        open_upload(take(publication))
        PublishHistory.objects.filter(publication=publication).update(publish_id="v_pub_file~v2-1.2")
        forget_worker(publication)

        assert run(publication).state == State.PUBLISHED
        verdicts = set(PublishHistory.objects.filter(publication=publication).values_list("verdict", flat=True))
        assert verdicts == {Verdict.NEVER_COMMITTED, Verdict.PUBLISHED}
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1


def build_body(claim: Claim) -> VideoInit:
    asset = claim.asset()
    body = build_init(freeze(claim.publication, asset), plan_upload(asset.size_bytes))
    assert isinstance(body, VideoInit)
    return body
