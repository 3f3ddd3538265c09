"""The sound file of a slideshow is a file its post needs, though it is not seen in it."""

from importlib import import_module

import pytest
from django.db import connection
from django.utils import timezone
from tests.conftest import add_asset

from api.media import bin_services
from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.slideshows.models import Slideshow
from conftest import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def song(alice: Caller) -> MediaAsset:
    return MediaAsset.objects.create(
        workspace=alice.member.workspace,
        uploaded_by=alice.member.user,
        file_name="song.mp3",
        kind=MediaKind.AUDIO,
        mime_type="audio/mpeg",
        sha256="f" * 64,
        size_bytes=1000,
        status=AssetStatus.READY,
        duration_ms=60_000,
    )


@pytest.fixture
def post_id(alice: Caller, song: MediaAsset) -> str:
    """A drafted slideshow of two photos with the song."""
    photos = [add_asset(alice, number, kind=MediaKind.IMAGE) for number in (8, 9)]
    body = {
        "caption": "Two",
        "timing": {"mode": "draft"},
        "images": [{"media_id": str(photo.pk), "order": order} for order, photo in enumerate(photos)],
        "music": {"media_id": str(song.pk)},
    }
    answer = alice.post("/posts/slideshow", body)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def list_unused(caller: Caller) -> list[str]:
    return [file["file_name"] for file in caller.get("/media?unused=true").json()["items"]]


class TestSoundInUse:
    def test_is_not_among_what_no_post_has(self, alice: Caller, song: MediaAsset, post_id: str) -> None:
        assert list_unused(alice) == []

        alice.delete(f"/posts/{post_id}")

        assert "song.mp3" in list_unused(alice)

    def test_names_the_post_that_sounds_of_it(self, alice: Caller, song: MediaAsset, post_id: str) -> None:
        [item] = alice.get(f"/media/{song.pk}/posts").json()["items"]

        assert (item["id"], item["kind"]) == (post_id, "slideshow")

    def test_stays_when_many_files_are_deleted(self, alice: Caller, song: MediaAsset, post_id: str) -> None:
        done = alice.post("/media/delete", {"ids": [str(song.pk)]}).json()

        assert done["deleted"] == []
        [kept] = done["kept"]
        assert (kept["file_name"], kept["post_count"]) == ("song.mp3", 1)
        assert [post["id"] for post in kept["posts"]] == [post_id]
        assert alice.delete(f"/media/{song.pk}").json()["code"] == "media_in_use"
        assert alice.get(f"/media/{song.pk}").status_code == 200

    def test_is_free_once_the_slideshow_has_another_sound_or_none(
        self, alice: Caller, song: MediaAsset, post_id: str
    ) -> None:
        shown = alice.get(f"/posts/{post_id}").json()["slideshow"]
        images = [{"media_id": one["media_id"], "order": order} for order, one in enumerate(shown["images"])]
        body = {"caption": "Two", "timing": {"mode": "draft"}, "images": images}

        answer = alice.put(f"/posts/slideshow/{post_id}", body)

        assert answer.status_code == 200, answer.content
        assert list_unused(alice) == ["song.mp3"]

    def test_comes_back_with_a_deleted_post(self, alice: Caller, song: MediaAsset, post_id: str) -> None:
        alice.delete(f"/posts/{post_id}")
        assert alice.delete(f"/media/{song.pk}").status_code == 204

        assert alice.post(f"/posts/{post_id}/restore").status_code == 200

        assert alice.get(f"/media/{song.pk}").status_code == 200

    def test_is_never_swept_away_from_a_living_post(self, alice: Caller, song: MediaAsset, post_id: str) -> None:
        MediaAsset.objects.filter(pk=song.pk).update(deleted_at=timezone.now())  # put away without looking

        assert bin_services.sweep(now=timezone.now() + bin_services.KEPT) == 0
        assert alice.get(f"/media/{song.pk}").status_code == 200

        alice.delete(f"/posts/{post_id}")
        alice.delete(f"/media/{song.pk}")
        assert bin_services.sweep(now=timezone.now() + bin_services.KEPT) == 1
        assert Slideshow.objects.get().music is None

    def test_of_slideshows_made_before_this_counted_is_filled_in(
        self, alice: Caller, song: MediaAsset, post_id: str
    ) -> None:
        Slideshow.objects.update(music=None)
        MediaAsset.objects.filter(pk=song.pk).update(deleted_at=timezone.now())
        before = import_module("api.slideshows.migrations.0003_music_of_before")

        with connection.cursor() as cursor:
            for statement in (before.FILL, before.TAKE_OUT):
                cursor.execute(statement)

        assert Slideshow.objects.get().music == song
        assert list_unused(alice) == []
