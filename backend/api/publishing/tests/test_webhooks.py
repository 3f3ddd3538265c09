"""What TikTok tells unasked: let in by its signature alone, kept once, true in any order, and never needed."""

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.conftest import add_accounts, add_asset, add_post

from api.accounts.gateway import installation_app, vault
from api.accounts.models import Account, AccountToken, TikTokApp
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State, TikTokWebhook, Verdict
from api.publishing.tasks.handle_webhook_task import handle_webhook
from api.publishing.tests.conftest import Schedule, run
from api.publishing.webhook_services import sweep
from conftest import Caller, Sandbox

POST_ID = "7600000000000000001"


def deliver(
    event: str,
    account: Account | None = None,
    *,
    at: datetime | None = None,
    signed_at: datetime | None = None,
    raw: bytes | None = None,
    header: str | None = None,
    secret: str = "",
    client_key: str = "",
    **content: object,
) -> Any:
    """Send a webhook as TikTok does, to the API."""
    message = {
        "client_key": client_key or settings.TIKTOK.client_key,
        "event": event,
        "create_time": int((at or timezone.now()).timestamp()),
        "user_openid": account.open_id if account else "nobody",
        "content": json.dumps(content),
    }
    raw = json.dumps(message).encode() if raw is None else raw
    stamp = str(int((signed_at or timezone.now()).timestamp()))
    key = (secret or settings.TIKTOK.client_secret).encode()
    digest = hmac.new(key, stamp.encode() + b"." + raw, hashlib.sha256).hexdigest()
    headers = {"TikTok-Signature": f"t={stamp},s={digest}" if header is None else header}
    return Client().post("/api/v1/webhooks/tiktok", raw, content_type="application/json", headers=headers)


def work() -> list[str]:
    """Let the worker act on everything that waits; return the outcomes, oldest first."""
    waiting = list(TikTokWebhook.objects.filter(handled_at=None).order_by("created_at"))
    for row in waiting:
        handle_webhook(webhook_id=str(row.pk))
    return [TikTokWebhook.objects.get(pk=row.pk).outcome for row in waiting]


@pytest.fixture
def submitted(alice: Caller) -> Publication:
    """A publication TikTok has every byte of, without TikTok."""
    [account] = add_accounts(alice, 1)
    account.app = installation_app()
    account.connected_at = timezone.now() - timedelta(hours=1)
    account.save()
    post = add_post(alice, [account], add_asset(alice))
    publication = Publication.objects.get(pk=post["publications"][0]["id"])
    now = timezone.now()
    later = now + timedelta(minutes=5)
    Publication.objects.filter(pk=publication.pk).update(state=State.SUBMITTED, attempt=1, next_try_at=later)
    PublishHistory.objects.create(
        publication=publication,
        attempt=1,
        publish_id="v_pub_file~1",
        size_bytes=1000,
        opened_at=now,
        url_expires_at=later,
        committed_at=now,
    )
    publication.refresh_from_db()
    return publication


@pytest.mark.django_db
class TestDoor:
    def test_lets_in_what_the_app_signed_and_keeps_it_once(self, alice: Caller) -> None:
        installation_app()
        at = timezone.now()

        answers = [deliver("tiktok.ping", at=at) for _ in range(3)]

        assert [answer.status_code for answer in answers] == [200] * 3
        assert TikTokWebhook.objects.count() == 1
        assert work() == ["ignored"]

    @pytest.mark.parametrize(
        "changes",
        [
            {"secret": "another secret"},
            {"client_key": "unknownkey1"},
            {"header": ""},
            {"header": "t=1,s=2"},
            {"header": f"t=1795348801,s={'0' * 64},s={'0' * 64}"},
            {"raw": b""},
            {"raw": b"[]"},
            {"raw": b"[" * 60_000},
        ],
    )
    def test_refuses_everything_else_alike_and_keeps_nothing(self, db: None, changes: dict[str, Any]) -> None:
        installation_app()

        answer = deliver("tiktok.ping", **changes)

        assert (answer.status_code, answer.json()["code"]) == (401, "webhook_not_genuine")
        assert not TikTokWebhook.objects.exists()

    def test_refuses_duplicate_keys_although_they_were_signed(self, db: None) -> None:
        installation_app()
        key = settings.TIKTOK.client_key
        raw = f'{{"client_key":"{key}","event":"a","event":"b","create_time":1795348800}}'.encode()

        assert deliver("", raw=raw).status_code == 401
        assert not TikTokWebhook.objects.exists()

    @pytest.mark.parametrize(
        ("age", "status"),
        [
            (timedelta(hours=71, minutes=59), 200),
            (timedelta(hours=72, minutes=1), 401),
            (timedelta(minutes=-4), 200),
            (timedelta(minutes=-6), 401),
        ],
    )
    def test_takes_retries_for_72_hours(self, db: None, age: timedelta, status: int) -> None:
        installation_app()

        assert deliver("tiktok.ping", signed_at=timezone.now() - age).status_code == status

    def test_takes_no_large_body(self, db: None) -> None:
        installation_app()

        answer = deliver("tiktok.ping", raw=b'{"x":"' + b"x" * 1024**2 + b'"}')

        assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")

    def test_answers_before_anything_is_done(self, submitted: Publication) -> None:
        with CaptureQueriesContext(connection) as queries:
            assert deliver("post.publish.complete", submitted.account, publish_id="v_pub_file~1").status_code == 200

        assert len(queries) <= 6
        assert Publication.objects.get().state == State.SUBMITTED

    def test_takes_the_secret_of_the_app_that_the_body_names(self, alice: Caller) -> None:
        installation_app()
        app = TikTokApp.objects.create(workspace=alice.member.workspace, client_key="northwind1", platform="desktop")
        app.client_secret_sealed = vault().seal("northwinds-secret", context=f"{app.pk}|client_secret")
        app.save()

        right = deliver("tiktok.ping", client_key="northwind1", secret="northwinds-secret")
        crossed = deliver("tiktok.ping", client_key="northwind1")

        assert (right.status_code, crossed.status_code) == (200, 401)


