"""The report as a person gets it: the PDF's text, its drawing, and what is not known never shown as zero."""

from datetime import date, timedelta
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from api.accounts.models import Account
from api.analytics.models import AccountState, VideoState
from api.analytics.report_changes import Change, compare, compare_rates
from api.analytics.report_data import find_slots, make_bars, name_bars, walk_back
from api.analytics.report_paper import ACCENT, TINT, can_draw
from api.analytics.report_selectors import load_report
from api.analytics.report_words import cut_lines, say_count, say_short, show_text
from api.analytics.tests.makers import add_tracked, add_video, hours, tell, tell_account, utc
from conftest import Caller
from core.ids import uuid7

START = utc(2026, 10, 1)
OCTOBER = "since=2026-10-11&until=2026-10-20"


def ask(caller: Caller, query: str = OCTOBER) -> Any:
    return caller.get(f"/analytics/report?{query}")


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.content
    pages = pypdfium2.PdfDocument(answer.content)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.replace("\u202f", " ").replace("\ufffe", "").split())


def colours_of(answer: Any, page: int = 0) -> dict[tuple[int, ...], int]:
    """Return how often each colour is on a page."""
    image: Image.Image = pypdfium2.PdfDocument(answer.content)[page].render(scale=1).to_pil().convert("RGB")
    return {colour: count for count, colour in image.getcolors(1_000_000) or [] if isinstance(colour, tuple)}


def as_pixel(colour: Any) -> tuple[int, ...]:
    return tuple(round(part * 255) for part in colour.rgb())


