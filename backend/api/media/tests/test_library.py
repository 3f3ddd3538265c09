"""Finding files among many: words, kinds, what TikTok says, tags, orders, and a page after the other."""

import base64
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conftest import add_asset

from api.media.models import AssetStatus, MediaAsset, MediaKind
from conftest import Caller

pytestmark = pytest.mark.django_db


def put(caller: Caller, number: int, **changes: Any) -> MediaAsset:
    asset = add_asset(caller, number, kind=changes.pop("kind", MediaKind.VIDEO))
    MediaAsset.objects.filter(pk=asset.pk).update(**{"worst": "fine"} | changes)
    asset.refresh_from_db()
    return asset


def names(caller: Caller, **wish: object) -> list[str]:
    answer = caller.get(f"/media?{urlencode(wish)}")
    assert answer.status_code == 200, answer.content
    return [item["file_name"] for item in answer.json()["items"]]


def tag(caller: Caller, asset: MediaAsset, *tags: str) -> Any:
    return caller.put(f"/media/{asset.pk}/tags", {"tags": list(tags)})


def rename(caller: Caller, asset: MediaAsset, name: str) -> Any:
    return caller._send("PATCH", f"/media/{asset.pk}", {"file_name": name})


class TestSearch:
    def test_finds_every_word_in_name_or_tags_however_written(self, alice: Caller) -> None:
        meadow = put(alice, 1, file_name="Morning Meadow.mp4")
        put(alice, 2, file_name="evening meadow.mp4")
        tag(alice, meadow, "Client Nord", "b-roll")

        assert names(alice, q="MEADOW") == ["evening meadow.mp4", "Morning Meadow.mp4"]
        assert names(alice, q="meadow nord") == ["Morning Meadow.mp4"]
        assert names(alice, q="b-roll morning") == ["Morning Meadow.mp4"]
        assert names(alice, q="meadow nowhere") == []

    @pytest.mark.parametrize("words", ["%", "_", "\\", "{", "'", "\n"])
    def test_takes_signs_as_they_are(self, alice: Caller, words: str) -> None:
        tag(alice, put(alice, 1), "one", "two")

        assert names(alice, q=words) == (["clip-1.mp4"] if words == "\n" else [])

    def test_does_not_find_two_tags_as_one(self, alice: Caller) -> None:
        tag(alice, put(alice, 1), "one", "two")

        assert names(alice, q="one,two") == []


class TestNarrow:
    def test_by_kind_and_by_what_tiktok_says(self, alice: Caller) -> None:
        put(alice, 1, file_name="fits.mp4")
        put(alice, 2, file_name="risky.mp4", worst="risky")
        put(alice, 3, file_name="refused.mp4", worst="refused")
        put(alice, 4, file_name="broken.mp4", status=AssetStatus.REJECTED, worst="")
        put(alice, 5, file_name="photo.jpg", kind=MediaKind.IMAGE)
        put(alice, 6, file_name="song.mp3", kind=MediaKind.AUDIO)

        assert names(alice, verdict="fits") == ["song.mp3", "photo.jpg", "fits.mp4"]
        assert names(alice, verdict="fix") == ["refused.mp4", "risky.mp4"]
        assert names(alice, verdict="unusable") == ["broken.mp4"]
        assert names(alice, kind="audio") == ["song.mp3"]
        assert names(alice, kind="video", verdict="fits") == ["fits.mp4"]

    def test_to_what_no_post_has(self, alice: Caller) -> None:
        used, _, was_used = put(alice, 1), put(alice, 2), put(alice, 3)
        for asset in (used, was_used):
            post = alice.post("/posts", {"media_ids": [str(asset.pk)], "timing": {"mode": "draft"}}).json()
        alice.delete(f"/posts/{post['id']}")

        assert names(alice, unused="true") == ["clip-3.mp4", "clip-2.mp4"]
        assert alice.get("/media/count?unused=true").json() == {"count": 2}

    def test_by_a_tag_however_written(self, alice: Caller) -> None:
        tag(alice, put(alice, 1), "Straße")
        tag(alice, put(alice, 2), "Strasse north")

        assert names(alice, tag="STRASSE") == ["clip-1.mp4"]

    @pytest.mark.parametrize("query", ["verdict=good", "sort=tags", "kind=sound", "unused=perhaps", "q=a%00b"])
    def test_refuses_what_does_not_exist(self, alice: Caller, query: str) -> None:
        assert alice.get(f"/media?{query}").status_code == 422


