"""The contract: the document itself, and the judge that reads it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from asks import KEY, init_body
from driver import Server
from jsonschema import Draft202012Validator

from carillon_sandbox.answers import MESSAGES
from carillon_sandbox.config import SCOPES
from carillon_sandbox.contract import document, validate_answer, validate_request
from carillon_sandbox.faults.calls import GROUPS
from carillon_sandbox.posting.media_rules import FAIL_REASONS
from carillon_sandbox.webhooks.rules import EVENTS, write_body
from carillon_sandbox.world.accounts import PRIVACY_LEVELS
from carillon_sandbox.world.display import USER_FIELDS, VIDEO_FIELDS

INIT, STATUS = "/v2/post/publish/video/init/", "/v2/post/publish/status/fetch/"
INFO, PHOTOS = "/v2/user/info/", "/v2/post/publish/content/init/"
TOKEN, LIST = "/v2/oauth/token/", "/v2/video/list/"
OK = {"code": "ok", "message": "", "log_id": "1"}
PHOTO = {
    "media_type": "PHOTO",
    "post_mode": "MEDIA_UPLOAD",
    "source_info": {"source": "PULL_FROM_URL", "photo_images": ["https://x.example/1.jpg"], "photo_cover_index": 0},
}


def walk(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a document."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from walk(inner)


def init(**post_info: Any) -> dict[str, Any]:
    return init_body(10_000_000, 5_000_000, 2, **post_info)


class TestDocument:
    def test_is_served(self, shared: Server) -> None:
        answer = shared.http.get("/openapi.json")

        assert (answer.json()["openapi"], answer.headers["content-type"]) == ("3.1.0", "application/json")
        assert answer.json() == document()

    def test_is_whole(self) -> None:
        paths = {path: set(item) for path, item in document()["paths"].items()}

        assert set(paths) == {"/v2/auth/authorize/", *GROUPS}
        assert paths["/upload/"] == {"put"}
        assert all(operation["operationId"] for item in document()["paths"].values() for operation in item.values())

    def test_every_schema_is_one_and_every_reference_leads_somewhere(self) -> None:
        for part in walk(document()):
            if "schema" in part:
                Draft202012Validator.check_schema(part["schema"])
            if "$ref" in part:
                found: Any = document()
                for name in part["$ref"].removeprefix("#/").split("/"):
                    found = found[name]

    def test_knows_what_the_sandbox_knows(self) -> None:
        schemas = document()["components"]["schemas"]

        assert set(schemas["User"]["properties"]) == set(USER_FIELDS)
        assert set(schemas["Video"]["properties"]) == set(VIDEO_FIELDS)
        assert set(schemas["ErrorCode"]["enum"]) >= set(MESSAGES)
        assert schemas["Scope"]["enum"] == list(SCOPES)
        assert schemas["PrivacyLevel"]["enum"] == list(PRIVACY_LEVELS)
        assert schemas["FailReason"]["enum"] == list(FAIL_REASONS)
        assert schemas["Webhook"]["properties"]["event"]["enum"] == list(EVENTS)

    @pytest.mark.parametrize("event", EVENTS)
    def test_knows_the_shape_of_what_the_app_is_told(self, event: str) -> None:
        body = json.loads(write_body(KEY, event, 1795348800, "-000sandboxopenid0001", {"reason": 1}))

        judge = Draft202012Validator(document()["components"]["schemas"]["Webhook"])

        assert list(judge.iter_errors(body)) == []
        assert not judge.is_valid({**body, "content": {"reason": 1}})


class TestRequests:
    @pytest.mark.parametrize(
        ("method", "path", "query", "body"),
        [
            ("POST", INIT, {}, init(title="é" * 2200)),
            ("GET", INFO, {"fields": "open_id,username"}, None),
            ("POST", LIST, {"fields": "id"}, None),
            ("POST", LIST, {"fields": "id,is_aigc"}, {"cursor": 1_700_000_000_000, "max_count": 20}),
            ("POST", PHOTOS, {}, PHOTO),
            ("POST", "/v2/video/query/", {"fields": "id"}, {"filters": {"video_ids": ["7"] * 20}}),
        ],
    )
    def test_what_keeps_to_it_passes(self, method: str, path: str, query: dict[str, str], body: Any) -> None:
        assert validate_request(method, path, query, body) == []

    @pytest.mark.parametrize(
        ("method", "path", "query", "body", "word"),
        [
            ("GET", INFO, {}, None, "fields: is missing"),
            ("GET", INFO, {"fields": "open_id,email"}, None, "fields"),
            ("GET", INFO, {"fields": "open_id", "lang": "en"}, None, "lang: is not known"),
            ("GET", "/v2/user/info", {"fields": "open_id"}, None, "there is no"),
            ("POST", LIST, {"fields": "id"}, {"max_count": 21}, "maximum"),
            ("POST", LIST, {"fields": "id"}, {"fields": "id"}, "fields"),
            ("POST", LIST, {"fields": "id"}, {"cursor": 2**63}, "int64"),
            ("POST", INIT, {}, None, "object"),
            ("POST", INIT, {}, init(title="😀" * 1101), "UTF-16"),
            ("POST", INIT, {}, init(privacy_level="FRIENDS"), "FRIENDS"),
            ("POST", INIT, {}, init(schedule_time=1), "schedule_time"),
            ("POST", INIT, {}, {**init(), "source_info": {"source": "FILE_UPLOAD"}}, "source_info"),
            ("POST", PHOTOS, {}, {**PHOTO, "post_mode": "DIRECT_POST"}, "post_info"),
            ("POST", PHOTOS, {}, {**PHOTO, "media_type": "VIDEO"}, "PHOTO"),
            ("POST", TOKEN, {}, {"grant_type": "refresh_token"}, "body"),
        ],
    )
    def test_what_breaks_it_is_named(self, method: str, path: str, query: dict[str, str], body: Any, word: str) -> None:
        problems = validate_request(method, path, query, body)

        assert word in " ".join(problems)

    def test_headers_of_a_chunk_are_judged_when_given(self) -> None:
        query = {"upload_id": "1", "upload_token": "2"}
        good = {"content-range": "bytes 0-9/10", "content-length": "10", "content-type": "video/mp4"}

        assert validate_request("PUT", "/upload/", query, headers=good) == []
        assert validate_request("PUT", "/upload/", query, headers={**good, "content-range": "0-9/10"}) != []
        assert validate_request("PUT", "/upload/", query, headers={**good, "content-length": str(2**30)}) != []
        assert validate_request("PUT", "/upload/", query, headers={**good, "content-type": "image/png"}) != []


class TestAnswers:
    @pytest.mark.parametrize(
        ("path", "status", "body"),
        [
            (STATUS, 200, {"data": {"status": "PUBLISH_COMPLETE", "publicaly_available_post_id": [7]}, "error": OK}),
            (STATUS, 500, {"data": {}, "error": {**OK, "code": "internal_error"}}),
            (TOKEN, 200, {"error": "invalid_grant", "error_description": "", "log_id": "1"}),
            (TOKEN, 400, {"error": "invalid_grant", "error_description": "", "log_id": "1"}),
            ("/v2/oauth/revoke/", 200, None),
            ("/v2/oauth/revoke/", 200, {}),
            (
                "/v2/post/publish/creator_info/query/",
                200,
                {"data": {}, "error": {**OK, "code": "reached_active_user_cap"}},
            ),
        ],
    )
    def test_what_keeps_to_it_passes(self, path: str, status: int, body: Any) -> None:
        assert validate_answer("POST", path, status, body) == []

    @pytest.mark.parametrize(
        ("path", "status", "body"),
        [
            (STATUS, 200, {"data": {"status": "FAILED"}, "error": OK}),
            (STATUS, 200, {"data": {"status": "PUBLISH_COMPLETE", "fail_reason": "internal"}, "error": OK}),
            (STATUS, 200, {"data": {"status": "PUBLISH_COMPLETE", "publicaly_available_post_id": ["7"]}, "error": OK}),
            (STATUS, 200, {"data": {"status": "DONE"}, "error": OK}),
            (STATUS, 200, {"data": {}, "error": {**OK, "code": "invalid_publish_id"}}),
            (STATUS, 400, {"data": {}, "error": {**OK, "code": "spam_risk_too_many_posts"}}),
            (STATUS, 502, "<html>"),
            (STATUS, 200, None),
            (TOKEN, 200, {"access_token": "act.x"}),
            (TOKEN, 400, {"data": {}, "error": OK}),
            (INIT, 200, {"data": {"publish_id": "x" * 65}, "error": OK}),
        ],
    )
    def test_what_breaks_it_is_named(self, path: str, status: int, body: Any) -> None:
        assert validate_answer("POST", path, status, body) != []

    def test_a_refused_chunk_has_no_body(self) -> None:
        assert validate_answer("PUT", "/upload/", 416) == []
        assert validate_answer("PUT", "/upload/", 416, json.loads("{}")) != []
