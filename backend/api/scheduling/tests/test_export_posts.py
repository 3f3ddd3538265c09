"""Posts taken along as CSV, and brought again."""

import csv
import io
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account
from api.media.models import MediaAsset, MediaKind
from api.posts.models import Post
from api.publishing.models import Publication, State
from api.scheduling.csv_columns import EXPORTED
from api.workspaces.models import AuditEntry
from conftest import Caller

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")
STRANGE = (
    "=1+1",
    "@friend, look",
    "-5 °C",
    "+49",
    "\ttab",
    "'=quoted",
    "“so”; said\nshe, “again”",
    'a "b" c',
    "|",
    " x ",
)


def day(ahead: int) -> str:
    return f"{datetime.now(BERLIN) + timedelta(days=ahead):%Y-%m-%d}"


def take(caller: Caller, query: str = "") -> tuple[str, list[dict[str, str]]]:
    """Return the file as it came, and its rows as a spreadsheet shows them."""
    answer: Any = caller.get(f"/posts/export{query}")
    assert answer.status_code == 200, answer.content
    text = answer.getvalue().decode("utf-8")
    return text, list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def captions(caller: Caller, query: str) -> list[str]:
    return [row["caption"] for row in take(caller, query)[1]]


def write(caller: Caller, caption: str, *chosen: dict[str, object], **more: object) -> str:
    body = {"caption": caption, "timing": {"mode": "draft"}, "consent": True, "publications": list(chosen), **more}
    answer = caller.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def on(account: Account, **choices: object) -> dict[str, object]:
    return {"account_id": str(account.pk), "privacy_level": "SELF_ONLY", **choices}


def at(local: str) -> dict[str, str]:
    return {"mode": "at", "local_time": local, "time_zone": "Europe/Berlin"}


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 3)


class TestFile:
    def test_is_utf8_that_excel_knows_and_named_by_its_day(self, alice: Caller) -> None:
        write(alice, "Grüße ☀")
        answer: Any = alice.get("/posts/export")

        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert answer["Content-Disposition"] == f'attachment; filename="carillon-posts-{day(0)}.csv"'
        text = answer.getvalue().decode()
        assert text.startswith("\ufeffcaption,title,kind,media,accounts,local_time,")
        assert "Grüße ☀" in text
        assert AuditEntry.objects.get(action="posts.exported").sentence == f"exported carillon-posts-{day(0)}.csv"

    def test_of_nothing_has_its_columns_alone(self, alice: Caller) -> None:
        assert take(alice) == ("\ufeff" + ",".join(EXPORTED) + "\r\n", [])

    def test_tells_each_account_apart(self, alice: Caller, accounts: list[Account]) -> None:
        chosen = [on(accounts[0]), on(accounts[1])]
        write(alice, "A", *chosen, media_ids=[str(add_asset(alice).pk)], timing=at(f"{day(3)}T18:00"))
        first, second = Publication.objects.order_by("pk")
        Publication.objects.filter(pk=first.pk).update(
            state=State.PUBLISHED, published_at=timezone.now(), tiktok_post_id="7000000000000000001"
        )
        Publication.objects.filter(pk=second.pk).update(state=State.FAILED, reason_message="Too long.")

        [row] = take(alice)[1]

        assert (row["status"], row["account_states"]) == ("failed", "account.0: published | account.1: failed")
        assert row["reason"] == "account.1: Too long."
        assert row["tiktok_url"].startswith("account.0: http")
        assert row["published_at"].startswith(f"account.0: {timezone.now():%Y-%m-%d}")
        assert (row["local_time"], row["time_zone"]) == (f"{day(3)} 18:00", "Europe/Berlin")

    def test_marks_what_a_spreadsheet_would_run(self, alice: Caller) -> None:
        for caption in STRANGE:
            write(alice, caption)

        for row in take(alice)[1]:
            assert row["caption"][:1] not in set("=+-@\t\r")

    def test_names_files_and_accounts_by_id_where_names_do_not_say_which(
        self, alice: Caller, accounts: list[Account]
    ) -> None:
        clips = [add_asset(alice, number) for number in range(2)]
        MediaAsset.objects.update(file_name="same.mp4")
        Account.objects.filter(pk=accounts[1].pk).update(username="account.0")
        write(alice, "A", on(accounts[0]), on(accounts[2]), media_ids=[str(clips[0].pk)])

        [row] = take(alice)[1]

        assert (row["media"], row["accounts"]) == (str(clips[0].pk), f"{accounts[0].pk}|account.2")

    def test_shows_nothing_of_others(self, alice: Caller, mallory: Caller, accounts: list[Account]) -> None:
        write(alice, "A", on(accounts[0]))

        assert take(mallory)[1] == []
        assert take(mallory, f"?account={accounts[0].pk}")[1] == []


