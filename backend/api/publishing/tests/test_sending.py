"""A publication on its way, against the real sandbox: what is sent, once, and what every stop looks like."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from api.accounts.connect_services import disconnect
from api.accounts.models import AccountToken
from api.media.models import MediaAsset
from api.publishing.models import Publication, PublishHistory, State
from api.publishing.post_ids import find_post_id
from api.publishing.sending import send
from api.publishing.tests.conftest import Schedule, forget_connection, make_due, run
from conftest import Caller, Sandbox
from tiktok.tests.peer import Peer

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def strange_tiktok(body: bytes) -> Iterator[None]:
    """Have a TikTok that says one and the same thing to everything."""
    peer = Peer()
    peer.body = body
    thread = threading.Thread(target=peer.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with override_settings(TIKTOK=replace(settings.TIKTOK, api_url=peer.url)):
        forget_connection()
        yield
        forget_connection()
    peer.server.shutdown()
    peer.server.server_close()
    thread.join()


class TestSend:
    def test_publishes_once_with_the_chosen_options(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule, clip: MediaAsset
    ) -> None:
        account, mark = alice.connect(sandbox, "studio.nord"), sandbox.mark()
        publication = schedule(account, allow_comment=True, disclosure=True, your_brand=True)

        done = run(publication)

        assert done.state == State.PUBLISHED
        [init] = sandbox.ledger(after=mark, event="init.accepted")
        sent = init["post_info"]
        assert (sent["title"], sent["privacy_level"]) == ("A rabbit wakes up #bunny", "PUBLIC_TO_EVERYONE")
        assert (sent["disable_comment"], sent["disable_duet"], sent["disable_stitch"]) == (False, True, True)
        assert (sent["brand_organic_toggle"], sent["brand_content_toggle"]) == (True, False)
        [upload] = sandbox.ledger(after=mark, event="upload.complete")
        assert upload["sha256"] == clip.sha256
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_waits_and_shows_a_status_that_nobody_knows(self, publication: Publication) -> None:
        while send(publication.pk, worker="w") and Publication.objects.get(pk=publication.pk).state != State.SUBMITTED:
            make_due(publication)
        make_due(publication)
        with strange_tiktok(b'{"data":{"status":"HIBERNATING"},"error":{"code":"ok"}}'):
            waiting = send(publication.pk, worker="w")
        make_due(publication)

        done = run(publication)

        assert waiting is not None
        assert (waiting.state, waiting.reason_code) == (State.SUBMITTED, "HIBERNATING")
        assert "HIBERNATING" in waiting.reason_message
        assert (done.state, done.reason_code) == (State.PUBLISHED, "")

    def test_finds_the_post_id_after_moderation(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        publication = run(schedule(alice.connect(sandbox, "studio.nord")))
        mark_of_post = sandbox.ledger(event="post.completed")[-1]["post_id"]

        for _ in range(100):
            if (found := find_post_id(publication.pk, worker="w")) is None or found.tiktok_post_id:
                break
            make_due(publication)
            time.sleep(0.05)

        publication.refresh_from_db()
        assert publication.tiktok_post_id == str(mark_of_post)
        assert PublishHistory.objects.get(publication=publication).tiktok_post_id == str(mark_of_post)
        assert publication.next_try_at is None

    def test_asks_for_no_id_of_a_private_post(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        publication = run(schedule(alice.connect(sandbox, "studio.nord"), privacy_level="SELF_ONLY"))

        assert publication.state == State.PUBLISHED
        assert find_post_id(publication.pk, worker="w") is None
        publication.refresh_from_db()
        assert (publication.tiktok_post_id, publication.next_try_at) == ("", None)

    def test_sends_nothing_before_the_due_time(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        publication, mark = schedule(alice.connect(sandbox, "studio.nord")), sandbox.mark()
        later = timezone.now() + timedelta(minutes=5)
        Publication.objects.filter(pk=publication.pk).update(due_at=later, next_try_at=later)

        assert send(publication.pk, worker="w") is None

        assert sandbox.ledger(after=mark) == []

    def test_asks_instead_of_sending_six_hours_late(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        publication, mark = schedule(alice.connect(sandbox, "studio.nord")), sandbox.mark()
        early = timezone.now() - timedelta(hours=6, minutes=1)
        Publication.objects.filter(pk=publication.pk).update(due_at=early, next_try_at=early)

        assert send(publication.pk, worker="w") is None

        publication.refresh_from_db()
        assert (publication.state, publication.reason_code) == (State.MISSED, "missed")
        assert sandbox.ledger(after=mark, event="init.accepted") == []

    def test_goes_out_once_when_eight_workers_take_the_hint(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        publication, mark = schedule(alice.connect(sandbox, "studio.nord")), sandbox.mark()
        start = threading.Barrier(8)

        def work(number: int) -> None:
            try:
                start.wait()
                send(publication.pk, worker=f"worker-{number}")
            finally:
                connection.close()

        workers = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        make_due(publication)
        run(publication)

        assert len(sandbox.ledger(after=mark, event="init.accepted")) == 1
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1


class TestWhatChangedSinceScheduling:
    @pytest.fixture(autouse=True)
    def restore_account(self, sandbox: Sandbox) -> None:
        usual = {"is_private": False, "comment_disabled": False, "max_video_post_duration_sec": 600}
        sandbox.change_account("studio.nord", **usual)

    def test_holds_when_the_privacy_is_no_longer_offered(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        publication, mark = schedule(alice.connect(sandbox, "studio.nord")), sandbox.mark()
        sandbox.change_account("studio.nord", is_private=True)

        stopped = run(publication)

        sandbox.change_account("studio.nord", is_private=False)
        assert (stopped.state, stopped.reason_code) == (State.HELD, "privacy_level_option_mismatch")
        assert sandbox.ledger(after=mark, event="init.accepted") == []

    def test_holds_what_tiktoks_rules_forbid_without_asking_tiktok(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        publication, mark = schedule(alice.connect(sandbox, "studio.nord")), sandbox.mark()
        publication.post.caption = "🐇" * 1101  # 2,202 units as TikTok counts
        publication.post.save(update_fields=["caption"])

        done = run(publication)

        assert (done.state, done.reason_code) == (State.HELD, "caption_too_long")
        assert "Shorten it" in done.reason_message
        assert [entry for entry in sandbox.ledger(after=mark) if entry["event"].startswith("init")] == []

    def test_holds_when_comments_were_switched_off(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        publication = schedule(alice.connect(sandbox, "studio.nord"), allow_comment=True)
        sandbox.change_account("studio.nord", comment_disabled=True)

        stopped = run(publication)

        sandbox.change_account("studio.nord", comment_disabled=False)
        assert (stopped.state, stopped.reason_code) == (State.HELD, "interaction_not_allowed")
        assert "comments" in stopped.reason_message

    def test_fails_when_the_video_is_too_long_for_the_account(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        publication, mark = schedule(alice.connect(sandbox, "studio.nord")), sandbox.mark()
        sandbox.change_account("studio.nord", max_video_post_duration_sec=3)

        stopped = run(publication)

        sandbox.change_account("studio.nord", max_video_post_duration_sec=300)
        assert (stopped.state, stopped.reason_code) == (State.FAILED, "duration_check_failed")
        assert "3 s at most" in stopped.reason_message
        assert sandbox.ledger(after=mark, event="init.accepted") == []

    def test_fails_with_a_sentence_when_the_creator_may_not_post(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        publication = schedule(alice.connect(sandbox, "paused.north"))

        stopped = run(publication)

        assert (stopped.state, stopped.reason_code) == (State.FAILED, "spam_risk_user_banned_from_posting")
        assert "@paused.north" in stopped.reason_message
        assert stopped.reason_log_id

    def test_holds_on_disconnect_and_goes_out_after_the_reconnect(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        publication = schedule(account)

        held = disconnect(account=account, now=timezone.now())

        publication.refresh_from_db()
        assert (held, publication.state, publication.reason_code) == (1, State.HELD, "account_disconnected")
        assert send(publication.pk, worker="w") is None
        alice.connect(sandbox, "studio.nord")
        assert run(publication).state == State.PUBLISHED

    def test_holds_when_the_permission_is_gone(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        account = alice.connect(sandbox, "studio.nord")
        publication = schedule(account)
        account.token.delete()

        stopped = run(publication)

        assert (stopped.state, stopped.reason_code) == (State.HELD, "reconnect_required")
        account.refresh_from_db()
        assert account.status == "reconnect_required"

    def test_holds_when_the_tokens_do_not_open(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        account = alice.connect(sandbox, "studio.nord")
        publication = schedule(account)
        other = alice.connect(sandbox, "quiet.room")
        AccountToken.objects.filter(account=account).update(access_sealed=other.token.access_sealed)

        stopped = run(publication)

        assert (stopped.state, stopped.reason_code) == (State.HELD, "token_unreadable")

    def test_holds_when_the_file_is_gone(
        self, alice: Caller, sandbox: Sandbox, schedule: Schedule, clip: MediaAsset
    ) -> None:
        publication = schedule(alice.connect(sandbox, "studio.nord"))
        default_storage.delete(clip.file_key)

        stopped = run(publication)

        assert (stopped.state, stopped.reason_code) == (State.HELD, "media_missing")
