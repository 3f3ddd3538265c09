"""Every operation refuses strangers, and every verb nobody listed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from api.users.tokens import make_access_token
from conftest import Caller
from tests.conftest import OPERATIONS, PREFIX, PUBLIC, Operation, call

pytestmark = pytest.mark.django_db

GUARDED = [operation for operation in OPERATIONS if operation.name not in PUBLIC]
VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")
LISTED: dict[str, set[str]] = {}
for each in OPERATIONS:
    LISTED.setdefault(each.path, set()).add(each.method)
UNLISTED = [(path, verb) for path, listed in LISTED.items() for verb in VERBS if verb not in listed]


@pytest.mark.parametrize("operation", GUARDED, ids=lambda operation: operation.name)
class TestStranger:
    @pytest.mark.parametrize("token", [None, "", "garbage", "eyJhbGciOiJub25lIn0.e30."])
    def test_is_refused(self, operation: Operation, token: str | None) -> None:
        answer = call(operation, token=token)

        assert answer.status_code == 401
        assert answer["Content-Type"] == "application/problem+json"

    def test_is_refused_with_a_token_that_has_run_out(self, operation: Operation, alice: Caller) -> None:
        session = alice.member.session
        long_ago = timezone.now() - timedelta(minutes=6)
        token = make_access_token(user_id=session.user_id, session_id=session.pk, now=long_ago)

        assert call(operation, token=token).status_code == 401

    def test_is_refused_with_a_token_of_a_session_that_is_over(self, operation: Operation, alice: Caller) -> None:
        alice.member.session.end(now=timezone.now(), because="test")

        assert call(operation, token=alice.token).status_code == 401


class TestUnlistedVerb:
    @pytest.mark.parametrize(("path", "verb"), UNLISTED)
    def test_is_refused(self, path: str, verb: str, alice: Caller) -> None:
        operation = Operation("", verb, path, {})
        url = operation.url(dict.fromkeys(operation.parameters, "0199e1a0-0000-7000-8000-000000000000"))

        answer = Client().generic(verb, url, headers={"Authorization": f"Bearer {alice.token}"})

        assert answer.status_code == 405
        assert {name.strip() for name in answer["Allow"].split(",")} == LISTED[path]


class TestFirstFolder:
    @pytest.mark.parametrize("path", ["/admin/", "/accounts", "/api/v2/posts", "/static/../config/settings.py", "/.env"])
    def test_is_the_only_one(self, path: str) -> None:
        answer = Client().get(path)

        assert answer.status_code == 404

    def test_has_no_operation_outside_the_document(self) -> None:
        assert all(operation.path.startswith(f"{PREFIX}/") for operation in OPERATIONS)
