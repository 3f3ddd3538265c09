"""What holds for every answer: health, unknown addresses, and errors nobody foresaw."""

import json
import logging

import pytest
from django.core.management import call_command
from django.test import Client, RequestFactory

from config.api import api, own_up
from conftest import Caller


@pytest.mark.django_db
class TestHealth:
    def test_is_good_when_the_database_answers(self) -> None:
        answer = Client().get("/healthz")

        assert (answer.status_code, answer.json()) == (200, {"ok": True})


@pytest.mark.django_db
class TestAnswers:
    @pytest.mark.parametrize("path", ["/api/v1/nothing", "/nothing", "/api/v1/accounts/not-a-uuid", "/api/v1/posts/"])
    def test_say_in_one_shape_that_there_is_nothing(self, alice: Caller, path: str) -> None:
        answer = alice.client.get(path, headers={"Authorization": f"Bearer {alice.token}"})

        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
        assert answer.json() == {
            "type": "about:blank",
            "title": "Not found",
            "status": 404,
            "code": "not_found",
            "detail": "There is nothing at this address.",
            "errors": [],
        }

    def test_are_kept_in_no_cache(self, alice: Caller) -> None:
        for path in ("/auth/me", "/accounts", "/posts", "/media", "/auth/sessions"):
            assert alice.get(path)["Cache-Control"] == "no-store"

    def test_are_taken_for_no_other_type_than_theirs(self, alice: Caller) -> None:
        assert alice.get("/auth/me")["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize("body", ["{", "\xff", "[" * 100_000, "null", "[]", '"x"', "1", "", '{"email": {"a": 1}}'])
    def test_refuse_a_body_that_makes_no_sense(self, body: str) -> None:
        answer = Client().post("/api/v1/auth/login", body.encode("latin-1"), content_type="application/json")

        assert answer.status_code in (400, 422)
        assert answer["Content-Type"] == "application/problem+json"

    def test_refuse_a_body_that_is_too_large(self, alice: Caller) -> None:
        answer = alice.post("/posts", {"caption": "x" * (2 * 1024**2)})

        assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")

    def test_name_the_field_by_its_path(self, alice: Caller) -> None:
        body = {"timing": {"mode": "never"}, "publications": [{"account_id": "x"}]}

        answer = alice.post("/posts", body).json()

        assert answer["code"] == "validation_failed"
        assert {error["field"] for error in answer["errors"]} == {"timing.mode", "publications.0.account_id"}

    def test_name_the_parameter_of_the_query(self, alice: Caller) -> None:
        answer = alice.get("/posts?limit=0").json()

        assert [error["field"] for error in answer["errors"]] == ["limit"]
        assert answer["detail"] == answer["errors"][0]["message"]


class TestOwnUp:
    def test_tells_nothing_of_the_inside_but_where_to_look(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.ERROR):
            answer = own_up(RequestFactory().get("/api/v1/posts"), RuntimeError("SELECT password FROM secrets"))

        body = json.loads(answer.content)
        reference = body["detail"].rpartition(" ")[2]
        assert (answer.status_code, body["code"]) == (500, "internal_error")
        assert "SELECT" not in answer.content.decode()
        assert len(reference) == 12
        assert reference in caplog.text


class TestExportOpenapi:
    def test_prints_the_document_the_web_app_is_built_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("export_openapi")

        printed = capsys.readouterr().out
        document = json.loads(printed)
        assert document["paths"].keys() == api.get_openapi_schema()["paths"].keys()
        assert list(document) == sorted(document)
