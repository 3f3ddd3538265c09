"""How many queries a list takes does not depend on how long it is."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.conftest import RULE, add_accounts, add_asset, add_post

from api.accounts.models import Account
from api.notifications.models import Urgency
from api.notifications.services import News, tell
from api.publishing import services
from api.scheduling.models import PostingSlot
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


def cells(grid: Any) -> int:
    return sum(len(row["cells"]) for row in grid["rows"])


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

    def test_of_accounts_and_of_their_groups(self, alice: Caller) -> None:
        def group(name: str, accounts: list[Account]) -> None:
            body = {"name": name, "account_ids": [str(account.pk) for account in accounts]}
            assert alice.post("/account-groups", body).status_code == 201

        accounts = add_accounts(alice, 1)
        group("First", accounts)
        one = count_queries(alice, "/accounts", rows=items), count_queries(alice, "/account-groups", rows=len)
        accounts += add_accounts(alice, 29)
        for number in range(4):
            group(f"Group {number}", accounts)

        many = count_queries(alice, "/accounts", rows=items), count_queries(alice, "/account-groups", rows=len)

        assert [rows for _, rows in (*one, *many)] == [1, 1, 30, 5]
        assert many[0][0] == one[0][0] <= 4
        assert many[1][0] == one[1][0] <= 4

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

    def test_of_pauses(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 30)
        alice.put(f"/accounts/{accounts[0].pk}/pause", {})
        one = count_queries(alice, "/pauses", rows=lambda pauses: len(pauses["accounts"]))
        for account in accounts[1:]:
            alice.put(f"/accounts/{account.pk}/pause", {})

        thirty = count_queries(alice, "/pauses", rows=lambda pauses: len(pauses["accounts"]))

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 5

    def test_of_the_calendar(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 3)
        today = timezone.now().date()
        path = f"/calendar?from={today - timedelta(days=1)}&to={today + timedelta(days=1)}"
        add_post(alice, accounts, add_asset(alice))
        one = count_queries(alice, path, rows=items)
        for number in range(1, 30):
            add_post(alice, accounts, add_asset(alice, number))

        thirty = count_queries(alice, path, rows=items)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 6

    def test_of_the_next_slots(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 30)
        for account in accounts:
            PostingSlot.objects.create(account=account, weekday=0, local_time=time(18))

        def ask(some: list[Account]) -> tuple[int, int]:
            query = "&".join(f"accounts={account.pk}" for account in some)
            return count_queries(alice, f"/slots/next?{query}", rows=lambda answer: len(answer["accounts"]))

        one, thirty = ask(accounts[:1]), ask(accounts)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 7

    def test_of_the_quota_of_many_accounts(self, alice: Caller) -> None:
        accounts, counts = add_accounts(alice, 30), []
        add_post(alice, accounts, add_asset(alice))
        for some in (accounts[:1], accounts):
            targets = [{"account_id": str(account.pk)} for account in some]
            with CaptureQueriesContext(connection) as queries:
                answer = alice.post("/quota", {"targets": targets, "at": timezone.now().isoformat()})
            assert len(answer.json()["accounts"]) == len(some)
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 5

    def test_of_the_grid(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 40)
        add_post(alice, accounts[:1], add_asset(alice))
        one = count_queries(alice, "/posts/grid", rows=cells)
        for number in range(1, 10):
            add_post(alice, accounts, add_asset(alice, number))

        many = count_queries(alice, "/posts/grid", rows=cells)

        assert (one[1], many[1]) == (1, 361)
        assert many[0] == one[0] <= 7

    def test_of_holding_an_account_and_of_releasing_it(self, alice: Caller) -> None:
        few, many = add_accounts(alice, 2)
        for number in range(14):
            add_post(alice, [many] if number else [few, many], add_asset(alice, number))
        counts, moved = [], []
        for change in (services.hold_for, services.release_for):
            for account in (few, many):
                with CaptureQueriesContext(connection) as queries:
                    moved.append(change(account))
                counts.append(len(queries))

        assert moved == [1, 14, 1, 14]
        assert counts[1] <= counts[0] + 2  # several are called by their names
        assert counts[3] <= counts[2] <= 20

    def test_of_the_audit_log(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 1)
        add_post(alice, accounts, add_asset(alice))
        one = count_queries(alice, "/audit", rows=items)
        for number in range(1, 30):
            add_post(alice, accounts, add_asset(alice, number))

        thirty = count_queries(alice, "/audit", rows=items)

        assert (one[1], thirty[1]) == (1, 30)
        assert thirty[0] == one[0] <= 3

    def test_of_series(self, alice: Caller) -> None:
        post = add_post(alice, add_accounts(alice, 2), add_asset(alice))
        body = {"post_id": post["id"], "rule": RULE, "consent": True}
        alice.post("/series", body)
        one = count_queries(alice, "/series", rows=len)
        for _ in range(9):
            alice.post("/series", body)

        ten = count_queries(alice, "/series", rows=len)

        assert (one[1], ten[1]) == (1, 10)
        assert ten[0] == one[0] <= 4

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
