"""A post is made once, however often its request is sent."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from api.posts.models import Post
from conftest import Caller

BODY = {"caption": "A rabbit wakes up", "timing": {"mode": "draft"}}
KEY = {"Idempotency-Key": "4f0c-click"}


@pytest.mark.django_db
class TestCreatePost:
    def test_answers_a_repeated_request_with_the_same_post(self, alice: Caller) -> None:
        first, second = alice.post("/posts", BODY, **KEY), alice.post("/posts", BODY, **KEY)

        assert first.status_code == second.status_code == 201
        assert first.json() == second.json()
        assert Post.objects.count() == 1

    def test_refuses_the_key_for_another_post(self, alice: Caller) -> None:
        alice.post("/posts", BODY, **KEY)

        answer = alice.post("/posts", BODY | {"caption": "Another"}, **KEY)

        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
        assert Post.objects.count() == 1

    def test_lets_a_refused_request_be_corrected_and_sent_again(self, alice: Caller) -> None:
        assert alice.post("/posts", BODY | {"caption": "x" * 2201}, **KEY).status_code == 422

        assert alice.post("/posts", BODY, **KEY).status_code == 201

    def test_keeps_workspaces_apart(self, alice: Caller, mallory: Caller) -> None:
        mine, theirs = alice.post("/posts", BODY, **KEY).json(), mallory.post("/posts", BODY, **KEY).json()

        assert mine["id"] != theirs["id"]


@pytest.mark.django_db(transaction=True)
class TestDoubleClick:
    def test_makes_one_post(self, alice: Caller) -> None:
        start = Barrier(2)

        def click() -> tuple[int, str]:
            try:
                start.wait()
                answer = Caller(alice.member, alice.token, Client()).post("/posts", BODY, **KEY)
                return answer.status_code, answer.json()["id"]
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            first, second = [future.result() for future in [pool.submit(click), pool.submit(click)]]

        assert first == second
        assert first[0] == 201
        assert Post.objects.count() == 1
