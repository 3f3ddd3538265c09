"""Listing, searching and showing accounts, and keeping them up to date."""

import pytest

from api.accounts.models import Account
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db


def names(caller: Caller, query: str = "") -> list[str]:
    return [item["username"] for item in caller.get(f"/accounts{query}").json()["items"]]


class TestListAccounts:
    def test_shows_the_newest_first(self, alice: Caller, sandbox: Sandbox) -> None:
        alice.connect(sandbox, "studio.nord")
        alice.connect(sandbox, "mira.builds")

        assert names(alice) == ["mira.builds", "studio.nord"]

    def test_shows_nothing_of_another_workspace(self, alice: Caller, mallory: Caller, sandbox: Sandbox) -> None:
        alice.connect(sandbox, "studio.nord")

        assert names(mallory) == []
        assert names(mallory, "?q=studio") == []

    @pytest.mark.parametrize(
        ("search", "found"),
        [
            ("NORD", ["studio.nord"]),
            ("Mira", ["mira.builds"]),
            ("", ["mira.builds", "studio.nord"]),
            ("%", []),
            ("_", []),
        ],
    )
    def test_searches_both_names(self, alice: Caller, sandbox: Sandbox, search: str, found: list[str]) -> None:
        alice.connect(sandbox, "studio.nord")
        alice.connect(sandbox, "mira.builds")

        assert names(alice, f"?q={search.replace('%', '%25')}") == found

    def test_refuses_what_nobody_can_search_for(self, alice: Caller) -> None:
        assert alice.get("/accounts?q=%00").status_code == 422

    @pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", f"limit={'9' * 50}", "cursor=x"])
    def test_refuses_a_page_that_does_not_exist(self, alice: Caller, query: str) -> None:
        assert alice.get(f"/accounts?{query}").status_code == 422


class TestAvatar:
    def test_is_not_there_when_tiktok_gave_none(self, alice: Caller, sandbox: Sandbox) -> None:
        account = alice.connect(sandbox, "studio.nord")
        Account.objects.update(avatar_key="")

        assert alice.get(f"/accounts/{account.pk}/avatar").status_code == 404
        assert alice.get(f"/accounts/{account.pk}").json()["avatar_url"] is None

    def test_is_replaced_and_the_old_one_deleted(self, alice: Caller, sandbox: Sandbox) -> None:
        from django.core.files.base import ContentFile
        from django.core.files.storage import default_storage

        account = alice.connect(sandbox, "studio.nord")
        old = default_storage.save("avatars/old.webp", ContentFile(b"old"))
        Account.objects.update(avatar_key=old)

        alice.post(f"/accounts/{account.pk}/sync")

        assert Account.objects.get().avatar_key != old
        assert not default_storage.exists(old)
