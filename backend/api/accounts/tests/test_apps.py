"""The pool of TikTok apps: the server's own and the workspace's, tried against a real token endpoint."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from tests.conftest import add_accounts

from api.accounts import gateway
from api.accounts.app_selectors import choose_app
from api.accounts.gateway import installation_app, secret_of
from api.accounts.models import TikTokApp
from api.accounts.redirects import why_unusable
from api.workspaces.models import Membership, Role
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db

SECRET = "k3y-of-northwind-7431"
APP = {
    "name": "Northwind",
    "client_key": "awnorthwind1",
    "client_secret": SECRET,
    "platform": "desktop",
    "scopes": ["video.publish", "user.info.basic"],
}


def add(caller: Caller, **changes: object) -> Any:
    return caller.post("/tiktok/apps", APP | changes)


def change(caller: Caller, app_id: str, **changes: object) -> Any:
    return caller.change(f"/tiktok/apps/{app_id}", changes)


def refusal_of(answer: Any) -> tuple[int, str, list[str]]:
    body = answer.json()
    return answer.status_code, body["code"], [error["field"] for error in body["errors"]]


class TestAddApp:
    def test_keeps_the_secret_sealed_and_to_itself(self, alice: Caller) -> None:
        answer = add(alice)

        assert answer.status_code == 201
        app = TikTokApp.objects.get(pk=answer.json()["id"])
        assert app.client_secret_sealed.startswith("v1.k1.")
        assert secret_of(app) == SECRET
        for path in ("/tiktok/apps", f"/tiktok/apps/{app.pk}"):
            assert SECRET not in alice.get(path).content.decode()
        assert answer.json()["scopes"] == ["user.info.basic", "video.publish"]
        assert (answer.json()["audited"], answer.json()["is_enabled"], answer.json()["is_own"]) == (False, True, False)

    def test_stands_in_the_list_after_the_servers_own(self, alice: Caller, mallory: Caller) -> None:
        add(alice)

        mine, theirs = alice.get("/tiktok/apps").json(), mallory.get("/tiktok/apps").json()

        assert [(app["name"], app["is_own"]) for app in mine["items"]] == [
            ("This server's app", True),
            ("Northwind", False),
        ]
        assert [app["is_own"] for app in theirs["items"]] == [True]
        assert mine["redirect_uri"] == settings.TIKTOK.redirect_uri
        assert mine["webhook_url"].endswith("/webhooks/tiktok")
        assert {one["platform"]: one["usable"] for one in mine["platforms"]} == {"web": False, "desktop": True}

    @pytest.mark.parametrize(
        ("changes", "code", "field"),
        [
            ({"platform": "web"}, "redirect_uri_unusable", "platform"),
            ({"scopes": ["video.publish"]}, "scope_missing", "scopes"),
            ({"scopes": ["user.info.basic", "research.data"]}, "scope_unknown", "scopes"),
            ({"client_secret": "short"}, "secret_invalid", "client_secret"),
            ({"client_secret": "with a space in it"}, "secret_invalid", "client_secret"),
            ({"client_key": "no key/at all"}, "validation_failed", "client_key"),
            ({"name": "  "}, "validation_failed", "name"),
        ],
    )
    def test_is_refused_where_it_was_typed(
        self, alice: Caller, changes: dict[str, object], code: str, field: str
    ) -> None:
        status, found, fields = refusal_of(add(alice, **changes))

        assert (status, found) == (422, code)
        assert [name.removeprefix("app_in.") for name in fields] == [field]
        assert not TikTokApp.objects.filter(workspace=alice.member.workspace).exists()

    def test_is_refused_for_a_key_that_anybody_here_has(self, alice: Caller, mallory: Caller) -> None:
        add(mallory)

        assert refusal_of(add(alice)) == (422, "client_key_taken", ["client_key"])
        own = installation_app().client_key
        assert refusal_of(add(alice, client_key=own)) == (422, "client_key_taken", ["client_key"])


class TestRoles:
    @pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.VIEWER])
    def test_below_admin_only_look(self, alice: Caller, role: Role) -> None:
        app_id = add(alice).json()["id"]
        Membership.objects.filter(user=alice.member.user).update(role=role)

        answers = [
            add(alice, client_key="another1"),
            change(alice, app_id, name="Mine"),
            alice.delete(f"/tiktok/apps/{app_id}"),
            alice.post(f"/tiktok/apps/{app_id}/test"),
        ]

        assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(403, "not_allowed")}
        assert alice.get("/tiktok/apps").json()["can_change"] is False
        assert TikTokApp.objects.get(pk=app_id).name == "Northwind"

    def test_of_an_admin_suffices(self, alice: Caller) -> None:
        Membership.objects.filter(user=alice.member.user).update(role=Role.ADMIN)

        assert add(alice).status_code == 201


class TestChangeApp:
    def test_takes_what_is_given_and_leaves_the_rest(self, alice: Caller) -> None:
        app_id = add(alice).json()["id"]

        changed = change(alice, app_id, audited=True, client_secret="another-secret-1").json()

        assert (changed["audited"], changed["name"], changed["client_key"]) == (True, "Northwind", "awnorthwind1")
        assert secret_of(TikTokApp.objects.get(pk=app_id)) == "another-secret-1"

    def test_leaves_the_servers_app_alone(self, alice: Caller) -> None:
        own = installation_app()

        answers = [change(alice, str(own.pk), audited=False), alice.delete(f"/tiktok/apps/{own.pk}")]

        assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(409, "app_of_installation")}


class TestRemoveApp:
    def test_forgets_an_app_nobody_was_connected_by(self, alice: Caller) -> None:
        app_id = add(alice).json()["id"]

        assert alice.delete(f"/tiktok/apps/{app_id}").status_code == 204
        assert not TikTokApp.objects.filter(pk=app_id).exists()

    def test_is_refused_once_an_account_was(self, alice: Caller) -> None:
        app_id = add(alice).json()["id"]
        [account] = add_accounts(alice, 1)
        account.app_id = app_id
        account.save()

        answer = alice.delete(f"/tiktok/apps/{app_id}")

        assert (answer.status_code, answer.json()["code"]) == (409, "app_in_use")
        assert answer.json()["detail"].startswith("One account was connected by this app")


class TestTryApp:
    def try_it(self, caller: Caller, app_id: object) -> Any:
        answer = caller.post(f"/tiktok/apps/{app_id}/test")
        assert answer.status_code == 200, answer.content
        return answer.json()

    @pytest.mark.parametrize("status", ["200", "rfc"])
    def test_finds_the_right_pair_right(self, alice: Caller, sandbox: Sandbox, status: str) -> None:
        sandbox.set(oauth_error_status=status)

        tried = self.try_it(alice, installation_app().pk)

        sandbox.set(oauth_error_status="200")
        assert (tried["ok"], tried["code"]) == (True, None)
        assert tried["app"]["tested_at"] is not None

    def test_finds_the_wrong_pair_wrong_and_notes_it(self, alice: Caller, sandbox: Sandbox) -> None:
        tried = self.try_it(alice, add(alice).json()["id"])

        assert (tried["ok"], tried["code"]) == (False, "invalid_client")
        assert tried["app"]["problem"]["code"] == "invalid_client"

    def test_ends_a_problem(self, alice: Caller, sandbox: Sandbox) -> None:
        own = installation_app()
        TikTokApp.objects.filter(pk=own.pk).update(problem_code="invalid_client", problem_since=own.created_at)

        tried = self.try_it(alice, own.pk)

        assert tried["app"]["problem"] is None

    def test_concludes_nothing_without_an_answer(self, alice: Caller, sandbox: Sandbox) -> None:
        own = installation_app()
        with override_settings(TIKTOK=replace(settings.TIKTOK, api_url="http://127.0.0.1:1")):
            gateway.connection().close()
            gateway.connection.cache_clear()
            answer = alice.post(f"/tiktok/apps/{own.pk}/test")
            gateway.connection().close()
            gateway.connection.cache_clear()

        assert (answer.status_code, answer.json()["code"]) == (502, "tiktok_unreachable")
        assert TikTokApp.objects.get(pk=own.pk).tested_at is None


class TestServersApp:
    def test_is_as_the_environment_says(self, sandbox: Sandbox) -> None:
        assert installation_app().audited is True

        with override_settings(TIKTOK=replace(settings.TIKTOK, audited=False, scopes=("user.info.basic",))):
            app = installation_app()

        app.refresh_from_db()
        assert (app.audited, app.scopes) == (False, ["user.info.basic"])


class TestConnect:
    def query(self, caller: Caller, app_id: str = "") -> dict[str, list[str]]:
        path = f"/tiktok/oauth/authorize?app_id={app_id}" if app_id else "/tiktok/oauth/authorize"
        answer = caller.get(path)
        assert answer.status_code == 200, answer.content
        return parse_qs(urlsplit(answer.json()["authorize_url"]).query)

    def test_goes_through_the_chosen_app_and_asks_for_its_scopes(self, alice: Caller) -> None:
        query = self.query(alice, add(alice).json()["id"])

        assert query["client_key"] == ["awnorthwind1"]
        assert query["scope"] == ["user.info.basic,video.publish"]

    def test_refuses_an_app_of_another_workspace_and_one_that_is_off(self, alice: Caller, mallory: Caller) -> None:
        app_id = add(alice).json()["id"]
        change(alice, app_id, is_enabled=False)

        theirs = mallory.get(f"/tiktok/oauth/authorize?app_id={app_id}")
        off = alice.get(f"/tiktok/oauth/authorize?app_id={app_id}")

        assert (theirs.status_code, off.status_code, off.json()["code"]) == (404, 409, "app_disabled")

    def test_takes_the_first_audited_app_that_works(self, alice: Caller, sandbox: Sandbox) -> None:
        own, app_id = installation_app(), add(alice).json()["id"]
        assert choose_app(alice.member.workspace) == own

        TikTokApp.objects.filter(pk=own.pk).update(problem_code="invalid_client")
        assert str(choose_app(alice.member.workspace).pk) == app_id

    def test_takes_an_app_with_room_before_a_full_one(self, alice: Caller) -> None:
        first, second = add(alice).json()["id"], add(alice, client_key="awnorthwind2").json()["id"]
        installation_app()
        TikTokApp.objects.filter(workspace=None).update(problem_code="invalid_client")
        for account in add_accounts(alice, 5):
            account.app_id = first
            account.save()

        assert str(choose_app(alice.member.workspace).pk) == second


class TestRedirectUri:
    @pytest.mark.parametrize(
        ("uri", "usable"),
        [
            ("http://localhost:4100/accounts/connect/callback", {"desktop"}),
            ("https://127.0.0.1:4100/accounts/connect/callback", {"desktop"}),
            ("http://localhost/accounts/connect/callback", set()),
            ("https://posts.northwind.net/accounts/connect/callback", {"web"}),
            ("http://posts.northwind.net/accounts/connect/callback", set()),
            ("https://posts.northwind.net/callback?x=1", set()),
            ("https://posts.northwind.net/callback#x", set()),
            ("https://posts.northwind.net/" + "x" * 512, set()),
            ("https://posts.northwind.net:notaport/", set()),
        ],
    )
    def test_is_usable_by_the_platforms_tiktok_allows(self, uri: str, usable: set[str]) -> None:
        reasons = {platform: why_unusable(uri, platform=platform) for platform in ("web", "desktop")}

        assert {platform for platform, reason in reasons.items() if reason is None} == usable
