"""Saving what a post says."""

import pytest
from django.db import transaction

from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.posts import selectors
from api.posts.models import Post, TimingMode
from api.posts.services import Timing, record_consent, save_post
from conftest import NOON, Caller
from core.domain_error import Invalid, NotFound

pytestmark = pytest.mark.django_db

DRAFT = Timing(TimingMode.DRAFT, None, "", "UTC")
AT_NOON = Timing(TimingMode.AT, NOON, "2026-11-24T13:00", "Europe/Berlin")


def make_asset(caller: Caller, number: int = 0, status: AssetStatus = AssetStatus.READY) -> MediaAsset:
    return MediaAsset.objects.create(
        workspace=caller.member.workspace,
        file_name=f"clip-{number}.mp4",
        kind=MediaKind.VIDEO,
        mime_type="video/mp4",
        sha256=f"{number:064x}",
        size_bytes=1000,
        status=status,
        rejection_code="frame_rate_check_failed" if status == AssetStatus.REJECTED else "",
        rejection_message="This video has 120 frames a second." if status == AssetStatus.REJECTED else "",
    )


def save(
    caller: Caller, *media: MediaAsset, timing: Timing = AT_NOON, post: Post | None = None, caption: str = "Hello"
) -> Post:
    member = caller.member
    with transaction.atomic():
        return save_post(
            post=post, workspace=member.workspace, author=member.user, caption=caption, media=media, timing=timing
        )


class TestSavePost:
    def test_keeps_the_hour_a_person_chose_and_the_instant_it_means(self, alice: Caller) -> None:
        post = save(alice, make_asset(alice))

        found = selectors.get_post(workspace=alice.member.workspace, post_id=post.pk)
        assert (found.local_time, found.time_zone, found.due_at) == ("2026-11-24T13:00", "Europe/Berlin", NOON)
        assert [place.asset.file_name for place in found.places.all()] == ["clip-0.mp4"]

    def test_changes_a_post_in_its_place(self, alice: Caller) -> None:
        post = save(alice, make_asset(alice, 0))

        again = save(alice, make_asset(alice, 1), post=post, caption="Changed")

        assert again.pk == post.pk
        found = selectors.get_post(workspace=alice.member.workspace, post_id=post.pk)
        assert (found.caption, [place.asset.file_name for place in found.places.all()]) == ("Changed", ["clip-1.mp4"])

    def test_lets_a_draft_wait_for_its_video(self, alice: Caller) -> None:
        assert save(alice, timing=DRAFT).due_at is None
        assert save(alice, make_asset(alice, status=AssetStatus.CHECKING), timing=DRAFT).timing_mode == "draft"

    @pytest.mark.parametrize(
        ("statuses", "code", "field"),
        [
            ([], "media_missing", "media_ids"),
            ([AssetStatus.CHECKING], "media_not_ready", "media_ids.0"),
            ([AssetStatus.REJECTED], "media_rejected", "media_ids.0"),
            ([AssetStatus.READY, AssetStatus.READY], "too_many_media", "media_ids.1"),
        ],
    )
    def test_refuses_media_that_cannot_go_out(
        self, alice: Caller, statuses: list[AssetStatus], code: str, field: str
    ) -> None:
        media = [make_asset(alice, number, status) for number, status in enumerate(statuses)]

        with pytest.raises(Invalid) as refusal:
            save(alice, *media)

        assert (refusal.value.code, refusal.value.errors[0].field) == (code, field)
        assert not Post.objects.exists()

    def test_says_why_tiktok_would_not_take_the_file_even_for_a_draft(self, alice: Caller) -> None:
        with pytest.raises(Invalid) as refusal:
            save(alice, make_asset(alice, status=AssetStatus.REJECTED), timing=DRAFT)

        assert refusal.value.detail == "This video has 120 frames a second."

    def test_keeps_what_was_there_when_a_change_is_refused(self, alice: Caller) -> None:
        post = save(alice, make_asset(alice))

        with pytest.raises(Invalid):
            save(alice, post=post, caption="x" * 2201)

        found = selectors.get_post(workspace=alice.member.workspace, post_id=post.pk)
        assert (found.caption, found.places.count()) == ("Hello", 1)


class TestRecordConsent:
    def test_keeps_who_agreed_to_what_and_when(self, alice: Caller) -> None:
        post = save(alice, make_asset(alice))

        record_consent(post=post, person=alice.member.user, snapshot={"caption": "Hello"}, now=NOON)

        post.refresh_from_db()
        assert (post.consent_by, post.consent_at, post.consent_snapshot) == (
            alice.member.user,
            NOON,
            {"caption": "Hello"},
        )


class TestGetPost:
    def test_finds_neither_a_deleted_post_nor_somebody_elses(self, alice: Caller, mallory: Caller) -> None:
        post = save(alice, timing=DRAFT)

        with pytest.raises(NotFound):
            selectors.get_post(workspace=mallory.member.workspace, post_id=post.pk)
        Post.objects.update(deleted_at=NOON)
        with pytest.raises(NotFound):
            selectors.get_post(workspace=alice.member.workspace, post_id=post.pk)
