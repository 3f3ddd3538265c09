"""Failpoints: a worker dies, or is overtaken, at one exact place; everything up to it, and after it, really happens."""

from collections.abc import Callable
from typing import Any, Literal

import pytest

from api.publishing.models import Publication
from api.publishing.tests.conftest import forget_worker, take

When = Literal["before", "after"]


class Killed(BaseException):
    """What SIGKILL is to a worker: nothing after this happens, no handler runs, an open transaction is rolled back."""


def die_at(patch: pytest.MonkeyPatch, place: object, name: str, when: When) -> None:
    """Have the next worker that comes to `place.name` die right before it, or right after it."""

    def dying(real: Callable[..., Any], *words: Any, **named: Any) -> Any:
        if when == "after":
            real(*words, **named)
        raise Killed(name)

    _once(patch, place, name, dying)


def overtake_at(patch: pytest.MonkeyPatch, place: object, name: str, publication: Publication) -> None:
    """Have the next worker that comes to `place.name` sleep there so long that another claims the publication."""

    def slow(real: Callable[..., Any], *words: Any, **named: Any) -> Any:
        forget_worker(publication)
        take(publication)
        return real(*words, **named)

    _once(patch, place, name, slow)


def _once(patch: pytest.MonkeyPatch, place: object, name: str, then: Callable[..., Any]) -> None:
    real = getattr(place, name)

    def reached(*words: Any, **named: Any) -> Any:
        patch.setattr(place, name, real)
        return then(real, *words, **named)

    patch.setattr(place, name, reached)
