"""Text made to break things: refused or stored as it is, and never an error of ours."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.conftest import DOCUMENT, OPERATIONS, Operation, call

from conftest import Caller

pytestmark = pytest.mark.django_db

WRITES = [operation for operation in OPERATIONS if operation.has_body]
TEXTS = (
    "\x00",
    "a\x00b",
    "\ud800",
    "\U0010ffff",
    "'; DROP TABLE users_user; --",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "<script>alert(1)</script>",
    "%s %(x)s {0} {x.__class__}",
    "x" * 3000,
    "\u202e\r\n\x1b[31m",
)


def fill(schema: dict[str, Any], text: str) -> object:
    """Return a value for a schema in which everything that may be text is `text`."""
    if "$ref" in schema:
        return fill(DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]], text)
    if "anyOf" in schema or "allOf" in schema:
        return fill((schema.get("anyOf") or schema["allOf"])[0], text)
    if "enum" in schema or "const" in schema:
        return (schema.get("enum") or [schema["const"]])[0]
    if schema["type"] == "object":
        return {name: fill(part, text) for name, part in schema["properties"].items()}
    return {"boolean": False, "integer": 1, "array": []}.get(schema["type"], text)


def body_of(operation: Operation, text: str) -> object:
    return fill(operation.document["requestBody"]["content"]["application/json"]["schema"], text)


class TestHostileText:
    @pytest.mark.parametrize("operation", WRITES, ids=lambda operation: operation.name)
    def test_in_a_body_breaks_nothing(self, operation: Operation, alices: dict[str, str], alice: Caller) -> None:
        bodies = [body_of(operation, text) for text in TEXTS]

        statuses = [call(operation, ids=alices, token=alice.token, body=body).status_code for body in bodies]

        assert all(status < 500 for status in statuses)
        assert set(statuses) <= operation.responses

    @pytest.mark.parametrize("operation", WRITES, ids=lambda operation: operation.name)
    def test_in_the_place_of_every_field_by_itself_breaks_nothing(
        self, operation: Operation, alices: dict[str, str], alice: Caller
    ) -> None:
        whole = body_of(operation, "x")
        assert isinstance(whole, dict)
        strange: list[object] = [None, 5, 1e400, [], {}, True, ["x"], {"x": {}}, -1]

        bodies = [whole | {name: value} for name in whole for value in strange]
        statuses = {call(operation, ids=alices, token=alice.token, body=body).status_code for body in bodies}

        assert statuses <= operation.responses

    @pytest.mark.parametrize("path", ["/accounts", "/media", "/posts"])
    def test_in_a_query_breaks_nothing(self, alice: Caller, path: str) -> None:
        hostile = ("%00", "%FF", "%ED%A0%80", "'--", "%25", "x" * 3000, "-1", "9" * 5000, "../..", "%0d%0aX:1")
        names = ("cursor", "limit", "q", "status", "kind", "account", "unknown", "limit=1&limit")

        statuses = {alice.get(f"{path}?{name}={value}").status_code for name in names for value in hostile}

        assert statuses <= {200, 422}

    def test_in_a_header_breaks_nothing(self, alice: Caller) -> None:
        for value in ("é", "x" * 5000, "a\tb", "'--", "\x7f"):
            headers = {"Authorization": f"Bearer {alice.token}", "Idempotency-Key": value, "User-Agent": value}
            body = json.dumps({"caption": "x", "timing": {"mode": "draft"}})
            answer = Client().post("/api/v1/posts", body, content_type="application/json", headers=headers)
            assert answer.status_code == 201