@pytest.mark.django_db
class TestPublished:
    @pytest.mark.parametrize("event", ["post.publish.complete", "post.publish.inbox_delivered"])
    def test_is_what_a_complete_post_becomes_once(self, submitted: Publication, event: str) -> None:
        for seconds in (0, 1):
            deliver(event, submitted.account, at=timezone.now() + timedelta(seconds=seconds), publish_id="v_pub_file~1")

        assert work() == ["published", "old news"]
        assert Publication.objects.get().state == State.PUBLISHED
        assert PublishHistory.objects.get().verdict == Verdict.PUBLISHED
        assert PublicationEvent.objects.filter(to_state=State.PUBLISHED, actor="tiktok").count() == 1

    def test_is_what_a_post_of_unknown_outcome_becomes(self, submitted: Publication) -> None:
        Publication.objects.update(state=State.NEEDS_YOU, next_try_at=None)

        deliver("post.publish.complete", submitted.account, publish_id="v_pub_file~1")

        assert work() == ["published"]
        assert Publication.objects.get().state == State.PUBLISHED

    @pytest.mark.parametrize("spelling", ["publicly", "publicaly"])
    @pytest.mark.parametrize("post_id", [POST_ID, int(POST_ID)])
    def test_has_its_id_whatever_the_order_and_the_spelling(
        self, submitted: Publication, spelling: str, post_id: object
    ) -> None:
        account = submitted.account
        deliver(f"post.publish.{spelling}_available", account, publish_id="v_pub_file~1", post_id=post_id)
        deliver("post.publish.complete", account, publish_id="v_pub_file~1")
        deliver("post.publish.inbox_delivered", account, publish_id="v_pub_file~1")

        assert work() == ["public", "old news", "old news"]
        publication = Publication.objects.get()
        assert (publication.state, publication.tiktok_post_id) == (State.PUBLISHED, POST_ID)
        assert PublishHistory.objects.get().tiktok_post_id == POST_ID

    def test_keeps_its_first_id(self, submitted: Publication) -> None:
        for post_id in (POST_ID, "7600000000000000002"):
            deliver("post.publish.publicly_available", submitted.account, publish_id="v_pub_file~1", post_id=post_id)

        work()
        assert Publication.objects.get().tiktok_post_id == POST_ID

    @pytest.mark.parametrize("gone_first", [True, False])
    def test_is_no_longer_public_when_that_was_said_last(self, submitted: Publication, gone_first: bool) -> None:
        now, ids = timezone.now(), {"publish_id": "v_pub_file~1", "post_id": POST_ID}

        def say(event: str, minutes: int) -> None:
            at = now + timedelta(minutes=minutes)
            deliver(f"post.publish.{event}", submitted.account, at=at, **ids)  # type: ignore[arg-type]

        events = [("publicly_available", -2), ("no_longer_publicaly_available", -1)]
        for event, minutes in reversed(events) if gone_first else events:
            say(event, minutes)
            work()
        gone_at = PublishHistory.objects.get().no_longer_public_at
        say("publicly_available", 0)
        work()

        assert gone_at == (now - timedelta(minutes=1)).replace(microsecond=0)
        assert PublishHistory.objects.get().no_longer_public_at is None

    def test_is_shown_with_when_it_ceased_to_be_public(self, alice: Caller, submitted: Publication) -> None:
        deliver(
            "post.publish.no_longer_publicaly_available", submitted.account, publish_id="v_pub_file~1", post_id=POST_ID
        )
        work()

        [shown] = alice.get(f"/posts/{submitted.post_id}/publications").json()

        assert shown["attempts"][0]["no_longer_public_at"] is not None

    def test_is_nothing_another_app_or_account_can_claim(self, alice: Caller, submitted: Publication) -> None:
        app = TikTokApp.objects.create(workspace=alice.member.workspace, client_key="northwind1", platform="desktop")
        app.client_secret_sealed = vault().seal("northwinds-secret", context=f"{app.pk}|client_secret")
        app.save()
        [other] = add_accounts(alice, 1)

        deliver(
            "post.publish.complete",
            submitted.account,
            publish_id="v_pub_file~1",
            client_key="northwind1",
            secret="northwinds-secret",
        )
        deliver("post.publish.complete", other, publish_id="v_pub_file~1")
        deliver("post.publish.complete", submitted.account, publish_id="v_pub_file~2")

        assert work() == ["unknown session"] * 3
        assert Publication.objects.get().state == State.SUBMITTED


