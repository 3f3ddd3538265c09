"""Posts brought as CSV: what each row becomes, and everything that can stand in its way."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings
from tests.conftest import add_accounts, add_asset

from api.accounts.models import Account, AccountStatus, PostMode
from api.media.models import AssetStatus, MediaAsset, MediaKind
from api.posts.models import Post, TimingMode
from api.publishing.models import Publication, State
from api.slideshows.models import Slideshow
from api.workspaces.models import AuditEntry
from conftest import Caller
from core.models import IdempotencyRecord

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")
HEADER = "caption,media,accounts,local_time,privacy"


def day(ahead: int) -> str:
    return f"{datetime.now(BERLIN) + timedelta(days=ahead):%Y-%m-%d}"


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


@pytest.fixture
def clip(alice: Caller) -> MediaAsset:
    return add_asset(alice)


@pytest.fixture
def photos(alice: Caller) -> list[MediaAsset]:
    return [add_asset(alice, number, kind=MediaKind.IMAGE) for number in (1, 2)]


def send(caller: Caller, *rows: str, header: str = HEADER, **more: object) -> Any:
    body = {"csv": "\n".join([header, *rows]), "time_zone": "Europe/Berlin", "consent": True, **more}
    answer = caller.post("/posts/import", body)
    assert answer.status_code == 200, answer.content
    return answer.json()


def one(caller: Caller, row: str, header: str = HEADER, **more: object) -> Any:
    [item] = send(caller, row, header=header, **more)["items"]
    return item


def problems(item: Any) -> list[tuple[str, str]]:
    return [(problem["column"], problem["code"]) for problem in item["problems"]]


@pytest.mark.usefixtures("accounts", "clip", "photos")
class TestRows:
    def test_becomes_a_scheduled_post_with_all_it_says(self, alice: Caller, clip: MediaAsset) -> None:
        header = HEADER + ",comment,duet,stitch,your_brand,aigc,late_limit_min,stagger_min"
        row = f'"Hello, you\nall",clip-0.mp4,@Account.0|account.1,{day(2)} 18:00,public,yes,no,1,x,true,never,30'
        answer = send(alice, row, header=header)

        [item], post = answer["items"], Post.objects.get()
        assert (answer["scheduled"], answer["drafts"], answer["refused"], item["outcome"]) == (1, 0, 0, "scheduled")
        assert (item["line"], item["post_id"], item["local_time"]) == (2, str(post.pk), f"{day(2)}T18:00")
        assert (post.caption, post.timing_mode, post.time_zone) == ("Hello, you\nall", "at", "Europe/Berlin")
        assert (post.late_limit_min, post.stagger_min, post.consent_by) == (None, 30, alice.member.user)
        assert [place.asset_id for place in post.places.all()] == [clip.pk]
        for made in Publication.objects.all():
            assert (made.state, made.privacy_level) == (State.SCHEDULED, "PUBLIC_TO_EVERYONE")
            assert (made.allow_comment, made.allow_duet, made.allow_stitch) == (True, False, True)
            assert (made.disclosure, made.your_brand, made.branded_content, made.is_aigc) == (True, True, False, True)
        assert Publication.objects.count() == 2
        assert AuditEntry.objects.get(action="posts.imported").sentence.endswith("1 scheduled, 0 as drafts")

    def test_becomes_a_draft_without_a_time_or_without_an_account(self, alice: Caller) -> None:
        answer = send(alice, "One,,account.0,,", f"Two,clip-0.mp4,,{day(2)} 18:00,", "Three,,,,")

        assert (answer["scheduled"], answer["drafts"]) == (0, 3)
        assert [item["lacks"] for item in answer["items"]] == [["a time"], ["an account"], ["a time", "an account"]]
        assert set(Post.objects.values_list("timing_mode", flat=True)) == {"draft"}
        assert Post.objects.get(caption="Two").local_time == f"{day(2)}T18:00"
        assert Publication.objects.get().state == State.DRAFT

    def test_becomes_a_draft_where_it_says_so(self, alice: Caller) -> None:
        item = one(alice, f"A,clip-0.mp4,account.0,{day(2)} 18:00,,draft", HEADER + ",status")

        assert (item["outcome"], item["lacks"]) == ("draft", [])
        assert (Post.objects.get().due_at, Publication.objects.get().state) == (None, State.DRAFT)

    def test_of_photos_becomes_a_photo_post(self, alice: Caller, photos: list[MediaAsset]) -> None:
        item = one(
            alice,
            f"A,photo-2.jpg|{photos[0].pk},account.0,{day(2)} 18:00,only me,Autumn,2,yes,draft",
            HEADER + ",title,cover,music,status",
        )

        post = Post.objects.get()
        assert (item["outcome"], item["kind"]) == ("draft", "photo")
        assert (post.kind, post.title, post.cover_index) == ("photo", "Autumn", 1)
        assert [place.asset_id for place in post.places.order_by("order")] == [photos[1].pk, photos[0].pk]
        assert Publication.objects.get().auto_add_music is True

    def test_can_be_a_slideshow(self, alice: Caller) -> None:
        item = one(alice, f"A,photo-1.jpg|photo-2.jpg,account.0,{day(2)} 18:00,public,slideshow", HEADER + ",kind")

        assert item["outcome"] == "scheduled"
        assert [place.duration_ms for place in Post.objects.get().places.all()] == [3000, 3000]
        assert Slideshow.objects.count() == 1

    def test_can_be_left_in_the_inbox(self, alice: Caller) -> None:
        Account.objects.update(scopes=["user.info.basic", "video.upload", "video.publish"])

        item = one(alice, f"A,clip-0.mp4,account.0,{day(2)} 18:00,,inbox", HEADER + ",mode")

        assert (item["outcome"], item["accounts"][0]["post_mode"]) == ("scheduled", "MEDIA_UPLOAD")
        assert Publication.objects.get().post_mode == PostMode.MEDIA_UPLOAD

    def test_has_its_own_zone_and_says_what_the_clocks_do(self, alice: Caller) -> None:
        year = datetime.now(BERLIN).year + 1
        spring = next(f"{year}-03-{n}" for n in range(25, 32) if date(year, 3, n).weekday() == 6)

        answer = send(
            alice,
            f"A,clip-0.mp4,account.0,{spring} 02:30,public,",
            f"B,clip-0.mp4,account.0,{day(2)} 18:00,public,Asia/Tokyo",
            header=HEADER + ",time_zone",
        )

        assert [item["clock"] for item in answer["items"]] == ["skipped", "plain"]
        tokyo = datetime.fromisoformat(f"{day(2)}T18:00").replace(tzinfo=ZoneInfo("Asia/Tokyo"))
        assert Post.objects.get(caption="B").due_at == tokyo

    def test_finds_accounts_by_address_nickname_and_id(self, alice: Caller, accounts: list[Account]) -> None:
        names = ("https://www.tiktok.com/@account.0", "Account 1", str(accounts[0].pk))

        found = [one(alice, f"{number},,{name},,")["accounts"] for number, name in enumerate(names)]

        assert [[account["account"]["username"] for account in each] for each in found] == [
            ["account.0"],
            ["account.1"],
            ["account.0"],
        ]

    def test_reads_dates_in_the_order_of_the_file(self, alice: Caller) -> None:
        header = "caption,date,time"
        told = send(alice, "A,3/4/2027,18:00", "B,31/12/2026,6 pm", header=header, dry_run=True)
        asked = send(alice, "A,3/4/2027,18:00", header=header, dry_run=True)
        chosen = send(alice, "A,3/4/2027,18:00", header=header, dry_run=True, date_order="mdy")

        assert (told["date_order"], told["items"][0]["local_time"]) == ("dmy", "2027-04-03T18:00")
        assert (asked["date_order"], problems(asked["items"][0])) == (None, [("date", "date_ambiguous")])
        assert chosen["items"][0]["local_time"] == "2027-03-04T18:00"


@pytest.mark.usefixtures("accounts", "clip", "photos")
class TestRefusals:
    @pytest.mark.parametrize(
        ("header", "row", "column", "code", "words"),
        [
            ("accounts", "Acount.0", "accounts", "account_unknown", "called @Acount.0. Did you mean @account.0?"),
            ("accounts", "nobody else", "accounts", "account_unknown", "No account here is called nobody else."),
            ("media", "clip-O.mp4", "media", "media_unknown", "called clip-O.mp4. Did you mean clip-0.mp4?"),
            ("media", "zzzz.avi", "media", "media_unknown", "Upload it first."),
            ("media,kind", "photo-1.jpg,video", "media", "media_unfit", "is a picture. Make it a photo post."),
            ("media", "clip-0.mp4|photo-1.jpg", "media", "too_many_media", "A video post has one video."),
            ("media", "photo-1.jpg|clip-0.mp4", "media", "media_unfit", "TikTok does not mix videos and photos."),
            ("media,kind", "photo-1.jpg,slideshow", "media", "image_count", "A slideshow has 2 to 10 images"),
            ("kind", "story", "kind", "kind_unknown", "Write video, photo or slideshow."),
            ("privacy", "anyone", "privacy", "privacy_unknown", "Write public, friends, followers or only me."),
            ("comment", "maybe", "comment", "yes_no_unknown", "“maybe” is neither yes nor no."),
            ("mode", "mail", "mode", "mode_unknown", "Write direct or inbox"),
            ("late_limit_min", "2", "late_limit_min", "number_invalid", "from 5 to 10,080"),
            ("stagger_min", "x", "stagger_min", "number_invalid", "from 0 to 1,440"),
            ("cover,media", "9,photo-1.jpg", "cover", "cover_unfit", "The cover is not among the photos."),
            ("time_zone", "Mars/Base", "time_zone", "time_zone_unknown", "no time zone called “Mars/Base”"),
            ("local_time", "soon", "local_time", "date_invalid", "Write it as 2026-12-01."),
            ("local_time,time", "2026-12-01 18:00,19:00", "local_time", "time_twice", "Keep one of them."),
            ("date,time", "2026-12-01,", "time", "time_missing", "There is a day but no time."),
            ("status", "sent", "status", "status_unknown", "Write draft or scheduled."),
            ("status,caption", "published,A", "status", "status_ended", "to make a new post of it"),
            ("title", "Autumn", "title", "not_of_this_kind", "Only photo posts have a title."),
            ("duet,media", "yes,photo-1.jpg", "duet", "not_of_this_kind", "no such choice for photos"),
            ("music,media", "yes,clip-0.mp4", "music", "not_of_this_kind", "no such choice for videos"),
            ("caption", "x" * 2201, "caption", "caption_too_long", "1 characters too long"),
            ("caption,media", "one, two,three", "", "too_many_cells", "in quotation marks"),
        ],
    )
    def test_names_the_column_and_says_what_to_do(
        self, alice: Caller, header: str, row: str, column: str, code: str, words: str
    ) -> None:
        item = one(alice, row, header)

        assert (item["outcome"], item["line"]) == ("refused", 2)
        assert (column, code) in problems(item)
        assert any(words in problem["message"] for problem in item["problems"]), item["problems"]
        assert Post.objects.count() == 0

    @pytest.mark.parametrize(
        ("header", "row", "column", "code"),
        [
            (HEADER, "A,clip-0.mp4,account.0,{day} 18:00,", "privacy", "privacy_missing"),
            (HEADER, "A,,account.0,{day} 18:00,public", "media", "media_missing"),
            (HEADER, "A,clip-0.mp4,account.0,2020-01-01 18:00,public", "local_time", "due_in_past"),
            (HEADER, "A,clip-0.mp4,account.0,2300-01-01 18:00,public", "local_time", "due_too_far"),
            ("media,accounts,date,time,privacy", "clip-0.mp4,account.0,2020-01-01,18:00,public", "date", "due_in_past"),
            (HEADER + ",status", "A,clip-0.mp4,account.0,,public,scheduled", "time", "time_missing"),
            (HEADER + ",status", "A,clip-0.mp4,,{day} 18:00,public,scheduled", "accounts", "account_missing"),
            (
                HEADER + ",branded_content",
                "A,clip-0.mp4,account.0,{day} 18:00,only me,yes",
                "privacy",
                "branded_content_private",
            ),
            (HEADER, "A,photo-1.jpg,account.0,{day} 18:00,public", "accounts", "pull_prefix_unusable"),
            (HEADER + ",mode", "A,clip-0.mp4,account.0,{day} 18:00,public,inbox", "mode", "scope_not_authorized"),
        ],
    )
    def test_of_the_composer_stand_in_their_columns(
        self, alice: Caller, header: str, row: str, column: str, code: str
    ) -> None:
        item = one(alice, row.format(day=day(2)), header)

        assert problems(item) == [(column, code)]
        assert Post.objects.count() == 0

    def test_privacy_is_asked_for_with_the_composers_sentence(self, alice: Caller) -> None:
        item = one(alice, f"A,clip-0.mp4,account.0|account.1,{day(2)} 18:00,")

        [problem] = item["problems"]  # one for all of the row's accounts
        assert problem["message"] == "Choose who can see the post on @account.0."

    def test_all_of_a_row_are_told_at_once(self, alice: Caller) -> None:
        item = one(alice, "A,nothing.mp4,nobody.here,2020-01-01 18:00,")

        assert {code for _, code in problems(item)} == {"media_unknown", "account_unknown", "due_in_past"}

    def test_ambiguous_names_are_said(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        other = add_asset(alice, 7)
        MediaAsset.objects.filter(pk=other.pk).update(file_name=clip.file_name)
        Account.objects.update(username="same")

        named, by_id = send(alice, "A,clip-0.mp4,@same,,", f"B,{other.pk},{accounts[0].pk},,")["items"]

        assert [problem["message"] for problem in named["problems"]] == [
            "2 files in the library are called clip-0.mp4. Write the id of the one that is meant.",
            "2 accounts here are called @same. Write the id of the one that is meant.",
        ]
        assert (by_id["outcome"], by_id["media"][0]["id"]) == ("draft", str(other.pk))

    def test_a_name_in_other_letters_is_found_unless_several_have_it(self, alice: Caller) -> None:
        assert one(alice, "A,CLIP-0.MP4,,,")["outcome"] == "draft"

    def test_accounts_that_left_say_so(self, alice: Caller, accounts: list[Account]) -> None:
        Account.objects.filter(pk=accounts[0].pk).update(status=AccountStatus.DISCONNECTED)

        item = one(alice, f"A,clip-0.mp4,account.0,{day(2)} 18:00,public")

        assert problems(item) == [("accounts", "account_disconnected")]

    def test_a_file_that_is_still_checked_waits(self, alice: Caller, clip: MediaAsset) -> None:
        MediaAsset.objects.filter(pk=clip.pk).update(status=AssetStatus.CHECKING)

        item = one(alice, f"A,clip-0.mp4,account.0,{day(2)} 18:00,public")

        assert problems(item) == [("media", "media_not_ready")]

    def test_media_that_tiktok_refuses_are_refused(self, alice: Caller, clip: MediaAsset) -> None:
        Account.objects.update(longest_video_s=3)

        item = one(alice, f"A,clip-0.mp4,account.0,{day(2)} 18:00,public")

        assert problems(item) == [("accounts", "media_will_be_refused")]

    @override_settings(TIKTOK_POSTS_A_DAY=2)
    def test_the_days_quota_counts_the_rows_before(self, alice: Caller) -> None:
        rows = [f"{number},clip-0.mp4,account.0,{day(2)} 1{number}:00,public" for number in range(3)]

        answer = send(alice, *rows)

        assert [item["outcome"] for item in answer["items"]] == ["scheduled", "scheduled", "refused"]
        assert problems(answer["items"][2]) == [("accounts", "daily_cap")]

    def test_without_consent_nothing_is_scheduled(self, alice: Caller) -> None:
        item = one(alice, f"A,clip-0.mp4,account.0,{day(2)} 18:00,public", consent=False)

        assert problems(item) == [("", "consent_missing")]

    def test_one_row_leaves_the_others_alone(self, alice: Caller) -> None:
        good, bad = f"Good,clip-0.mp4,account.0,{day(2)} 18:00,public", f"Bad,clip-0.mp4,account.0,{day(2)} 19:00,"

        answer = send(alice, good, bad, "Last,,,,")

        assert [item["outcome"] for item in answer["items"]] == ["scheduled", "refused", "draft"]
        assert set(Post.objects.values_list("caption", flat=True)) == {"Good", "Last"}

    def test_too_many_posts_at_once_are_refused_together(self, alice: Caller) -> None:
        add_accounts(alice, 5)
        names = "|".join(f"{pk}" for pk in Account.objects.values_list("pk", flat=True))

        body = {"csv": "caption,accounts\n" + f"A,{names}\n" * 300, "time_zone": "UTC"}
        answer = alice.post("/posts/import", body)

        assert (answer.status_code, answer.json()["code"]) == (422, "too_many_publications")

    def test_a_zone_that_is_none_is_refused(self, alice: Caller) -> None:
        answer = alice.post("/posts/import", {"csv": "caption\nA", "time_zone": "Moon"})

        assert (answer.status_code, answer.json()["code"]) == (422, "time_zone_unknown")


@pytest.mark.usefixtures("accounts", "clip")
class TestLooking:
    def test_shows_what_would_happen_and_leaves_nothing(self, alice: Caller) -> None:
        row = f"A,clip-0.mp4,account.0,{day(2)} 18:00,public"

        shown = send(alice, row, "B,,,,", row, consent=False, dry_run=True)

        assert (shown["dry_run"], shown["scheduled"], shown["drafts"], shown["repeated"]) == (True, 1, 1, 1)
        assert [item["post_id"] for item in shown["items"]] == [None, None, None]
        for model in (Post, Publication, AuditEntry, IdempotencyRecord):
            assert model.objects.count() == 0

    def test_is_what_happens_then(self, alice: Caller) -> None:
        rows = [f"A,clip-0.mp4,account.0,{day(2)} 18:00,public", "B,,,,", "C,none.mp4,,,"]
        shown, done = send(alice, *rows, dry_run=True), send(alice, *rows)

        for item in done["items"]:
            item["post_id"] = None
        assert done == shown | {"dry_run": False}

    def test_passes_over_lines_that_are_left_out(self, alice: Caller) -> None:
        answer = send(alice, "A,,,,", "B,,,,", leave_out=[2])

        assert [item["caption"] for item in answer["items"]] == ["B"]


@pytest.mark.usefixtures("accounts", "clip")
class TestTwice:
    def test_the_same_file_is_noticed(self, alice: Caller) -> None:
        rows = [f"A,clip-0.mp4,account.0|account.1,{day(2)} 18:00,public", "B,,,,"]
        first, second = send(alice, *rows), send(alice, *rows)

        assert (second["scheduled"], second["drafts"], second["repeated"]) == (0, 0, 2)
        assert [item["post_id"] for item in second["items"]] == [item["post_id"] for item in first["items"]]
        assert Post.objects.count() == 2

    def test_is_made_again_when_asked_for(self, alice: Caller) -> None:
        send(alice, "B,,,,")

        assert send(alice, "B,,,,", again=True)["drafts"] == 1
        assert Post.objects.count() == 2

    def test_one_account_in_common_is_enough(self, alice: Caller) -> None:
        send(alice, f"A,clip-0.mp4,account.0|account.1,{day(2)} 18:00,public")

        assert one(alice, f"A,clip-0.mp4,account.1,{day(2)} 18:00,public")["outcome"] == "repeated"

    @pytest.mark.parametrize("row", ["A!,clip-0.mp4,account.0,{0}", "A,,account.0,{0}", "A,clip-0.mp4,account.0,{1}"])
    def test_another_caption_file_or_time_is_another_post(self, alice: Caller, row: str) -> None:
        times = (f"{day(2)} 18:00,draft", f"{day(2)} 18:01,draft")
        header = "caption,media,accounts,local_time,status"
        send(alice, f"A,clip-0.mp4,account.0,{times[0]}", header=header)

        assert one(alice, row.format(*times), header)["outcome"] == "draft"

    def test_the_same_time_in_another_zone_is_the_same(self, alice: Caller) -> None:
        send(alice, f"A,clip-0.mp4,account.0,{day(2)} 18:00,public")
        header = HEADER + ",time_zone"
        london = datetime.fromisoformat(f"{day(2)}T18:00").replace(tzinfo=BERLIN).astimezone(ZoneInfo("Asia/Tokyo"))

        item = one(alice, f"A,clip-0.mp4,account.0,{london:%Y-%m-%d %H:%M},public,Asia/Tokyo", header)

        assert item["outcome"] == "repeated"

    def test_within_a_file_the_earlier_line_is_named(self, alice: Caller) -> None:
        item = send(alice, "B,,,,", "B,,,,")["items"][1]

        assert (item["outcome"], item["same_line"], item["post_id"]) == ("repeated", 2, None)

    def test_what_was_called_off_or_deleted_can_come_again(self, alice: Caller) -> None:
        row = f"A,clip-0.mp4,account.0,{day(2)} 18:00,public"
        send(alice, row)
        Publication.objects.update(state=State.CANCELLED)
        assert one(alice, row, dry_run=True)["outcome"] == "scheduled"

        alice.delete(f"/posts/{Post.objects.get().pk}")

        assert one(alice, row)["outcome"] == "scheduled"

    def test_a_repeated_request_makes_the_posts_once(self, alice: Caller) -> None:
        body = {"csv": f"{HEADER}\nA,,,,", "time_zone": "UTC", "again": True}
        answers = [alice.post("/posts/import", body, **{"Idempotency-Key": "import-1"}) for _ in range(2)]

        assert answers[0].json() == answers[1].json()
        assert Post.objects.count() == 1


class TestStrangers:
    def test_find_nothing_of_others(self, alice: Caller, mallory: Caller) -> None:
        [account], clip = add_accounts(alice, 1), add_asset(alice)
        send(alice, "B,,,,")

        item = one(mallory, f"B,{clip.pk},{account.pk},,")
        named = one(mallory, f"B,{clip.file_name},account.0,,")

        assert problems(item) == problems(named) == [("media", "media_unknown"), ("accounts", "account_unknown")]
        assert not any("mean" in problem["message"] for problem in item["problems"] + named["problems"])
        assert one(mallory, "B,,,,")["outcome"] == "draft"


class TestModes:
    def test_a_draft_keeps_the_time_it_was_given(self, alice: Caller) -> None:
        one(alice, "A,2027-03-01 10:00", "caption,local_time")

        post = Post.objects.get()
        assert (post.timing_mode, post.local_time, post.time_zone) == (
            TimingMode.DRAFT,
            "2027-03-01T10:00",
            "Europe/Berlin",
        )
