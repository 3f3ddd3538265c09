"""Composing with an account's own words and a cover: their limits, and that nothing that copies a post loses them."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.media.models import MediaAsset, MediaKind
from api.posts.models import Post
from api.publishing.models import Publication
from api.publishing.tests.conftest import compose_body
from api.scheduling.models import PostSeries
from api.scheduling.series_content import read_content
from api.scheduling.series_services import _is_untouched, spawn
from api.scheduling.services import composition_of
from conftest import Caller

pytestmark = pytest.mark.django_db

EMOJI = "🐇"  # two UTF-16 units
OWN = "Ein Hase #hase"


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


@pytest.fixture
def clip(alice: Caller) -> MediaAsset:
    return add_asset(alice)


def at(days: int, hour: int = 18) -> dict[str, str]:
    written = f"{timezone.now() + timedelta(days=days):%Y-%m-%d}T{hour}:00"
    return {"mode": "at", "local_time": written, "time_zone": "UTC"}


def body_of(clip: MediaAsset, accounts: list[Account], own: str | None = OWN, **more: object) -> dict[str, Any]:
    body = compose_body(clip, *accounts) | {"timing": at(1)} | more
    body["publications"][-1]["own_caption"] = own
    return body


def save(alice: Caller, body: dict[str, Any]) -> dict[str, Any]:
    answer = alice.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def error_of(answer: Any) -> tuple[int, str, str]:
    [error] = answer.json()["errors"]
    return answer.status_code, error["field"], error["code"]


class TestAnAccountsOwnWords:
    @pytest.mark.parametrize("mode", ["at", "draft"])
    def test_have_2200_utf16_units_and_not_one_more(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account], mode: str
    ) -> None:
        timing = {"timing": at(1) if mode == "at" else {"mode": "draft"}}
        whole = alice.post("/posts", body_of(clip, accounts, EMOJI * 1_100, **timing))
        over = alice.post("/posts", body_of(clip, accounts, EMOJI * 1_100 + "a", **timing))

        assert whole.status_code == 201
        assert error_of(over) == (422, "publications.1.own_caption", "caption_too_long")
        assert over.json()["detail"].startswith("The caption for @account.1 is 1 characters too long")

    def test_hold_nothing_that_cannot_be_sent(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        answer = alice.post("/posts", body_of(clip, accounts, "a\x00b"))

        assert error_of(answer) == (422, "publications.1.own_caption", "caption_broken")

    def test_go_away_with_an_edit_that_has_none(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        post = save(alice, body_of(clip, accounts))

        shown = alice.put(f"/posts/{post['id']}", body_of(clip, accounts, None)).json()

        assert [one["own_caption"] for one in shown["publications"]] == [None, None]

    def test_may_be_none_at_all(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        post = save(alice, body_of(clip, accounts, ""))

        assert post["publications"][1]["own_caption"] == ""
        assert Publication.objects.get(pk=post["publications"][1]["id"]).caption == ""

    def test_are_found_and_no_longer_once_the_account_is_taken_off(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        post = save(alice, body_of(clip, accounts))
        save(alice, body_of(clip, accounts, None))

        def found(words: str) -> list[str]:
            lists = alice.get(f"/posts?q={words}").json()["items"], alice.get(f"/posts/grid?q={words}").json()["rows"]
            [ids, rows] = [[one["id"] for one in each] for each in lists]
            assert ids == rows
            return ids

        assert found("hase") == found("hase bunny") == [post["id"]]
        assert len(found("bunny")) == 2
        alice.put(f"/posts/{post['id']}", body_of(clip, accounts[:1], None))
        assert found("hase") == []


class TestACover:
    @pytest.mark.parametrize(("cover_ms", "status"), [(0, 201), (4_999, 201), (5_000, 422)])
    def test_lies_within_the_clip(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account], cover_ms: int, status: int
    ) -> None:
        answer = alice.post("/posts", body_of(clip, accounts, cover_ms=cover_ms))

        assert answer.status_code == status
        if status == 422:
            assert error_of(answer) == (422, "cover_ms", "cover_unfit")

    def test_needs_a_clip_in_a_draft_too(self, alice: Caller) -> None:
        answer = alice.post("/posts", {"caption": "", "timing": {"mode": "draft"}, "cover_ms": 100})

        assert error_of(answer) == (422, "cover_ms", "cover_unfit")

    @pytest.mark.parametrize("cover_ms", [-1, 2**31])
    def test_is_a_number_tiktok_has_room_for(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account], cover_ms: int
    ) -> None:
        assert alice.post("/posts", body_of(clip, accounts, cover_ms=cover_ms)).status_code == 422

    def test_of_a_slideshow_lies_within_its_video(self, alice: Caller) -> None:
        photos = [add_asset(alice, number, kind=MediaKind.IMAGE) for number in (8, 9)]
        images = [
            {"media_id": str(photo.pk), "order": order, "duration_ms": 2_000} for order, photo in enumerate(photos)
        ]
        body = {"caption": "Two", "timing": {"mode": "draft"}, "images": images}

        kept = alice.post("/posts/slideshow", body | {"cover_ms": 3_000})
        over = alice.post("/posts/slideshow", body | {"cover_ms": 4_000})

        assert kept.json()["cover_ms"] == 3_000
        assert error_of(over) == (422, "cover_ms", "cover_unfit")


class TestWhatCopiesAPost:
    def test_says_all_of_it_again(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        post = save(alice, body_of(clip, accounts, cover_ms=1_200))

        again = composition_of(Post.objects.get(pk=post["id"]))

        assert again.cover_ms == 1_200
        assert [choices.own_caption for _, choices in again.choices] == [None, OWN]

    def test_moving_and_bulk_scheduling_keep_it(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        draft = save(alice, body_of(clip, accounts, cover_ms=1_200, timing={"mode": "draft"}))
        start = at(2)["local_time"]
        plan = {"post_ids": [draft["id"]], "spread": "every", "start": start, "time_zone": "UTC", "consent": True}

        bulk = alice.post("/posts/bulk/schedule", plan).json()
        moved = alice.post(f"/posts/{draft['id']}/move", {"local_time": at(3)["local_time"], "time_zone": "UTC"}).json()

        assert bulk["scheduled"] == 1
        assert moved["cover_ms"] == 1_200
        assert [one["own_caption"] for one in moved["publications"]] == [None, OWN]
        agreed = Post.objects.get(pk=draft["id"]).consent_snapshot
        assert isinstance(agreed, dict)
        assert (agreed["cover_ms"], agreed["publications"][1]["own_caption"]) == (1_200, OWN)

    def test_a_series_makes_every_post_of_it_and_knows_them_again(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        post = save(alice, body_of(clip, accounts, cover_ms=1_200))
        rule = {"frequency": "daily", "first_day": at(2)["local_time"][:10], "local_time": "18:00", "time_zone": "UTC"}

        assert alice.post("/series", {"post_id": post["id"], "rule": rule, "consent": True}).status_code == 201

        series = PostSeries.objects.get()
        places = [place for place in series.occurrences.select_related("post") if place.post]
        assert len(places) > 5
        for place in places:
            assert place.post is not None
            said = dict(place.post.publications.values_list("account_id", "own_caption"))
            assert said == {accounts[0].pk: None, accounts[1].pk: OWN}
            assert place.post.cover_ms == 1_200
            assert _is_untouched(series, place, place.post)

    def test_a_series_from_before_there_were_any_goes_on(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        post = save(alice, body_of(clip, accounts, None))
        rule = {"frequency": "daily", "first_day": at(1)["local_time"][:10], "local_time": "18:00", "time_zone": "UTC"}
        alice.post("/series", {"post_id": post["id"], "rule": rule, "consent": True})
        series = PostSeries.objects.get()
        series.content.pop("cover_ms")
        for _, choices in series.content["choices"]:
            choices.pop("own_caption")
        series.save()
        Post.objects.all()

        content = read_content(series)

        assert content.cover_ms == 0
        assert spawn(series, now=timezone.now() + timedelta(days=1)) == 1
        assert all("own_caption" not in one for one in series.consent_snapshot["publications"])
        assert "cover_ms" not in series.consent_snapshot