def fill(caller: Caller) -> Account:
    """Give an account a video that is seen more in October's second third than in its first, and followers."""
    account = add_tracked(caller, zone="Europe/Berlin")
    video = add_video(account, at=START, caption="A rabbit wakes up #rabbit")
    samples, views = [], 0
    for day in range(22):
        views += 1_000 if day < 10 else 2_000
        samples.append((START + timedelta(days=day, hours=12), [views, views // 10, views // 100, views // 200]))
    tell(video, *samples)
    tell_account(
        account, *[(START + timedelta(days=day, hours=12), [500 + day * 10, 3, 9_000, 1]) for day in range(22)]
    )
    AccountState.objects.update(checked_at=START + timedelta(days=22))
    return account


@pytest.mark.django_db
class TestReport:
    def test_says_whose_it_is_of_when_and_what_became_of_it(self, alice: Caller) -> None:
        account = fill(alice)
        add_video(account, at=START + timedelta(days=12), caption="Кролик просыпается, Ένα κουνέλι")
        VideoState.objects.update(viral_score=87.4)

        answer = ask(alice, f"account_id={account.pk}&{OCTOBER}")

        text = text_of(answer)
        assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "no-store")
        assert answer["Content-Disposition"] == (
            'inline; filename="carillon-report-account.0-2026-10-11-to-2026-10-20.pdf"'
        )
        assert "@account.0 11 – 20 Oct 2026 · 10 days · days of Europe/Berlin" in text
        assert "Views 20 000 84.6 %" in text  # 10 833 before: 10 hours of the faster growth fell into it
        assert "Views per day Changes above are against 1 – 10 Oct 2026" in text
        assert "+100 in this time" in text
        assert "Кролик просыпается, Ένα κουνέλι" in text
        assert "12 Oct 2026" not in text
        assert "13 Oct 2026, 02:00" in text
        assert "87" in text
        assert "TikTok does not tell apps: watch time, reach and impressions" in text
        assert "Europe/Berlin. Updated" in text

    def test_of_a_workspace_has_its_accounts(self, alice: Caller) -> None:
        fill(alice)
        second = add_tracked(alice)
        tell(add_video(second, at=START + timedelta(days=12)), (START + timedelta(days=13), [700]))

        text = text_of(ask(alice))

        assert "Report of a workspace" in text
        assert "Accounts By views in this time" in text
        assert text.index("@account.0 694") < text.index("@account.0 – –")
        assert "When it was posted" not in text  # two posts say nothing about hours

    def test_has_hours_of_posting_once_there_are_enough(self, alice: Caller) -> None:
        account = add_tracked(alice)
        for number in range(40):
            at = START + timedelta(days=10, hours=number * 5)
            tell(add_video(account, at=at), *[(at + hours(age), [age * 10]) for age in (12, 23, 26)])

        text = text_of(ask(alice))

        assert "When it was posted" in text
        assert "18–21 h" in text

    def test_draws_what_is_not_known_otherwise_than_zero(self, alice: Caller) -> None:
        account = add_tracked(alice)
        video = add_video(account, at=START)
        days = [0.5, 1, 1.5, 2, 2.5, 3, 6, 6.5, 7]  # three days without a look
        tell(video, *[(START + timedelta(days=day), [round(day * 1_000)]) for day in days])

        known = ask(alice, "since=2026-10-01&until=2026-10-07")
        longer = ask(alice, "since=2026-10-01&until=2026-10-20")

        assert "interpolated: read off between two looks" in text_of(known)
        assert "nobody looked: not known, not zero" not in text_of(known)
        assert "nobody looked: not known, not zero" in text_of(longer)
        tint, accent = as_pixel(TINT), as_pixel(ACCENT)
        assert colours_of(known).get(tint, 0) < 10
        assert colours_of(longer)[tint] > 10_000
        assert colours_of(longer)[accent] > 1_000

    def test_of_nothing_says_so(self, alice: Caller) -> None:
        text = text_of(ask(alice))

        assert "Nobody knows: TikTok told no followers in this time." in text
        assert "Nobody knows: no post was looked at in this time." in text
        assert "Nothing was published in this time." in text
        assert "Nothing was looked up at TikTok yet." in text
        assert "1 of 1" in text

    def test_stands_any_caption_and_shows_that_something_is_missing(self, alice: Caller) -> None:
        account = add_tracked(alice)
        captions = [
            "うさぎが起きる 🐇",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f3fd",
            "\u0639\u0631\u0628\u064a \u200f\u05e9\u05dc",
            "x" * 400,
            " ",
            "a\tb\nc\x07",
        ]
        for number, caption in enumerate(captions):
            add_video(account, at=START + timedelta(days=11, hours=number), caption=caption)

        text = text_of(ask(alice))

        assert "stands for a sign that the font of this report does not have" in text
        assert "a b c" in text
        assert "(without a caption)" in text

    def test_links_posts_to_tiktok_only_by_https(self, alice: Caller) -> None:
        account = add_tracked(alice)
        for url in ("javascript:alert(1)", "file:///etc/passwd", "https://www.tiktok.com/@a/video/1"):
            video = add_video(account, at=START + timedelta(days=12))
            video.share_url = url
            video.save()

        content = ask(alice).content

        assert content.count(b"/URI (") == 1
        assert b"javascript" not in content

    def test_is_the_last_four_weeks_unless_said_otherwise(self, alice: Caller) -> None:
        assert "28 days" in text_of(ask(alice, ""))
        assert "1 – 28 Oct 2026" in text_of(ask(alice, "until=2026-10-28"))

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("since=2026-10-05&until=2026-10-04", "until"),
            ("since=1971-01-01&until=2026-10-04", "until"),
            ("since=9999-01-01", "since"),
            ("until=soon", "until"),
        ],
    )
    def test_refuses_days_that_make_no_sense(self, alice: Caller, query: str, field: str) -> None:
        answer = ask(alice, query)

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == field

    def test_of_somebody_elses_account_is_not_found(self, alice: Caller, mallory: Caller) -> None:
        account = fill(alice)

        theirs, unknown = ask(mallory, f"account_id={account.pk}"), ask(mallory, f"account_id={uuid7()}")

        assert theirs.status_code == unknown.status_code == 404
        assert theirs.content == unknown.content
        assert "rabbit" not in text_of(ask(mallory))

    def test_takes_as_many_queries_for_thirty_accounts_as_for_one(
        self, alice: Caller, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(30):
            tell(add_video(add_tracked(alice), at=START + timedelta(days=11)), (START + timedelta(days=12), [100]))

        with django_assert_max_num_queries(14):
            assert ask(alice).status_code == 200


@pytest.mark.django_db
class TestDays:
    def test_between_two_looks_are_not_sure_and_days_nobody_saw_are_none(self, alice: Caller) -> None:
        account = add_tracked(alice)
        tell(
            add_video(account, at=START),
            *[(START + timedelta(days=day), [round(day * 1_000)]) for day in (0.5, 1, 1.5, 2, 5, 5.5, 6)],
        )

        report = load_report(
            workspace=account.workspace,
            account=account,
            since=date(2026, 10, 1),
            until=date(2026, 10, 8),
            now=START + timedelta(days=30),
        )
        bars = make_bars(report.days, report.since, report.until)

        assert [bar.views for bar in bars] == [1_000] * 6 + [None] * 2
        assert [bar.is_sure for bar in bars] == [True, True, False, False, False, True, False, False]

    def test_of_a_workspaces_followers_are_reckoned_back_from_now(self, alice: Caller) -> None:
        account = fill(alice)
        report = load_report(
            workspace=account.workspace, account=None, since=date(2026, 10, 11), until=date(2026, 10, 20), now=START
        )
        own = load_report(
            workspace=account.workspace, account=account, since=date(2026, 10, 11), until=date(2026, 10, 20), now=START
        )

        assert report.followers == own.followers
        assert len(own.followers) == 10


class TestBars:
    def test_of_long_ranges_are_weeks_and_months(self) -> None:
        since = date(2026, 1, 1)

        lengths = {}
        for days in (1, 124, 125, 868, 869, 3_650):
            bars = make_bars([], since, since + timedelta(days=days - 1))
            assert bars[0].first == since
            assert (bars[-1].last - since).days == days - 1
            lengths[days] = (name_bars(bars), len(bars))

        assert lengths[1] == ("day", 1)
        assert lengths[124] == ("day", 124)
        assert lengths[125] == ("week", 19)
        assert lengths[868][0] == "week"
        assert lengths[869] == ("month", 29)
        assert lengths[3_650] == ("month", 120)


class TestSlots:
    def test_are_by_the_local_clock(self) -> None:
        posts = [(utc(2026, 3, 28, 23) + hours(number * 5), 100 + number) for number in range(40)]

        slots = find_slots(posts, "Europe/Berlin")

        assert sum(slot.posts for slot in slots) == 40
        assert (slots[-1].weekday, slots[-1].block) == (6, 7)
        assert find_slots(posts[:29], "Europe/Berlin") == []


class TestChange:
    @pytest.mark.parametrize(
        ("now", "before", "said"),
        [
            (110, 100, Change("10.0 %", 1)),
            (50, 100, Change("50.0 %", -1)),
            (0, 100, Change("100 %", -1)),
            (100, 100, Change("unchanged")),
            (1_200, 100, Change("12×", 1)),
            (5, 0, Change("", reason="none before")),
            (0, 0, Change("", reason="none either time")),
            (None, 5, Change("", reason="not measured")),
        ],
    )
    def test_is_said_only_where_it_means_something(self, now: int | None, before: int, said: Change) -> None:
        assert compare(now, before, known_before=True) == said

    def test_of_a_time_nobody_measured_is_not_said(self) -> None:
        assert compare(5, 0, known_before=False) == Change("", reason="nothing measured before")
        assert compare_rates(0.05, None).text == ""
        assert compare_rates(0.051, 0.05) == Change("0.10 pp", 1)


class TestWords:
    def test_of_every_language_are_drawn_or_stood_in_for(self) -> None:
        assert show_text("Łódź Žižkov Ελλάδα Київ Đà Nẵng", can_draw) == "Łódź Žižkov Ελλάδα Київ Đà Nẵng"
        assert show_text("兎兎兎兎兎 a", can_draw) == "��� a"
        assert show_text("e\u0301👍🏽!", can_draw) == "é�!"

    def test_are_cut_to_their_place(self) -> None:
        def measure(part: str) -> float:
            return len(part)

        assert cut_lines("one two three", measure, 7, 2) == ["one two", "three"]
        assert cut_lines("one two three four", measure, 9, 1) == ["one two…"]
        assert cut_lines("x" * 30, measure, 10, 2) == ["x" * 10, "x" * 9 + "…"]
        assert cut_lines("", measure, 10, 2) == []

    def test_of_figures_are_honest(self) -> None:
        assert [say_short(count) for count in (999, 12_431, 999_960, 1_000_000, -1_500)] == [
            "999",
            "12.4k",
            "1000k",
            "1M",
            "–1.5k",
        ]
        assert say_count(1_234_567) == "1\u202f234\u202f567"


def test_followers_are_walked_back() -> None:
    days = [date(2026, 10, day) for day in (1, 2, 4)]

    found = walk_back(100, list(zip(days, (5, -2, 7), strict=True)), since=days[0], until=days[1])

    assert found == [(days[0], 95), (days[1], 93)]
