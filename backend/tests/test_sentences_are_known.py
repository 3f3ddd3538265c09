"""Every sentence that is written somewhere for a person is known to the other languages, whatever stands in its holes."""

import ast
import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import config.urls  # noqa: F401 - all of the API's refusals are loaded by it
from core.domain_error import DomainError
from core.sentences.catalogue import FILES, LANGUAGES, catalogue_of
from core.sentences.template import HOLE

BACKEND = Path(__file__).parent.parent
NO_ANSWERS = {"tests", "management", "migrations"}
# What may stand in a hole: a name, a number, a count, a day, nothing.
FILLINGS = ("Studio Nord", "3", "3 posts", "24 Nov", "a and b", "")
MOST_TRIED = 4_000
SHORTEST = 12
FORMAT_HOLE = re.compile(r"\{[a-z_]*(?::[^}]*)?\}")
# What is said to whoever starts the server, turns its keys or probes TikTok, and to the log.
FOR_PROGRAMS = {
    "api/accounts/probe_services.py",
    "core/durability.py",
    "core/key_rotation.py",
    "tiktok/chunk_calls.py",
    "tiktok/display_calls.py",
    "tiktok/http.py",
    "tiktok/probe.py",
    "tiktok/upload_plan.py",
    "video/child.py",
}


def _sources() -> list[Path]:
    return [
        path
        for folder in ("api", "config", "core", "tiktok", "video")
        for path in (BACKEND / folder).rglob("*.py")
        if not NO_ANSWERS & set(path.relative_to(BACKEND).parts)
        and str(path.relative_to(BACKEND)) not in FOR_PROGRAMS
        and not path.name.startswith(("demo_", "test_"))
    ]


@cache
def _refusal_names() -> frozenset[str]:
    kinds, found = [DomainError], {"DomainError"}
    while kinds:
        for kind in kinds.pop().__subclasses__():
            kinds.append(kind)
            found.add(kind.__name__)
    return frozenset(found)


def _forms(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[list[str | None]]:
    """Give every way a sentence can come out, as its literal pieces; None stands for a hole."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        literals = FORMAT_HOLE.split(node.value)
        yield [*itertools.chain.from_iterable((literal, None) for literal in literals)][:-1]
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from _forms(constants[node.id], constants)
    elif isinstance(node, ast.IfExp):
        yield from _forms(node.body, constants)
        yield from _forms(node.orelse, constants)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        for one, other in itertools.product(_forms(node.left, constants), _forms(node.right, constants)):
            yield [*one, *other]
    elif isinstance(node, ast.JoinedStr):
        parts = [
            list(_forms(part.value if isinstance(part, ast.FormattedValue) else part, constants))
            for part in node.values
        ]
        for pieces in itertools.product(*parts):
            yield [*itertools.chain.from_iterable(pieces)]
    else:
        yield [None]


def _sentence_of(call: ast.Call) -> ast.expr | None:
    """Return the argument that a person reads, of a call that makes a refusal."""
    named = next((word.value for word in call.keywords if word.arg in ("detail", "message")), None)
    if isinstance(call.func, ast.Attribute) and call.func.attr == "at":
        return named or (call.args[1] if len(call.args) > 1 else None)
    if not isinstance(call.func, ast.Name):
        return None
    if call.func.id == "FieldError":
        return named or (call.args[1] if len(call.args) > 1 else None)
    if call.func.id in _refusal_names():
        return named or (call.args[0] if call.args else None)
    return None


def _refusals() -> Iterator[tuple[str, list[str | None]]]:
    for path in _sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (sentence := _sentence_of(node)):
                for form in _forms(sentence, constants):
                    # What stands in a variable is written elsewhere.
                    if any(piece and " " in piece for piece in form):
                        yield f"{path.relative_to(BACKEND)}:{node.lineno}", form


def _sentences() -> Iterator[tuple[str, list[str | None]]]:
    """Give what looks like a whole sentence, wherever it stands: as a constant, in an answer, as the reason of a worker."""
    for path in _sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = {id(part) for node in ast.walk(tree) if _tells_nobody(node) for part in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in silent:
                for form in _forms(node, {}):
                    text = "".join(piece or "{}" for piece in form)
                    if re.match(r"[A-Z{@].*[.!?]$", text, re.DOTALL) and text.count(" ") > 1 and not _is_part(form):
                        yield f"{path.relative_to(BACKEND)}:{node.lineno}", form


def _is_part(form: list[str | None]) -> bool:
    return sum(len(piece or "") for piece in form) < SHORTEST


def _tells_nobody(node: ast.AST) -> bool:
    """Tell whether what is in a piece of code is for programmers: docstrings, logs, descriptions of the API, start-up."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.keyword):
        return node.arg in {"description", "help", "help_text"}
    called = node.func if isinstance(node, ast.Call) else None
    return (
        isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "logger"
    ) or (
        isinstance(called, ast.Name)
        and called.id in {"ImproperlyConfigured", "VaultError", "RuntimeError", "LookupError"}
    )


def _is_known(form: list[str | None], language: str) -> bool:
    """Tell whether some template has the form's own words, perhaps beside others, or knows it with something in its holes."""
    own = "".join(".*" if piece is None else re.escape(piece) for piece in form)
    shape = re.compile(rf"(?:.*\s)?{own}(?:\s.*)?", re.DOTALL)
    if any(shape.fullmatch(english) for english in _templates(language)):
        return True
    holes = sum(piece is None for piece in form)
    for fillings in itertools.islice(itertools.product(FILLINGS, repeat=holes), MOST_TRIED):
        values = iter(fillings)
        if catalogue_of(language).knows("".join(next(values) if piece is None else piece for piece in form)):
            return True
    return False


@cache
def _templates(language: str) -> list[str]:
    return list(json.loads(FILES[language].read_text(encoding="utf-8"))["sentences"])


OTHERS = [language for language in LANGUAGES if language in FILES]


@pytest.mark.parametrize("language", OTHERS)
class TestALanguage:
    def test_knows_every_refusal(self, language: str) -> None:
        found = list(_refusals())
        unknown = [
            (place, "".join(piece or "{}" for piece in form)) for place, form in found if not _is_known(form, language)
        ]

        assert len(found) > 150
        assert unknown == []

    def test_knows_every_sentence_that_stands_by_itself(self, language: str) -> None:
        found = list(_sentences())
        unknown = [
            (place, "".join(piece or "{}" for piece in form)) for place, form in found if not _is_known(form, language)
        ]

        assert len(found) > 300
        assert unknown == []

    def test_fills_the_holes_it_has_and_no_others(self, language: str) -> None:
        words = json.loads(FILES[language].read_text(encoding="utf-8"))
        holes = {
            english: ({name for name, _ in HOLE.findall(english)}, {name for name, _ in HOLE.findall(other)})
            for english, other in words["sentences"].items()
        }

        assert {english: both for english, both in holes.items() if both[0] != both[1]} == {}

    def test_has_as_many_forms_of_a_noun_as_english(self, language: str) -> None:
        nouns = json.loads(FILES[language].read_text(encoding="utf-8"))["nouns"]

        assert [one for one, other in nouns.items() if one.count("|") != 1 or other.count("|") != 1] == []
