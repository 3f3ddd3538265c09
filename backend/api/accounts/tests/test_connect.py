"""Connecting an account: the whole walk through TikTok's consent page, and every way it can go wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from api.accounts import gateway
from api.accounts.connect_services import Callback, OAuthStateStale, finish_connect, start_connect
from api.accounts.models import Account, OAuthAttempt
from api.accounts.tests.conftest import EVERYTHING, finish, start
from api.users.services import open_session
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db


def state_of(url: str) -> str:
    return parse_qs(urlsplit(url).query)["state"][0]


class TestStartConnect:
    def test_leads_to_tiktok_with_a_challenge_in_hex(self, alice: Caller, sandbox: Sandbox) -> None:
        url = start(alice)

        query = parse_qs(urlsplit(url).query)
        assert url.startswith(f"{sandbox.url}/v2/auth/authorize/?")
        assert query["redirect_uri"] == [settings.TIKTOK.redirect_uri]
        assert query["scope"] == [",".join(EVERYTHING)]
        assert query["code_challenge_method"] == ["S256"]
        assert len(query["code_challenge"][0]) == 64
        assert int(query["code_challenge"][0], 16)
        assert len(query["state"][0]) == 43  # 256 bits

    def test_sends_no_challenge_for_a_web_app(self, alice: Caller, sandbox: Sandbox) -> None:
        with override_settings(TIKTOK=replace(settings.TIKTOK, platform="web")):
            url = start(alice)

        assert "code_challenge" not in url
        assert OAuthAttempt.objects.get().verifier_sealed == ""

    def test_keeps_neither_state_nor_verifier_in_the_clear(self, alice: Caller, sandbox: Sandbox) -> None:
        state = state_of(start(alice))

        attempt = OAuthAttempt.objects.get()
        assert state not in str(vars(attempt))
        assert attempt.verifier_sealed.startswith("v1.k1.")

    def test_takes_a_new_state_each_time(self, alice: Caller, sandbox: Sandbox) -> None:
        assert state_of(start(alice)) != state_of(start(alice))


class TestFinishConnect:
    def test_connects_the_account(self, alice: Caller, sandbox: Sandbox) -> None:
        answer = finish(alice, sandbox.consent("studio.nord", start(alice)))

        assert answer.status_code == 200
        account = answer.json()
        assert (account["username"], account["nickname"], account["status"]) == (
            "studio.nord",
            "Studio Nord",
            "connected",
        )
        assert (account["scopes"], account["can_publish"]) == (EVERYTHING, True)
        assert account["follower_count"] == 48210
        days = (datetime.fromisoformat(account["refresh_expires_at"]) - timezone.now()).days
        assert days in (179, 180)
        assert [one["id"] for one in alice.get("/accounts").json()["items"]] == [account["id"]]

    def test_copies_the_avatar(self, alice: Caller, sandbox: Sandbox) -> None:
        account = finish(alice, sandbox.consent("studio.nord", start(alice))).json()

        picture = alice.get(account["avatar_url"].removeprefix("/api/v1"))
        assert picture["Content-Type"] == "image/webp"
        assert picture.getvalue()[8:12] == b"WEBP"

    @pytest.mark.parametrize("status", ["200", "rfc"])
    def test_refuses_a_code_tiktok_does_not_know(
        self, alice: Caller, sandbox: Sandbox, turn: Callable[..., None], status: str
    ) -> None:
        turn(oauth_error_status=status)

        answer = finish(alice, Callback(state=state_of(start(alice)), code="made-up"))

        assert (answer.status_code, answer.json()["code"]) == (400, "oauth_refused")
        assert "invalid_grant" in answer.json()["detail"]
        assert not Account.objects.exists()

    def test_refuses_a_code_of_another_walk(self, alice: Caller, sandbox: Sandbox) -> None:
        first, second = start(alice), start(alice)

        answer = finish(alice, replace(sandbox.consent("studio.nord", first), state=state_of(second)))

        assert answer.json()["code"] == "oauth_refused"
        assert "invalid_request" in answer.json()["detail"]  # TikTok does not accept the other walk's verifier

    def test_changes_nothing_when_tiktok_does_not_answer(self, alice: Caller, sandbox: Sandbox) -> None:
        callback = sandbox.consent("studio.nord", start(alice))

        with override_settings(TIKTOK=replace(settings.TIKTOK, api_url="http://127.0.0.1:1")):
            gateway.connection().close()
            gateway.connection.cache_clear()
            answer = finish(alice, callback)
            gateway.connection().close()
            gateway.connection.cache_clear()

        assert (answer.status_code, answer.json()["code"]) == (502, "tiktok_unreachable")
        assert not Account.objects.exists()


class TestState:
    def test_works_once(self, alice: Caller, sandbox: Sandbox) -> None:
        callback = sandbox.consent("studio.nord", start(alice))
        finish(alice, callback)

        again = finish(alice, callback)

        assert (again.status_code, again.json()["code"]) == (400, "oauth_state_stale")

    def test_is_spent_by_a_refusal_too(self, alice: Caller, sandbox: Sandbox) -> None:
        url = start(alice)
        finish(alice, Callback(state_of(url)), error="access_denied")

        assert finish(alice, sandbox.consent("studio.nord", url)).json()["code"] == "oauth_state_stale"

    def test_works_for_ten_minutes(self, alice: Caller, sandbox: Sandbox) -> None:
        now = timezone.now()
        url = start_connect(member=alice.member, now=now)
        callback = sandbox.consent("studio.nord", url)

        with pytest.raises(OAuthStateStale):
            finish_connect(member=alice.member, callback=callback, now=now + timedelta(minutes=10))
        account = finish_connect(member=alice.member, callback=callback, now=now + timedelta(minutes=9, seconds=59))
        assert account.status == "connected"

    def test_of_another_workspace_is_refused(self, alice: Caller, mallory: Caller, sandbox: Sandbox) -> None:
        callback = sandbox.consent("studio.nord", start(alice))

        theirs, made_up = finish(mallory, callback), finish(mallory, Callback("made-up", code="x"))

        assert theirs.json() == made_up.json()
        assert theirs.json()["code"] == "oauth_state_stale"
        assert finish(alice, callback).status_code == 200

    def test_of_another_browser_of_the_same_person_is_refused(self, alice: Caller, sandbox: Sandbox) -> None:
        callback = sandbox.consent("studio.nord", start(alice))
        other = open_session(user=alice.member.user, user_agent="other", now=timezone.now())

        answer = finish(Caller(alice.member, other.access_token), callback)

        assert answer.json()["code"] == "oauth_state_stale"

    @pytest.mark.parametrize("state", ["", "x", "' OR 1=1 --", "\x00", "é"])
    def test_that_nobody_gave_is_refused(self, alice: Caller, sandbox: Sandbox, state: str) -> None:
        assert finish(alice, Callback(state, code="x")).json()["code"] == "oauth_state_stale"

    def test_that_is_absent_is_refused(self, alice: Caller) -> None:
        assert alice.post("/tiktok/oauth/callback", {"code": "x"}).status_code == 422

    def test_and_code_never_show(self) -> None:
        assert repr(Callback("the-state", code="the-code")) == "Callback(error='', error_description='', error_type='')"


class TestRefusal:
    @pytest.mark.parametrize(
        ("query", "words"),
        [
            ({"error": "access_denied"}, "the permission was not given"),
            ({"error": "access_denied", "error_type": "non_sandbox_target"}, "not on its list of target accounts"),
            ({"error": "server_error", "error_description": "Try later."}, "“server_error”. Try later."),
            ({}, "“no code”"),
        ],
    )
    def test_is_told_as_it_was_meant(self, alice: Caller, sandbox: Sandbox, query: dict[str, str], words: str) -> None:
        answer = finish(alice, Callback(state_of(start(alice))), **query)

        assert (answer.status_code, answer.json()["code"]) == (400, "oauth_refused")
        assert words in answer.json()["detail"]
        assert not Account.objects.exists()

    def test_counts_although_a_code_came_along(self, alice: Caller, sandbox: Sandbox) -> None:
        answer = finish(alice, sandbox.consent("studio.nord", start(alice)), error="access_denied")

        assert answer.json()["code"] == "oauth_refused"
        assert not Account.objects.exists()
