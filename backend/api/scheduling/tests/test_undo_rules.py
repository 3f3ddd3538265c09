"""A deleted post comes back by the rules of composing: accounts, caps, inboxes and apps are asked anew."""

from typing import Any

import pytest
from tests.conftest import add_accounts

from api.accounts.models import Account
from api.publishing.models import Publication, State
from api.scheduling.tests.undo_kit import delete, restore, schedule, states
from conftest import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts(alice: Caller) -> list[Account]:
    return add_accounts(alice, 2)


class TestTheRulesAreAskedAnew:
    def test_of_an_account_that_was_disconnected(self, alice: Caller, accounts: list[Account]) -> None:
        post = schedule(alice, accounts)
        delete(alice, post)
        alice.delete(f"/accounts/{accounts[0].pk}")

        told = restore(alice, post)

        assert (told["scheduled"], told["called_off"]) == (1, 1)
        assert "was disconnected" in told["sentence"]
        assert sorted(states(post)) == [State.CANCELLED, State.SCHEDULED]

    def test_of_what_tiktok_takes_in_a_day(self, alice: Caller, accounts: list[Account], settings: Any) -> None:
        settings.TIKTOK_POSTS_A_DAY = 1
        post = schedule(alice, accounts[:1])
        delete(alice, post)
        schedule(alice, accounts[:1])

        told = restore(alice, post)

        assert (told["drafts"], states(post)) == (1, [State.DRAFT])
        assert "as TikTok takes in 24 hours" in told["sentence"]

    def test_of_what_tiktok_takes_in_a_day_of_many_together(
        self, alice: Caller, accounts: list[Account], settings: Any
    ) -> None:
        settings.TIKTOK_POSTS_A_DAY = 2
        posts = [schedule(alice, accounts[:1]) for _ in range(2)]
        ids = [str(post.pk) for post in posts]
        alice.post("/posts/bulk/delete", {"post_ids": ids})
        schedule(alice, accounts[:1])

        items = alice.post("/posts/bulk/restore", {"post_ids": ids}).json()["items"]

        assert sorted(item["scheduled"] for item in items) == [0, 1]
        assert Publication.objects.filter(state=State.SCHEDULED).count() == 2

    def test_of_an_app_without_its_audit(self, alice: Caller) -> None:
        app_accounts = add_accounts(alice, 6)
        app = app_accounts[0].app
        app.audited = False
        app.save()
        post = schedule(alice, app_accounts[:1], privacy_level="SELF_ONLY")
        delete(alice, post)
        for account in app_accounts[1:]:
            schedule(alice, [account], privacy_level="SELF_ONLY")

        told = restore(alice, post)

        assert (told["scheduled"], told["drafts"]) == (0, 1)
        assert "has not passed its audit" in told["sentence"]

    def test_of_an_inbox_that_is_full(self, alice: Caller, accounts: list[Account]) -> None:
        Account.objects.update(scopes=["user.info.basic", "video.publish", "video.upload"])
        post = schedule(alice, accounts[:1], post_mode="MEDIA_UPLOAD")
        delete(alice, post)
        for _ in range(5):
            schedule(alice, accounts[:1], post_mode="MEDIA_UPLOAD")

        told = restore(alice, post)

        assert (told["scheduled"], told["drafts"]) == (0, 1)
