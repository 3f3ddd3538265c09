"""The address that TikTok fetches photos from, fault by fault (publishing §2.6): each case ends in one post, or in none."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.utils import timezone

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.publishing import protocol, pulls, services, transitions
from api.publishing.claim import Claim
from api.publishing.models import Publication, PublishHistory, State, Verdict
from api.publishing.payload import build_photo_init, freeze_photos
from api.publishing.sending import send
from api.publishing.step_open import keep_session
from api.publishing.step_open_photo import open_photos
from api.publishing.tests.conftest import broken_line, forget_worker, make_due, take
from api.publishing.tests.photo_kit import fetched_from, go_on, photo_body, upload_picture
from conftest import Caller, Sandbox
from core.pull_keys import hash_pull_key, is_pull_key, new_pull_key

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def photos(alice: Caller, tmp_path: Path) -> list[MediaAsset]:
    return [upload_picture(alice, tmp_path, colour) for colour in ("teal", "gold")]


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox, live_server: Any) -> Iterator[Account]:
    with fetched_from(sandbox, live_server.url):
        yield alice.connect(sandbox, "studio.nord")


@pytest.fixture
def publication(alice: Caller, photos: list[MediaAsset], account: Account) -> Publication:
    answer = alice.post("/posts", photo_body(photos, account))
    assert answer.status_code == 201, answer.content
    return Publication.objects.get(pk=answer.json()["publications"][0]["id"])


@pytest.fixture
def open_by_hand(alice: Caller) -> Callable[[Publication], tuple[str, Claim]]:
    """Do what a worker does up to a kept session, at a TikTok that never comes; return the address's key."""

    def make(publication: Publication, *, publish_id: str = "p_pub_url~v2.1") -> tuple[str, Claim]:
        claim, key = take(publication), new_pull_key()
        assert pulls.count_pull(publication.pk, attempt=claim.attempt, key_hash=hash_pull_key(key))
        payload = freeze_photos(claim.publication, claim.photos())
        size = sum(photo["size_bytes"] for photo in payload["photos"])
        row = {"publish_id": publish_id, "size_bytes": size, "pull_key_hash": hash_pull_key(key)}
        keep_session(claim, payload=payload, row=row)
        return key, claim

    return make


def fetch(key: str, number: int = 1, *, method: str = "GET", **headers: str) -> Any:
    answer: Any = Client().generic(method, f"/pull/{key}/{number}.jpg", headers=headers)
    answer.whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer


def state_of(publication: Publication) -> State:
    return State(Publication.objects.get(pk=publication.pk).state)


class TestAddress:
    def test_gives_the_photo_and_is_never_kept(
        self, publication: Publication, photos: list[MediaAsset], open_by_hand: Any
    ) -> None:
        key, _ = open_by_hand(publication)

        answer = fetch(key, 2)

        assert answer.status_code == 200
        with default_storage.open(photos[1].photo_key) as file:
            assert answer.whole == file.read()
        assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "no-store")
        assert answer["X-Content-Type-Options"] == "nosniff"

    def test_of_a_key_nobody_here_made_is_unknown_and_costs_no_query(
        self, publication: Publication, django_assert_num_queries: Any
    ) -> None:
        made_up = new_pull_key()[:-1] + "_"
        with django_assert_num_queries(0):
            answers = [fetch(key) for key in ("x", "A" * 40, made_up, "é" * 40)]

        assert not is_pull_key("A" * 40)
        assert {answer.status_code for answer in answers} <= {404}

    def test_of_a_key_that_was_never_used_is_gone(self, db: None) -> None:
        assert fetch(new_pull_key()).status_code == 410

    def test_of_a_photo_the_post_does_not_have_is_unknown(self, publication: Publication, open_by_hand: Any) -> None:
        key, _ = open_by_hand(publication)

        assert [fetch(key, number).status_code for number in (0, 3)] == [404, 404]
        assert state_of(publication) == State.UPLOADING

    def test_stores_only_the_hash_of_the_key(self, publication: Publication, open_by_hand: Any) -> None:
        key, _ = open_by_hand(publication)

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM publishing_publication p, publishing_publishhistory h"
                " WHERE p::text LIKE %s OR h::text LIKE %s",
                [f"%{key}%", f"%{key}%"],
            )
            assert cursor.fetchone() == (0,)

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
    def test_is_for_reading(self, db: None, method: str) -> None:
        assert fetch(new_pull_key(), method=method).status_code == 405


