"""
T1: every row of publishing §2.2, with a worker that dies before it or after it, one that is overtaken there, and answers that are
5xx or get lost. Each case ends in exactly one post at TikTok, by the sandbox's own ledger.
"""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.media.models import MediaAsset
from api.publishing import transitions
from api.publishing.claim import Claim
from api.publishing.lookups import look_up
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State, Verdict
from api.publishing.models.publication_model import CLAIMABLE
from api.publishing.retries import LOOK_UPS_S
from api.publishing.sending import send
from api.publishing.tests.conftest import Schedule, forget_worker, make_due, run
from api.publishing.tests.failpoints import Killed, When, die_at, overtake_at
from conftest import Caller, Sandbox
from tiktok.tiktok_api_client import TikTokApiClient

pytestmark = pytest.mark.django_db(transaction=True)

# The place of each row in the code: what is called to follow it.
ROWS: dict[str, tuple[object, str]] = {
    "row 1 claim": (transitions, "claim"),
    "row 2 note of the init": (transitions, "count_init"),
    "row 2 POST init": (TikTokApiClient, "init_video"),
    "row 3 keep the session": (transitions, "open_session"),
    "row 5 commit": (transitions, "begin_commit"),
    "row 6 PUT last chunk": (TikTokApiClient, "put_chunk"),
    "row 7 submitted": (transitions, "submit"),
    "row 8 published": (transitions, "publish"),
}
FENCED = ("row 2 note of the init", "row 3 keep the session", "row 5 commit")
CHUNKED = {"row 4 PUT chunk": (TikTokApiClient, "put_chunk"), "row 4 acked": (transitions, "ack_chunk")}
WHEN: tuple[When, ...] = ("before", "after")
SESSION_CALLS = ("creator_info", "video_init", "upload", "status")
TROUBLES = ("http_500_before", "http_500_after", "lost_answer", "html_502")


@pytest.fixture
def mark(sandbox: Sandbox, publication: Publication) -> int:
    """Where the ledger stands once the publication is scheduled."""
    assert publication.state == State.SCHEDULED
    return sandbox.mark()


@pytest.fixture
def long_publication(alice: Caller, sandbox: Sandbox, schedule: Schedule, long_clip: MediaAsset) -> Publication:
    """A video in two chunks on @studio.nord, due at once."""
    return schedule(alice.connect(sandbox, "studio.nord"), media=long_clip)


def ends_in_one_post(sandbox: Sandbox, publication: Publication, mark: int) -> Publication:
    """Let the workers that are left go on to the end; return the publication, of which TikTok has exactly one post."""
    for _ in range(20):
        forget_worker(publication)
        make_due(publication)
        done = run(publication)
        if done.state not in CLAIMABLE:
            break
    for _ in range(50):  # the sandbox opens the video for real, and then says so
        if completed := sandbox.ledger(after=mark, event="post.completed"):
            break
        time.sleep(0.1)
    assert len(completed) == 1
    assert done.state == State.PUBLISHED
    assert PublishHistory.objects.filter(publication=publication, closed_at=None).count() == 0
    assert PublishHistory.objects.filter(publication=publication, verdict=Verdict.PUBLISHED).count() == 1
    numbers = list(
        PublicationEvent.objects.filter(publication=publication).order_by("seq").values_list("seq", flat=True)
    )
    assert numbers == list(range(1, len(numbers) + 1))
    return done


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("row", ROWS)
def test_the_worker_is_killed(
    monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int, row: str, when: When
) -> None:
    die_at(monkeypatch, *ROWS[row], when)

    with pytest.raises(Killed):
        run(publication)

    ends_in_one_post(sandbox, publication, mark)


@pytest.mark.parametrize("row", FENCED)
def test_the_worker_is_overtaken(
    monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int, row: str
) -> None:
    overtake_at(monkeypatch, *ROWS[row], publication)

    assert send(publication.pk, worker="slow") is None  # it stopped where it was

    ends_in_one_post(sandbox, publication, mark)


