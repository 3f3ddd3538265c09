"""The browsers a person is signed in on, and ending them."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from api.users.models import Session, User
from api.users.tests.conftest import Door
from conftest import PASSWORD, Caller
from core.ids import uuid7

NEW = "another long password"


def sign_in(door: Door, agent: str = "Firefox") -> tuple[str, str]:
    """Sign Alice in with another browser; return its access and refresh tokens."""
    answer = door.client.post(
        "/api/v1/auth/login",
        f'{{"email": "alice@example.com", "password": "{PASSWORD}"}}',
        content_type="application/json",
        headers={"User-Agent": agent},
    ).json()
    return answer["access_token"], answer["refresh_token"]


class TestLogout:
    def test_ends_the_session_at_once(self, door: Door, alice: Caller) -> None:
        access, refresh = sign_in(door)
        other = alice.token
        alice.token = access

        answer = alice.post("/auth/logout")

        assert (answer.status_code, answer.content) == (204, b"")
        assert door.me(access) == 401
        assert door.refresh(refresh).json()["code"] == "session_ended"
        assert door.me(other) == 200

    def test_cannot_be_done_twice(self, alice: Caller) -> None:
        alice.post("/auth/logout")

        assert alice.post("/auth/logout").status_code == 401


class TestSessions:
    def test_are_listed_newest_first_and_mark_the_one_that_asks(self, door: Door, alice: Caller) -> None:
        sign_in(door, "Safari")

        found = alice.get("/auth/sessions").json()

        assert [(one["user_agent"], one["is_current"]) for one in found] == [("Safari", False), ("tests", True)]

    def test_are_listed_only_while_they_live(self, door: Door, alice: Caller) -> None:
        sign_in(door)
        Session.objects.exclude(pk=alice.member.session.pk).update(idle_until=timezone.now())

        assert len(alice.get("/auth/sessions").json()) == 1

    def test_of_somebody_else_are_not_shown(self, alice: Caller, mallory: Caller) -> None:
        assert len(mallory.get("/auth/sessions").json()) == 1

    def test_can_be_ended_one_by_one(self, door: Door, alice: Caller) -> None:
        access, refresh = sign_in(door)
        listed = alice.get("/auth/sessions").json()

        answer = alice.delete(f"/auth/sessions/{listed[0]['id']}")

        assert answer.status_code == 204
        assert (door.me(access), door.refresh(refresh).status_code) == (401, 401)
        assert door.me(alice.token) == 200

    def test_of_somebody_else_cannot_be_ended(self, door: Door, alice: Caller, mallory: Caller) -> None:
        theirs = mallory.delete(f"/auth/sessions/{alice.member.session.pk}")
        nobodys = mallory.delete(f"/auth/sessions/{uuid7()}")

        assert theirs.status_code == nobodys.status_code == 404
        assert theirs.json() == nobodys.json()
        assert door.me(alice.token) == 200

    def test_keep_a_short_name_of_an_endless_browser(self, door: Door, alice: Caller) -> None:
        sign_in(door, "x" * 4000)

        assert len(alice.get("/auth/sessions").json()[0]["user_agent"]) == 300


class TestChangePassword:
    def test_signs_every_other_browser_out(self, door: Door, alice: Caller) -> None:
        access, refresh = sign_in(door)

        answer = alice.post("/auth/password", {"current_password": PASSWORD, "new_password": NEW})

        assert answer.status_code == 204
        assert (door.me(access), door.refresh(refresh).status_code) == (401, 401)
        assert door.me(alice.token) == 200
        assert (door.login().status_code, door.login(password=NEW).status_code) == (401, 200)

    def test_signs_nobody_else_out(self, door: Door, alice: Caller, mallory: Caller) -> None:
        alice.post("/auth/password", {"current_password": PASSWORD, "new_password": NEW})

        assert door.me(mallory.token) == 200

    def test_needs_the_current_one(self, door: Door, alice: Caller) -> None:
        access, _ = sign_in(door)

        answer = alice.post("/auth/password", {"current_password": "not the password", "new_password": NEW})

        assert answer.status_code == 422
        assert answer.json()["code"] == "wrong_credentials"
        assert answer.json()["errors"][0]["field"] == "current_password"
        assert door.me(access) == 200
        assert door.login().status_code == 200

    @pytest.mark.parametrize("weak", ["short", "password1234", "alice@example.com"])
    def test_refuses_a_weak_one(self, alice: Caller, weak: str) -> None:
        answer = alice.post("/auth/password", {"current_password": PASSWORD, "new_password": weak})

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "new_password"
        assert User.objects.get().has_password(PASSWORD)


class TestWhatIsShown:
    def test_never_holds_a_token_or_a_password(self, door: Door, alice: Caller) -> None:
        from api.users.schemas import LoginIn, PasswordIn, RefreshIn, SessionOut
        from api.users.services import open_session
        from api.workspaces.schemas import RegisterIn

        with time_machine.travel(timezone.now() + timedelta(hours=1)):
            signed_in = open_session(user=alice.member.user, user_agent="", now=timezone.now())
        shown = [
            repr(signed_in),
            repr(SessionOut.of(signed_in)),
            repr(RefreshIn(refresh_token=signed_in.refresh_token)),
            repr(LoginIn(email="a@example.com", password=PASSWORD)),
            repr(PasswordIn(current_password=PASSWORD, new_password=PASSWORD)),
            repr(RegisterIn(email="a@example.com", password=PASSWORD, name="", time_zone="UTC")),
            repr(signed_in.session),
            repr(alice.member),
        ]

        for secret in (signed_in.access_token, signed_in.refresh_token, PASSWORD, alice.member.user.password_hash):
            assert secret not in " ".join(shown)
