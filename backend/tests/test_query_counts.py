"""How many queries a list takes does not depend on how long it is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conftest import add_accounts, add_asset, add_post

from api.notifications.models import Urgency
from api.notifications.services import News, tell
from conftest import Caller
from core.ids import uuid7

pytestmark = pytest.mark.django_db


def count_queries(caller: Caller, path: str, *, rows: Callable[[Any], int]) -> tuple[int, int]:
    """Return how many queries a request took, and how many rows it answered with."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = caller.get(path)
    assert answer.status_code == 200
    return len(queries), rows(answer.json())


def items(page: Any) -> int:
    return len(page["items"])


class TestQueries:
    def test_of_posts(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 3)
        add_post(alice, accounts, add_asset(alice))
        one = count_queries(alice, "/posts", rows=items)
        for number in range(1, 30):
            add_post(alice, accounts, add_asset(alice, number))

        thirty = count_queries(alice, "/posts", rows=items)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 8

    @pytest.mark.parametrize("query", ["?status=scheduled", "?status=needs_you", "?limit=100"])
    def test_of_filtered_posts(self, alice: Caller, query: str) -> None:
        accounts = add_accounts(alice, 2)
        for number in range(3):
            add_post(alice, accounts, add_asset(alice, number))

        assert count_queries(alice, f"/posts{query}", rows=items)[0] <= 8

    def test_of_accounts(self, alice: Caller) -> None:
        add_accounts(alice, 1)
        one = count_queries(alice, "/accounts", rows=items)
        add_accounts(alice, 29)

        thirty = count_queries(alice, "/accounts", rows=items)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 3

    def test_of_media(self, alice: Caller) -> None:
        add_asset(alice, 0)
        one = count_queries(alice, "/media", rows=items)
        for number in range(1, 30):
            add_asset(alice, number)

        thirty = count_queries(alice, "/media", rows=items)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 3

    def test_of_a_posts_publications(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 30)
        small = add_post(alice, accounts[:1], add_asset(alice, 0))
        large = add_post(alice, accounts, add_asset(alice, 1))

        one = count_queries(alice, f"/posts/{small['id']}/publications", rows=len)
        thirty = count_queries(alice, f"/posts/{large['id']}/publications", rows=len)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 7

    def test_of_notifications(self, alice: Caller) -> None:
        workspace = alice.member.workspace.pk

        def tell_of(number: int) -> None:
            tell(workspace, News(kind="test", urgency=Urgency.FYI, key=str(number), title="x", about=uuid7()))

        tell_of(0)
        one = count_queries(alice, "/notifications?limit=100", rows=items)
        for number in range(1, 30):
            tell_of(number)

        thirty = count_queries(alice, "/notifications?limit=100", rows=items)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 4
