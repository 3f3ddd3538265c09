"""Answers in the language of whoever asked."""

from functools import lru_cache
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from pydantic import PlainSerializer, SerializationInfo

from core.sentences.catalogue import ENGLISH, LANGUAGES, say

LONGEST_HEADER = 200
Language = Literal["en", "de"]


def language_of(request: HttpRequest) -> str:
    """Return the language that a request's Accept-Language wants most of those we have: `de-AT, en;q=0.8` → `de`."""
    # once for every sentence of an answer: `request.headers` takes six times as long
    return _pick(request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:LONGEST_HEADER])


@lru_cache(maxsize=256)
def _pick(accept_language: str) -> str:
    wanted = []
    for place, part in enumerate(accept_language.split(",")):
        tag, _, quality = part.partition(";q=")
        try:
            wanted.append((-float(quality or 1), place, tag.strip().partition("-")[0].lower()))
        except ValueError:
            continue
    return next((tag for worth, _, tag in sorted(wanted) if worth and tag in LANGUAGES), ENGLISH)


def _say_to_reader(text: str, info: SerializationInfo[Any]) -> str:
    # Only an answer has a request with it: what is kept (for one that is sent again) stays English.
    request = (info.context or {}).get("request")
    return text if request is None else say(text, language_of(request))


Sentence = Annotated[str, PlainSerializer(_say_to_reader, return_type=str)]
"""A field of an answer that a person reads: written in English, said in the language of whoever asked."""
