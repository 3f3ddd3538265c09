"""Staying signed in: refresh tokens rotate, and one that comes back ends the session."""

from datetime import timedelta

import pytest
import time_machine

from api.users.models import Session, User
from api.users.tests.conftest import Door
from conftest import NOON, Caller


@pytest.fixture
def token(door: Door, alice: Caller) -> str:
    """The refresh token of a session opened at noon."""
    with time_machine.travel(NOON, tick=False):
        return str(door.login().json()["refresh_token"])


def refresh_at(door: Door, token: str, after: timedelta) -> tuple[int, str]:
    """Refresh so long after noon; return the status, and the new token or the code of the refusal."""
    with time_machine.travel(NOON + after, tick=False):
        answer = door.refresh(token)
    return answer.status_code, answer.json().get("refresh_token") or answer.json()["code"]


class TestRefresh:
    def test_hands_out_new_tokens(self, door: Door, token: str) -> None:
        with time_machine.travel(NOON + timedelta(minutes=6), tick=False):
            answer = door.refresh(token)
            works = door.me(answer.json()["access_token"])

        assert answer.status_code == 200
        assert works == 200
        assert answer.json()["refresh_token"] != token
        assert answer.json()["refresh_expires_in"] == 12 * 3600

    def test_goes_on_with_each_new_token(self, door: Door, token: str) -> None:
        seen = {token}
        for minutes in range(5, 50, 5):
            status, token = refresh_at(door, token, timedelta(minutes=minutes))
            assert status == 200
            seen.add(token)

        assert len(seen) == 10

    def test_gives_two_tabs_the_same_new_token(self, door: Door, token: str) -> None:
        first = refresh_at(door, token, timedelta(minutes=5))
        second = refresh_at(door, token, timedelta(minutes=5, seconds=10))

        assert first == second
        assert refresh_at(door, first[1], timedelta(minutes=6))[0] == 200

    def test_ends_the_session_when_a_spent_token_comes_back_later(self, door: Door, token: str) -> None:
        _, new = refresh_at(door, token, timedelta(minutes=5))
        reused = refresh_at(door, token, timedelta(minutes=5, seconds=11))

        assert reused == (401, "session_ended")
        assert refresh_at(door, new, timedelta(minutes=6)) == (401, "session_ended")
        assert Session.objects.filter(ended_because="reuse").count() == 1

    def test_ends_the_session_when_a_much_older_token_comes_back(self, door: Door, token: str) -> None:
        _, second = refresh_at(door, token, timedelta(minutes=5))
        _, third = refresh_at(door, second, timedelta(minutes=5, seconds=1))
        _, fourth = refresh_at(door, third, timedelta(minutes=5, seconds=2))

        assert refresh_at(door, token, timedelta(minutes=5, seconds=3)) == (401, "session_ended")
        assert refresh_at(door, fourth, timedelta(minutes=5, seconds=4)) == (401, "session_ended")

    def test_ends_the_access_token_too_when_a_spent_token_comes_back(self, door: Door, token: str) -> None:
        with time_machine.travel(NOON, tick=False) as clock:
            access = door.refresh(token).json()["access_token"]
            clock.shift(11)
            door.refresh(token)

            assert door.me(access) == 401

    def test_ends_no_other_session_of_the_person(self, door: Door, token: str) -> None:
        with time_machine.travel(NOON, tick=False) as clock:
            other = door.login().json()["refresh_token"]
            door.refresh(token)
            clock.shift(11)
            door.refresh(token)

            assert door.refresh(other).status_code == 200

    def test_ends_no_session_for_a_guess(self, door: Door, token: str) -> None:
        session_id = token.partition(".")[0]

        assert refresh_at(door, f"{session_id}.guess", timedelta(minutes=1)) == (401, "session_ended")
        assert refresh_at(door, token, timedelta(minutes=2))[0] == 200

    @pytest.mark.parametrize("garbage", ["", "x", ".", "null", "0199e1a0-0000-7000-8000-000000000000.x", "é", "a\x00b"])
    def test_refuses_garbage(self, door: Door, garbage: str) -> None:
        answer = door.refresh(garbage)

        assert answer.status_code == 401
        assert answer.json()["code"] == "session_ended"

    def test_ends_after_twelve_idle_hours(self, door: Door, token: str) -> None:
        assert refresh_at(door, token, timedelta(hours=12)) == (401, "session_ended")

    def test_lasts_until_just_before(self, door: Door, token: str) -> None:
        assert refresh_at(door, token, timedelta(hours=11, minutes=59))[0] == 200

    def test_ends_after_fourteen_days_however_busy(self, door: Door, token: str) -> None:
        for hours in range(11, 14 * 24, 11):
            status, token = refresh_at(door, token, timedelta(hours=hours))
            assert status == 200

        with time_machine.travel(NOON + timedelta(days=13, hours=23), tick=False):
            last = door.refresh(token).json()
        assert last["refresh_expires_in"] == 3600
        assert refresh_at(door, last["refresh_token"], timedelta(days=14)) == (401, "session_ended")

    def test_refuses_somebody_who_was_switched_off(self, door: Door, token: str) -> None:
        User.objects.update(is_active=False)

        assert refresh_at(door, token, timedelta(minutes=1)) == (401, "session_ended")
