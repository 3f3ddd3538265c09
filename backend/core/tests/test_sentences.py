"""Sentences in other languages: templates, what stands in their holes, and which language a request wants."""

import pytest
from django.test import RequestFactory
from pydantic import BaseModel

from core.sentences.answer import Sentence, language_of
from core.sentences.catalogue import Catalogue, Words

GERMAN = Catalogue(
    Words(
        sentences={
            "Sign in.": "Melde dich an.",
            "The clip is {length:number} s long.": "Der Clip ist {length} s lang.",
            "{message:sentence} The post is held until {until:date}.": "{message} Der Beitrag ist bis {until} angehalten.",
            "{file}: {problem:sentence}": "{file}: {problem}",
            "Ask {names:list}.": "Frag {names}.",
            "{posts:count} wait.": "Es warten: {posts}.",
            "paused": "pausiert",
            "The {thing} is away.": "{thing} ist weg.",
            "The app {name} is away.": "Die App {name} ist weg.",
        },
        nouns={"post|posts": "Beitrag|Beiträge"},
        names={"Tue": "Di", "May": "Mai"},
        signs={"decimal": ",", "thousands": ".", "day": ". ", "at": "um", "and": "und", "or": "oder"},
    )
)


class TestASentence:
    @pytest.mark.parametrize(
        ("english", "german"),
        [
            ("Sign in.", "Melde dich an."),
            ("The clip is 1,234.5 s long.", "Der Clip ist 1.234,5 s lang."),
            ("Ask Ann, Bob and Cy.", "Frag Ann, Bob und Cy."),
            ("Ask paused or Bob.", "Frag pausiert oder Bob."),
            ("1 post wait.", "Es warten: 1 Beitrag."),
            ("1,200 posts wait.", "Es warten: 1.200 Beiträge."),
            ("3 things wait.", "Es warten: 3 things."),
        ],
    )
    def test_is_said_with_what_stands_in_it(self, english: str, german: str) -> None:
        assert GERMAN.say(english) == german

    @pytest.mark.parametrize(
        ("english", "german"),
        [
            ("24 May", "24. Mai"),
            ("Tue 24 May 2026, 18:00", "Di 24. Mai 2026, 18:00"),
            ("24 May at 18:00", "24. Mai um 18:00"),
        ],
    )
    def test_has_its_dates_written_in_that_language(self, english: str, german: str) -> None:
        said = GERMAN.say(f"Sign in. The post is held until {english}.")

        assert said == f"Melde dich an. Der Beitrag ist bis {german} angehalten."

    def test_says_what_it_has_in_it_likewise_and_leaves_a_name_alone(self) -> None:
        assert GERMAN.say("paused: The clip is 2 s long.") == "paused: Der Clip ist 2 s lang."

    def test_that_says_more_itself_is_found_before_one_that_takes_anything(self) -> None:
        assert GERMAN.say("The app X is away.") == "Die App X ist weg."

    @pytest.mark.parametrize("english", ["Sign in", "The clip is long s long.", "", "{file}: {problem}"])
    def test_that_nobody_knows_stays_as_it_is(self, english: str) -> None:
        assert GERMAN.say(english) == english

    def test_beside_others_is_said_by_itself(self) -> None:
        assert GERMAN.say("Sign in. The app Salt is away. Ask Ann.") == "Melde dich an. Die App Salt ist weg. Frag Ann."
        assert GERMAN.say("The app A. Salt is away.") == "Die App A. Salt ist weg."
        assert GERMAN.say("Sign in. Nobody knows this.") == "Sign in. Nobody knows this."

    def test_takes_nothing_in_its_holes_for_a_hole(self) -> None:
        assert GERMAN.say("The app {name} \\1 is away.") == "Die App {name} \\1 ist weg."

    def test_is_told_apart_from_foreign_text(self) -> None:
        assert [GERMAN.knows(text) for text in ("Sign in.", "Ask Ann.", "Hello")] == [True, True, False]

    def test_with_an_unknown_kind_of_hole_is_refused(self) -> None:
        with pytest.raises(KeyError):
            Catalogue(Words(sentences={"{a:colour} is nice": "{a} ist schön"}))


class Answer(BaseModel):
    reason: Sentence
    reasons: list[Sentence]
    perhaps: Sentence | None
    code: str


SIGN_IN = "Sign in to go on."
ANSWER = Answer(reason=SIGN_IN, reasons=[SIGN_IN], perhaps=None, code=SIGN_IN)


class TestAnAnswer:
    @pytest.mark.parametrize("dump", ["model_dump", "model_dump_json"])
    def test_says_its_sentences_and_nothing_else_in_the_readers_language(self, dump: str) -> None:
        request = RequestFactory().get("/", headers={"Accept-Language": "de"})

        said = str(getattr(ANSWER, dump)(context={"request": request}))

        assert said.count(SIGN_IN) == 1
        assert said.count("Melde dich an") == 2

    def test_stays_english_where_it_is_only_kept(self) -> None:
        assert ANSWER.model_dump()["reason"] == SIGN_IN


class TestTheLanguage:
    @pytest.mark.parametrize(
        ("header", "language"),
        [
            ("", "en"),
            ("de", "de"),
            ("de-AT,de;q=0.9,en;q=0.8", "de"),
            ("en-GB,de;q=0.9", "en"),
            ("fr, de;q=0.5, en;q=0.4", "de"),
            ("de;q=0, en", "en"),
            ("de;q=x, *", "en"),
            ("tlh", "en"),
            ("x" * 10_000, "en"),
        ],
    )
    def test_is_the_first_of_ours_that_is_wanted(self, header: str, language: str) -> None:
        assert language_of(RequestFactory().get("/", headers={"Accept-Language": header})) == language
