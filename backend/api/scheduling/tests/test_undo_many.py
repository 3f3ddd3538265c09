"""Many posts deleted at once, and taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conftest import add_accounts

from api.accounts.models import Account
from api.publishing.models import State
from api.scheduling.tests.undo_kit import schedule
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


class TestMany:
    def test_are_deleted_and_come_back(self, alice: Caller, mallory: Caller, accounts: list[Account]) -> None:
        posts = [schedule(alice, accounts), schedule(alice, accounts, mode="draft"), schedule(alice, accounts)]
        posts[2].publications.update(state=State.SUBMITTED)
        ids = [str(post.pk) for post in posts]
        unknown = str(uuid7())

        assert mallory.post("/posts/bulk/delete", {"post_ids": ids}).json() == {"deleted": [], "kept": []}
        done = alice.post("/posts/bulk/delete", {"post_ids": [*ids, unknown]}).json()

        assert done["deleted"] == ids[:2]
        assert [(kept["post_id"], "TikTok is processing" in kept["sentence"]) for kept in done["kept"]] == [
            (ids[2], True)
        ]
        theirs = mallory.post("/posts/bulk/restore", {"post_ids": ids}).json()["items"]
        assert [item["is_back"] for item in theirs] == [False] * 3
        items = alice.post("/posts/bulk/restore", {"post_ids": [*ids[:2], unknown]}).json()["items"]
        assert [(item["post_id"], item["is_back"], item["scheduled"], item["drafts"]) for item in items] == [
            (ids[0], True, 2, 0),
            (ids[1], True, 0, 2),
            (unknown, False, 0, 0),
        ]

    def test_cost_no_more_queries_than_one(self, alice: Caller, accounts: list[Account]) -> None:
        counts = []
        for number in (1, 12):
            ids = [str(schedule(alice, accounts, days=3 + one).pk) for one in range(number)]
            for path in ("delete", "restore"):
                with CaptureQueriesContext(connection) as queries:
                    answer = alice.post(f"/posts/bulk/{path}", {"post_ids": ids})
                assert answer.status_code == 200, answer.content
                counts.append(len(queries))
            assert len(answer.json()["items"]) == number
            assert all(item["scheduled"] == 2 for item in answer.json()["items"])

        assert counts[:2] == counts[2:]
        assert max(counts) <= 30

    @pytest.mark.parametrize("ids", [[], ["not an id"], [str(uuid7()) for _ in range(201)]])
    def test_are_named_rightly(self, alice: Caller, ids: list[str]) -> None:
        for path in ("delete", "restore"):
            answer = alice.post(f"/posts/bulk/{path}", {"post_ids": ids})
            assert answer.status_code == 422
            assert answer.json()["errors"][0]["field"].startswith("post_ids")
