"""Which posts have a file; deleting many files, and taking it back."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.conftest import add_accounts, add_asset, add_post, add_slideshow

from api.media import bin_services
from api.media.models import MediaAsset
from conftest import Caller

KEY = {"Idempotency-Key": "one-click"}


def draft(caller: Caller, *assets: MediaAsset, caption: str = "") -> str:
    body = {"caption": caption, "media_ids": [str(asset.pk) for asset in assets], "timing": {"mode": "draft"}}
    answer = caller.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def ids(*assets: MediaAsset) -> dict[str, list[str]]:
    return {"ids": [str(asset.pk) for asset in assets]}


def names(files: list[dict[str, Any]]) -> list[str]:
    return [file["file_name"] for file in files]


@pytest.mark.django_db
class TestWhereUsed:
    def test_names_the_posts_with_their_status_the_newest_first(self, alice: Caller) -> None:
        asset, [account] = add_asset(alice), add_accounts(alice, 1)
        scheduled = add_post(alice, [account], asset)
        drafted = draft(alice, asset, caption="To be written" + "!" * 200)
        alice.delete(f"/posts/{draft(alice, asset)}")

        items = alice.get(f"/media/{asset.pk}/posts").json()["items"]

        assert [(item["id"], item["status"]) for item in items] == [(drafted, "draft"), (scheduled["id"], "scheduled")]
        assert len(items[0]["caption"]) == 120

    def test_knows_the_pictures_of_a_slideshow(self, alice: Caller) -> None:
        post_id = add_slideshow(alice)
        picture = MediaAsset.objects.order_by("pk").first()
        assert picture

        [item] = alice.get(f"/media/{picture.pk}/posts").json()["items"]

        assert (item["id"], item["kind"]) == (post_id, "slideshow")

    def test_takes_as_few_queries_for_many_posts(self, alice: Caller) -> None:
        asset, accounts, counts = add_asset(alice), add_accounts(alice, 3), []
        for many in (1, 20):
            for _ in range(many):
                add_post(alice, accounts, asset)
            with CaptureQueriesContext(connection) as queries:
                alice.get(f"/media/{asset.pk}/posts")
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 5


@pytest.mark.django_db
class TestDeleteMany:
    def test_says_beforehand_what_goes_and_what_stays_and_does_exactly_that(self, alice: Caller) -> None:
        used, free, also_free = (add_asset(alice, number) for number in range(3))
        post_ids = [draft(alice, used, caption=f"Draft {number}") for number in range(4)]

        told = alice.post("/media/delete/preview", ids(used, free, also_free)).json()
        assert MediaAsset.objects.filter(deleted_at=None).count() == 3
        done = alice.post("/media/delete", ids(used, free, also_free), **KEY).json()

        assert done == told
        assert names(done["deleted"]) == ["clip-1.mp4", "clip-2.mp4"]
        [kept] = done["kept"]
        assert (kept["file_name"], kept["post_count"]) == ("clip-0.mp4", 4)
        assert [post["id"] for post in kept["posts"]] == post_ids[:0:-1]
        assert names(alice.get("/media").json()["items"]) == ["clip-0.mp4"]

    def test_answers_a_repeated_request_with_the_first_answer(self, alice: Caller) -> None:
        asset = add_asset(alice)

        first = alice.post("/media/delete", ids(asset), **KEY).json()
        alice.post("/media/restore", ids(asset))
        again = alice.post("/media/delete", ids(asset), **KEY).json()

        assert first == again
        assert MediaAsset.objects.get().deleted_at is None

    def test_touches_nothing_of_another_workspace(self, alice: Caller, mallory: Caller) -> None:
        asset = add_asset(alice)
        nothing: dict[str, list[str]] = {"deleted": [], "kept": []}

        assert mallory.post("/media/delete/preview", ids(asset)).json() == nothing
        assert mallory.post("/media/delete", ids(asset)).json() == nothing
        alice.delete(f"/media/{asset.pk}")
        assert mallory.post("/media/restore", ids(asset)).json() == {"count": 0}
        assert MediaAsset.objects.get().deleted_at

    def test_takes_as_few_queries_for_many_files(self, alice: Caller) -> None:
        counts = []
        for first, many in ((0, 2), (2, 40)):
            assets = [add_asset(alice, number) for number in range(first, first + many)]
            for asset in assets[::2]:
                draft(alice, asset)
            with CaptureQueriesContext(connection) as queries:
                alice.post("/media/delete", ids(*assets))
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 12


@pytest.mark.django_db
class TestUndo:
    def test_brings_everything_back_as_it_was(self, alice: Caller) -> None:
        asset = add_asset(alice)
        alice.put(f"/media/{asset.pk}/tags", {"tags": ["kept"]})
        before = alice.get("/media").json()
        alice.post("/media/delete", ids(asset))
        assert alice.get(f"/media/{asset.pk}").status_code == 404

        assert alice.post("/media/restore", ids(asset)).json() == {"count": 1}

        assert alice.get("/media").json() == before

    def test_is_over_once_the_sweep_was_there_and_not_before(self, alice: Caller) -> None:
        asset = add_asset(alice)
        alice.post("/media/delete", ids(asset))

        assert bin_services.sweep(now=timezone.now()) == 0
        assert bin_services.sweep(now=timezone.now() + bin_services.KEPT) == 1
        assert alice.post("/media/restore", ids(asset)).json() == {"count": 0}
        assert not MediaAsset.objects.exists()

    def test_is_not_needed_for_what_a_post_takes_meanwhile(self, alice: Caller) -> None:
        """Who had chosen the file before it was deleted and saves the post now keeps it."""
        asset = add_asset(alice)
        post_id = draft(alice, asset)
        MediaAsset.objects.update(deleted_at=timezone.now())  # as if it had been put away without looking

        assert bin_services.sweep(now=timezone.now() + bin_services.KEPT) == 0

        assert alice.get(f"/media/{asset.pk}").status_code == 200
        assert alice.get(f"/posts/{post_id}").json()["media"][0]["id"] == str(asset.pk)

    def test_happens_by_itself_when_the_same_file_comes_again(self, alice: Caller) -> None:
        asset = alice.upload()
        alice.delete(f"/media/{asset.pk}")

        again = alice.upload()

        assert (again.pk, again.deleted_at) == (asset.pk, None)

    def test_a_deleted_file_cannot_be_put_into_a_post(self, alice: Caller) -> None:
        asset = add_asset(alice)
        alice.delete(f"/media/{asset.pk}")

        assert alice.post("/posts", {"media_ids": [str(asset.pk)], "timing": {"mode": "draft"}}).status_code == 404


@pytest.mark.django_db(transaction=True)
class TestAtTheSameTime:
    def test_a_file_that_gets_into_a_post_is_never_lost(self, alice: Caller) -> None:
        for number in range(8):
            asset, start = add_asset(alice, number), Barrier(2)

            def both(what: str, asset: MediaAsset = asset, start: Barrier = start) -> int:
                try:
                    caller = Caller(alice.member, alice.token, Client())
                    start.wait()
                    if what == "delete":
                        return int(caller.post("/media/delete", ids(asset)).status_code)
                    body = {"media_ids": [str(asset.pk)], "timing": {"mode": "draft"}}
                    return int(caller.post("/posts", body).status_code)
                finally:
                    connection.close()

            with ThreadPoolExecutor(2) as pool:
                _, posted = pool.map(both, ["delete", "post"])

            row = MediaAsset.objects.get(pk=asset.pk)
            assert (row.deleted_at is None) == (posted == 201), (posted, row.deleted_at)
