"""
The API's sentences in another language.

The API writes and stores English. A sentence is put into another language where it leaves for a person, by a catalogue of
English templates: so what a worker stored a year ago is said in the language of whoever reads it now.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from core.sentences.template import HOLE, NAMES, Template

ENGLISH = "en"
FILES = {"de": Path(__file__).with_name("de.json")}
LANGUAGES = (ENGLISH, *FILES)


@dataclass(frozen=True, slots=True)
class Words:
    """
    What a catalogue's file holds: sentences by their English templates, nouns by their two English forms (`post|posts`), names
    of months and weekdays, and signs: `decimal`, `thousands`, `day` (what follows a day's number), `at`, `and`, `or`.
    """

    sentences: Mapping[str, str]
    nouns: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)


class Catalogue:
    """
    The sentences of one language: exact ones are found first, then the template that says most itself, then several sentences
    beside each other, and at last a template with anything in its holes.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._exact = {english: other for english, other in words.sentences.items() if not HOLE.search(english)}
        self._by_first_word: dict[str, list[Template]] = {}
        for english in words.sentences.keys() - self._exact.keys():
            template = Template(english, words.sentences[english])
            first, space, _ = template.start.partition(" ")
            self._by_first_word.setdefault(first if space else "", []).append(template)
        forms = {tuple(one.split("|")): tuple(other.split("|")) for one, other in words.nouns.items()}
        self._nouns = {one: others[place] for ones, others in forms.items() for place, one in enumerate(ones)}
        self._ways: dict[str, Callable[[str], str]] = {
            "raw": str,
            "sentence": self.say,
            "list": self._say_list,
            "number": self._say_number,
            "count": self._say_count,
            "date": self._say_date,
        }

    def knows(self, text: str) -> bool:
        """Tell whether a text is one of ours."""
        return text in self._exact or self._match(text) is not None or self._split(text) is not None

    def say(self, text: str) -> str:
        """Return a text in this language; as it is where the catalogue does not know it."""
        if text in self._exact:
            return self._exact[text]
        match = self._match(text, strict=True)
        if match is None and (parts := self._split(text)):
            return " ".join(self.say(part) for part in parts)
        match = match or self._match(text)
        if match is None:
            return text
        template, values = match
        return template.fill({name: self._ways[template.kinds[name]](value) for name, value in values.items()})

    def _match(self, text: str, *, strict: bool = False) -> tuple[Template, dict[str, str]] | None:
        first = text.partition(" ")[0]
        likely = [*self._by_first_word.get(first, ()), *self._by_first_word.get("", ())]
        for template in sorted(likely, key=lambda one: -one.weight):
            values = template.read(text, strict=strict)
            if values is not None:
                return template, values
        return None

    def _split(self, text: str) -> list[str] | None:
        """Return the sentences that a text is put together of, where each is known; None where one is not."""
        if text in self._exact or self._match(text, strict=True):
            return [text]
        for end in re.finditer(r"(?<=[.!?]) ", text):
            head = text[: end.start()]
            if (head in self._exact or self._match(head, strict=True)) and (rest := self._split(text[end.end() :])):
                return [head, *rest]
        return None

    def _say_list(self, text: str) -> str:
        pieces = re.split(r"(, | and | or )", text)
        return "".join(self._say_joint(piece) if place % 2 else self.say(piece) for place, piece in enumerate(pieces))

    def _say_joint(self, joint: str) -> str:
        return joint if joint == ", " else f" {self._sign(joint.strip())} "

    def _say_number(self, text: str) -> str:
        signs = {",": self._sign("thousands", ","), ".": self._sign("decimal", ".")}
        return "".join(signs.get(character, character) for character in text)

    def _say_count(self, text: str) -> str:
        number, _, noun = text.partition(" ")
        return f"{self._say_number(number)} {self._nouns.get(noun, noun)}"

    def _say_date(self, text: str) -> str:
        text = re.sub(r"\b0(\d) ", r"\1 ", text)
        named = re.sub(rf"\b(?:{NAMES})\b", lambda name: self._words.names.get(name[0], name[0]), text)
        dotted = re.sub(r"\b(\d{1,2}) (?=[^\W\d])(?!at )", rf"\g<1>{self._sign('day', ' ')}", named)
        return dotted.replace(" at ", f" {self._sign('at')} ")

    def _sign(self, name: str, english: str | None = None) -> str:
        return self._words.signs.get(name, name if english is None else english)


@cache
def catalogue_of(language: str) -> Catalogue:
    """Return the catalogue of a language that has a file."""
    return Catalogue(Words(**json.loads(FILES[language].read_text(encoding="utf-8"))))


def say(text: str, language: str) -> str:
    """Return a sentence of ours in a language; English where that has none of it."""
    return _said(text, language) if language in FILES else text


@lru_cache(maxsize=8192)
def _said(text: str, language: str) -> str:
    return catalogue_of(language).say(text)