class TestFilters:
    def test_narrow_it_as_they_do_the_list(self, alice: Caller, accounts: list[Account]) -> None:
        media = [str(add_asset(alice).pk)]
        write(alice, "Sunday bells", on(accounts[0]), media_ids=media, timing=at(f"{day(3)}T18:00"))
        write(alice, "Monday bells", on(accounts[1]), media_ids=media, timing=at(f"{day(4)}T00:00"))
        write(alice, "Some day", timing={"mode": "draft", "local_time": f"{day(3)}T09:00"})
        write(alice, "No day")

        assert captions(alice, "?status=draft") == ["No day", "Some day"]
        assert captions(alice, f"?account={accounts[1].pk}") == ["Monday bells"]
        assert captions(alice, "?q=bells%20sun") == ["Sunday bells"]
        assert captions(alice, f"?from={day(3)}&to={day(3)}") == ["Some day", "Sunday bells"]
        assert captions(alice, f"?from={day(4)}") == ["Monday bells"]
        assert captions(alice, f"?to={day(3)}") == ["Some day", "Sunday bells"]

    def test_refuse_the_end_of_time(self, alice: Caller) -> None:
        for query in ("?from=0001-01-01", "?to=9999-12-31"):
            assert alice.get(f"/posts/export{query}").json()["code"] == "range_too_far"


class TestBound:
    def test_queries_grow_by_chunks_and_not_by_posts(self, alice: Caller, accounts: list[Account]) -> None:
        def count(posts: int) -> int:
            made = Post.objects.count()
            for number in range(made, posts):
                post = Post.objects.create(workspace=alice.member.workspace, caption=f"{number}", due_at=timezone.now())
                Publication.objects.create(
                    workspace=post.workspace, post=post, account=accounts[number % 3], state="draft"
                )
            with CaptureQueriesContext(connection) as queries:
                assert len(take(alice)[1]) == posts
            return len(queries)

        one, many, two_chunks, three_chunks = count(1), count(199), count(399), count(401)

        assert one == many <= 12
        assert two_chunks - many <= 6
        assert three_chunks - two_chunks <= 6


class TestRoundTrip:
    def test_an_accounts_own_words_and_the_cover_stand_in_its_row(self, alice: Caller, accounts: list[Account]) -> None:
        chosen = [on(accounts[0]), on(accounts[1], own_caption="In other words")]
        write(
            alice, "For all", *chosen, media_ids=[str(add_asset(alice).pk)], timing=at(f"{day(3)}T18:00"), cover_ms=1500
        )

        text, rows = take(alice)
        told = {row["accounts"]: (row["caption"], row["cover_ms"]) for row in rows}
        again = alice.post("/posts/import", {"csv": text, "time_zone": "Europe/Berlin", "dry_run": True}).json()

        assert told == {"account.0": ("For all", "1500"), "account.1": ("In other words", "1500")}
        assert [item["outcome"] for item in again["items"]] == ["repeated", "repeated"]

    def test_what_was_taken_along_can_be_brought_elsewhere(
        self, alice: Caller, mallory: Caller, accounts: list[Account]
    ) -> None:
        photos = [str(add_asset(alice, number, kind=MediaKind.IMAGE).pk) for number in (1, 2)]
        clip = str(add_asset(alice).pk)
        for caption in STRANGE:
            write(alice, caption)
        write(
            alice,
            "@all",
            on(accounts[0], allow_comment=True, disclosure=True, your_brand=True),
            on(accounts[1], privacy_level="PUBLIC_TO_EVERYONE", is_aigc=True),
            on(accounts[2], allow_comment=True, disclosure=True, your_brand=True),
            media_ids=[clip],
            timing=at(f"{day(3)}T18:00") | {"late_limit_min": None, "stagger_min": 10},
        )
        chosen = on(accounts[0], auto_add_music=True)
        more: dict[str, Any] = {"kind": "photo", "title": "=Autumn", "cover_index": 1, "media_ids": photos}
        write(alice, "Leaves", chosen, **more, timing={"mode": "draft", "local_time": f"{day(5)}T10:00"})
        text, rows = take(alice)
        again = alice.post("/posts/import", {"csv": text, "time_zone": "UTC", "dry_run": True}).json()
        for kind, number in ((MediaKind.IMAGE, 1), (MediaKind.IMAGE, 2), (MediaKind.VIDEO, 0)):
            add_asset(mallory, number, kind=kind)
        add_accounts(mallory, 3)

        there = mallory.post("/posts/import", {"csv": text, "time_zone": "UTC", "consent": True}).json()

        assert len(rows) == len(STRANGE) + 3  # the accounts that differ have a row of their own
        assert again["repeated"] == len(rows)
        assert (there["scheduled"], there["refused"], there["ignored_columns"]) == (2, 0, [])
        assert sorted(map(plain, take(mallory)[1])) == sorted(map(plain, rows))


def plain(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in EXPORTED)
