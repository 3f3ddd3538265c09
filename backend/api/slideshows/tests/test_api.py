"""Slideshows through the API: asked for, followed, called off, asked for again; what cannot be made is refused by name."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from api.media.models import MediaAsset
from api.posts.models import MediaType, Post, PostMedia
from api.slideshows.models import Slideshow, SlideshowStatus, SlideshowVideo
from api.slideshows.tests.conftest import PHOTOS, create, scratch_left, slideshow_body, status_of, work
from conftest import CLIP, Caller, Sandbox

pytestmark = pytest.mark.django_db

Make = Callable[..., Slideshow]


def refused(answer: Any) -> tuple[int, str, str, str]:
    """Return status, code, the field that is wrong and its sentence."""
    problem = answer.json()
    [error] = problem["errors"]
    return answer.status_code, error["code"], error["field"], error["message"]


class TestCreating:
    def test_answers_at_once_with_a_pending_conversion(self, alice: Caller, photos: list[MediaAsset]) -> None:
        post = create(alice, slideshow_body(photos, transition="crossfade"))

        assert (post["kind"], post["status"]) == ("slideshow", "draft")
        assert [one["id"] for one in post["media"]] == [str(photo.pk) for photo in photos]
        shown = post["slideshow"]
        assert (shown["status"], shown["progress"], shown["duration_ms"], shown["video"]) == ("pending", 0, 3_000, None)
        assert (shown["format"], shown["transition"], shown["transition_ms"]) == ("9:16", "crossfade", 500)

    def test_becomes_a_video_in_its_post(self, alice: Caller, make: Make, settings: Any) -> None:
        slideshow = work(make(transition="crossfade"))

        status = status_of(alice, slideshow)
        video = status["video"]
        assert (status["status"], status["progress"], status["image_count"]) == ("ready", 100, 3)
        assert (status["estimated_duration_ms"], video["duration_ms"], status["error"]) == (3_000, 3_000, None)
        assert (video["width"], video["height"], video["frame_rate"], video["video_codec"]) == (
            1080,
            1920,
            30.0,
            "h264",
        )
        assert video["verdict"]["worst"] != "refused"
        assert status["encoder"] == "authored"
        played = alice.get(video["file_url"].removeprefix("/api/v1"))
        assert played.status_code == 200
        assert b"".join(played.streaming_content)[4:8] == b"ftyp"
        places = list(PostMedia.objects.filter(post=slideshow.post).order_by("order"))
        assert [place.is_slideshow_source for place in places] == [True, True, True, False]
        assert [place.duration_ms for place in places] == [1_000, 1_000, 1_000, None]
        assert [place.media_type for place in places] == ["image", "image", "image", MediaType.SLIDESHOW_VIDEO]
        assert scratch_left(settings) == []

    def test_keeps_the_order_it_was_given_not_the_one_it_came_in(self, alice: Caller, photos: list[MediaAsset]) -> None:
        body = slideshow_body(photos)
        for image, order in zip(body["images"], (7, 0, 3), strict=True):
            image["order"] = order

        post = create(alice, body)

        assert [one["id"] for one in post["media"]] == [str(photos[index].pk) for index in (1, 2, 0)]

    def test_an_image_may_be_named_by_the_path_of_its_upload(self, alice: Caller, photos: list[MediaAsset]) -> None:
        body = slideshow_body(photos)
        shown = alice.get(f"/media/{photos[0].pk}").json()
        body["images"][0] = {"file_path": shown["file_path"], "duration_ms": 2_000, "order": 0}

        post = create(alice, body)

        assert post["media"][0]["id"] == str(photos[0].pk)

    def test_the_same_photo_may_be_seen_twice(self, alice: Caller, photos: list[MediaAsset]) -> None:
        assert len(create(alice, slideshow_body([photos[0], photos[1], photos[0]]))["media"]) == 3

    def test_sent_twice_with_one_key_it_is_one_post(self, alice: Caller, photos: list[MediaAsset]) -> None:
        headers = {"Idempotency-Key": "once"}
        answers = [alice.post("/posts/slideshow", slideshow_body(photos), **headers) for _ in range(2)]

        assert answers[0].json()["id"] == answers[1].json()["id"]
        assert Post.objects.count() == 1

    def test_every_look_comes_back_as_it_was_chosen(self, alice: Caller, photos: list[MediaAsset]) -> None:
        look = {
            "fit": "crop", "colour": "#102030", "focus_x": 0.25, "focus_y": 0.75, "motion": "zoom_in",
            "caption": "Küche", "caption_place": "top",
        }  # fmt: skip
        body = slideshow_body(photos, format="1:1", transition="dip_to_black", transition_ms=800)
        body["images"][1] |= look

        shown = create(alice, body)["slideshow"]

        assert {name: shown["images"][1][name] for name in look} == look
        assert (shown["format"], shown["transition"], shown["transition_ms"]) == ("1:1", "dip_to_black", 800)


class TestBadInput:
    """A clear error that names the image, and nothing stored half."""

    @pytest.fixture(autouse=True)
    def nothing_is_stored(self, db: None) -> Any:
        yield
        assert (Post.objects.count(), Slideshow.objects.count()) == (0, 0)

    @pytest.mark.parametrize("count", [0, 1, 11])
    def test_too_few_or_too_many_images(self, alice: Caller, photos: list[MediaAsset], count: int) -> None:
        body = slideshow_body((photos * 4)[:count])

        answer = alice.post("/posts/slideshow", body)

        assert refused(answer) == (
            422,
            "image_count",
            "images",
            f"A slideshow has 2 to 10 images; this one has {count}.",
        )

    @pytest.mark.parametrize(
        ("duration_ms", "said"), [(900, "0.9 s"), (10_100, "10.1 s"), (0, "0 s"), (-5, "-0.005 s")]
    )
    def test_times_out_of_bounds(self, alice: Caller, photos: list[MediaAsset], duration_ms: int, said: str) -> None:
        body = slideshow_body(photos)
        body["images"][2]["duration_ms"] = duration_ms

        status, code, field, message = refused(alice.post("/posts/slideshow", body))

        assert (status, code, field) == (422, "image_duration", "images.2.duration_ms")
        assert message == f"{photos[2].file_name} is to be seen for {said}. An image takes 1 to 10 s."

    def test_two_images_in_one_place(self, alice: Caller, photos: list[MediaAsset]) -> None:
        body = slideshow_body(photos)
        body["images"][2]["order"] = 0

        status, code, field, message = refused(alice.post("/posts/slideshow", body))

        assert (status, code, field) == (422, "order_twice", "images.2.order")
        assert "both to be number 1" in message

    def test_somebody_elses_photo(self, alice: Caller, mallory: Caller, photos: list[MediaAsset]) -> None:
        theirs = mallory.upload(PHOTOS[3])
        for image in ({"media_id": str(theirs.pk)}, {"media_id": str(uuid4())}, {"file_path": theirs.file_key}):
            body = slideshow_body(photos)
            body["images"][1] = {"duration_ms": 1_000, "order": 1, **image}

            status, code, field, message = refused(alice.post("/posts/slideshow", body))

            assert (status, code) == (422, "not_found")
            assert field.startswith("images.1.")
            assert message == "Image 2 is not among this workspace's files. Upload it first."

    @pytest.mark.parametrize(
        "path",
        [
            "/etc/passwd",
            "../../etc/passwd",
            "media/../keys.json",
            "file:///etc/passwd",
            "%2e%2e%2fetc",
            "media/00000000-0000-0000-0000-000000000000/abc",
            "\x00",
        ],
    )
    def test_a_path_that_is_no_upload_of_ones_own(self, alice: Caller, photos: list[MediaAsset], path: str) -> None:
        body = slideshow_body(photos)
        body["images"][0] = {"duration_ms": 1_000, "order": 0, "file_path": path}

        status, code, field, _ = refused(alice.post("/posts/slideshow", body))

        assert (status, code, field) == (422, "not_found", "images.0.file_path")

    def test_an_image_that_is_two_files_or_none(self, alice: Caller, photos: list[MediaAsset]) -> None:
        both = {"media_id": str(photos[0].pk), "file_path": photos[0].file_key}
        for named in (both, {}):
            body = slideshow_body(photos)
            body["images"][0] = {"duration_ms": 1_000, "order": 0, **named}

            assert alice.post("/posts/slideshow", body).status_code == 422

    def test_a_video_among_the_images(self, alice: Caller, photos: list[MediaAsset]) -> None:
        body = slideshow_body([photos[0], alice.upload(CLIP)])

        status, code, field, message = refused(alice.post("/posts/slideshow", body))

        assert (status, code, field) == (422, "media_unfit", "images.1.media_id")
        assert "no picture" in message

    def test_a_file_that_could_not_be_read(self, alice: Caller, photos: list[MediaAsset], tmp_path: Path) -> None:
        broken = tmp_path / "broken.jpg"
        broken.write_bytes(PHOTOS[4].read_bytes()[:5_000])
        body = slideshow_body([photos[0], alice.upload(broken)])

        status, code, field, _ = refused(alice.post("/posts/slideshow", body))

        assert (status, code, field) == (422, "media_rejected", "images.1.media_id")

    def test_a_file_of_more_than_twenty_megabytes(self, alice: Caller, photos: list[MediaAsset]) -> None:
        MediaAsset.objects.filter(pk=photos[1].pk).update(size_bytes=21_000_000)

        status, code, field, message = refused(alice.post("/posts/slideshow", slideshow_body(photos)))

        assert (status, code, field) == (422, "image_too_large", "images.1.media_id")
        assert message == f"{photos[1].file_name} has 21.0 MB; an image of a slideshow has 20 MB at most."

    @pytest.mark.parametrize(
        ("look", "code", "field"),
        [
            ({"colour": "red"}, "colour_unreadable", "colour"),
            ({"colour": "#12345"}, "colour_unreadable", "colour"),
            ({"focus_x": 1.5}, "focus_outside", "focus_x"),
            ({"caption": "x" * 121}, "text_too_long", "caption"),
            ({"caption": "Hallo 好"}, "text_undrawable", "caption"),
        ],
    )
    def test_looks_that_cannot_be_drawn(
        self, alice: Caller, photos: list[MediaAsset], look: dict[str, Any], code: str, field: str
    ) -> None:
        body = slideshow_body(photos)
        body["images"][1] |= look

        assert refused(alice.post("/posts/slideshow", body))[:3] == (422, code, f"images.1.{field}")

    @pytest.mark.parametrize("change", [{"transition_ms": 50}, {"transition_ms": 2_500}])
    def test_changes_that_are_too_quick_or_too_slow(
        self, alice: Caller, photos: list[MediaAsset], change: dict[str, int]
    ) -> None:
        answer = alice.post("/posts/slideshow", slideshow_body(photos, **change))

        assert refused(answer)[:3] == (422, "transition_duration", "transition_ms")

    def test_music_that_is_none(self, alice: Caller, photos: list[MediaAsset]) -> None:
        answer = alice.post("/posts/slideshow", slideshow_body(photos, music={"media_id": str(photos[0].pk)}))

        assert refused(answer)[:3] == (422, "media_unfit", "music.media_id")

    @pytest.mark.parametrize(
        "body", [[], "x", {"images": "x"}, {"images": [1]}, {"format": "4:3"}, {"transition": "wipe"}]
    )
    def test_nonsense(self, alice: Caller, photos: list[MediaAsset], body: Any) -> None:
        sent = slideshow_body(photos) | body if isinstance(body, dict) else body

        assert alice.post("/posts/slideshow", sent).status_code == 422


class TestRetryAndCancel:
    def test_only_what_failed_is_made_again(self, alice: Caller, make: Make) -> None:
        slideshow = make()
        path = f"/posts/slideshow/{slideshow.post_id}"
        assert alice.post(f"{path}/retry").json()["code"] == "nothing_to_retry"
        assert alice.post(f"{path}/cancel").json()["status"] == "failed"

        again = alice.post(f"{path}/retry")

        assert (again.status_code, again.json()["status"], again.json()["error"]) == (202, "pending", None)
        assert work(slideshow).status == SlideshowStatus.READY
        assert alice.post(f"{path}/retry").status_code == 409
        assert alice.post(f"{path}/cancel").json()["code"] == "nothing_to_cancel"

    def test_called_off_it_says_so_and_the_post_stays(self, alice: Caller, make: Make) -> None:
        slideshow = make()

        answer = alice.post(f"/posts/slideshow/{slideshow.post_id}/cancel").json()

        assert answer["error"] == {
            "code": "cancelled",
            "message": "The video was called off. Make it again whenever you like.",
        }
        assert work(slideshow).status == SlideshowStatus.FAILED
        assert alice.get(f"/posts/{slideshow.post_id}").json()["slideshow"]["status"] == "failed"

    def test_made_again_the_failed_video_is_gone(self, alice: Caller, make: Make) -> None:
        slideshow = work(make())
        old = slideshow.result
        assert old
        Slideshow.objects.filter(pk=slideshow.pk).update(status=SlideshowStatus.FAILED)

        assert alice.post(f"/posts/slideshow/{slideshow.post_id}/retry").status_code == 202

        assert not MediaAsset.objects.filter(pk=old.pk).exists()
        assert work(slideshow).result_id not in {None, old.pk}


class TestPreview:
    def test_tells_when_each_image_is_seen(self, alice: Caller, make: Make) -> None:
        slideshow = make(transition="crossfade")
        path = f"/posts/slideshow/{slideshow.post_id}/preview"
        assert alice.get(path).json()["code"] == "slideshow_not_ready"

        work(slideshow)

        shown = alice.get(path).json()
        assert [(one["starts_ms"], one["alone_ms"], one["ends_ms"]) for one in shown["slides"]] == [
            (0, 0, 1_000),
            (1_000, 1_500, 2_000),
            (2_000, 2_500, 3_000),
        ]
        assert shown["video"]["id"] == str(Slideshow.objects.get().result_id)


class TestChanging:
    def test_another_order_is_another_video(self, alice: Caller, make: Make, photos: list[MediaAsset]) -> None:
        slideshow = work(make())
        first = slideshow.result_id

        changed = alice.put(f"/posts/slideshow/{slideshow.post_id}", slideshow_body(photos[::-1]))

        assert changed.status_code == 200, changed.content
        assert changed.json()["slideshow"]["status"] == "pending"
        assert work(slideshow).result_id != first
        assert PostMedia.objects.filter(post=slideshow.post, media_type=MediaType.SLIDESHOW_VIDEO).count() == 1

    def test_another_caption_keeps_the_video(self, alice: Caller, make: Make, photos: list[MediaAsset]) -> None:
        slideshow = work(make())

        changed = alice.put(
            f"/posts/slideshow/{slideshow.post_id}", slideshow_body(photos) | {"caption": "Other words"}
        )

        shown = changed.json()["slideshow"]
        assert (shown["status"], shown["video"]["id"]) == ("ready", str(slideshow.result_id))
        assert PostMedia.objects.filter(post=slideshow.post, media_type=MediaType.SLIDESHOW_VIDEO).count() == 1

    def test_the_same_choice_is_made_once(self, alice: Caller, make: Make, photos: list[MediaAsset]) -> None:
        first = work(make(transition="crossfade"))
        path = f"/posts/slideshow/{first.post_id}"
        alice.put(path, slideshow_body(photos))
        work(first)

        back = alice.put(path, slideshow_body(photos, transition="crossfade")).json()["slideshow"]
        another = make(transition="crossfade")

        assert back["status"] == "ready"
        assert back["video"]["id"] == str(first.result_id)
        assert (another.status, another.result_id) == (SlideshowStatus.READY, first.result_id)
        assert SlideshowVideo.objects.count() == 2

    def test_made_a_video_post_it_is_a_slideshow_no_more(self, alice: Caller, make: Make) -> None:
        slideshow, clip = make(), alice.upload(CLIP)
        body = {"caption": "", "media_ids": [str(clip.pk)], "timing": {"mode": "draft"}, "publications": []}

        changed = alice.put(f"/posts/{slideshow.post_id}", body)

        assert (changed.status_code, changed.json()["slideshow"]) == (200, None)
        assert alice.get(f"/posts/slideshow/{slideshow.post_id}/status").status_code == 404

    def test_the_library_keeps_what_a_slideshow_needs(
        self, alice: Caller, make: Make, photos: list[MediaAsset]
    ) -> None:
        slideshow = work(make())

        assert alice.delete(f"/media/{photos[0].pk}").json()["code"] == "media_in_use"
        assert alice.delete(f"/media/{slideshow.result_id}").json()["code"] == "media_in_use"


class TestOthers:
    def test_another_workspaces_slideshow_is_not_there(self, mallory: Caller, make: Make) -> None:
        slideshow = work(make())
        path, unknown = f"/posts/slideshow/{slideshow.post_id}", f"/posts/slideshow/{uuid4()}"
        for method, ending in (("get", "/status"), ("get", "/preview"), ("post", "/retry"), ("post", "/cancel")):
            theirs, nobodys = (getattr(mallory, method)(address + ending) for address in (path, unknown))
            assert (theirs.status_code, theirs.json()) == (404, nobodys.json())
        body = {"timing": {"mode": "draft"}, "images": []}
        assert mallory.put(path, body).status_code in {404, 422}
        assert mallory.get(f"/posts/{slideshow.post_id}").status_code == 404

    def test_a_post_that_is_no_slideshow_has_none(self, alice: Caller) -> None:
        clip = alice.upload(CLIP)
        body = {"caption": "", "media_ids": [str(clip.pk)], "timing": {"mode": "draft"}, "publications": []}
        post = alice.post("/posts", body).json()

        assert alice.get(f"/posts/slideshow/{post['id']}/status").status_code == 404


class TestQueries:
    """As many statements for ten images as for two."""

    def count(self, ask: Callable[[], Any]) -> int:
        with CaptureQueriesContext(connection) as asked:
            answer = ask()
        assert answer.status_code < 300, answer.content
        return len(asked)

    def count_each(self, caller: Caller, body: dict[str, Any]) -> list[int]:
        """Return how many statements each endpoint takes, one after the other, of one slideshow."""
        created = self.count(partial(caller.post, "/posts/slideshow", body))
        slideshow = Slideshow.objects.latest("created_at")
        path = f"/posts/slideshow/{slideshow.post_id}"
        work(slideshow)
        seen = [
            self.count(partial(caller.get, f"{path}/status")),
            self.count(partial(caller.get, f"{path}/preview")),
            self.count(partial(caller.put, path, body)),
            self.count(partial(caller.get, f"/posts/{slideshow.post_id}")),
        ]
        Slideshow.objects.filter(pk=slideshow.pk).update(status=SlideshowStatus.FAILED)
        again = [self.count(partial(caller.post, f"{path}/{what}")) for what in ("retry", "cancel")]
        return [created, *seen, *again]

    def test_are_constant_in_the_number_of_images(self, alice: Caller, photos: list[MediaAsset]) -> None:
        counts = [self.count_each(alice, slideshow_body((photos * 4)[:number])) for number in (2, 10)]

        assert counts[0] == counts[1]

    def test_a_list_of_posts_asks_no_more_for_slideshows(self, alice: Caller, photos: list[MediaAsset]) -> None:
        counts = []
        for _ in range(2):
            create(alice, slideshow_body(photos))
            create(alice, slideshow_body(photos[:2]))
            counts.append(self.count(partial(alice.get, "/posts")))

        assert counts[0] == counts[1]


class TestSending:
    def test_a_video_longer_than_the_account_may_post_is_refused_at_once(
        self, alice: Caller, sandbox: Sandbox, photos: list[MediaAsset]
    ) -> None:
        account = alice.connect(sandbox, "studio.nord")
        account.longest_video_s = 20
        account.save()
        body = slideshow_body(photos, account)
        for image in body["images"]:
            image["duration_ms"] = 9_000

        status, code, field, _ = refused(alice.post("/posts/slideshow", body))

        assert (status, code, field) == (422, "duration_check_failed", "publications.0.account_id")


def test_a_picture_saved_by_another_program_is_taken_too(
    alice: Caller, photos: list[MediaAsset], tmp_path: Path
) -> None:
    odd = tmp_path / "odd.png"
    Image.new("LA", (64, 900), (90, 128)).save(odd)

    post = create(alice, slideshow_body([photos[0], alice.upload(odd)]))

    assert work(Slideshow.objects.get(post_id=post["id"])).status == SlideshowStatus.READY
