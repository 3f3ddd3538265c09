"""Every operation refuses strangers, and every verb nobody listed."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.conftest import OPERATIONS, PREFIX, PUBLIC, Operation, call

from api.users.tokens import make_access_token
from conftest import Caller

pytestmark = pytest.mark.django_db

GUARDED = [operation for operation in OPERATIONS if operation.name not in PUBLIC]
VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")
LISTED: dict[str, set[str]] = {}
for each in OPERATIONS:
    LISTED.setdefault(each.path, set()).add(each.method)


@pytest.mark.parametrize("operation", GUARDED, ids=lambda operation: operation.name)
class TestStranger:
    def test_is_refused_without_a_token_and_with_garbage(self, operation: Operation) -> None:
        answers = [call(operation, token=token) for token in (None, "", "garbage", "eyJhbGciOiJub25lIn0.e30.")]

        assert [answer.status_code for answer in answers] == [401] * 4
        assert {answer["Content-Type"] for answer in answers} == {"application/problem+json"}

    def test_is_refused_with_a_token_that_is_over(self, operation: Operation, alice: Caller) -> None:
        session = alice.member.session
        long_ago = timezone.now() - timedelta(minutes=6)
        expired = make_access_token(user_id=session.user_id, session_id=session.pk, now=long_ago)
        session.end(now=timezone.now(), because="test")

        assert call(operation, token=expired).status_code == 401
        assert call(operation, token=alice.token).status_code == 401


class TestUnlistedVerb:
    @pytest.mark.parametrize("path", LISTED)
    def test_is_refused(self, path: str, alice: Caller) -> None:
        url = re.sub(r"{\w+}", "0199e1a0-0000-7000-8000-000000000000", path)
        headers = {"Authorization": f"Bearer {alice.token}"}

        answers = [Client().generic(verb, url, headers=headers) for verb in VERBS if verb not in LISTED[path]]

        assert {answer.status_code for answer in answers} == {405}
        assert all({name.strip() for name in answer["Allow"].split(",")} == LISTED[path] for answer in answers)


class TestFirstFolder:
    @pytest.mark.parametrize(
        "path", ["/admin/", "/accounts", "/api/v2/posts", "/static/../config/settings.py", "/.env"]
    )
    def test_is_the_only_one(self, path: str) -> None:
        answer = Client().get(path)

        assert answer.status_code == 404

    def test_has_no_operation_outside_the_document(self) -> None:
        assert all(operation.path.startswith(f"{PREFIX}/") for operation in OPERATIONS)
