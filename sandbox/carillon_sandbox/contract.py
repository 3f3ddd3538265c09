"""
TikTok's contract as a judge: does a request, or an answer, keep to `openapi.json`?

For tests, ours and others': it needs `jsonschema`, which the server itself does not.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

DOCUMENT = Path(__file__).with_name("openapi.json")
HOME = "urn:tiktok"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
WHOLE = {"int32": 2**31, "int64": 2**63}


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI document."""
    found: dict[str, Any] = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    return found


def find_operation(method: str, path: str) -> dict[str, Any] | None:
    """Return the operation of a path, or None where TikTok has none."""
    found: dict[str, Any] | None = document()["paths"].get(path, {}).get(method.lower())
    return found


def validate_request(
    method: str,
    path: str,
    query: Mapping[str, str],
    body: object = None,
    headers: Mapping[str, str] | None = None,
) -> list[str]:
    """
    Return what is wrong with a request; an empty list means that it keeps to the contract.

    `body` is the parsed JSON, the fields of a form, or None; headers are looked at only when given, names in lower case.
    """
    operation = find_operation(method, path)
    if operation is None:
        return [f"there is no {method} {path}"]
    problems = list(_check_parameters(operation, "query", query))
    if headers is not None:
        problems += _check_parameters(operation, "header", headers)
    wanted = operation.get("requestBody")
    if wanted is None or (body is None and not wanted["required"]):
        return problems
    if headers is not None:
        problems += _check_kind(wanted["content"], headers.get("content-type", ""))
    kind = next((kind for kind in (JSON, FORM) if kind in wanted["content"]), None)
    return problems + (_check(wanted["content"][kind]["schema"], body, "body") if kind else [])


def _check_kind(content: Mapping[str, Any], said: str) -> list[str]:
    kind = said.partition(";")[0].strip().lower()
    return [] if kind in content else [f"content-type: {kind!r} is none of {', '.join(content)}"]


def _check_parameters(operation: Mapping[str, Any], place: str, given: Mapping[str, str]) -> Iterator[str]:
    known = [parameter for parameter in operation.get("parameters", []) if parameter["in"] == place]
    for parameter in known:
        name = parameter["name"].lower() if place == "header" else parameter["name"]
        if name in given:
            yield from _check(parameter["schema"], _as_typed(parameter["schema"], given[name]), name)
        elif parameter["required"]:
            yield f"{name}: is missing from the {place}"
    if place == "query":
        yield from (f"{name}: is not known in the query" for name in given if name not in {p["name"] for p in known})


def _as_typed(schema: Mapping[str, Any], text: str) -> object:
    return int(text) if schema.get("type") == "integer" and text.lstrip("-").isdecimal() else text


def validate_answer(method: str, path: str, status: int, body: object = None) -> list[str]:
    """
    Return what is wrong with an answer; an empty list means that it keeps to the contract.

    `body` is the parsed JSON, None when it was empty, and the text itself when it was no JSON.
    """
    operation = find_operation(method, path)
    if operation is None:
        return [f"there is no {method} {path}"]
    responses = operation["responses"]
    found = next((name for name in (str(status), f"{status // 100}XX", "default") if name in responses), None)
    if found is None:
        return [f"status {status} is not documented"]
    content = _resolve(responses[found]).get("content", {})
    if JSON in content:
        return _check(content[JSON]["schema"], {} if body is None else body, "answer")
    return [] if body is None or content else ["answer: must be empty"]


def _resolve(response: dict[str, Any]) -> dict[str, Any]:
    named = response.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = document()["components"]["responses"][named] if named else response
    return found


def _check(schema: Mapping[str, Any], value: object, where: str) -> list[str]:
    errors = sorted(_judge(schema).iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    return [f"{'.'.join((where, *map(str, error.absolute_path)))}: {_explain(error)}" for error in errors]


def _explain(error: ValidationError) -> str:
    # "Not valid under any of the given schemas" helps nobody: the branch that came furthest says why.
    if not error.context:
        return error.message
    nearest = max(error.context, key=lambda inner: len(inner.absolute_path))
    return f"{error.validator}: {nearest.message}"


@cache
def _registry() -> Any:
    return Registry().with_resource(HOME, DRAFT202012.create_resource(document()))


def _judge(schema: Mapping[str, Any]) -> Any:
    return _validator_class()(_at_home(schema), registry=_registry(), format_checker=_formats())


def _at_home(schema: Any) -> Any:
    """Return the schema with its references made whole, so that they work outside the document too."""
    if isinstance(schema, list):
        return [_at_home(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: HOME + value if name == "$ref" and isinstance(value, str) else _at_home(value)
        for name, value in schema.items()
    }


@cache
def _validator_class() -> Callable[..., Any]:
    checks = {"x-maxUtf16Length": _check_utf16}
    made: Callable[..., Any] = extend(Draft202012Validator, checks)  # type: ignore[no-untyped-call]  # it has no types
    return made


def _check_utf16(_validator: object, most: int, value: object, _schema: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and len(value.encode("utf-16-le", "surrogatepass")) // 2 > most:
        yield ValidationError(f"is longer than {most} UTF-16 code units")


@cache
def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, limit in WHOLE.items():
        checker.checks(name)(lambda value, limit=limit: not isinstance(value, int) or -limit <= value < limit)
    return checker
