"""Five creators in 24 h for an app that has not passed TikTok's audit: counted before anything is scheduled."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import combinations
from threading import Barrier
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.conftest import add_accounts, add_asset, add_post

from api.accounts.models import Account, AccountToken, TikTokApp
from api.publishing.creator_caps import Planned, fits, free_from, fullest_window
from api.publishing.models import Publication, State
from api.publishing.sending import send
from api.publishing.services import WAITING_FOR_ACCOUNT
from conftest import NOON, Caller, Sandbox

HOUR = timedelta(hours=1)


def who(number: int) -> UUID:
    return UUID(int=number)


def at(hours: float, account: int) -> Planned:
    return Planned(NOON + hours * HOUR, who(account))


class TestWindows:
    def test_count_accounts_and_not_posts(self) -> None:
        planned = [at(hours, account) for account in (1, 2, 3) for hours in (-2, 0, 2)]

        assert fullest_window(planned, at=NOON) == {who(1), who(2), who(3)}

    def test_hold_what_lies_less_than_a_day_apart(self) -> None:
        planned = [at(-24, 1), at(-23.99, 2), at(23.98, 3), at(24, 4)]

        assert len(fullest_window(planned, at=NOON)) == 1  # the two near ones are nearly two days apart

    def test_look_both_ways(self) -> None:
        planned = [at(-10, 1), at(-9, 2), at(5, 3), at(6, 4), at(7, 5)]

        assert not fits(who(6), planned, at=NOON, cap=5)
        assert fits(who(3), planned, at=NOON, cap=5)
        assert fits(who(6), planned, at=NOON + 15 * HOUR, cap=5)

    def test_have_room_again_a_day_after_the_first_of_the_five(self) -> None:
        planned = [at(-account, account) for account in (1, 2, 3, 4, 5)]

        assert free_from(who(6), planned, at=NOON, cap=5) == NOON + 19 * HOUR
        assert free_from(who(5), planned, at=NOON, cap=5) == NOON

    def test_agree_with_counting_every_window(self) -> None:
        moments = [-23.5, -12.0, -0.5, 0.0, 11.5, 12.0, 23.5]
        for chosen in combinations(range(7), 5):
            planned = [at(moments[place], place % 6) for place in chosen]
            best = max(
                len({one.account_id for one in planned if start <= one.at < start + 24 * HOUR} | {who(99)})
                for start in (NOON - 24 * HOUR + step * HOUR / 4 for step in range(1, 97))
            )
            assert fits(who(99), planned, at=NOON, cap=best)
            assert not fits(who(99), planned, at=NOON, cap=best - 1)


def make_unaudited() -> None:
    TikTokApp.objects.filter(client_key="key").update(audited=False)


def body(accounts: Sequence[Account], *, hours: float, **choices: object) -> dict[str, Any]:
    due = (timezone.now() + hours * HOUR).astimezone(ZoneInfo("UTC"))
    return {
        "caption": "A rabbit wakes up",
        "timing": {"mode": "at", "local_time": due.strftime("%Y-%m-%dT%H:%M"), "time_zone": "UTC"},
        "consent": True,
        "publications": [
            {"account_id": str(account.pk), "privacy_level": "SELF_ONLY", **choices} for account in accounts
        ],
    }


def schedule(
    caller: Caller, accounts: Sequence[Account], *, hours: float = 5, number: int = 0, **choices: object
) -> Any:
    asset = add_asset(caller, number)
    return caller.post("/posts", body(accounts, hours=hours, **choices) | {"media_ids": [str(asset.pk)]})


@pytest.mark.django_db
class TestScheduling:
    def test_refuses_the_sixth_creator_of_a_day_and_names_the_five(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 6)
        make_unaudited()
        for number, account in enumerate(accounts[:5]):
            assert schedule(alice, [account], hours=5 + number, number=number).status_code == 201

        answer = schedule(alice, [accounts[5]], hours=8, number=9)

        problem = answer.json()
        assert (answer.status_code, problem["code"]) == (422, "app_creator_cap")
        assert problem["errors"][0]["field"] == "publications.0"
        assert "@account.0, @account.1, @account.2, @account.3 and @account.4" in problem["detail"]
        first = Publication.objects.order_by("due_at")[0].due_at
        assert first is not None
        assert f"{first + 24 * HOUR:%d %b %Y, %H:%M} (UTC)" in problem["detail"]
        assert Publication.objects.count() == 5

    def test_accepts_the_minute_it_named(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 6)
        make_unaudited()
        assert schedule(alice, accounts[:5], hours=5).status_code == 201
        refused = schedule(alice, accounts[5:], hours=6, number=1).json()["detail"]
        named = datetime.strptime(refused.rpartition("from ")[2], "%d %b %Y, %H:%M (UTC).")  # noqa: DTZ007 - written as UTC

        later = body(accounts[5:], hours=6) | {"media_ids": [str(add_asset(alice, 2).pk)]}
        later["timing"]["local_time"] = named.strftime("%Y-%m-%dT%H:%M")

        assert alice.post("/posts", later).status_code == 201

    def test_counts_the_accounts_of_one_post_too(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 6)
        make_unaudited()

        answer = schedule(alice, accounts)

        assert answer.json()["errors"][0]["field"] == "publications.5"
        assert not Publication.objects.exists()

    def test_lets_a_post_be_changed_among_its_own_five(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 6)
        make_unaudited()
        post = schedule(alice, accounts[:5]).json()

        changed = alice.put(
            f"/posts/{post['id']}", body(accounts[1:], hours=6) | {"media_ids": [post["media"][0]["id"]]}
        )

        assert changed.status_code == 200

    def test_counts_other_workspaces_without_naming_them(self, alice: Caller, mallory: Caller) -> None:
        mine, theirs = add_accounts(alice, 3), add_accounts(mallory, 3)
        make_unaudited()
        schedule(alice, mine)
        schedule(mallory, theirs[:2])

        detail = schedule(mallory, theirs[2:], number=1).json()["detail"]

        assert "@account.0, @account.1 and 3 of other workspaces" in detail

    def test_leaves_drafts_and_audited_apps_alone(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 12)
        assert schedule(alice, accounts).status_code == 201
        make_unaudited()

        draft = body(accounts, hours=5) | {"timing": {"mode": "draft"}}

        assert alice.post("/posts", draft).status_code == 201

    def test_refuses_what_others_could_see(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 2)
        make_unaudited()

        answer = schedule(alice, accounts, privacy_level="PUBLIC_TO_EVERYONE")

        assert (answer.status_code, answer.json()["code"]) == (422, "unaudited_app")
        assert answer.json()["errors"][0]["field"] == "publications.0.privacy_level"

    def test_takes_as_many_queries_for_five_as_for_one(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 5)
        make_unaudited()
        schedule(alice, accounts[:1], hours=2, number=0)
        counts = []
        for number, chosen in enumerate((accounts[:1], accounts), start=1):
            asset = add_asset(alice, number)
            content = body(chosen, hours=5) | {"media_ids": [str(asset.pk)]}
            with CaptureQueriesContext(connection) as queries:
                assert alice.post("/posts", content).status_code == 201
            counts.append(
                [
                    sum(part in query["sql"] for query in queries)
                    for part in ('COALESCE("publishing_publication"."published_at"', "tiktokapp")
                ]
            )

        assert counts[0] == counts[1]
        assert counts[0][0] == 1
        assert counts[0][1] <= 3  # the accounts with their apps, the lock, and what is planned


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_do_not_both_take_the_last_place(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 6)
        make_unaudited()
        assert schedule(alice, accounts[:4]).status_code == 201
        assets = [str(add_asset(alice, number).pk) for number in (1, 2)]
        start = Barrier(2)

        def take(number: int) -> int:
            try:
                start.wait()
                content = body([accounts[4 + number]], hours=5) | {"media_ids": [assets[number]]}
                return int(Caller(alice.member, alice.token, Client()).post("/posts", content).status_code)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            statuses = sorted(pool.map(take, (0, 1)))

        assert statuses == [201, 422]
        assert Publication.objects.values("account").distinct().count() == 5


@pytest.mark.django_db
class TestCreatorInfo:
    def test_tells_how_full_the_app_is_in_bounded_queries(self, alice: Caller) -> None:
        accounts = add_accounts(alice, 6)
        make_unaudited()
        schedule(alice, accounts[:3], hours=3)
        Account.objects.filter(pk=accounts[5].pk).update(scopes=["user.info.basic"])

        with CaptureQueriesContext(connection) as few:
            info = alice.get(f"/accounts/{accounts[5].pk}/creator-info").json()
        for number in range(1, 9):
            schedule(alice, accounts[:5], hours=3 + number, number=number)
        with CaptureQueriesContext(connection) as many:
            full = alice.get(f"/accounts/{accounts[5].pk}/creator-info").json()

        assert (info["app"]["audited"], info["app"]["creators_used"], info["app"]["creators_cap"]) == (False, 3, 5)
        [note] = info["notes"]
        assert note.startswith(
            "This app has not passed TikTok's audit: it can post only to private accounts, for only me"
        )
        assert note.endswith("(3 of 5 taken).")
        assert full["notes"][0].endswith("(all 5 taken).")
        assert (info["app"]["room_from"], full["app"]["creators_used"]) == (None, 5)
        assert full["app"]["room_from"] is not None
        assert len(few) == len(many) <= 4

    def test_says_nothing_about_an_audited_app(self, alice: Caller) -> None:
        [account] = add_accounts(alice, 1)
        Account.objects.filter(pk=account.pk).update(scopes=["user.info.basic"])

        info = alice.get(f"/accounts/{account.pk}/creator-info").json()

        assert (info["notes"], info["app"]["creators_cap"]) == ([], None)


@pytest.mark.django_db
class TestSwitchedOffApp:
    def make(self, alice: Caller) -> tuple[Account, Account, TikTokApp]:
        inside, outside = add_accounts(alice, 2)
        app = TikTokApp.objects.create(
            workspace=alice.member.workspace, client_key="other-key", platform="desktop", audited=True
        )
        inside.app = app
        inside.save()
        return inside, outside, app

    def switch(self, alice: Caller, app: TikTokApp, *, on: bool) -> None:
        assert alice.change(f"/tiktok/apps/{app.pk}", {"is_enabled": on}).status_code == 200

    def test_holds_the_posts_of_its_accounts_only_and_releases_them(self, alice: Caller) -> None:
        inside, outside, app = self.make(alice)
        schedule(alice, [inside, outside])

        self.switch(alice, app, on=False)
        off = dict(Publication.objects.values_list("account_id", "state"))
        reason = Publication.objects.get(account=inside).reason_code
        self.switch(alice, app, on=True)

        assert off == {inside.pk: State.HELD, outside.pk: State.SCHEDULED}
        assert reason == "app_disabled"
        released = Publication.objects.get(account=inside)
        assert (released.state, released.reason_code) == (State.SCHEDULED, "")
        assert released.next_try_at == released.due_at

    def test_takes_no_new_posts(self, alice: Caller) -> None:
        inside, _, app = self.make(alice)
        self.switch(alice, app, on=False)

        answer = schedule(alice, [inside])

        assert (answer.status_code, answer.json()["code"]) == (422, "app_disabled")
        assert answer.json()["errors"][0]["field"] == "publications.0.account_id"

    def test_sends_nothing_that_was_claimed_before(self, alice: Caller, sandbox: Sandbox) -> None:
        account, mark = alice.connect(sandbox, "studio.nord"), sandbox.mark()
        publication_id = add_post(alice, [account], add_asset(alice))["publications"][0]["id"]
        TikTokApp.objects.filter(pk=account.app_id).update(is_enabled=False)

        done = send(UUID(publication_id), worker="w")

        assert done is not None
        assert (done.state, done.reason_code) == (State.HELD, "app_disabled")
        assert sandbox.ledger(after=mark) == []

    def test_is_not_switched_on_by_an_account_that_comes_back(self) -> None:
        assert "app_disabled" not in WAITING_FOR_ACCOUNT


@pytest.mark.django_db
class TestRefusedApp:
    def test_releases_its_posts_once_tiktok_knows_it_again(self, alice: Caller, sandbox: Sandbox) -> None:
        from api.accounts.gateway import installation_app

        [account] = add_accounts(alice, 1)
        account.app = installation_app()
        account.save()
        schedule(alice, [account])
        Publication.objects.update(state=State.HELD, reason_code="app_refused", next_try_at=None)
        later = timezone.now() + timedelta(minutes=15)
        AccountToken.objects.update(refresh_at=later, refresh_tries=3)

        assert alice.post(f"/tiktok/apps/{account.app_id}/test").json()["ok"] is True

        assert Publication.objects.get().state == State.SCHEDULED
        assert settings.TIKTOK.client_key == account.app.client_key
        assert AccountToken.objects.filter(account=account, refresh_at__lt=later).exists()
