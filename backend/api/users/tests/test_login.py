"""Signing in, and what guessing meets."""

from datetime import timedelta

import time_machine

from api.users.models import SignInFailure, User
from api.users.tests.conftest import Door
from conftest import NOON, Caller


class TestLogin:
    def test_opens_a_session(self, door: Door, alice: Caller) -> None:
        answer = door.login()

        assert answer.status_code == 200
        assert door.me(answer.json()["access_token"]) == 200

    def test_opens_another_session_each_time(self, door: Door, alice: Caller) -> None:
        first, second = door.login().json(), door.login().json()

        assert first["refresh_token"] != second["refresh_token"]
        assert alice.member.user.sessions.count() == 3

    def test_takes_the_address_however_it_is_written(self, door: Door, alice: Caller) -> None:
        assert door.login(" Alice@Example.com ").status_code == 200

    def test_says_the_same_of_a_wrong_password_and_an_unknown_address(self, door: Door, alice: Caller) -> None:
        wrong, unknown = door.login(password="not the password"), door.login("nobody@example.com")

        assert wrong.status_code == unknown.status_code == 401
        assert wrong.json() == unknown.json()
        assert wrong.json()["code"] == "wrong_credentials"

    def test_refuses_somebody_who_was_switched_off(self, door: Door, alice: Caller) -> None:
        User.objects.update(is_active=False)

        assert door.login().json()["code"] == "wrong_credentials"
        assert door.me(alice.token) == 401

    def test_takes_no_password_in_another_case_or_with_spaces(self, door: Door, alice: Caller) -> None:
        assert door.login(password="A long enough password").status_code == 401
        assert door.login(password="a long enough password ").status_code == 401

    def test_survives_text_no_database_can_hold(self, door: Door, alice: Caller) -> None:
        assert door.login("alice@example.com\x00").status_code == 422
        assert door.login(password="a long enough password\x00").status_code == 401


class TestTooManyWrongPasswords:
    def test_are_stopped_with_the_time_to_wait(self, door: Door, alice: Caller) -> None:
        with time_machine.travel(NOON, tick=False):
            wrong = [door.login(password="not the password").status_code for _ in range(10)]
            stopped = door.login()

        assert wrong == [401] * 10
        assert stopped.status_code == 429
        assert stopped.json()["code"] == "too_many_attempts"
        assert stopped.json()["detail"] == "Too many wrong passwords. Try again in 16 min."
        assert int(stopped["Retry-After"]) == 15 * 60 + 1

    def test_are_forgotten_after_the_window(self, door: Door, alice: Caller) -> None:
        with time_machine.travel(NOON, tick=False):
            for _ in range(10):
                door.login(password="not the password")
            wait = int(door.login()["Retry-After"])

        with time_machine.travel(NOON + timedelta(seconds=wait - 2), tick=False):
            assert door.login().status_code == 429
        with time_machine.travel(NOON + timedelta(seconds=wait), tick=False):
            assert door.login().status_code == 200

    def test_count_alike_for_an_address_nobody_has(self, door: Door) -> None:
        statuses = [door.login("nobody@example.com").status_code for _ in range(11)]

        assert statuses == [401] * 10 + [429]

    def test_count_for_an_address_however_it_is_written(self, door: Door, alice: Caller) -> None:
        for number in range(10):
            door.login(("alice@example.com", " ALICE@example.com ")[number % 2], "not the password")

        assert door.login().status_code == 429

    def test_stop_nobody_else(self, door: Door, alice: Caller, mallory: Caller) -> None:
        for _ in range(11):
            door.login(password="not the password")

        assert door.login("mallory@example.com").status_code == 200

    def test_sign_out_nobody_who_is_signed_in(self, door: Door, alice: Caller) -> None:
        for _ in range(11):
            door.login(password="not the password")

        assert door.me(alice.token) == 200

    def test_start_from_zero_after_the_right_one(self, door: Door, alice: Caller) -> None:
        for _ in range(9):
            door.login(password="not the password")
        door.login()

        assert not SignInFailure.objects.exists()
        assert door.login(password="not the password").status_code == 401
        assert door.login().status_code == 200