class TestOrder:
    @pytest.fixture
    def files(self, alice: Caller) -> None:
        rows = [("b.mp4", 30, 9), ("C.mp4", 10, None), ("a.mp4", 20, 12), ("A.mp4", 20, 9)]
        for number, (name, size, duration) in enumerate(rows):
            put(alice, number, file_name=name, size_bytes=size, duration_ms=duration)

    @pytest.mark.parametrize(
        ("sort", "expected"),
        [
            ("newest", ["A.mp4", "a.mp4", "C.mp4", "b.mp4"]),
            ("name", ["a.mp4", "A.mp4", "b.mp4", "C.mp4"]),
            ("size", ["b.mp4", "A.mp4", "a.mp4", "C.mp4"]),
            ("duration", ["a.mp4", "A.mp4", "b.mp4", "C.mp4"]),
        ],
    )
    @pytest.mark.usefixtures("files")
    def test_is_kept_from_page_to_page(self, alice: Caller, sort: str, expected: list[str]) -> None:
        assert names(alice, sort=sort) == expected

        found, cursor = [], ""
        while True:
            page = alice.get(f"/media?sort={sort}&limit=1&cursor={cursor}" if cursor else f"/media?sort={sort}&limit=1")
            found += [item["file_name"] for item in page.json()["items"]]
            cursor = page.json()["next_cursor"]
            if not cursor:
                break

        assert found == expected

    @pytest.mark.usefixtures("files")
    @pytest.mark.parametrize(("of", "used_for"), [("name", "size"), ("name", "newest"), ("size", "newest")])
    def test_refuses_the_cursor_of_another_order(self, alice: Caller, of: str, used_for: str) -> None:
        cursor = alice.get(f"/media?sort={of}&limit=1").json()["next_cursor"]

        answer = alice.get(f"/media?sort={used_for}&limit=1&cursor={cursor}")

        assert (answer.status_code, answer.json()["code"]) == (422, "cursor_unknown")


class TestManyFiles:
    def test_cost_as_few_queries_as_one(self, alice: Caller) -> None:
        wish = "/media?q=clip&kind=video&verdict=fits&unused=true&sort=name&limit=100"
        counts = []
        for numbers in (range(1), range(1, 60)):
            for number in numbers:
                tag(alice, put(alice, number), "clip", f"number {number}")
            with CaptureQueriesContext(connection) as queries:
                assert alice.get(wish).json()["items"][0]["uploaded_by"]
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 3

    def test_are_read_off_an_index_in_every_order(self, alice: Caller) -> None:
        """Of ten thousand files a page is read, not the library."""
        rows = [
            MediaAsset(
                workspace=alice.member.workspace,
                file_name=f"clip {number * 7919 % 10_000}.mp4",
                kind=MediaKind.VIDEO,
                mime_type="video/mp4",
                sha256=f"{number:064x}",
                size_bytes=number * 31 % 9_973,
                duration_ms=number * 17 % 9_967,
                status=AssetStatus.READY,
                worst="fine",
                tag_keys=["rare"] if number == 5_000 else [],
                tags=["rare"] if number == 5_000 else [],
            )
            for number in range(10_000)
        ]
        MediaAsset.objects.bulk_create(rows, batch_size=2_000)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE media_mediaasset")
            for sort in ("newest", "name", "size", "duration"):
                page = alice.get(f"/media?sort={sort}&limit=50").json()
                with CaptureQueriesContext(connection) as queries:
                    alice.get(f"/media?sort={sort}&limit=50&cursor={page['next_cursor']}")
                [asked] = [one["sql"] for one in queries.captured_queries if "media_mediaasset" in one["sql"]]
                cursor.execute(f"EXPLAIN {asked}")
                plan = "\n".join(line for (line,) in cursor.fetchall())
                assert "Sort" not in plan.replace("Sort Key", ""), (sort, plan)
        assert names(alice, tag="Rare") == [f"clip {5_000 * 7919 % 10_000}.mp4"]


