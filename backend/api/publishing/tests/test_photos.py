"""Photo posts against the real sandbox, which really fetches them: what it gets, in which order, and once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.accounts.models import Account, TikTokApp
from api.media.models import MediaAsset
from api.publishing.models import Publication, PublicationEvent, PublishHistory, State
from api.publishing.tests.photo_kit import fetched_from, go_on, photo_body, upload_picture
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def photos(alice: Caller, tmp_path: Path) -> list[MediaAsset]:
    return [upload_picture(alice, tmp_path, colour) for colour in ("teal", "gold", "plum")]


@pytest.fixture
def account(alice: Caller, sandbox: Sandbox, live_server: Any) -> Iterator[Account]:
    """@studio.nord, on an app whose address TikTok has verified; the address leads to this process."""
    with fetched_from(sandbox, live_server.url):
        yield alice.connect(sandbox, "studio.nord")


def post(caller: Caller, body: dict[str, Any]) -> Publication:
    answer = caller.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return Publication.objects.get(pk=answer.json()["publications"][0]["id"])


class TestPhotoPost:
    def test_is_fetched_by_tiktok_and_published_once(
        self, alice: Caller, sandbox: Sandbox, photos: list[MediaAsset], account: Account
    ) -> None:
        mark = sandbox.mark()
        publication = post(alice, photo_body(photos, account, allow_comment=True, auto_add_music=True))

        done = go_on(publication)

        assert done.state == State.PUBLISHED
        [init] = sandbox.ledger(after=mark, event="init.accepted")
        assert init["post_info"] == {
            "title": "Three colours",
            "description": "Teal, gold and plum #colours",
            "privacy_level": "PUBLIC_TO_EVERYONE",
            "disable_comment": False,
            "auto_add_music": True,
            "brand_content_toggle": False,
            "brand_organic_toggle": False,
        }
        assert init["source_info"] == {"source": "PULL_FROM_URL", "urls": 3, "photo_cover_index": 1}
        [pull] = sandbox.ledger(after=mark, event="pull.completed")
        assert pull["files_sha256"] == [photo.photo_sha256 for photo in photos]
        assert len(sandbox.ledger(after=mark, event="post.completed")) == 1

    def test_goes_by_the_states_of_a_video_with_the_fetch_as_the_commit(
        self, alice: Caller, photos: list[MediaAsset], account: Account
    ) -> None:
        done = go_on(post(alice, photo_body(photos, account)))

        events = PublicationEvent.objects.filter(publication=done).order_by("seq")
        states = [event.to_state for event in events]
        assert states[:4] == ["scheduled", "opening", "uploading", "committing"]
        assert states[-1] == "published"
        assert events[3].actor == "tiktok"
        session = PublishHistory.objects.get(publication=done)
        assert session.committed_at is not None
        assert session.pull_key_hash == done.pull_key_hash != ""

    def test_gets_its_public_id(self, alice: Caller, photos: list[MediaAsset], account: Account) -> None:
        from api.publishing.post_ids import find_post_id

        done = go_on(post(alice, photo_body(photos, account)))
        find_post_id(done.pk, worker="w")

        shown = alice.get(f"/posts/{done.post_id}").json()["publications"][0]
        assert shown["tiktok_post_ids"] == [shown["tiktok_post_id"]] != [None]

    def test_may_be_a_draft_with_its_texts(
        self, alice: Caller, sandbox: Sandbox, photos: list[MediaAsset], account: Account
    ) -> None:
        mark = sandbox.mark()

        done = go_on(post(alice, photo_body(photos, account, post_mode="MEDIA_UPLOAD", privacy_level=None)))

        assert done.state == State.PUBLISHED
        [init] = sandbox.ledger(after=mark, event="init.accepted")
        assert init["mode"] == "draft"
        assert init["post_info"] == {"title": "Three colours", "description": "Teal, gold and plum #colours"}
        assert len(sandbox.ledger(after=mark, event="draft.delivered")) == 1


class TestComposing:
    def test_keeps_the_order_the_cover_and_the_texts(
        self, alice: Caller, photos: list[MediaAsset], account: Account
    ) -> None:
        body = photo_body(list(reversed(photos)), account) | {"timing": {"mode": "draft", "time_zone": "UTC"}}

        shown = alice.post("/posts", body).json()

        assert [media["id"] for media in shown["media"]] == [str(photo.pk) for photo in reversed(photos)]
        assert (shown["kind"], shown["title"], shown["cover_index"]) == ("photo", "Three colours", 1)

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"title": "x" * 91}, "title"),
            ({"title": "😀" * 46}, "title"),
            ({"caption": "x" * 4001}, "caption"),
            ({"cover_index": 3}, "cover_index"),
            ({"media_ids": []}, "media_ids"),
        ],
    )
    def test_refuses_what_tiktok_does_not_take(
        self, alice: Caller, photos: list[MediaAsset], account: Account, change: dict[str, Any], field: str
    ) -> None:
        answer = alice.post("/posts", photo_body(photos, account) | change)

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == field

    def test_takes_a_caption_of_four_thousand_units(
        self, alice: Caller, photos: list[MediaAsset], account: Account
    ) -> None:
        assert alice.post("/posts", photo_body(photos, account) | {"caption": "x" * 4000}).status_code == 201

    def test_does_not_mix_videos_and_photos(
        self, alice: Caller, clip: MediaAsset, photos: list[MediaAsset], account: Account
    ) -> None:
        mixed = alice.post("/posts", photo_body([*photos, clip], account))
        as_video = alice.post("/posts", photo_body(photos[:1], account) | {"kind": "video"})

        assert mixed.json()["errors"][0]["field"] == "media_ids.3"
        assert as_video.json()["errors"][0]["code"] == "media_unfit"

    def test_ignores_duets_and_stitches(self, alice: Caller, photos: list[MediaAsset], account: Account) -> None:
        publication = post(alice, photo_body(photos, account, allow_duet=True, allow_stitch=True))

        assert (publication.allow_duet, publication.allow_stitch) == (False, False)

    def test_is_refused_with_the_sentence_where_no_address_is_set(
        self, alice: Caller, sandbox: Sandbox, photos: list[MediaAsset]
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        TikTokApp.objects.filter(pk=account.app_id).update(pull_problem="TikTok has not verified it.")

        answer = alice.post("/posts", photo_body(photos, account))

        [error] = answer.json()["errors"]
        assert (error["field"], error["code"]) == ("publications.0.account_id", "pull_prefix_unusable")
        shown = alice.get(f"/accounts/{account.pk}").json()
        assert shown["photo_problem"] == error["message"]


class TestUnverified:
    def test_address_holds_the_post_and_is_known_from_then_on(
        self, alice: Caller, sandbox: Sandbox, photos: list[MediaAsset], live_server: Any
    ) -> None:
        with fetched_from(sandbox, live_server.url, verified=False):
            account = alice.connect(sandbox, "studio.nord")
            publication = post(alice, photo_body(photos, account))

            held = go_on(publication)

            assert (held.state, held.reason_code) == (State.HELD, "url_ownership_unverified")
            assert held.inits == 0
            assert "not verified" in alice.get(f"/accounts/{account.pk}").json()["photo_problem"]
