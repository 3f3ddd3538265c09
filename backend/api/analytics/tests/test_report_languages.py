"""The report in the language of whoever gets it: its paper, its figures and dates, and the e-mail it comes with."""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core import mail

from api.analytics import report_services
from api.analytics.models import VideoState
from api.analytics.report_charts import draw_followers
from api.analytics.report_paper import Paper
from api.analytics.report_schedule_services import write_due
from api.analytics.report_tables import ACCOUNT_COLUMNS, HEADING, POST_COLUMNS, place_columns
from api.analytics.tasks import send_reports
from api.analytics.tests.makers import add_tracked, add_video, hours, tell
from api.analytics.tests.test_report import OCTOBER, START, fill, text_of
from api.analytics.tests.test_report_schedules import MONDAY, add, due_now, join, pdf_text
from api.users.models import User
from conftest import Caller
from core.sentences.catalogue import LANGUAGES

GERMAN = {"Accept-Language": "de-AT, de;q=0.9, en;q=0.5"}
ENGLISH_WORDS = re.compile(
    r"\b(?:the|of|and|this|time|by|not|now|ago|days?|per|each|day's|Report|Views|Followers|Comments|Shares|Engagement|Posts?|"
    r"posted|Accounts?|Won|score|Changes|against|Updated|Made|Nobody|nobody|counted|looks?|When|without|caption|sign|font|"
    r"Nothing|measured|before|unchanged|Oct|Mar|Dec|Mon|Tue|Wed|Thu|Sun|\d\.\d+|–\d+ h|\d\.\dk)\b"
)


def in_german(caller: Caller, query: str = OCTOBER) -> str:
    return text_of(caller.get(f"/analytics/report?{query}", **GERMAN))


@pytest.mark.django_db
class TestAReport:
    def test_is_in_the_language_of_whoever_asks(self, alice: Caller) -> None:
        account = fill(alice)
        add_video(account, at=START + timedelta(days=12), caption="Views")
        VideoState.objects.update(viral_score=87.4, views=12_431)

        text = in_german(alice, f"account_id={account.pk}&{OCTOBER}")

        assert "Bericht über ein TikTok-Konto @account.0 11. – 20. Okt 2026 · 10 Tage · Zeitzone Europe/Berlin" in text
        assert "Aufrufe 20 000 84,6 %" in text
        assert "+100 in dieser Zeit" in text
        assert "Aufrufe pro Tag Veränderungen oben: gegenüber 1. – 10. Okt 2026" in text
        assert "1 Views 13. Okt 2026, 02:00" in text  # a caption is a person's own
        assert "12,4k" in text
        assert "Nicht zu erfahren ist von TikTok: Wiedergabezeit" in text
        assert "1 von 2" in text

    def test_has_nothing_english_left(self, alice: Caller) -> None:
        fill(alice)
        account = add_tracked(alice)
        for number in range(40):
            at = START + timedelta(days=10, hours=number * 5)
            video = add_video(account, at=at, caption="" if number % 2 else "兎")
            tell(video, *[(at + hours(age), [age * 1_010]) for age in (12, 23, 26)])

        for query in (OCTOBER, "since=2026-10-11&until=2026-10-11", "since=2024-01-01&until=2026-10-20"):
            text = in_german(alice, query)
            assert ENGLISH_WORDS.findall(text) == []
        assert "18–21 Uhr" in in_german(alice)

    def test_of_nothing_says_so(self, alice: Caller) -> None:
        text = in_german(alice)

        assert "Bei TikTok wurde noch nichts abgerufen." in text
        assert ENGLISH_WORDS.findall(text.replace("Alice's", "")) == []


@pytest.mark.django_db
class TestALetter:
    def test_is_in_the_language_of_its_reader_and_so_is_its_paper(
        self, alice: Caller, mallory: Caller, make_person: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bob, drawn, make_report = make_person("bob"), list[str](), report_services.make_report
        join(alice, mallory)
        join(alice, bob)
        User.objects.exclude(pk=mallory.member.user.pk).update(language="de")
        account = add_tracked(alice)
        at = MONDAY - timedelta(days=6)
        tell(add_video(account, at=at), *[(at + hours(age), [age * 100, age]) for age in (1, 20, 40, 60)])
        add(
            alice,
            account_id=str(account.pk),
            recipients=[f"{name}@example.com" for name in ("alice", "bob", "mallory")],
        )

        def note(**asked: Any) -> report_services.MadeReport:
            drawn.append(asked["language"])
            return make_report(**asked)

        monkeypatch.setattr(report_services, "make_report", note)

        write_due(now=MONDAY)
        due_now()
        send_reports()

        letters = {letter.to[0].partition("@")[0]: letter for letter in mail.outbox}
        assert sorted(drawn) == ["de", "en"]
        assert letters["mallory"].subject == "@account.0, 16 – 22 Nov 2026"
        assert "Engagement: 1.00 % (nothing measured before)" in letters["mallory"].body
        assert html_of(letters["mallory"]).startswith('<!doctype html><html lang="en">')
        for name in ("alice", "bob"):
            assert letters[name].subject == "@account.0, 16. – 22. Nov 2026"
            assert "Aufrufe: 6\u202f000 (davor nichts gemessen)\n" in letters[name].body
            assert "Interaktion: 1,00 % (davor nichts gemessen)\n" in letters[name].body
            assert "weil du regelmäßig einen Bericht bekommst" in letters[name].body
            assert html_of(letters[name]).startswith('<!doctype html><html lang="de">')
            assert "<strong>1,00 %</strong>" in html_of(letters[name])
        assert paper_of(letters["alice"]) == paper_of(letters["bob"])
        assert "Bericht über ein TikTok-Konto" in pdf_text(paper_of(letters["alice"]))
        assert "Report of a TikTok account" in pdf_text(paper_of(letters["mallory"]))


def html_of(letter: Any) -> str:
    return str(letter.alternatives[0].content)


def paper_of(letter: Any) -> bytes:
    return bytes(letter.attachments[0][1])


@pytest.mark.parametrize("language", LANGUAGES)
class TestRoom:
    @pytest.mark.parametrize("columns", [ACCOUNT_COLUMNS, POST_COLUMNS])
    def test_is_there_for_every_heading(self, language: str, columns: tuple[tuple[str, float], ...]) -> None:
        paper = Paper(language=language, title="", foot="")

        placed = place_columns(paper, columns)

        assert all(
            right + 5 < next_right - paper.measure(heading, size=HEADING)
            for (_, right), (heading, next_right) in pairwise(placed)
        )
        if language == "en":
            assert placed == list(columns)

    @pytest.mark.parametrize("first", [date(2026, 9, 20), date(2026, 12, 30)])
    @pytest.mark.parametrize("days", [1, 2, 7, 9, 10, 14, 28, 400])
    def test_is_there_for_every_day_at_an_axis(
        self, monkeypatch: pytest.MonkeyPatch, language: str, first: date, days: int
    ) -> None:
        labels = list[tuple[float, float]]()
        paper, last = Paper(language=language, title="", foot=""), first + timedelta(days=days - 1)

        def note(words: str, x: float, _: float, *, size: float, align: str = "left", **__: object) -> float:
            if align == "left":
                labels.append((x, x + paper.measure(words, size=size)))
            return 0

        monkeypatch.setattr(paper, "text", note)
        draw_followers(paper, [(first, 10), (last, 20)], first, last)

        assert len(labels) > 1
        assert all(end < start for (_, end), (start, _) in pairwise(labels))
