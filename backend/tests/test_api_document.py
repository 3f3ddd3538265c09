"""What the OpenAPI document promises about every operation."""

import pytest
from tests.conftest import DOCUMENT, OPERATIONS, PREFIX, PUBLIC, Operation

HANDS_OUT_TOKENS = {"register", "login", "refresh"}


def every(operations: list[Operation]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("operation", operations, ids=lambda operation: operation.name)


def keys_of(schema: object, seen: set[str]) -> set[str]:
    """Return every property name a schema can lead to."""
    if isinstance(schema, list):
        return {key for part in schema for key in keys_of(part, seen)}
    if not isinstance(schema, dict):
        return set()
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        seen.add(reference)
        return keys_of(DOCUMENT["components"]["schemas"][reference.rpartition("/")[2]], seen)
    names = set(schema.get("properties", {}))
    return names | {key for part in schema.values() for key in keys_of(part, seen)}


class TestDocument:
    def test_names_every_operation_once(self) -> None:
        names = [operation.name for operation in OPERATIONS]

        assert len(names) > 30
        assert len(set(names)) == len(names)
        assert all(name.isidentifier() and name[0].islower() and "_" not in name for name in names)

    def test_lists_what_the_public_may_call(self) -> None:
        assert {operation.name for operation in OPERATIONS if not operation.document.get("security")} == PUBLIC

    @every(OPERATIONS)
    def test_says_what_an_operation_does(self, operation: Operation) -> None:
        assert operation.document.get("description", "").endswith(".")
        assert operation.path.startswith(PREFIX)

    @every(OPERATIONS)
    def test_documents_its_refusals(self, operation: Operation) -> None:
        expected = {401} if operation.name not in PUBLIC else {422}
        expected |= {404} if operation.parameters else set()
        expected |= {400, 422} if operation.has_body else set()

        assert expected <= operation.responses

    @every(OPERATIONS)
    def test_refuses_in_one_shape_only(self, operation: Operation) -> None:
        for status, response in operation.document["responses"].items():
            if int(status) >= 400 and status != "416":
                schema = response["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Problem"}

    @every([operation for operation in OPERATIONS if operation.method == "GET"])
    def test_changes_nothing_by_get(self, operation: Operation) -> None:
        assert not operation.has_body

    @every([operation for operation in OPERATIONS if operation.name not in HANDS_OUT_TOKENS])
    def test_answers_with_no_secret(self, operation: Operation) -> None:
        keys = keys_of(operation.document["responses"], set())

        forbidden = ("token", "secret", "sealed", "password", "verifier", "upload_url", "hash", "open_id")
        named = {key: key.lower().replace("hashtag", "") for key in keys}
        assert [key for key, name in named.items() if any(word in name for word in forbidden)] == []