@pytest.mark.parametrize("row", ["row 6 PUT last chunk", "row 7 submitted", "row 8 published"])
def test_the_worker_is_overtaken_past_the_commit_where_both_may_go_on(
    monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int, row: str
) -> None:
    overtake_at(monkeypatch, *ROWS[row], publication)

    run(publication)

    ends_in_one_post(sandbox, publication, mark)
    assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("call", SESSION_CALLS, ids=lambda call: f"rows 2-8 {call}")
def test_the_answer_is_no_answer(
    sandbox: Sandbox, publication: Publication, mark: int, call: str, trouble: str
) -> None:
    sandbox.fault(trouble, call)

    done = ends_in_one_post(sandbox, publication, mark)

    assert len(sandbox.ledger(after=mark, event="fault.applied")) == 1
    assert done.reason_code == ""


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("row", CHUNKED)
def test_row_4_the_worker_is_killed_between_chunks(
    monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, long_publication: Publication, row: str, when: When
) -> None:
    mark = sandbox.mark()
    die_at(monkeypatch, *CHUNKED[row], when)

    with pytest.raises(Killed):
        run(long_publication)

    ends_in_one_post(sandbox, long_publication, mark)
    assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1  # the same session was gone on with


@pytest.mark.parametrize("trouble", ["http_500_before", "http_500_after", "lost_answer", "cut_body", "upload_416"])
def test_row_4_the_answer_to_a_chunk_is_lost(
    sandbox: Sandbox, long_publication: Publication, long_clip: MediaAsset, trouble: str
) -> None:
    mark = sandbox.mark()
    sandbox.fault(trouble, "upload")

    ends_in_one_post(sandbox, long_publication, mark)

    assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
    [upload] = sandbox.ledger(after=mark, event="upload.complete")
    assert upload["sha256"] == long_clip.sha256  # every byte at its place


def test_row_4_fence_a_worker_that_was_overtaken_sends_no_further_chunk(
    monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, long_publication: Publication
) -> None:
    mark = sandbox.mark()
    overtake_at(monkeypatch, transitions, "ack_chunk", long_publication)

    assert send(long_publication.pk, worker="slow") is None

    assert len(sandbox.ledger(after=mark, event="chunk.accepted")) == 1
    ends_in_one_post(sandbox, long_publication, mark)


def test_row_4_a_session_that_died_before_its_last_chunk_is_closed_and_another_opened(
    sandbox: Sandbox, long_publication: Publication
) -> None:
    mark = sandbox.mark()
    sandbox.fault("upload_url_expired", "upload")

    ends_in_one_post(sandbox, long_publication, mark)

    verdicts = PublishHistory.objects.filter(publication=long_publication).order_by("opened_at")
    assert list(verdicts.values_list("verdict", flat=True)) == [Verdict.NEVER_COMMITTED, Verdict.PUBLISHED]


def test_row_6_the_body_of_the_last_chunk_is_cut(sandbox: Sandbox, publication: Publication, mark: int) -> None:
    sandbox.fault("cut_body", "upload")

    ends_in_one_post(sandbox, publication, mark)

    assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1


class TestRow1Claim:
    def test_nothing_is_read_once_the_row_is_let_go(self, publication: Publication) -> None:
        # A worker that is frozen right after the commit would take the number of whoever claims it next for its own.
        with CaptureQueriesContext(connection) as queries:
            claimed = transitions.claim(publication.pk, owner="w")

        assert claimed is not None
        assert (claimed.attempt, claimed.state) == (1, State.OPENING)
        assert queries[-1]["sql"] == "COMMIT"


