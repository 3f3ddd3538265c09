"""What TikTok will refuse is not scheduled unless a person insists, and that is written down."""

from typing import Any

import pytest
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.posts.models import Post
from api.workspaces.models import AuditEntry
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db


def compose(asset: MediaAsset, *accounts: Account, **more: object) -> dict[str, Any]:
    chosen = [{"account_id": str(account.pk), "privacy_level": "SELF_ONLY"} for account in accounts]
    body = {"caption": "", "media_ids": [str(asset.pk)], "timing": {"mode": "now"}, "consent": True}
    return body | {"publications": chosen} | more


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    """Two accounts, of which only the second may post no longer than three seconds."""
    generous, strict = add_accounts(alice, 2)
    Account.objects.filter(pk=strict.pk).update(longest_video_s=3, username="strict")
    return [generous, strict]


@pytest.fixture
def clip(alice: Caller) -> MediaAsset:
    """Five seconds that every rule of TikTok's allows."""
    asset = add_asset(alice)
    asset.width, asset.height, asset.frame_rate, asset.video_codec = 720, 1280, 30.0, "h264"
    asset.save()
    return asset


def refused(answer: Any) -> dict[str, str]:
    assert answer.status_code == 422, answer.content
    [error] = answer.json()["errors"]
    return dict(error)


class TestRefusedMedia:
    def test_is_not_scheduled_and_says_why_at_the_file(
        self, alice: Caller, accounts: list[Account], clip: MediaAsset
    ) -> None:
        MediaAsset.objects.update(frame_rate=15.0)

        error = refused(alice.post("/posts", compose(clip, accounts[0])))

        assert (error["field"], error["code"]) == ("media_ids.0", "media_will_be_refused")
        assert error["message"] == "TikTok takes 23 to 60 frames a second; this video has 15."
        assert not Post.objects.exists()

    def test_of_one_account_says_so_at_that_account(
        self, alice: Caller, accounts: list[Account], clip: MediaAsset
    ) -> None:
        error = refused(alice.post("/posts", compose(clip, *accounts)))

        assert (error["field"], error["code"]) == ("publications.1.account_id", "media_will_be_refused")
        assert error["message"] == "TikTok lets @strict post 0:03 at most; this video has 0:05."
        assert alice.post("/posts", compose(clip, accounts[0])).status_code == 201

    def test_is_sent_when_a_person_insists_and_that_is_kept(
        self, alice: Caller, accounts: list[Account], clip: MediaAsset
    ) -> None:
        MediaAsset.objects.update(height=200)

        answer = alice.post("/posts", compose(clip, *accounts, override_media=True))

        post = Post.objects.get(pk=answer.json()["id"])
        said = (post.consent_snapshot or {})["media_overruled"]
        assert said == [
            "TikTok takes 360 to 4,096 pixels a side; this video has 720 × 200.",
            "TikTok lets @strict post 0:03 at most; this video has 0:05.",
        ]
        entry = AuditEntry.objects.get(action="post.media_overruled")
        assert (entry.subject_id, entry.actor_email, entry.detail) == (post.pk, "alice@example.com", {"said": said})

    def test_is_kept_in_a_draft_and_asked_about_when_it_is_to_go_out(
        self, alice: Caller, accounts: list[Account], clip: MediaAsset
    ) -> None:
        MediaAsset.objects.update(frame_rate=15.0)
        draft = alice.post("/posts", compose(clip, accounts[0], timing={"mode": "draft"}))
        assert draft.status_code == 201

        error = refused(alice.post(f"/posts/{draft.json()['id']}/publish"))

        assert error["code"] == "media_will_be_refused"

    def test_overrules_nothing_where_nothing_is_wrong(
        self, alice: Caller, accounts: list[Account], clip: MediaAsset
    ) -> None:
        answer = alice.post("/posts", compose(clip, accounts[0], override_media=True))

        assert answer.status_code == 201
        assert "media_overruled" not in (Post.objects.get().consent_snapshot or {})
        assert not AuditEntry.objects.filter(action="post.media_overruled").exists()


class TestKnownLength:
    def test_is_what_tiktok_last_told(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        sandbox.change_account("studio.nord", max_video_post_duration_sec=4)
        try:
            assert alice.get(f"/accounts/{account.pk}/creator-info").status_code == 200
        finally:
            sandbox.change_account("studio.nord", max_video_post_duration_sec=300)

        error = refused(alice.post("/posts", compose(add_asset(alice), account)))

        assert error["code"] == "media_will_be_refused"
