"""Posts through the API: composing, changing, deleting, and every way the composer can be wrong."""

from datetime import timedelta
from typing import Any

import pytest
import redis
from django.conf import settings
from django.utils import timezone

from api.accounts.models import Account
from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.publishing.tests.conftest import compose_body
from api.scheduling.tasks.check_scheduled_posts_task import check_scheduled_posts
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db


PAST = {"mode": "at", "local_time": "2020-01-01T10:00", "time_zone": "UTC"}


@pytest.fixture
def clip(alice: Caller) -> MediaAsset:
    return add_clip(alice)


def add_clip(caller: Caller, name: str = "clip.mp4") -> MediaAsset:
    return MediaAsset.objects.create(
        workspace=caller.member.workspace,
        file_name=name,
        kind=MediaKind.VIDEO,
        mime_type="video/mp4",
        sha256=name.ljust(64, "0"),
        size_bytes=1000,
        duration_ms=5000,
        status=AssetStatus.READY,
    )


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox) -> Account:
    return alice.connect(sandbox, "studio.nord")


def tomorrow() -> dict[str, str]:
    return {"mode": "at", "local_time": f"{timezone.now() + timedelta(days=1):%Y-%m-%dT%H:%M}", "time_zone": "UTC"}


class TestCreate:
    def test_schedules_on_two_accounts(
        self, alice: Caller, sandbox: Sandbox, account: Account, clip: MediaAsset
    ) -> None:
        other = alice.connect(sandbox, "quiet.room")
        body = compose_body(clip, account, other) | {"timing": tomorrow()}

        answer = alice.post("/posts", body)

        assert answer.status_code == 201
        post = answer.json()
        assert post["status"] == "scheduled"
        assert {row["account"]["username"] for row in post["publications"]} == {"studio.nord", "quiet.room"}
        assert {row["state"] for row in post["publications"]} == {"scheduled"}
        assert post["local_time"] == tomorrow()["local_time"]

    def test_keeps_the_consent_with_what_was_agreed_to(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        alice.post("/posts", compose_body(clip, account))

        post = Post.objects.get()
        assert post.consent_by == alice.member.user
        assert post.consent_snapshot is not None
        assert post.consent_snapshot["caption"] == "A rabbit wakes up #bunny"
        assert post.consent_snapshot["publications"][0]["privacy_level"] == "PUBLIC_TO_EVERYONE"

    def test_saves_a_draft_without_anything(self, alice: Caller) -> None:
        answer = alice.post("/posts", {"timing": {"mode": "draft"}})

        assert (answer.status_code, answer.json()["status"]) == (201, "draft")

    def test_makes_one_post_of_a_repeated_request(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        body = compose_body(clip, account)

        first = alice.post("/posts", body, **{"Idempotency-Key": "k"})
        second = alice.post("/posts", body, **{"Idempotency-Key": "k"})

        assert first.json() == second.json()
        assert Post.objects.count() == 1

    @pytest.mark.parametrize(
        ("change", "field", "code"),
        [
            ({"caption": "x" * 2201}, "caption", "caption_too_long"),
            ({"caption": "😀" * 1101}, "caption", "caption_too_long"),
            ({"media_ids": []}, "media_ids", "media_missing"),
            ({"publications": []}, "publications", "account_missing"),
            ({"consent": False}, "consent", "consent_missing"),
            (
                {"timing": {"mode": "at", "local_time": "2020-01-01T10:00", "time_zone": "UTC"}},
                "timing.local_time",
                "due_in_past",
            ),
            ({"timing": {"mode": "now", "time_zone": "Mars/Olympus"}}, "time_zone", "time_zone_unknown"),
        ],
    )
    def test_says_at_which_field_it_is_wrong(
        self, alice: Caller, account: Account, clip: MediaAsset, change: dict[str, Any], field: str, code: str
    ) -> None:
        answer = alice.post("/posts", compose_body(clip, account) | change)

        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert answer.json()["errors"][0]["field"] == field
        assert Post.objects.count() == 0

    @pytest.mark.parametrize(
        ("choices", "field", "code"),
        [
            ({"privacy_level": None}, "privacy_level", "privacy_missing"),
            ({"disclosure": True}, "disclosure", "disclosure_incomplete"),
            (
                {"disclosure": True, "branded_content": True, "privacy_level": "SELF_ONLY"},
                "privacy_level",
                "branded_content_private",
            ),
        ],
    )
    def test_keeps_tiktoks_rules_for_each_account(
        self, alice: Caller, account: Account, clip: MediaAsset, choices: dict[str, Any], field: str, code: str
    ) -> None:
        answer = alice.post("/posts", compose_body(clip, account, **choices))

        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert answer.json()["errors"][0]["field"] == f"publications.0.{field}"

    def test_takes_a_caption_of_exactly_2200_units(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        answer = alice.post("/posts", compose_body(clip, account) | {"caption": "😀" * 1100})

        assert answer.status_code == 201

    def test_refuses_media_that_is_not_ready(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        MediaAsset.objects.filter(pk=clip.pk).update(status=AssetStatus.CHECKING)

        answer = alice.post("/posts", compose_body(clip, account))

        assert (answer.status_code, answer.json()["code"]) == (422, "media_not_ready")

    def test_refuses_an_account_that_was_disconnected_meanwhile(
        self, alice: Caller, account: Account, clip: MediaAsset
    ) -> None:
        alice.delete(f"/accounts/{account.pk}")

        answer = alice.post("/posts", compose_body(clip, account))

        assert (answer.status_code, answer.json()["code"]) == (422, "account_disconnected")

    def test_takes_neither_media_nor_accounts_of_others(
        self, alice: Caller, mallory: Caller, account: Account, clip: MediaAsset
    ) -> None:
        theirs = add_clip(mallory)

        assert mallory.post("/posts", compose_body(clip, account)).status_code == 404
        assert mallory.post("/posts", compose_body(theirs, account)).json()["errors"][0]["code"] == "not_found"


class TestChange:
    def test_moves_the_time_and_the_accounts(
        self, alice: Caller, sandbox: Sandbox, account: Account, clip: MediaAsset
    ) -> None:
        other = alice.connect(sandbox, "quiet.room")
        made = alice.post("/posts", compose_body(clip, account) | {"timing": tomorrow()}).json()

        answer = alice.put(f"/posts/{made['id']}", compose_body(clip, other) | {"timing": tomorrow(), "caption": "New"})

        assert answer.status_code == 200
        states = {row["account"]["username"]: row["state"] for row in answer.json()["publications"]}
        assert states == {"studio.nord": "cancelled", "quiet.room": "scheduled"}
        assert answer.json()["caption"] == "New"

    def test_is_refused_once_tiktok_may_have_it(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        made = alice.post("/posts", compose_body(clip, account)).json()
        Publication.objects.update(state=State.COMMITTING)

        answer = alice.put(f"/posts/{made['id']}", compose_body(clip, account) | {"caption": "New"})

        assert (answer.status_code, answer.json()["code"]) == (409, "already_at_tiktok")
        assert Post.objects.get().caption == "A rabbit wakes up #bunny"

    def test_publishes_a_draft_now(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        made = alice.post("/posts", compose_body(clip, account) | {"timing": {"mode": "draft"}}).json()

        answer = alice.post(f"/posts/{made['id']}/publish")

        assert (answer.status_code, answer.json()["status"]) == (202, "scheduled")
        assert Publication.objects.filter(due_at__lte=timezone.now()).count() == 1


class TestDelete:
    def test_cancels_and_leaves_the_lists(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        made = alice.post("/posts", compose_body(clip, account) | {"timing": tomorrow()}).json()

        assert alice.delete(f"/posts/{made['id']}").status_code == 204

        assert alice.get("/posts").json()["items"] == []
        assert alice.get(f"/posts/{made['id']}").status_code == 404
        assert Publication.objects.get().state == State.CANCELLED

    def test_is_refused_while_tiktok_is_processing(self, alice: Caller, account: Account, clip: MediaAsset) -> None:
        made = alice.post("/posts", compose_body(clip, account)).json()
        Publication.objects.update(state=State.SUBMITTED)

        assert alice.delete(f"/posts/{made['id']}").status_code == 409


class TestList:
    def test_filters_by_status_and_account(
        self, alice: Caller, sandbox: Sandbox, account: Account, clip: MediaAsset
    ) -> None:
        other = alice.connect(sandbox, "quiet.room")
        alice.post("/posts", {"timing": {"mode": "draft"}})
        scheduled = alice.post("/posts", compose_body(clip, account) | {"timing": tomorrow()}).json()["id"]
        failed = alice.post("/posts", compose_body(clip, account, other) | {"timing": tomorrow()}).json()["id"]
        Publication.objects.filter(post_id=failed, account=other).update(state=State.FAILED)

        def ids(query: str) -> list[str]:
            return [post["id"] for post in alice.get(f"/posts?{query}").json()["items"]]

        assert ids("status=scheduled") == [scheduled]
        assert ids("status=failed") == [failed]
        assert ids("status=waiting") == [failed]
        assert len(ids("status=draft")) == 1
        assert ids(f"account={other.pk}") == [failed]
        assert ids(f"account={account.pk}") == [failed, scheduled]

    def test_has_a_draft_for_several_accounts_once(
        self, alice: Caller, sandbox: Sandbox, account: Account, clip: MediaAsset
    ) -> None:
        body = compose_body(clip, account, alice.connect(sandbox, "quiet.room"))
        made = alice.post("/posts", body | {"timing": {"mode": "draft"}}).json()["id"]

        assert [post["id"] for post in alice.get("/posts?status=draft").json()["items"]] == [made]

    @pytest.mark.parametrize("path", ["/posts", "/posts/grid"])
    def test_is_searched_by_every_word_of_a_caption(
        self, alice: Caller, mallory: Caller, account: Account, clip: MediaAsset, path: str
    ) -> None:
        for caption in ("Two bells, one key", "One bell, 100% brass", "Nothing rings"):
            alice.post("/posts", compose_body(clip, account) | {"timing": {"mode": "draft"}, "caption": caption})

        def count(caller: Caller, words: str) -> int:
            answer = caller.get(f"{path}?q={words}").json()
            return len(answer["items"] if path == "/posts" else answer["rows"])

        assert [count(alice, words) for words in ("bell", "BELL%20one", "key%20two", "100%25", "_", "zebra")] == [
            2, 2, 1, 1, 0, 0,
        ]  # fmt: skip
        assert count(mallory, "bell") == 0


@pytest.mark.django_db(transaction=True)
class TestCheckScheduledPosts:
    def test_hints_at_what_is_due_within_90_s_and_at_nothing_else(
        self, alice: Caller, account: Account, clip: MediaAsset
    ) -> None:
        for minutes in (1, 10):
            made = alice.post("/posts", compose_body(clip, account) | {"timing": tomorrow()}).json()
            due = timezone.now() + timedelta(minutes=minutes)
            Publication.objects.filter(post_id=made["id"]).update(due_at=due, next_try_at=due)
        broker = redis.Redis.from_url(settings.REDIS_URL)
        broker.delete("publish")

        check_scheduled_posts()

        assert broker.llen("publish") == 1
        broker.close()

    def test_waits_for_the_lease_of_a_worker_that_is_gone(
        self, alice: Caller, account: Account, clip: MediaAsset
    ) -> None:
        alice.post("/posts", compose_body(clip, account))
        Publication.objects.update(state=State.UPLOADING, lease_until=timezone.now() + timedelta(seconds=150))
        broker = redis.Redis.from_url(settings.REDIS_URL)
        broker.delete("publish")

        check_scheduled_posts()

        assert broker.llen("publish") == 0  # nobody may take it before
        broker.close()