class TestFirstByte:
    def test_writes_committing(self, publication: Publication, open_by_hand: Any) -> None:
        key, _ = open_by_hand(publication)

        assert fetch(key).status_code == 200

        assert state_of(publication) == State.COMMITTING
        assert PublishHistory.objects.get(publication=publication).committed_at is not None

    def test_of_a_range_too(self, publication: Publication, open_by_hand: Any) -> None:
        key, _ = open_by_hand(publication)

        answer = fetch(key, Range="bytes=0-9")

        assert (answer.status_code, answer["Content-Length"]) == (206, "10")
        assert state_of(publication) == State.COMMITTING

    def test_is_not_what_a_head_or_an_impossible_range_gets(self, publication: Publication, open_by_hand: Any) -> None:
        key, _ = open_by_hand(publication)

        head, beyond = fetch(key, method="HEAD"), fetch(key, Range="bytes=99999999-")

        assert (head.status_code, beyond.status_code) == (200, 416)
        assert int(head["Content-Length"]) > 0
        assert state_of(publication) == State.UPLOADING

    def test_is_not_given_when_the_file_is_missing(
        self, publication: Publication, photos: list[MediaAsset], open_by_hand: Any
    ) -> None:
        key, _ = open_by_hand(publication)
        default_storage.delete(photos[0].photo_key)

        assert fetch(key, 1).status_code == 404
        assert state_of(publication) == State.UPLOADING

    def test_once_given_the_post_can_no_longer_be_cancelled(self, publication: Publication, open_by_hand: Any) -> None:
        key, _ = open_by_hand(publication)
        fetch(key)

        with pytest.raises(services.AlreadyAtTikTok):
            services.cancel(publication=Publication.objects.get(pk=publication.pk), actor="alice")

    def test_is_not_given_after_the_post_was_cancelled(self, publication: Publication, open_by_hand: Any) -> None:
        key, _ = open_by_hand(publication)
        services.cancel(publication=publication, actor="alice")

        assert fetch(key).status_code == 410
        assert state_of(publication) == State.CANCELLED

    def test_survives_that_its_worker_dies(self, sandbox: Sandbox, publication: Publication, live_server: Any) -> None:
        """Killed between the kept session and its pause: TikTok fetches all the same, and another worker concludes."""
        mark = sandbox.mark()
        assert open_photos(take(publication)) is None
        wait_until(lambda: state_of(publication) != State.UPLOADING)
        forget_worker(publication)
        make_due(publication)

        assert go_on(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1


class TestTooEarly:
    def test_is_held_until_the_publish_id_is_stored_and_then_served(
        self, publication: Publication, live_server: Any
    ) -> None:
        claim, key = take(publication), new_pull_key()
        pulls.count_pull(publication.pk, attempt=claim.attempt, key_hash=hash_pull_key(key))
        answers: list[int] = []
        early = threading.Thread(target=lambda: answers.append(get(live_server, key)))
        early.start()
        time.sleep(0.5)
        assert answers == []

        payload = freeze_photos(claim.publication, claim.photos())
        row = {"publish_id": "p_pub_url~v2.9", "size_bytes": 1, "pull_key_hash": hash_pull_key(key)}
        keep_session(claim, payload=payload, row=row)
        early.join(10)

        assert answers == [200]
        assert state_of(publication) == State.COMMITTING

    def test_is_told_to_come_again_when_another_is_held_and_nobody_waits_for_ever(
        self, publication: Publication, live_server: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pulls, "HOLD_S", 8.0)
        claim, key = take(publication), new_pull_key()
        pulls.count_pull(publication.pk, attempt=claim.attempt, key_hash=hash_pull_key(key))
        took: list[tuple[int, float]] = []

        def ask() -> None:
            begun = time.monotonic()
            took.append((get(live_server, key), time.monotonic() - begun))

        crowd = [threading.Thread(target=ask) for _ in range(8)]
        for one in crowd:
            one.start()
        for one in crowd:
            one.join(60)

        assert {status for status, _ in took} == {503}
        assert sum(seconds >= 8.0 for _, seconds in took) == 1
        assert state_of(publication) == State.OPENING

    def test_answers_503_with_retry_after(self, publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pulls, "HOLD_S", 0.0)
        claim, key = take(publication), new_pull_key()
        pulls.count_pull(publication.pk, attempt=claim.attempt, key_hash=hash_pull_key(key))

        answer = fetch(key)

        assert (answer.status_code, answer["Retry-After"]) == (503, "1")


class TestSuperseded:
    def test_address_is_gone_as_soon_as_the_next_init_is_counted(
        self, publication: Publication, open_by_hand: Any
    ) -> None:
        claim, lost = take(publication), new_pull_key()
        pulls.count_pull(publication.pk, attempt=claim.attempt, key_hash=hash_pull_key(lost))
        forget_worker(publication)
        key, _ = open_by_hand(publication)

        assert fetch(lost).status_code == 410
        assert state_of(publication) == State.UPLOADING
        assert fetch(key).status_code == 200

    def test_row_2_lost_answer_costs_nothing_only_the_second_init_is_fetched(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        mark = sandbox.mark()
        with broken_line("/content/init/") as line:
            send(publication.pk, worker="unlucky")
            assert len(line.lost) == 1
            assert state_of(publication) == State.OPENING
            # The one whose answer was lost is held, and told to come again; then its time is over.
            make_due(publication)

            assert go_on(publication).state == State.PUBLISHED

        accepted = sandbox.ledger(after=mark, event="init.accepted")
        assert len(accepted) == 2
        wait_until(lambda: len(sandbox.ledger(after=mark, event="post.failed")) == 1)
        [failed] = sandbox.ledger(after=mark, event="post.failed")
        assert failed["fail_reason"] == "photo_pull_failed"
        assert failed["publish_id"] == accepted[0]["publish_id"]
        [completed] = sandbox.ledger(after=mark, event="post.completed")
        assert completed["publish_id"] == accepted[1]["publish_id"]

    def test_row_3_fence_a_worker_that_was_overtaken_counts_no_init_and_keeps_no_session(
        self, publication: Publication
    ) -> None:
        slow, key = take(publication), new_pull_key()
        pulls.count_pull(publication.pk, attempt=slow.attempt, key_hash=hash_pull_key(key))
        forget_worker(publication)
        take(publication)
        payload = freeze_photos(slow.publication, slow.photos())
        row = {"publish_id": "p_pub_url~v2.3", "size_bytes": 1, "pull_key_hash": hash_pull_key(key)}

        kept = transitions.open_session(slow.publication, actor="slow", payload=payload, session=row)
        counted = pulls.count_pull(publication.pk, attempt=slow.attempt, key_hash=hash_pull_key(new_pull_key()))

        assert kept is None
        assert not counted

    def test_init_of_a_worker_that_was_overtaken_is_not_served(
        self, sandbox: Sandbox, publication: Publication
    ) -> None:
        """It asked TikTok, and was overtaken before the answer: both inits stand at TikTok, one becomes a post."""
        from api.accounts.pull_services import photo_url

        mark = sandbox.mark()
        slow, key = take(publication), new_pull_key()
        pulls.count_pull(publication.pk, attempt=slow.attempt, key_hash=hash_pull_key(key))
        forget_worker(publication)
        quick = take(publication)
        assert open_photos(quick) is None
        payload = freeze_photos(slow.publication, slow.photos())
        urls = [photo_url(slow.publication.account.app, key, number) for number in (1, 2)]
        slow.call(lambda tiktok: tiktok.init_photo(build_photo_init(payload, urls)))
        forget_worker(publication)
        make_due(publication)

        assert go_on(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 2
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1


class TestNeverFetched:
    def test_row_4_session_is_closed_after_its_hour_and_another_is_opened(
        self, sandbox: Sandbox, publication: Publication, open_by_hand: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from tiktok.wire import StatusAnswer

        mark = sandbox.mark()
        key, claim = open_by_hand(publication)
        opened = timezone.now() - timedelta(minutes=66)
        PublishHistory.objects.filter(publication=publication).update(
            opened_at=opened, url_expires_at=opened + timedelta(hours=1)
        )
        from api.publishing import step_pull

        outcome = step_pull._conclude(claim, claim.session(), StatusAnswer(status="PROCESSING_DOWNLOAD"))

        assert outcome is None
        first = PublishHistory.objects.get(publication=publication)
        assert (first.verdict, first.committed_at) == (Verdict.NEVER_COMMITTED, None)
        assert state_of(publication) == State.OPENING
        assert fetch(key).status_code == 410
        make_due(publication)
        assert go_on(publication).state == State.PUBLISHED
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_within_its_hour_it_is_waited_for(self, publication: Publication, open_by_hand: Any) -> None:
        from api.publishing import step_pull
        from api.publishing.outcomes import Pause
        from tiktok.wire import StatusAnswer

        _, claim = open_by_hand(publication)

        assert isinstance(
            step_pull._conclude(claim, claim.session(), StatusAnswer(status="PROCESSING_DOWNLOAD")), Pause
        )
        assert state_of(publication) == State.UPLOADING

    def test_a_pull_that_comes_as_the_session_is_given_up_wins_or_is_refused_never_both(
        self, publication: Publication, open_by_hand: Any
    ) -> None:
        key, claim = open_by_hand(publication)
        assert pulls.begin_serving(hash_pull_key(key))

        reopened = transitions.reopen(
            claim.session(),
            protocol.ABANDON,
            attempt=claim.attempt,
            actor="w",
            error="photos_never_fetched",
            log_id="",
            pause=timedelta(0),
        )

        assert not reopened
        assert state_of(publication) == State.COMMITTING


class TestFailedPull:
    def test_row_9_is_tried_again_with_another_address(
        self, sandbox: Sandbox, publication: Publication, photos: list[MediaAsset]
    ) -> None:
        """TikTok gets the first photo and not the second, so it says FAILED; then the file is back."""
        mark = sandbox.mark()
        with default_storage.open(photos[1].photo_key) as file:
            content = file.read()
        claim = take(publication)
        ready = claim.photos()
        default_storage.delete(photos[1].photo_key)
        from api.publishing import step_open_photo

        assert step_open_photo._init(claim, ready) is None
        wait_until(lambda: len(sandbox.ledger(after=mark, event="post.failed")) == 1)
        assert state_of(publication) == State.COMMITTING
        from django.core.files.base import ContentFile

        default_storage.save(photos[1].photo_key, ContentFile(content))
        forget_worker(publication)
        make_due(publication)

        assert go_on(publication).state == State.PUBLISHED
        verdicts = list(
            PublishHistory.objects.filter(publication=publication).order_by("opened_at").values_list("verdict")
        )
        assert verdicts == [(Verdict.REMOTE_FAILED,), (Verdict.PUBLISHED,)]
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1


def wait_until(true: Callable[[], bool], *, limit_s: float = 40.0) -> None:
    until = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < until
        time.sleep(0.1)


def get(live_server: Any, key: str) -> int:
    return httpx.get(f"{live_server.url}/pull/{key}/1.jpg", timeout=40, trust_env=False).status_code