class TestRow9TikTokFails:
    """`FAILED` is the only word that lets a committed session be followed by another."""

    @pytest.mark.parametrize("when", WHEN)
    def test_the_worker_is_killed(
        self, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int, when: When
    ) -> None:
        sandbox.fault("processing_failed", "*", reason="internal")
        die_at(monkeypatch, transitions, "reopen", when)

        with pytest.raises(Killed):
            run(publication)

        ends_in_one_post(sandbox, publication, mark)
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 2

    def test_fence_a_worker_that_was_overtaken_opens_no_second_session(
        self, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int
    ) -> None:
        sandbox.fault("processing_failed", "*", reason="internal")
        overtake_at(monkeypatch, transitions, "reopen", publication)

        run(publication)

        assert PublishHistory.objects.filter(publication=publication).count() == 1
        ends_in_one_post(sandbox, publication, mark)

    @pytest.mark.parametrize("when", WHEN)
    def test_a_refusal_for_good_ends_it_with_tiktoks_reason_also_when_the_worker_is_killed(
        self, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int, when: When
    ) -> None:
        sandbox.fault("processing_failed", "*", reason="spam_risk")
        die_at(monkeypatch, transitions, "stop", when)

        with pytest.raises(Killed):
            run(publication)
        forget_worker(publication)
        done = run(publication)

        assert (done.state, done.reason_code) == (State.FAILED, "spam_risk")
        assert sandbox.ledger(after=mark, event="post.completed") == []
        [session] = PublishHistory.objects.filter(publication=publication)
        assert session.verdict == Verdict.REMOTE_FAILED


class TestRow10NobodyCanTell:
    """TikTok loses track of a session: a person is asked, the look-ups go on, and nothing is ever sent by itself."""

    @pytest.mark.parametrize("when", WHEN)
    def test_the_worker_is_killed(
        self, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int, when: When
    ) -> None:
        sandbox.fault("refused", "status", times=1 if when == "after" else 2, code="invalid_publish_id", status=400)
        die_at(monkeypatch, transitions, "stop", when)

        with pytest.raises(Killed):
            run(publication)
        forget_worker(publication)
        make_due(publication)
        run(publication)

        assert Publication.objects.get(pk=publication.pk).state == State.NEEDS_YOU
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        self.look(publication)
        ends_in_one_post(sandbox, publication, mark)

    def test_fence_a_worker_that_was_overtaken_asks_nobody(
        self, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, publication: Publication, mark: int
    ) -> None:
        sandbox.fault("refused", "status", code="invalid_publish_id", status=400)
        overtake_at(monkeypatch, transitions, "stop", publication)

        run(publication)

        assert Publication.objects.get(pk=publication.pk).state != State.NEEDS_YOU
        ends_in_one_post(sandbox, publication, mark)

    def look(self, publication: Publication) -> None:
        for _ in LOOK_UPS_S:
            make_due(publication)
            look_up(publication.pk, worker="w")
            time.sleep(0.2)  # the sandbox opens the video for real


class TestRow8WhoeverSaysIt:
    def test_is_true_of_a_worker_without_the_claim(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        publication = schedule(alice.connect(sandbox, "studio.nord"))
        mark = sandbox.mark()
        while send(publication.pk, worker="w") and Publication.objects.get(pk=publication.pk).state != State.SUBMITTED:
            make_due(publication)
        session = Claim(Publication.objects.get(pk=publication.pk), "w").session()

        assert [transitions.publish(session, actor=who) for who in ("webhook", "poll")] == [True, False]

        ends_in_one_post(sandbox, publication, mark)

    def test_of_a_session_a_person_gave_up_it_stops_what_was_to_be_sent_in_its_place(
        self, alice: Caller, sandbox: Sandbox, publication: Publication, mark: int
    ) -> None:
        sandbox.fault("refused", "status", code="invalid_publish_id", status=400)
        run(publication)
        old = PublishHistory.objects.get(publication=publication)
        alice.post(f"/publications/{publication.pk}/resolve", {"is_there": False, "confirmed": True})

        assert transitions.publish(old, actor="webhook")

        ends_in_one_post(sandbox, publication, mark)
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