@pytest.mark.django_db
class TestFailed:
    def test_has_the_status_asked_for_at_once(self, submitted: Publication) -> None:
        deliver("post.publish.failed", submitted.account, publish_id="v_pub_file~1", reason="picture_size_check_failed")

        assert work() == ["asked TikTok again"]
        publication = Publication.objects.get()
        assert publication.state == State.SUBMITTED  # the status decides, not the message
        assert publication.next_try_at is not None
        assert publication.next_try_at <= timezone.now()

    def test_never_undoes_a_published_post(self, submitted: Publication) -> None:
        deliver("post.publish.complete", submitted.account, publish_id="v_pub_file~1")
        deliver("post.publish.failed", submitted.account, publish_id="v_pub_file~1", reason="internal")

        assert work() == ["published", "old news"]
        assert Publication.objects.get().state == State.PUBLISHED


@pytest.mark.django_db
class TestAuthorizationRemoved:
    def schedule(self, alice: Caller, account: Account) -> Publication:
        post = add_post(alice, [account], add_asset(alice, 7))
        return Publication.objects.get(pk=post["publications"][0]["id"])

    @pytest.mark.parametrize(
        ("reason", "part"),
        [(0, "without saying why"), (1, "out of its connected apps"), (4, "banned"), (9, "do not know: 9")],
    )
    def test_forgets_the_tokens_and_holds_the_posts(
        self, alice: Caller, submitted: Publication, reason: int, part: str
    ) -> None:
        account = submitted.account
        waiting = self.schedule(alice, account)

        deliver("authorization.removed", account, reason=reason)

        assert work() == ["account to be connected again"]
        account.refresh_from_db()
        assert (account.status, account.trouble_code) == ("reconnect_required", "auth_removed")
        assert part in account.trouble_message
        assert account.handle in account.trouble_message
        assert not AccountToken.objects.filter(account=account).exists()
        waiting.refresh_from_db()
        assert (waiting.state, waiting.reason_code) == (State.HELD, "auth_removed")
        assert Publication.objects.get(pk=submitted.pk).state == State.SUBMITTED

    def test_is_old_news_after_a_reconnect(self, submitted: Publication) -> None:
        account = submitted.account

        deliver("authorization.removed", account, at=account.connected_at - timedelta(seconds=1), reason=1)

        assert work() == ["old news"]
        assert AccountToken.objects.filter(account=account).exists()

    def test_of_an_unknown_account_is_ignored(self, submitted: Publication) -> None:
        deliver("authorization.removed", reason=1)

        assert work() == ["unknown account"]


@pytest.mark.django_db
class TestReconnect:
    def test_is_not_undone_by_a_late_removal(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        Account.objects.update(connected_at=timezone.now() - timedelta(days=1))
        removed_at = timezone.now() - timedelta(minutes=1)
        alice.connect(sandbox, "studio.nord")  # before anybody here noticed the removal

        deliver("authorization.removed", account, at=removed_at, reason=1)

        assert work() == ["old news"]
        assert Account.objects.get().status == "connected"


@pytest.mark.django_db
class TestSweep:
    def test_finds_what_a_lost_hint_left_and_drops_what_is_old(
        self, db: None, django_capture_on_commit_callbacks: Callable[..., Any]
    ) -> None:
        installation_app()
        deliver("tiktok.ping")
        deliver("tiktok.ping", at=timezone.now() - timedelta(hours=1))
        with django_capture_on_commit_callbacks() as hints:
            assert sweep(now=timezone.now()) == 0  # their hints are on the way
            found = sweep(now=timezone.now() + timedelta(seconds=31))
        TikTokWebhook.objects.update(created_at=timezone.now() - timedelta(days=31))

        assert (found, len(hints)) == (2, 2)
        assert sweep(now=timezone.now()) == 0
        assert not TikTokWebhook.objects.exists()


@pytest.mark.django_db(transaction=True)
class TestWithoutWebhooks:
    def test_a_post_goes_out_by_polling_alone(self, alice: Caller, sandbox: Sandbox, schedule: Schedule) -> None:
        done = run(schedule(alice.connect(sandbox, "studio.nord")))

        assert done.state == State.PUBLISHED
        assert not TikTokWebhook.objects.exists()