class TestTags:
    def test_are_kept_as_written_and_counted_without_regard_to_it(self, alice: Caller) -> None:
        first, second = put(alice, 1), put(alice, 2)

        shown = tag(alice, first, "  Client   Nord ", "client nord", "Summer", "").json()
        tag(alice, second, "summer")

        assert shown["tags"] == ["Client Nord", "Summer"]
        counted = alice.get("/media/tags").json()["items"]
        assert [(one["name"].casefold(), one["count"]) for one in counted] == [("summer", 2), ("client nord", 1)]

    def test_of_many_files_change_at_once(self, alice: Caller) -> None:
        first, second, third = (put(alice, number) for number in range(3))
        tag(alice, first, "Old", "kept")
        tag(alice, second, "new")
        ids = [str(one.pk) for one in (first, second)]

        answer = alice.post("/media/tags", {"ids": ids, "add": ["New"], "remove": ["old"]}, **{"Idempotency-Key": "k"})
        again = alice.post("/media/tags", {"ids": ids, "add": ["New"], "remove": ["old"]}, **{"Idempotency-Key": "k"})

        assert answer.json() == again.json() == {"changed": [str(first.pk)]}
        tags = {item["id"]: item["tags"] for item in alice.get("/media").json()["items"]}
        assert tags == {str(first.pk): ["kept", "New"], str(second.pk): ["new"], str(third.pk): []}

    def test_are_twenty_at_most_on_each_file_or_nothing_changes(self, alice: Caller) -> None:
        full, empty = put(alice, 1), put(alice, 2)
        assert tag(alice, full, *map(str, range(20))).status_code == 200
        assert tag(alice, empty, *map(str, range(21))).json()["code"] == "too_many_tags"

        answer = alice.post("/media/tags", {"ids": [str(empty.pk), str(full.pk)], "add": ["one more"]})

        assert (answer.status_code, answer.json()["code"]) == (422, "too_many_tags")
        assert "clip-1.mp4 would have 21 tags" in answer.json()["detail"]
        assert MediaAsset.objects.get(pk=empty.pk).tags == []

    @pytest.mark.parametrize(("word", "code"), [("x" * 41, "tag_too_long"), ("a\x07b", "tag_unfit")])
    def test_refuses_what_is_none(self, alice: Caller, word: str, code: str) -> None:
        answer = tag(alice, put(alice, 1), "fine", word)

        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert answer.json()["errors"][0]["field"] == "tags.1"

    def test_of_another_workspace_are_not_seen_and_not_changed(self, alice: Caller, mallory: Caller) -> None:
        theirs = put(alice, 1)
        tag(alice, theirs, "secret")

        assert mallory.get("/media/tags").json() == {"items": []}
        answer = mallory.post("/media/tags", {"ids": [str(theirs.pk)], "remove": ["secret"]})
        assert answer.status_code == 404
        assert MediaAsset.objects.get(pk=theirs.pk).tags == ["secret"]

    def test_change_in_as_few_queries_for_many_files(self, alice: Caller) -> None:
        ids, counts = [str(put(alice, number).pk) for number in range(40)], []
        for some, word in ((ids[:1], "a"), (ids, "b")):
            with CaptureQueriesContext(connection) as queries:
                alice.post("/media/tags", {"ids": some, "add": [word]})
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 8


class TestRename:
    def test_shows_the_new_name_and_never_a_path(self, alice: Caller) -> None:
        asset = put(alice, 1)

        shown = rename(alice, asset, "../Summer.mp4")

        assert shown.json()["file_name"] == "Summer.mp4"
        assert names(alice, q="summer") == ["Summer.mp4"]

    def test_refuses_no_name(self, alice: Caller) -> None:
        asset = put(alice, 1)

        answer = rename(alice, asset, "  ")

        assert (answer.status_code, answer.json()["code"]) == (422, "name_missing")


class TestForgedCursor:
    @pytest.mark.parametrize(
        "cursor",
        [
            "x",
            '["size", "a", "0"]',
            '["size", "a", "{pk}"]',
            '["size", null, "{pk}"]',
            '["size"]',
            "7",
            '["size", 1, 7]',
        ],
    )
    def test_is_no_page(self, alice: Caller, cursor: str) -> None:
        asset = put(alice, 1)
        written = base64.urlsafe_b64encode(cursor.replace("{pk}", asset.pk.hex).encode()).decode()

        answer = alice.get(f"/media?sort=size&cursor={written}")

        assert (answer.status_code, answer.json()["code"]) == (422, "cursor_unknown")

    def test_of_a_size_no_database_has_is_the_end_or_none(self, alice: Caller) -> None:
        asset = put(alice, 1)
        for size in (10**30, -(10**30)):
            written = base64.urlsafe_b64encode(f'["size", {size}, "{asset.pk.hex}"]'.encode()).decode()
            assert alice.get(f"/media?sort=size&cursor={written}").status_code in (200, 422)
